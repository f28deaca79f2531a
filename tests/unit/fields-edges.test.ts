import { describe, expect, it } from 'vitest';
import { fiscalYear } from '#shared/dates/types.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import { choiceWords, defineCollection } from '#shared/domain/record/collection.ts';
import {
  choice,
  count,
  flag,
  hidden,
  line,
  order,
  paragraph,
  partialDate,
  plainNumber,
  reference,
  timeOfDay,
  type ValueField,
  yearField,
} from '#shared/domain/record/field.ts';
import { problemWords, type Result } from '#shared/result.ts';

const place = line('場所', { limit: 3 });
const item = line('項目', { called: '次第の項目', isRequired: true });
const long = line('名前', { limit: 1000 });
const remarks = paragraph('備考', { limit: 3 });
const source = paragraph('出典', { called: '記録の出典', limit: 1000 });
const day = partialDate('日付');
const begun = partialDate('着任', { called: '着任の日' });
const time = timeOfDay('開始');
const heads = count('出席の計');
const others = count('人数', { called: '住民の人数' });
const percent = plainNumber('割合');
const state = choice('状態', ['open', 'held'], 'open', { open: '未', held: '実施' });
const isOpen = flag('公開');
const meeting = reference('会合', 'meetings');

/** The value, or what is said of it and what to do. */
const told = <V>(result: Result<V>): unknown => {
  if (result.ok) return result.value;
  const { happened, todo } = result.error;
  return `${happened}${todo}`;
};

const context = { fiscalYear: fiscalYear(2022) } as Parameters<ValueField['read']>[1];
const DAYS = 'という日はありません。';
const UNREAD = '住民の人数が読み取れません。0以上の整数で入力してください。';

describe('a value as it may be stored', () => {
  it.each([
    [place, ' 町\n役 ', '町 役'],
    [place, '町役場', '町役場'],
    [place, '𠮷𠮷𠮷', '𠮷𠮷𠮷'],
    [
      place,
      '町役場だ',
      '場所が長すぎます（4文字）。3文字までにしてください。くわしい内容は記録の本文に書けます。',
    ],
    [
      long,
      '名'.repeat(1001),
      '名前が長すぎます（1,001文字）。1,000文字までにしてください。くわしい内容は記録の本文に書けます。',
    ],
    [place, '', ''],
    [item, ' ', '次第の項目が入っていません。次第の項目を入力してください。'],
    [item, '開会', '開会'],
    [remarks, ' \n ', ' \n '],
    [remarks, '𠮷𠮷𠮷', '𠮷𠮷𠮷'],
    [
      remarks,
      '𠮷𠮷𠮷𠮷',
      '備考が長すぎます（4文字）。3文字までにしてください。くわしい内容は記録の本文に書けます。',
    ],
    [
      source,
      '名'.repeat(1001),
      '記録の出典が長すぎます（1,001文字）。1,000文字までにしてください。くわしい内容は記録の本文に書けます。',
    ],
    [day, '', ''],
    [day, '2022-08', '2022-08'],
    [day, '2022-02-29', `「2022-02-29」${DAYS}日付を確かめてください。`],
    [begun, '春', `「春」${DAYS}着任の日を確かめてください。`],
    [time, '', ''],
    [time, '09:30', '09:30'],
    [time, '25:00', '「25:00」は時刻として読み取れません。「13:30」のように入力してください。'],
    [heads, null, null],
    [heads, 0, 0],
    [heads, 9_999_999, 9_999_999],
    [others, 10_000_000, UNREAD],
    [others, -1, UNREAD],
    [others, 1.5, UNREAD],
    [heads, Number.NaN, '出席の計が読み取れません。0以上の整数で入力してください。'],
    [percent, null, null],
    [percent, -1.5, -1.5],
    [percent, Number.POSITIVE_INFINITY, '割合が読み取れません。数字で入力してください。'],
    [state, 'held', 'held'],
    [state, 'gone', '「gone」という状態はありません。状態を選び直してください。'],
    [isOpen, true, true],
    [meeting, '', ''],
    [meeting, 'abc123', 'abc123'],
    [meeting, 'A/b', '会合が見つかりません。削除されていないか確かめてください。'],
    [order(), 'a0', 'a0'],
    [hidden('控え'), ' {} ', ' {} '],
  ] as const)('%#', (field, value, expected) => {
    expect(told((field as ValueField).check(value))).toEqual(expected);
  });
});

describe('what somebody typed into a field', () => {
  it.each([
    [place, ' 町 役 ', '町 役'],
    [remarks, ' 町 ', ' 町 '],
    [day, '8月24日', '2022-08-24'],
    [day, '', ''],
    [time, ' ', ''],
    [time, '9時半', '09:30'],
    [heads, ' ', null],
    [heads, '計46名', 46],
    [percent, ' ', null],
    [percent, '１２', 12],
    [percent, '-3', -3],
    [percent, '三', '割合が読み取れません。数字で入力してください。'],
    [state, ' 実施 ', 'held'],
    [state, '実', '「実」という状態はありません。状態を選び直してください。'],
    [isOpen, ' はい ', true],
    [isOpen, '○', true],
    [isOpen, 'true', true],
    [isOpen, '有無', false],
    [isOpen, '111', false],
    [isOpen, 'いいえ', false],
    [isOpen, '', false],
    [meeting, 'abc', 'abc'],
  ] as const)('%#', (field, typed, expected) => {
    expect(told((field as ValueField).read(typed, context))).toEqual(expected);
  });
  it('a day that none can be is refused', () => {
    expect(day.read('2月30日', context).ok).toBe(false);
  });
});

describe('a value as people read it', () => {
  it.each([
    [place, '町役場', '町役場'],
    [day, '', ''],
    [day, '2022-08', '令和4年8月'],
    [day, '春', '春'],
    [time, '09:30', '9:30'],
    [time, '10:00', '10:00'],
    [time, '', ''],
    [heads, null, ''],
    [heads, 0, '0人'],
    [percent, null, ''],
    [percent, 1234.5, '1,234.5'],
    [yearField('年度'), null, ''],
    [yearField('年度'), 2022, '令和4年度'],
    [yearField('年度'), 0.5, '0.5'],
    [state, 'held', '実施'],
    [state, 'gone', 'gone'],
    [state, 'toString', 'toString'],
    [isOpen, true, 'はい'],
    [isOpen, false, ''],
    [meeting, 'abc', ''],
    [order(), 'a0', ''],
  ] as const)('%#', (field, value, expected) => {
    expect((field as ValueField).words(value)).toBe(expected);
  });
});

describe('the values of a record', () => {
  const collection = defineCollection({
    name: 'programmeItems',
    home: 'case',
    what: '次第',
    fields: { text: item, place, bare: { ...state, names: undefined }, state },
  });
  it('are cleaned, and what is not a field of one value stays', () => {
    const given = { place: ' 町 ', other: ' x ', text: undefined };
    expect(told(checkValues(collection, given))).toEqual({ place: '町', other: ' x ' });
  });
  it('of a new record must have what it cannot do without', () => {
    const refused = checkValues(collection, { place: '町' }, true);
    expect(refused).toMatchObject({ ok: false, error: { field: 'text' } });
    expect(checkValues(collection, { place: '町' }).ok).toBe(true);
    expect(told(checkValues(collection, { text: '開会' }, true))).toEqual({ text: '開会' });
  });
  it.each([
    ['state', 'held', '実施'],
    ['state', 'gone', 'gone'],
    ['bare', 'held', 'held'],
    ['place', 'held', 'held'],
    ['unknown', 'held', 'held'],
  ])('in words: %s, %s', (field, value, words) => {
    expect(choiceWords(collection, field, value)).toBe(words);
  });
  it('say of a refused one what happened and what to do', () => {
    const refused = checkValues(collection, { place: '町役場だ' });
    expect(refused.ok ? '' : problemWords(refused.error)).toContain('場所が長すぎます');
  });
});
