import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { joinDateParts, NO_PARTS } from '#shared/domain/import/date-parts.ts';
import { isUnknown, readWhen, UNKNOWN_WHEN, whyNoDate } from '#shared/domain/import/read-when.ts';

const YEAR = fiscalYear(2022);
const OUTSIDE = 'この案件の年度（令和4年度）の外の日付です。';
const beyond = (words: string): string =>
  `「${words}」は日付として取り込めません。備考に残します。`;
const vague = (words: string): string =>
  `「${words}」は日付ではないため、日付未定とし、備考に残します。`;
const serial = (words: string): string => `「${words}」はExcelの日付の番号として読みました。`;
const american = (words: string): string => `「${words}」は、月/日/年の順の日付として読みました。`;
const movedFrom = (words: string): string =>
  `${words}から変わった日付として取り込みます。もとの日付は備考に残します。`;
const sureness = (words: string): string =>
  `「${words}」とある日付です。もとの書き方は備考に残します。`;

describe('a cell of a column of dates, in a case of 令和4年度', () => {
  it.each([
    // [what it says, the day or month]
    ['8月', '2022-08'],
    ['8/3', '2022-08-03'],
    ['3月', '2023-03'],
    ['R4.8.24(水)', '2022-08-24'],
    ['2022-08-24T00:00:00Z', '2022-08-24'],
    ['2022-8-24T0:00', '2022-08-24'],
    ['8/24 00:00', '2022-08-24'],
    ['8/24 0:00:00', '2022-08-24'],
    ['日時：8/24', '2022-08-24'],
    ['開催日 8/24', '2022-08-24'],
    ['Aug-22', '2022-08'],
    ['aug', '2022-08'],
    ['24-Aug', '2022-08-24'],
    ['24-Aug-22', '2022-08-24'],
    ['Wednesday, August 24, 2022', '2022-08-24'],
    ['Wed. Aug. 24, 2022', '2022-08-24'],
    ['24 August 2022', '2022-08-24'],
    ['24-Aug-2022', '2022-08-24'],
    ['August 2022', '2022-08'],
    ['January 2023', '2023-01'],
    ['5/1/27', '2023-01-27'],
    ['4.8.24', '2022-08-24'],
    ['22.8.24', '2022-08-24'],
    ["'22.8.24", '2022-08-24'],
    ['5年1月27日', '2023-01-27'],
    ['令和四年八月二十四日', '2022-08-24'],
    ['令和四年十月十日', '2022-10-10'],
    ['二〇二三年一月三十一日', '2023-01-31'],
    ['①8/24', '2022-08-24'],
    ['※8/24', '2022-08-24'],
    ['8/24①', '2022-08-24'],
    ['[8/24]', '2022-08-24'],
    ['2023-03-31', '2023-03-31'],
    ['2022-04', '2022-04'],
  ])('%s is %s', (text, date) => {
    expect(readWhen(text, YEAR)).toEqual({ ...UNKNOWN_WHEN, date });
  });

  it.each([
    ['', {}],
    ['未定', {}],
    ['日程調整中', {}],
    ['－', {}],
    ['中止', { state: 'cancelled' }],
    ['8月24日(水)午後', { date: '2022-08-24', half: '午後' }],
    ['8/24午前', { date: '2022-08-24', half: '午前' }],
    ['8/24 am', { date: '2022-08-24', half: '午前' }],
    ['8/24 PM', { date: '2022-08-24', half: '午後' }],
    ['8/24（午後）', { date: '2022-08-24', half: '午後' }],
    ['R4.8.24 13:30～15:00', { date: '2022-08-24', startTime: '13:30', endTime: '15:00' }],
    ['8/24（13:30～15:00）', { date: '2022-08-24', startTime: '13:30', endTime: '15:00' }],
    ['8/24 10時', { date: '2022-08-24', startTime: '10:00' }],
    ['2022-08-24T10:30', { date: '2022-08-24', startTime: '10:30' }],
    ['8/24(予定)', { date: '2022-08-24', state: 'planned' }],
    ['8/24 中止', { date: '2022-08-24', state: 'cancelled' }],
    ['8/24→中止', { date: '2022-08-24', state: 'cancelled' }],
    ['→中止', { state: 'cancelled' }],
    [
      '8/24（コロナのため延期）',
      { date: '2022-08-24', state: 'postponed', reason: 'コロナのため延期' },
    ],
    ['12/26～27', { date: '2022-12-26', endDate: '2022-12-27' }],
    ['12/26から27', { date: '2022-12-26', endDate: '2022-12-27' }],
    ['12月26日(月)・27日(火) 午後', { date: '2022-12-26', endDate: '2022-12-27', half: '午後' }],
    ['8/3～4 10:00', { date: '2022-08-03', endDate: '2022-08-04', startTime: '10:00' }],
  ])('%j says %j', (text, said) => {
    expect(readWhen(text, YEAR)).toEqual({ ...UNKNOWN_WHEN, ...said });
  });

  it.each([
    // [what it says, the date that is taken, what stays for the remarks, what is asked]
    ['8月24日(木)', '2022-08-24', '', ['(木)とありますが、8/24は(水)です。']],
    ['2021-03-31', '2021-03-31', '', [OUTSIDE]],
    ['2022-03', '2022-03', '', [OUTSIDE]],
    ['2023-04-01', '2023-04-01', '', [OUTSIDE]],
    ['3.1.27', '2021-01-27', '', [OUTSIDE]],
    ['30.1.27', '2048-01-27', '', [OUTSIDE]],
    ['44797', '2022-08-24', '', [serial('44797')]],
    ['44797.5', '2022-08-24', '', [serial('44797.5')]],
    ['36526', '2000-01-01', '', [serial('36526'), OUTSIDE]],
    ['73050', '2099-12-31', '', [serial('73050'), OUTSIDE]],
    ['8/24/2022', '2022-08-24', '', [american('8/24/2022')]],
    ['8/24/22', '2022-08-24', '', [american('8/24/22')]],
    ['8/24/2019', '2019-08-24', '', [american('8/24/2019'), OUTSIDE]],
    ['8月上旬', '2022-08', '上旬', [beyond('上旬')]],
    ['8/24頃', '2022-08-24', '頃', [beyond('頃')]],
    ['8/24 4', '2022-08-24', '4', [beyond('4')]],
    ['8～9月', '2022-08', '~9月', [beyond('~9月')]],
    ['～8/4', '2022-08-04', '～8/4', [beyond('～8/4')]],
    ['見込み 10/14', '2022-10-14', '見込み 10/14', [sureness('見込み')]],
    ['【仮】10/14', '2022-10-14', '【仮】10/14', [sureness('仮')]],
    ['（予定日）10/14', '2022-10-14', '（予定日）10/14', [sureness('予定日')]],
    ['随時', '', '随時', [vague('随時')]],
    ['毎月第2水曜', '', '毎月第2水曜', [vague('毎月第2水曜')]],
    ['令和4年度', '', '令和4年度', [vague('令和4年度')]],
    ['10/6→10/13', '2022-10-13', '10/6→10/13', [movedFrom('「10/6」')]],
    ['10/6→13', '2022-10-13', '10/6→13', [movedFrom('「10/6」')]],
    ['10/6→13日(木)', '2022-10-13', '10/6→13日(木)', [movedFrom('「10/6」')]],
    ['10/6から10/13に変更', '2022-10-13', '10/6から10/13に変更', [movedFrom('「10/6」')]],
    ['10/6（10/13に変更）', '2022-10-13', '10/6（10/13に変更）', [movedFrom('「10/6」')]],
    ['8/3(→8/10)', '2022-08-10', '8/3(→8/10)', [movedFrom('「8/3」')]],
    ['延期→10/13', '2022-10-13', '延期→10/13', [movedFrom('はじめの日')]],
    ['10/6(中止→10/13)', '2022-10-13', '10/6(中止→10/13)', [movedFrom('「10/6」')]],
    ['10/6→10/13→10/20', '2022-10-20', '10/6→10/13→10/20', [movedFrom('「10/6」')]],
    ['10/6→いつか', '2022-10-06', '10/6→いつか', [beyond('10/6→いつか')]],
    ['8月→20', '2022-08', '8月→20', [beyond('8月→20')]],
  ])('%s is taken as %j, with %j beside it', (text, date, rest, doubts) => {
    expect(readWhen(text, YEAR)).toEqual({ ...UNKNOWN_WHEN, date, rest, doubts });
  });

  it.each([
    ...['説明会', '----', 'いつか→10/6', '8/24x', '36525', '73051', 'xyz-22', '8/24/21'],
    ...['2/30/22', '未定です', '13月'],
  ])('%s is no date', (text) => {
    expect(readWhen(text, YEAR)).toBeNull();
  });

  it('that holds a story behind its date is kept whole', () => {
    const text = `8/24 ${'説'.repeat(200)}`;
    const found = readWhen(text, YEAR);
    expect([found?.date, found?.rest]).toEqual(['2022-08-24', text]);
    expect(found?.doubts).toEqual([beyond(`${'説'.repeat(29)}…`)]);
    expect(readWhen(`8/24${'x'.repeat(200)}`, YEAR)).toBeNull();
    // What was read to the end is told once, with all that stands behind it.
    const spaced = readWhen(`8/24${' '.repeat(200)}`, YEAR);
    expect(spaced?.doubts).toHaveLength(1);
  });

  it.each([
    ['未定', true],
    ['日時未定', true],
    [' 不明 ', true],
    ['-', true],
    ['ーーー', true],
    ['----', false],
    ['未定です', false],
    ['', false],
  ])('%j says that nobody knows: %s', (text, expected) => {
    expect(isUnknown(text)).toBe(expected);
  });

  it('is told why it is no date', () => {
    expect(whyNoDate('2/30', YEAR)).toContain('2月は28日まで');
    expect(whyNoDate('8/24', YEAR)).toBe('');
  });
});

describe('a date out of columns of its parts', () => {
  const above = { year: 'R4', month: '8' };
  it.each([
    // [the row, what stood above, the date's text, what the next row may leave out]
    [{ year: 'R4', month: '8', day: '24' }, NO_PARTS, 'R4年8月24日', above],
    [{ year: '', month: '', day: '24' }, above, 'R4年8月24日', above],
    [{ year: '', month: '9', day: '2' }, above, 'R4年9月2日', { year: 'R4', month: '9' }],
    [{ year: 'R5', month: '', day: '3' }, above, 'R5年8月3日', { year: 'R5', month: '8' }],
    [{ month: '', day: '' }, above, '', above],
    [{ month: '8', day: '' }, NO_PARTS, '8月', { year: '', month: '8' }],
    [
      { year: '4', month: '８月', day: '24日' },
      NO_PARTS,
      '2022年8月24日',
      { year: '4', month: '8月' },
    ],
    [
      { year: '2022年', month: '8', day: '24' },
      NO_PARTS,
      '2022年8月24日',
      { year: '2022年', month: '8' },
    ],
    [
      { year: '令和4年度', month: '8', day: '24' },
      NO_PARTS,
      '令和4年度8月24日',
      { year: '令和4年度', month: '8' },
    ],
    [{ month: '2022/8', day: '24' }, NO_PARTS, '2022年8月24日', { year: '', month: '2022/8' }],
    [{ month: '8', day: '24', weekday: '水' }, NO_PARTS, '8月24日(水)', { year: '', month: '8' }],
    [
      { month: '8', day: '24(水)', weekday: '(水曜日)' },
      NO_PARTS,
      '8月24日(水)',
      { year: '', month: '8' },
    ],
    [
      { month: '8', day: '24', weekday: '（水曜）' },
      NO_PARTS,
      '8月24日(水)',
      { year: '', month: '8' },
    ],
    [{ month: '8', day: '24', weekday: '祝' }, NO_PARTS, '8月24日', { year: '', month: '8' }],
    [{ month: '8', day: '上旬', weekday: '水' }, NO_PARTS, '8月上旬', { year: '', month: '8' }],
    [{ month: '随時', day: '' }, NO_PARTS, '随時', { year: '', month: '随時' }],
    [{ month: '8～9月', day: '頃' }, NO_PARTS, '8~9月頃', { year: '', month: '8~9月' }],
    [{ year: 'R4', when: '8/24' }, NO_PARTS, 'R4年8/24', { year: 'R4', month: '' }],
    [{ year: '4', when: '2022/8/24' }, NO_PARTS, '2022/8/24', { year: '4', month: '' }],
    [{ year: '4', day: '8/24' }, NO_PARTS, '2022年8/24', { year: '4', month: '' }],
    [{ when: '8/24' }, above, 'R4年8/24', above],
    [{ when: '8/24' }, NO_PARTS, '8/24', NO_PARTS],
  ])('%j below %j', (texts, before, text, parts) => {
    expect(joinDateParts({ texts } as Parameters<typeof joinDateParts>[0], before)).toEqual({
      ...{ text, parts },
    });
  });
});
