import { describe, expect, it } from 'vitest';
import { firstTasks, latestTakeOver } from '#features/home/first-weeks.ts';
import { day } from '#shared/dates/types.ts';
import { assignments } from '#shared/domain/case/assignment.ts';
import { isNew, staffOfName } from '#shared/domain/case/own-cases.ts';
import type { DigestRows } from '#shared/domain/digest/build-digest.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import type { StaffId } from '#shared/domain/record/ids.ts';
import { digestOf } from '#tests/support/digests.ts';
import {
  actionRow,
  builder,
  caseRow,
  firstRounds,
  preMeeting,
  session,
} from '#tests/support/rows.ts';

const assignmentRow = builder(assignments);
const TODAY = day('2023-04-03');
const ME: ReadonlySet<StaffId> = new Set(['me' as StaffId]);
const LEAVER = assignmentRow('a1', {
  staff: 'her',
  name: '山田',
  from: '2022-04-01',
  until: '2023-03-31',
});
const MINE = assignmentRow('a2', { staff: 'me', name: '佐藤', from: '2023-04-01' });

const tasksOf = (rows: Partial<DigestRows>, today = TODAY, isWalked = true): readonly string[] => {
  const digest = digestOf({ assignments: [LEAVER, MINE], ...rows });
  return firstTasks([digest], ME, today, () => isWalked).map(
    ({ kind, title, detail }) => `${kind}：${title}｜${detail}`,
  );
};
/** Somebody has called since. */
const CALLED = preMeeting('9.5', { date: '2023-04-03', summary: '着任のあいさつ' });

describe('What a successor does first', () => {
  it('is to keep what was promised by now and soon, to get ready, to read, to call, and to ask for records', () => {
    const actions = [
      actionRow('late', { text: '動画', owner: '町', due: '2023-03-31', state: 'open' }),
      actionRow('soon', { text: '名簿', due: '2023-04-17', state: 'open' }),
      actionRow('later', { text: '視察', due: '2023-04-18', state: 'open' }),
      actionRow('done', { text: '試行', due: '2023-04-04', state: 'done' }),
    ];
    const meetings = [
      session(1, { date: '2022-08-24' }),
      preMeeting('1.5', { date: '2023-04-17', state: 'planned', place: '役場' }),
      preMeeting('1.75', { date: '2023-04-18', state: 'planned' }),
    ];
    expect(tasksOf({ actions, meetings, rounds: firstRounds(1) }, TODAY, false)).toEqual([
      '期限：益城町 約束の期限（期限切れ1件・2週間以内1件）｜動画（町・3/31）ほか',
      '予定：益城町 1.5次ミーティング（4/17）の準備｜役場・次第なし',
      '読む：益城町の案件を一回り歩く｜前任：山田',
      '連絡：益城町に担当が替わったことを伝える｜最後の接触：8/24 第1回支援・前任：山田',
      '記録：益城町 記録がまだの会合が1件あります｜第1回支援・山田に内容を聞いておきましょう',
    ]);
  });

  it('is nothing once all is done', () => {
    expect(tasksOf({ meetings: [CALLED] })).toEqual([]);
  });

  it.each([
    ['2023-03-17', 0],
    ['2023-03-18', 1],
    ['2023-05-27', 1],
    ['2023-05-28', 0],
  ])('is asked for two weeks ahead and eight weeks long: on %s %i things', (today, count) => {
    const meetings = [preMeeting('0.5', { date: '2022-08-03', summary: '方針' })];
    expect(tasksOf({ meetings }, day(today))).toHaveLength(count);
  });

  it('is nothing in a case that nobody had before and that begins now', () => {
    expect(tasksOf({ assignments: [MINE] }, TODAY, false)).toEqual([]);
    const meetings = [preMeeting('0.5', { date: '2023-03-20', summary: '方針' })];
    expect(tasksOf({ assignments: [MINE], meetings }, TODAY, false)).toHaveLength(2);
  });

  it('is nothing in a case of somebody else, or one that was handed on again', () => {
    expect(tasksOf({ assignments: [LEAVER] }, TODAY, false)).toEqual([]);
    const over = { ...MINE, until: '2023-04-02' };
    expect(tasksOf({ assignments: [LEAVER, over] }, TODAY, false)).toEqual([]);
  });

  it('is to call a municipality once, whatever the number of its cases', () => {
    const of = (id: string, fiscalYear: number, meetings: DigestRows['meetings'] = []) =>
      digestOf({
        case: caseRow(id, { document: `case:${id}`, fiscalYear, municipalityCode: '434434' }),
        assignments: [LEAVER, MINE],
        meetings,
      });
    const idsOf = (...cases: readonly CaseDigest[]) =>
      firstTasks(cases, ME, TODAY, () => true).map(({ kind, caseId }) => `${kind} ${caseId}`);
    expect(idsOf(of('c1', 2022), of('c2', 2023))).toEqual(['連絡 c2']);
    expect(idsOf(of('c1', 2022, [CALLED]), of('c2', 2023))).toEqual([]);
  });

  it('opens again with whatever is taken over later', () => {
    const digest = digestOf({ assignments: [LEAVER, MINE] });
    expect(latestTakeOver([digest], ME, TODAY)).toBe('2023-04-01');
    expect(latestTakeOver([], ME, TODAY)).toBe('');
  });
});

describe('Whose desk a PC is', () => {
  const rows = [{ id: 'me' as StaffId, name: '佐藤 花子' }];
  it('is told by the name of its user, however it is spaced; nobody’s without one', () => {
    expect(staffOfName(rows, '佐藤　花子')).toEqual(ME);
    expect(staffOfName(rows, '山田')).toEqual(new Set());
    expect(staffOfName([{ id: 'x' as StaffId, name: '' }], ' ')).toEqual(new Set());
  });

  it('is new from a month as from its first day, and never from a date that nobody can read', () => {
    expect(isNew({ from: '2023-04' }, TODAY)).toBe(true);
    expect(isNew({ from: 'いつか' }, TODAY)).toBe(false);
    expect(isNew({ from: '' }, TODAY)).toBe(false);
  });
});
