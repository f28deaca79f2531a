import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { beforeWords, comingYear, yearOfBook } from '#shared/domain/handover/coming-year.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { caseRow, meetingRow } from '../support/rows.ts';

const months = (year: number, values: Partial<MeetingRow>) =>
  comingYear([meetingRow('m1', { state: 'held', ...values })], fiscalYear(year)).map(
    ({ month }) => month,
  );

describe('what may come when in the year that follows', () => {
  it.each([
    { what: 'a day, in its month', date: '2022-05-27', found: ['2023-05'] },
    { what: 'a month', date: '2022-11', found: ['2023-11'] },
    { what: 'the first day of the year', date: '2022-04-01', found: ['2023-04'] },
    { what: 'the last day of the year', date: '2023-03-31', found: ['2024-03'] },
    { what: 'January, in the calendar year after', date: '2023-01-10', found: ['2024-01'] },
    { what: 'no day before the year', date: '2022-03-31', found: [] },
    { what: 'no day of the coming year itself', date: '2023-04-01', found: [] },
    { what: 'no month before the year', date: '2022-03', found: [] },
    { what: 'no month of the coming year itself', date: '2023-04', found: [] },
    { what: 'nothing of what has no date', date: '', found: [] },
    { what: 'nothing of what cannot be read as a date', date: '2023-02-29', found: [] },
    {
      what: 'what lasted into April',
      date: '2023-03-31',
      endDate: '2023-04-01',
      found: ['2024-03'],
    },
  ])('takes over $what', ({ found, what: _, ...values }) => {
    expect(months(2022, values)).toEqual(found);
  });

  it.each([
    {
      what: '29 February, into a year that has none',
      year: 2023,
      date: '2024-02-29',
      found: ['2025-02'],
    },
    { what: '28 February, into a leap year', year: 2022, date: '2023-02-28', found: ['2024-02'] },
    { what: 'the first year of the calendar', year: 1873, date: '1873-04-01', found: ['1874-04'] },
    { what: 'the last year that another follows', year: 9997, date: '9998-03', found: ['9999-03'] },
    {
      what: 'nothing into a year that the calendar has not',
      year: 9998,
      date: '9998-05',
      found: [],
    },
    { what: 'nothing of a year that has no dates', year: 2030, date: '2022-05-27', found: [] },
    {
      what: 'nothing of the days before the calendar’s first year',
      year: 1873,
      date: '1873-01-05',
      found: [],
    },
  ])('takes over $what', ({ year, date, found }) => {
    expect(months(year, { date })).toEqual(found);
  });

  it.each([
    { state: 'held', found: ['2023-05'] },
    { state: 'planned', found: ['2023-05'] },
    { state: 'postponed', found: ['2023-05'] },
    { state: 'cancelled', found: [] },
  ] as const)('takes over what was $state, unless it was cancelled', ({ state, found }) => {
    expect(months(2022, { state, date: '2022-05-27' })).toEqual(found);
  });

  it('has April first, and within a month what came first', () => {
    const rows = [
      meetingRow('m1', { date: '2023-03-02' }),
      meetingRow('m2', { date: '2022-05-27' }),
      meetingRow('m3', { date: '2022-05-09' }),
      meetingRow('m4', { date: '2022-05' }),
    ];
    const found = comingYear(rows, fiscalYear(2022));
    expect(found.map(({ month, meetings }) => [month, meetings.map(({ id }) => id)])).toEqual([
      ['2023-05', ['m3', 'm2', 'm4']],
      ['2024-03', ['m1']],
    ]);
  });
});

describe('what it was in the year before', () => {
  it.each([
    { state: 'held', date: '2022-05-07', words: '視察（5/7）' },
    { state: 'held', date: '2024-02-29', words: '視察（2/29）' },
    { state: 'held', date: '2022-11', words: '視察（11月）' },
    { state: 'planned', date: '2023-03-02', words: '視察（3/2・予定）' },
    { state: 'postponed', date: '2022-11-08', words: '視察（11/8・延期）' },
    { state: 'cancelled', date: '2022-11-08', words: '視察（11/8・中止）' },
    { state: 'held', date: '', words: '視察' },
  ] as const)('of $state on $date is $words', ({ state, date, words }) => {
    expect(beforeWords(meetingRow('m1', { state, date }), '視察')).toBe(words);
  });
});

describe('the year of a 引継書', () => {
  it.each([
    { what: 'that of its case', years: [2022], found: 2022 },
    { what: 'the latest of its cases', years: [2021, 2023, 2022], found: 2023 },
    { what: 'that of those that have one', years: [null, 2022], found: 2022 },
    { what: 'none where none has one', years: [null], found: null },
    { what: 'none without a case', years: [], found: null },
    { what: 'none that is no year', years: [12], found: null },
  ])('is $what', ({ years, found }) => {
    const cases = years.map((year, at) => caseRow(`c${at}`, { fiscalYear: year }));
    expect(yearOfBook({ cases })).toBe(found);
  });
});
