import { afterEach, describe, expect, it } from 'vitest';
import type { Started } from '#data/startup/start.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { carryLogs, createDesk, type Desk } from '../support/desk.ts';

const CASE = caseDocument('case1' as CaseId);

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});

const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

const place = ({ workspace }: Started, value: string) =>
  workspace.run({
    label: '場所を変更',
    documents: [CASE],
    run: (draft) => ok(draft.set(CASE, meetings, 'm1', { place: value })),
  });

const open = async (of: Desk, { conflictsKnown }: Started) => {
  await conflictsKnown();
  return of.database().conflicts.toArray();
};

describe('two desks that changed one field without having seen each other', () => {
  const apart = async () => {
    const one = await desk();
    const two = await desk();
    const first = await one.start();
    await first.workspace.run({
      label: '会合を追加',
      documents: [CASE],
      run: (draft) => ok(draft.create(CASE, meetings, { place: '役場' }, 'm1')),
    });
    await first.workspace.flush();
    await carryLogs(one, two);
    const second = await two.start();
    await place(second, '公民館');
    await second.workspace.flush();
    await place(first, '県庁');
    await first.workspace.flush();
    await carryLogs(two, one);
    await carryLogs(one, two);
    return { one, two };
  };

  it('both tell it, with both values, and show the same one', async () => {
    const { one, two } = await apart();
    const lists = [await open(one, await one.start()), await open(two, await two.start())];
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]).toMatchObject([{ kind: 'field', record: 'm1', field: 'place' }]);
    const [conflict] = lists[0] ?? [];
    const values = conflict?.kind === 'field' ? conflict.sides.map(({ value }) => value) : [];
    expect(values).toHaveLength(2);
    expect(values).toContainEqual({ kind: 'set', value: '県庁' });
    expect(values).toContainEqual({ kind: 'set', value: '公民館' });
    const rows = await Promise.all(
      [one, two].map(async (each) => (await each.database().rowsOf('meetings').toArray())[0]),
    );
    expect(rows[0]?.place).toBe(rows[1]?.place);
  });

  it('tell it no more once somebody has decided and the other has heard of it', async () => {
    const { one, two } = await apart();
    const first = await one.start();
    expect(await open(one, first)).toHaveLength(1);
    await place(first, '県庁（本館）');
    await first.workspace.flush();
    expect(await open(one, first)).toEqual([]);
    await carryLogs(one, two);
    expect(await open(two, await two.start())).toEqual([]);
  });

  it('tell it though the run that heard of it ended before it had looked', async () => {
    const { one } = await apart();
    await one.start();
    one.stop();
    expect(await open(one, await one.start())).toHaveLength(1);
  });

  it('tell it no more though the run that decided ended before it had looked', async () => {
    const { one } = await apart();
    const first = await one.start();
    expect(await open(one, first)).toHaveLength(1);
    await place(first, '県庁（本館）');
    await first.workspace.flush();
    one.stop();
    expect(await open(one, await one.start())).toEqual([]);
  });

  it('tell it after the cache was lost, too', async () => {
    const { one } = await apart();
    await one.start();
    await one.loseCache();
    expect(await open(one, await one.start())).toHaveLength(1);
  });
});
