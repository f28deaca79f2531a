import { mkdir, rename, rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import { organizations } from '#shared/domain/office/office.ts';
import { type CaseId, type DeviceId, randomId } from '#shared/domain/record/ids.ts';
import { fail, ok, type Problem } from '#shared/result.ts';
import { add, BUSY, CASE, logOf, rebuilt, titles, told } from '../support/attacked.ts';
import { createDesk, type Desk } from '../support/desk.ts';

/* How saved records once vanished in silence, each as it was found; none of them may again. */

const OTHER = caseDocument('case2' as CaseId);

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.remove();
});
const desk = async (): Promise<Desk> => {
  const made = await createDesk();
  desks.push(made);
  return made;
};

describe('one strange thing', () => {
  it('such as a folder in a log’s place stops no other document', async () => {
    const one = await desk();
    const { workspace } = await one.start();
    await add(workspace, '一');
    await add(workspace, '別', OTHER);
    await workspace.flush();
    await one.loseCache();
    await rm(logOf(one, CASE));
    await mkdir(logOf(one, CASE));
    const again = await one.start();
    expect(await titles(one)).toEqual(['別']);
    expect(await add(again.workspace, '別の二', OTHER)).toMatchObject({ ok: true });
    expect(await add(again.workspace, '入らない')).toMatchObject({ ok: false });
    expect(await again.workspace.flush()).toBe(true);
    await again.workspace.run({
      label: '機関を追加',
      documents: [OFFICE],
      run: (draft) => ok(draft.create(OFFICE, organizations, { name: '九州厚生局' }, 'o1')),
    });
    expect(await again.workspace.flush()).toBe(true);
  });

  it('such as an edit that the log refuses is told, and covered by a whole state', async () => {
    const one = await desk();
    let isStrict = true;
    const { workspace } = await one.start((port) => ({
      ...port,
      append: async (groups) => {
        const refused = groups.find(({ drafts }) =>
          drafts.some(({ label, kind }) => kind === 'update' && label === '会合を追加'),
        );
        if (!isStrict || refused === undefined) return port.append(groups);
        const others = await port.append(groups.filter((group) => group !== refused));
        if (!others.ok) return others;
        const problem: Problem = {
          code: 'too-large',
          happened: '書けません。',
          safe: '',
          todo: '',
        };
        const answer = { kind: 'refused', document: refused.document, index: 0, problem } as const;
        return ok(
          groups.map(
            (group) => others.value.find(({ document }) => document === group.document) ?? answer,
          ),
        );
      },
    }));
    await add(workspace, '一');
    expect(await workspace.flush()).toBe(true);
    expect(told(workspace)).toContain('書けません');
    isStrict = false;
    expect(await rebuilt(one)).toEqual(['一']);
  });
});

describe('what is typed while the logs are still being read', () => {
  it('is not called saved, is read before all others, and quitting waits for it', async () => {
    const one = await desk();
    const first = await one.start();
    const ids = Array.from({ length: 12 }, (_, at) => caseDocument(`c${at}` as CaseId));
    for (const id of ids) await add(first.workspace, `${id}の会合`, id);
    await first.workspace.flush();
    await one.loseCache();

    const order: DocumentId[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const [last = CASE] = ids.slice(-1);
    const starting = one.begin((port) => ({
      ...port,
      read: async (request) => {
        order.push(request.document);
        if (request.document !== last) await held;
        return port.read(request);
      },
    }));
    const typed = starting.workspace.type(last, meetings, 'm1', 'aim', 'ねらい', 'ねらいを入力');
    expect(starting.workspace.saveState.get().kind).toBe('saving');
    expect(await typed).toMatchObject({ ok: true });
    expect(order.indexOf(last)).toBeLessThan(ids.length - 1);
    expect(await starting.workspace.flush()).toBe(true);
    // Saved, and others are still being read: nothing is claimed of the whole.
    expect(starting.workspace.saveState.get().kind).toBe('reading');
    release();
    await starting.caughtUp;
    expect(starting.workspace.saveState.get().kind).toBe('saved');
    await one.loseCache();
    await one.start();
    const rows = await one.database().rowsOf('meetings').toArray();
    expect(rows).toHaveLength(ids.length);
    const aims = starting.workspace;
    expect(aims.problems.get()).toEqual([]);
  });
});

describe('a device that takes a new id', () => {
  it('goes on with all that it had, in a file that alone rebuilds it', async () => {
    const one = await desk();
    const first = await one.start();
    await add(first.workspace, '一');
    await first.workspace.flush();
    const old = one.device;
    one.become(randomId<DeviceId>());
    const second = await one.start();
    await add(second.workspace, '二');
    expect(await second.workspace.flush()).toBe(true);
    expect(old).not.toBe(one.device);
    await rename(logOf(one, CASE, old), `${logOf(one, CASE, old)}.away`);
    expect(await rebuilt(one)).toEqual(['一', '二']);
  });

  it('sends what the old one could not, behind all that it builds on and had seen', async () => {
    const one = await desk();
    const first = await one.start((port) => ({
      ...port,
      append: async (groups) =>
        groups.some(({ drafts }) => drafts.some(({ label }) => label === '場所を変更'))
          ? fail(BUSY)
          : port.append(groups),
    }));
    await add(first.workspace, '一');
    await first.workspace.flush();
    await first.workspace.run({
      label: '場所を変更',
      documents: [CASE],
      run: (draft) => ok(draft.set(CASE, meetings, 'm一', { title: '一（変更）' })),
    });
    expect(await first.workspace.flush()).toBe(false);
    const old = one.device;
    one.become(randomId<DeviceId>());
    const second = await one.start();
    expect(await second.workspace.flush()).toBe(true);
    // Nobody disagrees with what he had written himself.
    await second.conflictsKnown();
    expect(await one.database().conflicts.toArray()).toEqual([]);
    await rename(logOf(one, CASE, old), `${logOf(one, CASE, old)}.away`);
    expect(await rebuilt(one)).toEqual(['一（変更）']);
  });
});
