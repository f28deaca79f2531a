import { describe, expect, it } from 'vitest';
import { concernsOf } from '#features/home/concerns.ts';
import { caseLines, comingMeetings, meetingIdOf } from '#features/home/model.ts';
import type { YearRows } from '#features/home/queries.ts';
import { day } from '#shared/dates/types.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { concernRowsOf, digestOf } from '#tests/support/digests.ts';
import {
  caseRow,
  firstRounds,
  meetingRow,
  members,
  preMeeting,
  programmeItemRow,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-31');
const CASE = caseRow('c1', {
  fiscalYear: 2022,
  municipalityName: '益城町',
  municipalityCode: '434434',
  programme: 'national',
});

type Change = Partial<YearRows> & { readonly case?: CaseRow; readonly items?: readonly string[] };

const rowsOf = (meetings: readonly MeetingRow[], change: Change = {}): YearRows => {
  const { case: row = CASE, items = [], ...rest } = change;
  const programmeItems = items.map((meeting, index) => programmeItemRow(`i${index}`, { meeting }));
  const digest = digestOf({ case: row, rounds: firstRounds(2), meetings, programmeItems });
  return { year: 2022, cases: [digest], planned: [digest], ...rest };
};
const lineOf = (meetings: readonly MeetingRow[], change: Change = {}) =>
  caseLines(rowsOf(meetings, change), TODAY)[0] ?? expect.fail('no line');

describe('the last contact of a case', () => {
  it.each([
    ['2023-01-31', '今日', false],
    ['2023-01-30', '1日前', false],
    ['2023-01-02', '29日前', false],
    ['2023-01-01', '30日前', true],
    ['2022-12-31', '31日前', true],
    ['2022-12', '31日前～', true],
  ])('on %s was %s; long ago: %s', (date, text, isLong) => {
    expect(lineOf([preMeeting('0.5', { date })]).last).toEqual({ text, isLong });
  });

  it('is its day where the year is over, and never long ago', () => {
    const line = lineOf([preMeeting('0.5', { date: '2021-12-09' })], { year: 2021 });
    expect(line).toMatchObject({ isOver: true, last: { text: 'R3.12.9', isLong: false } });
  });

  it('is none before the first', () => {
    expect(lineOf([]).last).toBeNull();
  });

  it.each([
    ['2023-01-02', 0],
    ['2023-01-01', 1],
  ])('on %s is a concern in %i places', (date, count) => {
    const meetings = [preMeeting('0.5', { date })];
    const rows = digestOf({ case: CASE, meetings, notes: new Set(['p0.5']) });
    expect(concernsOf(concernRowsOf(rows), TODAY)).toHaveLength(count);
  });
});

describe('the table of the year', () => {
  it('has a line for each case by its code, whatever the order of the rows', () => {
    const cases = [
      caseRow('b', { municipalityCode: '434434' }),
      caseRow('a', { municipalityCode: '432032', municipalityName: '人吉市' }),
    ].map((row) => digestOf({ case: row }));
    const lines = caseLines(rowsOf([], { cases }), TODAY);
    expect(lines.map(({ id, name }) => [id, name])).toEqual([
      ['a', '人吉市'],
      ['b', '（市町村名なし）'],
    ]);
  });

  it('shows rounds by number and pre-meetings without, with their states', () => {
    const meetings = [
      preMeeting('0.5', { date: '2022-08-03' }),
      session(1, { date: '2022-08-24' }),
      session(2, { state: 'postponed' }),
      meetingRow('x', { kind: 'exchange', date: '2022-09-01' }),
    ];
    expect(lineOf(meetings).steps).toEqual([
      { id: 'p0.5', number: null, state: 'held', words: '0.5次ミーティング 実施' },
      { id: 'r1', number: '1', state: 'held', words: '第1回支援 実施' },
      { id: 'r2', number: '2', state: 'postponed', words: '第2回支援 延期' },
    ]);
  });

  it('names the programme of the country only, and what a case is about', () => {
    expect(lineOf([])).toMatchObject({ programme: '国の伴走支援', theme: '' });
    const other = { ...CASE, programme: 'prefectural' as const, themes: members('移動支援', 'C') };
    expect(lineOf([], { case: other })).toMatchObject({ programme: null, theme: '移動支援、C' });
    const worded = { ...other, themeText: '総合事業の見直し' };
    expect(lineOf([], { case: worded }).theme).toBe('総合事業の見直し');
  });

  it('names what comes next', () => {
    const meetings = [
      session(2, { date: '2023-02-13', state: 'planned' }),
      preMeeting('1.5', { date: '2023-01-30', state: 'planned' }),
    ];
    expect(lineOf(meetings).next).toEqual({ meetingId: 's2', text: '2/13 第2回' });
    expect(lineOf([]).next).toBeNull();
  });

  it.each([
    [2021, true],
    [2022, false],
    [2023, false],
    [null, false],
  ])('of %s is over: %s', (year, isOver) => {
    expect(lineOf([], { year }).isOver).toBe(isOver);
  });
});

describe('the coming two weeks', () => {
  const coming = (values: Partial<MeetingRow>, change: Change = {}) =>
    comingMeetings(rowsOf([session(2, { state: 'planned', ...values })], change), TODAY);

  it.each([
    ['2023-01-30', 0],
    ['2023-01-31', 1],
    ['2023-02-14', 1],
    ['2023-02-15', 0],
    ['2023-02', 0],
    ['', 0],
  ])('hold what is planned for %s in %i lines', (date, count) => {
    expect(coming({ date })).toHaveLength(count);
  });

  it('say when, whose, where and with whom', () => {
    const values = {
      date: '2023-02-13',
      startTime: '13:30',
      place: '保健福祉センター',
      supporters: members('AD', '九州厚生局'),
      modes: [{ id: 'onsite', name: '現地', order: 'a0' }],
    };
    const [line] = coming(values, { items: ['s2'] });
    expect(line).toEqual({
      id: 'case:c1 s2',
      caseId: 'c1',
      day: '2/13',
      when: '月 13:30',
      title: '益城町 第2回支援',
      detail: '現地・保健福祉センター・AD、九州厚生局',
      isPrepared: true,
    });
    expect(line && meetingIdOf(line)).toBe('s2');
    expect(coming({ date: '2023-02-13' })[0]).toMatchObject({
      ...{ when: '月', detail: '', isPrepared: false },
    });
  });

  it('hold those of cases of other years too, in the order of time', () => {
    const planned = (id: string, fiscalYear: number, date: string) =>
      digestOf({
        case: caseRow(id, { fiscalYear, municipalityName: id, document: `case:${id}` }),
        meetings: [preMeeting('0.5', { date, state: 'planned' })],
      });
    const cases = [planned('次年度', 2023, '2023-02-02'), planned('前年度', 2021, '2023-02-01')];
    const lines = comingMeetings({ year: 2022, cases: [], planned: cases }, TODAY);
    expect(lines.map(({ day: when, title }) => `${when} ${title}`)).toEqual([
      '2/1 前年度 0.5次ミーティング',
      '2/2 次年度 0.5次ミーティング',
    ]);
  });
});
