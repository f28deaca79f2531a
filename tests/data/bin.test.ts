import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeRecord } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import { createReader } from '#data/records/query.ts';
import type { Workspace } from '#data/workspace.ts';
import { emptyCommand, restoreCommand } from '#features/bin/commands.ts';
import {
  type BinLine,
  binLines,
  detailItems,
  ownWords,
  referenceWords,
} from '#features/bin/model.ts';
import { binQuery, detailQuery } from '#features/bin/queries.ts';
import { createCaseCommand } from '#features/cases/commands.ts';
import { removeCommand } from '#features/flow/commands.ts';
import { addDays } from '#shared/dates/calendar.ts';
import { day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import {
  actions,
  attendances,
  findings,
  meetings,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import { type CaseId, type MeetingId, randomId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { createDesk, type Desk } from '#tests/support/desk.ts';

let desk: Desk;
let workspace: Workspace;
let id: CaseId;
let document: DocumentId;
/** Of the desk's own clock. */
const TODAY = day('2022-08-09');

const done = async <T>(command: Command<T>): Promise<T> => {
  const result = await workspace.run(command);
  if (!result.ok) throw new Error(result.error.happened);
  await workspace.flush();
  return result.value;
};

const make = (collection: Collection, values: object): Promise<string> =>
  done({
    label: '追加',
    documents: [document],
    run: (draft) => ok(draft.create(document, collection, values)),
  });

const lines = async (today = TODAY): Promise<readonly BinLine[]> =>
  binLines(await binQuery(today)(createReader(desk.database())), today);
const shown = async (today = TODAY) =>
  (await lines(today)).map(({ kind, name, place, together }) => [kind, name, place, together]);
const first = async (): Promise<BinLine> => {
  const [line] = await lines();
  if (line === undefined) throw new Error('the bin is empty');
  return line;
};

beforeEach(async () => {
  desk = await createDesk();
  workspace = (await desk.start()).workspace;
  id = randomId();
  await done(
    createCaseCommand(id, {
      municipality: { code: '434434', name: '益城町', prefecture: '熊本県' },
      fiscalYear: 2022,
      programme: 'national',
    }),
  );
  document = caseDocument(id);
});
afterEach(() => desk.remove());

const round = async (number: number) => {
  const made = await make(rounds, { number });
  const meeting = await make(meetings, { kind: 'session', round: made, date: '2022-08-24' });
  return { round: made, meeting: meeting as MeetingId };
};

describe('The bin', () => {
  it('is empty while nothing was deleted', async () => {
    await round(1);
    expect(await lines()).toEqual([]);
  });

  it('shows a deleted meeting with the round that went with it, and brings both back', async () => {
    const { meeting } = await round(1);
    await done(removeCommand(id, meeting, '第1回支援'));
    expect(await shown()).toEqual([['会合', '第1回支援', '益城町（令和4年度）', '支援の回 1件']]);
    await done(restoreCommand(await first()));
    expect(await lines()).toEqual([]);
    const reader = createReader(desk.database());
    expect(await reader.of(meetings, [document])).toHaveLength(1);
    expect(await reader.of(rounds, [document])).toHaveLength(1);
  });

  it('brings back what a record stands in, though that was deleted later', async () => {
    const { meeting } = await round(2);
    const finding = await make(findings, { text: '担い手が足りない', meeting });
    await done({
      label: '課題を削除',
      documents: [document],
      run: (draft) => removeRecord(draft, document, findings, finding),
    });
    desk.turnClock(1000);
    await done(removeCommand(id, meeting, '第2回支援'));
    expect(await shown()).toEqual([
      ['会合', '第2回支援', '益城町（令和4年度）', '支援の回 1件'],
      ['課題・気づき', '担い手が足りない', '益城町（令和4年度）', '会合 1件、支援の回 1件'],
    ]);
    const [, line] = await lines();
    if (line === undefined) throw new Error('no second line');
    await done(restoreCommand(line));
    expect(await lines()).toEqual([]);
  });

  it('tells of a meeting what stands in it, what comes back with it, and what names it', async () => {
    const { meeting } = await round(1);
    await make(attendances, { meeting, name: '民生委員', count: 49 });
    await make(findings, { text: '担い手が足りない', meeting });
    await make(actions, { text: '資料を送る', meeting });
    await done(removeCommand(id, meeting, '第1回支援'));
    const line = await first();
    const detail = await detailQuery(line.document, line.head)(createReader(desk.database()));
    expect(detailItems(line.head)).toContainEqual({ label: '日付', value: '令和4年8月24日(水)' });
    expect(ownWords(detail)).toBe('出席 1件、課題・気づき 1件、対応事項 1件');
    expect(referenceWords(detail.references)).toEqual([]);
  });

  it('keeps a record for 180 days, and then shows it no more', async () => {
    const { meeting } = await round(1);
    await done(removeCommand(id, meeting, '第1回支援'));
    const line = await first();
    expect(line.daysLeft).toBe(180);
    expect(await lines(addDays(TODAY, 180))).toMatchObject([{ daysLeft: 0 }]);
    expect(await lines(addDays(TODAY, 181))).toEqual([]);
  });

  it('outlives a restart, and the loss of the cache', async () => {
    const { meeting } = await round(1);
    await done(removeCommand(id, meeting, '第1回支援'));
    const before = await shown();
    await desk.loseCache();
    const started = await desk.start();
    await started.caughtUp;
    expect(await shown()).toEqual(before);
  });

  it('lets go of what it is emptied of, which stays deleted, and undo brings that back', async () => {
    const { meeting } = await round(1);
    await done(removeCommand(id, meeting, '第1回支援'));
    await done(emptyCommand(await lines()));
    expect(await lines()).toEqual([]);
    expect(await createReader(desk.database()).of(meetings, [document])).toEqual([]);
    workspace.undo();
    await workspace.flush();
    expect(await shown()).toHaveLength(1);
  });

  it('holds a whole case', async () => {
    await done({
      label: '案件を削除',
      documents: [document],
      run: (draft) => removeRecord(draft, document, cases, id),
    });
    expect(await shown()).toEqual([['案件', '益城町', '益城町（令和4年度）', '']]);
  });
});
