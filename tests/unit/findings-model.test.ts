import { describe, expect, it } from 'vitest';
import { birthplacesOf, groupFindings, sortActions } from '#features/findings/model.ts';
import { day } from '#shared/dates/types.ts';
import { dueText, isLate } from '#shared/domain/meeting/action.ts';
import {
  actionRow,
  findingRow,
  firstRounds,
  meetingRow,
  preMeeting,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');

const ROWS = {
  rounds: firstRounds(2),
  meetings: [
    meetingRow('none', { kind: 'exchange' }),
    session(2, { date: '2022-12-22' }),
    preMeeting('0.5', { date: '2022-08-03' }),
    session(1, { date: '2022-08' }),
  ],
};

describe('an action is late', () => {
  it.each([
    ['the day before', 'open', '2023-01-18', true],
    ['on its day', 'open', '2023-01-19', false],
    ['the day after', 'open', '2023-01-20', false],
    ['the month before', 'open', '2022-12', true],
    ['in its month', 'open', '2023-01', false],
    ['without a due date', 'open', '', false],
    ['with one that cannot be read', 'open', '年度内', false],
    ['under way', 'going', '2023-01-18', true],
    ['but done', 'done', '2022-01-01', false],
    ['but dropped', 'dropped', '2022-01-01', false],
  ] as const)('%s', (_, state, due, late) => {
    expect(isLate(actionRow('a', { state, due }), TODAY)).toBe(late);
  });
});

describe('actions', () => {
  it('stand with what goes on first, the most urgent at the top, undated ones last', () => {
    const rows = [
      actionRow('dropped', { state: 'dropped', due: '2022-01-01' }),
      actionRow('done', { state: 'done', due: '2022-05-01' }),
      actionRow('never', { state: 'open', due: '' }),
      actionRow('unreadable', { state: 'open', due: '年度内' }),
      actionRow('going', { state: 'going', due: '2023-02-15' }),
      actionRow('later', { state: 'open', due: '2023-03-01' }),
      actionRow('soon', { state: 'open', due: '2023-02-01' }),
      actionRow('done before', { state: 'done', due: '2022-04-01' }),
    ];
    expect(sortActions(rows).map(({ id }) => id)).toEqual([
      ...['soon', 'going', 'later', 'never', 'unreadable'],
      ...['done before', 'done', 'dropped'],
    ]);
  });

  it.each([
    ['2023-01-10', 'R5.1.10'],
    ['2023-01', 'R5.1'],
    ['', ''],
    ['年度内', ''],
  ])('due %j say %j', (due, said) => {
    expect(dueText(actionRow('a', { due }))).toBe(said);
  });
});

describe('the meetings in which findings are born', () => {
  it('stand as the ladder has them', () => {
    expect(birthplacesOf(ROWS)).toEqual([
      { id: 'p0.5', short: '0.5次 8/3', long: '0.5次ミーティング 令和4年8月3日(水)' },
      { id: 's1', short: '第1回 8月', long: '第1回支援 令和4年8月' },
      { id: 's2', short: '第2回 12/22', long: '第2回支援 令和4年12月22日(木)' },
      { id: 'none', short: '意見交換会', long: '意見交換会' },
    ]);
  });

  it('are named without a number whose round is gone', () => {
    const [place] = birthplacesOf({ ...ROWS, rounds: [], meetings: [session(2)] });
    expect(place?.short).not.toContain('2');
  });
});

describe('findings', () => {
  it('stand by kind, those of the whole case first, then by the time of their meetings', () => {
    const rows = [
      findingRow('of the second', { kind: 'issue', meeting: 's2' }),
      findingRow('a strength', { kind: 'strength', meeting: 's1' }),
      findingRow('of the first', { kind: 'issue', meeting: 'p0.5' }),
      findingRow('of the case', { kind: 'issue', meeting: '' }),
    ];
    const groups = groupFindings(rows, birthplacesOf(ROWS));
    expect(groups.map(({ kind, findings }) => [kind, ...findings.map(({ id }) => id)])).toEqual([
      ['issue', 'of the case', 'of the first', 'of the second'],
      ['strength', 'a strength'],
    ]);
  });
});
