import { describe, expect, it } from 'vitest';
import {
  asksReason,
  buildFlow,
  dateWords,
  findingWords,
  headWords,
  partners,
  preparesWords,
  statusOf,
  suggestedOrdinal,
  suggestedRound,
  variantWords,
  whenWords,
  yearOrUndefined,
} from '#features/flow/model.ts';
import { moveInOrder } from '#features/flow/move-in-order.ts';
import { day, fiscalYear, isDay, month, type PartialDate } from '#shared/dates/types.ts';
import { MEETING_STATES, type MeetingRow } from '#shared/domain/meeting/meeting.ts';
import type { Ordinal } from '#shared/domain/meeting/ordinal.ts';
import {
  caseRow,
  firstRounds,
  meetingRow,
  preMeeting,
  roundRow,
  session,
  variantRow,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');
const date = (text: string): PartialDate =>
  text === '' ? '' : isDay(text) ? day(text) : month(text);

const flowOf = (
  meetings: readonly MeetingRow[],
  notes: readonly { readonly id: string; readonly text: string }[] = [],
  rounds = firstRounds(2),
) => {
  const none = { attendances: [], findings: [], variants: [] };
  const row = caseRow('c1', { fiscalYear: 2022 });
  return buildFlow({ ...none, case: row, rounds, meetings, notes }, TODAY);
};

describe('the badge of a meeting', () => {
  it.each([
    ['cancelled', 'written', '2022-08-03', '中止', 'neutral'],
    ['postponed', 'written', '2022-08-03', '延期', 'danger'],
    ['planned', 'written', '2023-02-01', '記録あり', 'success'],
    ['held', 'missing', '2023-02-01', '記録がまだ', 'warning'],
    ['held', 'notAsked', '2023-01-18', '実施', 'neutral'],
    ['planned', 'notYet', '2023-01-18', '日を過ぎた予定', 'warning'],
    ['planned', 'notYet', '2023-01-19', '予定', 'info'],
    ['planned', 'notYet', '2022-12', '日を過ぎた予定', 'warning'],
    ['planned', 'notYet', '2023-01', '予定', 'info'],
    ['planned', 'notYet', '', '予定', 'info'],
  ] as const)('%s, %s, of %j is %s', (state, written, on, word, tone) => {
    expect(statusOf({ state, written, date: date(on), endDate: '' }, TODAY)).toEqual({
      word,
      tone,
    });
  });

  it('says that a record is written only where a note says something', () => {
    const meetings = [preMeeting('0.5', { date: '2022-08-03' })];
    const writtenWith = (text: string) =>
      flowOf(meetings, [{ id: 'p0.5', text }]).meetings.get('p0.5')?.written;
    expect([writtenWith('町から'), writtenWith(' \n')]).toEqual(['written', 'missing']);
  });
});

describe('the date beside the rail', () => {
  it.each([
    ['', false, '未定', ''],
    ['', true, '未定', ''],
    ['2022-08-24', false, '8/24', '水'],
    ['2022-08', false, '8月', ''],
    ['2021-05-10', true, 'R3.5.10', '月'],
    ['2021-05', true, 'R3.5', ''],
  ])('%j, outside of the year: %s', (on, outside, main, sub) => {
    expect(dateWords(date(on), outside)).toEqual({ main, sub });
  });

  it('is not open any more for what was held', () => {
    expect(dateWords('', false, '', 'held').main).toBe('不明');
    expect(dateWords('', false, '', 'postponed').main).toBe('未定');
  });

  it.each([
    [{ date: '2022-08-24', startTime: '13:30' }, '令和4年8月24日(水) 13:30～'],
    [
      { date: '2022-08-24', startTime: '13:30', endTime: '16:00' },
      '令和4年8月24日(水) 13:30～16:00',
    ],
    [{ date: '2022-08-24', endTime: '16:00' }, '令和4年8月24日(水) ～16:00'],
    [{ date: '2022-08-24', startTime: '25:00' }, '令和4年8月24日(水)'],
    [{ date: '', startTime: '13:30' }, '日付未定 13:30～'],
    [{ date: '', state: 'held' as const }, '日付不明'],
  ])('with its times, %j', (values, words) => {
    const view = flowOf([meetingRow('m', values)]).meetings.get('m');
    expect(view && whenWords(view)).toBe(words);
  });
});

describe('words of a rung', () => {
  it.each([
    [null, ''],
    [0, '参加 0人'],
    [38, '参加 38人'],
    [1200, '参加 1,200人'],
  ])('%s heads: %j', (shown, words) => {
    const headCount = { shown, computed: shown, override: null, differs: false };
    expect(headWords({ headCount })).toBe(words);
  });

  it.each([
    ['熊本県の報告', '県の資料では現地'],
    ['益城町の資料', '市町村の資料では現地'],
    ['人吉市', '市町村の資料では現地'],
    ['五木村', '市町村の資料では現地'],
    ['AD', 'ADでは現地'],
    ['', '別の資料では現地'],
  ])('the source %j: %s', (source, words) => {
    const variants = [variantRow('v', { field: 'modes', value: '現地', source })];
    expect(variantWords({ variants }, 'modes')).toBe(words);
  });

  it('name all that disagree on one field', () => {
    const variants = ['県', '町'].map((source) =>
      variantRow(source, { field: 'modes', value: '現地', source }),
    );
    expect(variantWords({ variants }, 'modes')).toBe('県の資料では現地、市町村の資料では現地');
    expect(variantWords({ variants }, 'place')).toBe('');
  });

  it('count findings in the order of their kinds', () => {
    const findings = { issue: 0, insight: 2, strength: 0, decision: 1, care: 0, reflection: 3 };
    expect(findingWords({ findings })).toBe('気づき 2・決定 1・反省 3');
  });

  it('ask for a reason of 延期 and 中止 only', () => {
    expect(MEETING_STATES.filter(asksReason)).toEqual(['postponed', 'cancelled']);
  });

  it('say which round a pre-meeting prepares', () => {
    expect(preparesWords('1.75' as Ordinal)).toBe('第2回支援の前');
  });

  it('leave a year out that is not known', () => {
    expect(yearOrUndefined(undefined)).toEqual({});
    expect(yearOrUndefined(fiscalYear(2022))).toEqual({ fiscalYear: 2022 });
  });
});

describe('the numbers suggested', () => {
  it.each([
    [[], 1],
    [[1], 2],
    [[1, 3], 4],
    [[null, 2], 3],
    [[null], 1],
  ])('after rounds %j is round %i', (numbers, next) => {
    expect(suggestedRound(numbers.map((number, at) => roundRow(`r${at}`, { number })))).toBe(next);
  });

  it('are those before the next round, or after the last of the usual ones', () => {
    expect(suggestedOrdinal([], [])).toBe('0.5');
    expect(suggestedOrdinal(firstRounds(1), [session(1)])).toBe('1.5');
    expect(suggestedOrdinal(firstRounds(3), [session(3)])).toBe('3.5');
  });
});

describe('where the next pre-meeting would stand', () => {
  it.each([
    ['nothing is there', [], null],
    ['all before it is held', [session(1, { date: '2022-08-24' })], { ordinal: '1.5', at: 1 }],
    [
      'the next round is planned',
      [session(1, { date: '2022-08-24' }), session(2, { date: '2022-12-22', state: 'planned' })],
      { ordinal: '1.5', at: 1 },
    ],
    [
      'one is there already',
      [session(1, { date: '2022-08-24' }), preMeeting('1.5', { date: '2022-11-02' })],
      { ordinal: '1.75', at: 2 },
    ],
    ['the usual rounds are over', [session(3, { date: '2023-02-13' })], null],
  ] as const)('while %s', (_, meetings, opening) => {
    const rounds = firstRounds(3).filter(({ id }) => meetings.some(({ round }) => round === id));
    expect(flowOf(meetings, [], rounds).opening).toEqual(opening);
  });
});

describe('what moves with a meeting', () => {
  const { rungs } = flowOf([
    session(1, { id: 'am', date: '2022-08-24' }),
    session(1, { id: 'pm', date: '2022-08-24' }),
    session(1, { id: 'next', date: '2022-08-25' }),
    session(2, { id: 'other', date: '2022-08-24' }),
  ]);
  it.each([
    ['pm', ['pm', 'am']],
    ['next', ['next']],
    ['other', ['other']],
    ['gone', ['gone']],
  ])('%s: %j', (id, ids) => {
    expect(partners(rungs, id)).toEqual(ids);
  });
});

describe('a meeting that is moved by one place', () => {
  const inMonth = (id: string, on: string, order: string) =>
    meetingRow(id, { kind: 'information', date: on, order });
  const { rungs } = flowOf(
    [
      inMonth('a', '2022-08', 'a1'),
      inMonth('b', '2022-08', 'a2'),
      inMonth('day', '2022-08-20', 'a3'),
      inMonth('c', '2022-08', 'a4'),
      inMonth('sep', '2022-09', 'a0'),
      inMonth('free', '', 'a5'),
      inMonth('freer', '', 'a6'),
      preMeeting('0.5', { date: '' }),
    ],
    [],
    [],
  );
  it.each([
    ['a', -1, null],
    ['a', 1, ['b', 'a', 'day', 'c']],
    ['b', -1, ['b', 'a', 'day', 'c']],
    ['b', 1, ['a', 'day', 'b', 'c']],
    ['c', 1, null],
    ['c', -1, ['a', 'b', 'c', 'day']],
    ['day', 1, null],
    ['sep', 1, null],
    ['sep', -1, null],
    ['free', 1, ['freer', 'free']],
    ['free', -1, null],
    ['freer', -1, ['freer', 'free']],
    ['p0.5', 1, null],
    ['gone', 1, null],
  ] as const)('%s by %i', (id, direction, order) => {
    expect(moveInOrder(rungs, id, direction)).toEqual(order);
  });
});
