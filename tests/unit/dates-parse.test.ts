import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseFiscalYear,
  parsePartialDate,
  parseTime,
  parseTimeRange,
} from '#shared/dates/parse.ts';
import { fiscalYear, isPartialDate } from '#shared/dates/types.ts';

const context = { fiscalYear: fiscalYear(2022) };

const problemOf = (text: string) => {
  const parsed = parsePartialDate(text, context);
  return parsed.ok ? expect.fail(`${text} was read as ${parsed.value.date}`) : parsed.error;
};

describe('a typed date', () => {
  it.each([
    ['R4.8.24', '2022-08-24'],
    ['r4.8.24', '2022-08-24'],
    ['R.4.8.24', '2022-08-24'],
    ['R4/8/24', '2022-08-24'],
    ['R4-8-24', '2022-08-24'],
    ['令4.8.24', '2022-08-24'],
    ['令和4年8月24日(水)', '2022-08-24'],
    ['令和４年８月２４日（水）', '2022-08-24'],
    ['令和 4 年 8 月 24 日', '2022-08-24'],
    ['㋿4年8月24日', '2022-08-24'],
    ['令和元年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['H30.1.1', '2018-01-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['平成35年8月24日', '2023-08-24'],
    ['平成37年1月1日', '2025-01-01'],
    ['2022/8/24', '2022-08-24'],
    ['２０２２／８／２４', '2022-08-24'],
    ['2022-08-24', '2022-08-24'],
    ['2022−08−24', '2022-08-24'],
    ['20220824', '2022-08-24'],
    ['2022年8月24日', '2022-08-24'],
    ['8/24', '2022-08-24'],
    ['８／２４', '2022-08-24'],
    ['8月24日', '2022-08-24'],
    ['08-24', '2022-08-24'],
    ['2/13', '2023-02-13'],
    ['3/31', '2023-03-31'],
    ['4/1', '2022-04-01'],
    ['2022年8月', '2022-08'],
    ['令和4年8月', '2022-08'],
    ['R4.8', '2022-08'],
    ['2022/8', '2022-08'],
    ['8月', '2022-08'],
    ['１月', '2023-01'],
    ['令和4年度11月', '2022-11'],
    ['令和4年度2月', '2023-02'],
    ['', ''],
    ['　', ''],
    ['未定', ''],
  ])('may be %s', (text, date) => {
    expect(parsePartialDate(text, context)).toMatchObject({ ok: true, value: { date } });
  });

  it('takes 2/29 in a fiscal year whose February has it, and only there', () => {
    expect(parsePartialDate('2/29', { fiscalYear: fiscalYear(2023) })).toMatchObject({
      value: { date: '2024-02-29' },
    });
    expect(problemOf('2/29').happened).toBe(
      '「2/29」という日はありません。令和5年2月は28日までです。',
    );
  });

  it('that does not exist is refused, saying what is wrong, what is safe and what to do', () => {
    expect(problemOf('R4.2.30')).toEqual({
      code: 'invalid-input',
      happened: '「R4.2.30」という日はありません。令和4年2月は28日までです。',
      safe: 'ほかの入力はそのまま残っています。',
      todo: '日を確かめて入力し直してください。',
    });
    expect(problemOf('13/1').happened).toBe('「13/1」の13月はありません。');
    expect(problemOf('令和0年1月1日').happened).toContain('の年は扱えません');
    expect(problemOf('0022/8/24').happened).toContain('の年は扱えません');
  });

  it.each([
    'あした',
    '8月上旬',
    '24',
    '2022',
    '8/24/1',
    '4.8.24',
    '二〇二二年',
    '8/',
    '<b>8/24</b>',
  ])('is not %s', (text) => {
    expect(problemOf(text).happened).toBe(`「${text}」は日付として読み取れません。`);
  });

  it('needs a year where no fiscal year is given', () => {
    expect(parsePartialDate('8/24', {})).toMatchObject({
      ok: false,
      error: { happened: '「8/24」には年がありません。' },
    });
  });

  it.each([
    '8/24(水)',
    '8/24（水・祝）',
    '8月24日水曜日',
    '8月24日水曜',
    '8月24日 水',
    '8/24 水',
    '8月24日㈬',
  ])('may have its weekday: %s', (text) => {
    expect(parsePartialDate(text, context)).toEqual({
      ok: true,
      value: { date: '2022-08-24', weekday: { typed: '水', actual: '水', agrees: true } },
    });
  });

  it('with a weekday that disagrees is kept, and the weekday is pointed out', () => {
    expect(parsePartialDate('8月24日(木)', context)).toEqual({
      ok: true,
      value: { date: '2022-08-24', weekday: { typed: '木', actual: '水', agrees: false } },
    });
  });

  it('never takes the 日 of a day, nor the 月 of a month, for a weekday', () => {
    for (const text of ['8月24日', '8月', '2022年8月']) {
      expect(parsePartialDate(text, context)).not.toHaveProperty('value.weekday');
    }
    expect(parsePartialDate('8月28日日', context)).toMatchObject({
      value: { weekday: { agrees: true } },
    });
    expect(parsePartialDate('8/29月', context)).toMatchObject({
      value: { weekday: { agrees: true } },
    });
  });

  it('of any text at all gives a date or a message, and quotes no flood of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const parsed = parsePartialDate(text, context);
        expect(
          parsed.ok ? isPartialDate(parsed.value.date) : parsed.error.happened.length < 120,
        ).toBe(true);
      }),
    );
    expect(problemOf('8'.repeat(10_000)).happened.length).toBeLessThan(60);
  });
});

describe('a typed fiscal year', () => {
  it.each([
    ['令和4年度', 2022],
    ['令和４年度', 2022],
    ['R4', 2022],
    ['令4', 2022],
    ['2022', 2022],
    ['2022年度', 2022],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['平成35年度', 2023],
  ])('may be %s', (text, year) => {
    expect(parseFiscalYear(text)).toEqual({ ok: true, value: year });
  });

  it.each(['', '4', '来年度', '令和0年度', '令和4年8月'])('is not %s', (text) => {
    expect(parseFiscalYear(text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });
});

describe('a typed time', () => {
  it.each([
    ['13:30', '13:30'],
    ['１３：３０', '13:30'],
    ['１３時半', '13:30'],
    ['13時30分', '13:30'],
    ['13時', '13:00'],
    ['1330', '13:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['午後1時30分', '13:30'],
    ['午後1:30', '13:30'],
    ['午後13時', '13:00'],
    ['午後0時15分', '12:15'],
    ['午前9時', '09:00'],
    ['1:30pm', '13:30'],
    ['正午', '12:00'],
    ['0:00', '00:00'],
    ['', ''],
  ])('may be %s', (text, time) => {
    expect(parseTime(text)).toEqual({ ok: true, value: time });
  });

  it.each(['24:00', '13:60', '午前12時', '午前13時', 'ひる', '13:3', '99999'])(
    'is not %s',
    (text) => {
      expect(parseTime(text)).toMatchObject({
        ok: false,
        error: { happened: `「${text}」は時刻として読み取れません。` },
      });
    },
  );

  it.each([
    ['13:30～16:00', '13:30', '16:00'],
    ['13:30〜16:00', '13:30', '16:00'],
    ['13:30-16:00', '13:30', '16:00'],
    ['１３：３０ー１６：００', '13:30', '16:00'],
    ['13:30-', '13:30', ''],
    ['13:30～', '13:30', ''],
    ['13:30', '13:30', ''],
    ['～16:00', '', '16:00'],
    ['13時半から16時まで', '13:30', '16:00'],
    ['午後1時30分～4時', '13:30', '16:00'],
    ['午前10時～正午', '10:00', '12:00'],
    ['午前10時～午後3時', '10:00', '15:00'],
    ['', '', ''],
  ])('may have an end: %s', (text, start, end) => {
    expect(parseTimeRange(text)).toEqual({ ok: true, value: { start, end } });
  });

  it('may not end before it starts', () => {
    expect(parseTimeRange('16:00～13:30')).toMatchObject({
      ok: false,
      error: { happened: '「16:00～13:30」は、終わりの時刻が始まりより前です。' },
    });
    expect(parseTimeRange('13:30～15:00～16:00').ok).toBe(false);
  });
});
