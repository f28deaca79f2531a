import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { figureCommands, supporterCommands } from '#features/overview/commands.ts';
import { caseSupporters } from '#shared/domain/case/case.ts';
import { figures, organizations } from '#shared/domain/office/office.ts';
import { type CaseId, type MunicipalityCode, randomId } from '#shared/domain/record/ids.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

const MASHIKI = '434434' as MunicipalityCode;
const caseId = randomId<CaseId>();

let desk: Desk;
let workspace: Workspace;

beforeEach(async () => {
  desk = await createDesk();
  ({ workspace } = await desk.start());
});

afterEach(() => desk.remove());

const reader = () => createReader(desk.database());

const add = async (label: string): Promise<string> => {
  const added = await workspace.run(
    figureCommands.add({ municipality: MASHIKI, label, value: '1人' }),
  );
  if (!added.ok) throw new Error(added.error.happened);
  return added.value;
};

const labels = async (): Promise<readonly string[]> => {
  await workspace.flush();
  return (await reader().where(figures, 'municipality', [MASHIKI])).map((row) => row.label);
};

describe("a municipality's figures", () => {
  it('stand in the order in which they were entered, until somebody moves one', async () => {
    await add('総人口');
    await add('世帯数');
    const last = await add('認定率');
    expect(await labels()).toEqual(['総人口', '世帯数', '認定率']);
    await workspace.run(figureCommands.move(last, 0));
    expect(await labels()).toEqual(['認定率', '総人口', '世帯数']);
  });

  it('keep the words of their source', async () => {
    const id = await add('総人口');
    await workspace.run(figureCommands.set(id, { asOf: '平成37年度', source: '町の報告' }));
    await workspace.flush();
    const [row] = await reader().where(figures, 'municipality', [MASHIKI]);
    expect(row).toMatchObject({ label: '総人口', asOf: '平成37年度', source: '町の報告' });
    await workspace.run(figureCommands.set(id, { asOf: '' }));
    await workspace.flush();
    expect((await reader().where(figures, 'municipality', [MASHIKI]))[0]?.asOf).toBe('');
  });

  it('refuse an empty label and a value of 10,000 characters, and stay as they were', async () => {
    const id = await add('総人口');
    const empty = await workspace.run(figureCommands.set(id, { label: ' ' }));
    const long = await workspace.run(figureCommands.set(id, { value: '9'.repeat(10_000) }));
    expect([empty.ok, long.ok]).toEqual([false, false]);
    expect(await labels()).toEqual(['総人口']);
  });

  it('come back after being removed', async () => {
    const id = await add('総人口');
    await workspace.run(figureCommands.remove(id));
    expect(await labels()).toEqual([]);
    workspace.undo();
    expect(await labels()).toEqual(['総人口']);
  });
});

describe('supporters of a case', () => {
  it('are made in the office under a name that it does not know, and stand once', async () => {
    const first = await workspace.run(supporterCommands(caseId).add({ name: '九州厚生局' }));
    const again = await workspace.run(supporterCommands(caseId).add({ name: '九州厚生局' }));
    await workspace.flush();
    expect(first.ok).toBe(true);
    expect(again.ok ? '' : again.error.code).toBe('taken');
    expect(await reader().all(caseSupporters)).toHaveLength(1);
    expect((await reader().all(organizations)).map((row) => row.name)).toEqual(['九州厚生局']);
  });
});
