import { describe, expect, it } from 'vitest';
import { fiscalYear, type PartialDate } from '#shared/dates/types.ts';
import {
  type Content,
  kindOfWord,
  partLabelOf,
  readContent,
  withoutBullet,
} from '#shared/domain/import/read-content.ts';
import { UNKNOWN_WHEN } from '#shared/domain/import/read-when.ts';

const NOTHING: Content = {
  ...{ kind: 'other', ordinal: '', round: null, parts: [], title: '', state: null, reason: '' },
  ...{ aim: '', when: null, doubts: [], problems: [] },
};
const on = (date: string): Content['when'] => ({ ...UNKNOWN_WHEN, date: date as PartialDate });
const NO_KIND = '会合の種類を読み取れないため「その他」にします。';
const SEVERAL = '1つの欄に会合がいくつもあるようです。分けて取り込むときは、行を分けてください。';
const read = (text: string, about = ''): Content =>
  readContent(text, fiscalYear(2022), about as PartialDate);

describe('what a cell says of a meeting', () => {
  it.each([
    // [the cell, what is known of the meeting]
    ['0.5次ミーティング(8/3)', { kind: 'preMeeting', ordinal: '0.5', when: on('2022-08-03') }],
    ['①1.5次打合せ', { kind: 'preMeeting', ordinal: '1.5' }],
    ['1回目支援(8/24)', { kind: 'session', round: 1, when: on('2022-08-24') }],
    ['第１回　支援', { kind: 'session', round: 1 }],
    ['二回目支援', { kind: 'session', round: 2 }],
    ['③回支援', { kind: 'session', round: 3 }],
    ['99回目支援', { kind: 'session', round: 99 }],
    ['第2回支援【中止】', { kind: 'session', round: 2, state: 'cancelled' }],
    [
      '【中止】第2回支援(8/24)',
      { kind: 'session', round: 2, state: 'cancelled', when: on('2022-08-24') },
    ],
    [
      '第2回支援(8/24)（大雨のため延期）',
      {
        kind: 'session',
        round: 2,
        state: 'postponed',
        reason: '大雨のため延期',
        when: on('2022-08-24'),
      },
    ],
    [
      '第2回支援【中止】(8/24)',
      { kind: 'session', round: 2, state: 'cancelled', when: on('2022-08-24') },
    ],
    [
      '3回目支援（午前の部）',
      { kind: 'session', round: 3, parts: [{ label: '午前の部', title: '' }] },
    ],
    ['3回目支援①', { kind: 'session', round: 3, parts: [{ label: '①', title: '' }] }],
    ['1回目支援「統合」', { kind: 'session', round: 1, title: '「統合」' }],
    ['・視察(8/3)', { kind: 'siteVisit', title: '視察', when: on('2022-08-03') }],
    ['1回目支援事前ミーティング', { kind: 'preMeeting', title: '1回目支援事前ミーティング' }],
    ['意見交換会(未定)', { kind: 'exchange', title: '意見交換会', when: UNKNOWN_WHEN }],
    ['意見交換会（町役場）', { kind: 'exchange', title: '意見交換会（町役場）' }],
    ['協議(随時)', { kind: 'consultation', title: '協議(随時)' }],
    ['説明会の報告会', { kind: 'briefing', title: '説明会の報告会' }],
    ['課内協議', { kind: 'internal', title: '課内協議' }],
    ['説明会\n（8/3）', { kind: 'orientation', title: '説明会', when: on('2022-08-03') }],
    [
      '説明会\n\n（8/3）\n目的',
      { kind: 'orientation', title: '説明会', aim: '目的', when: on('2022-08-03') },
    ],
    [
      '説明会\n続き\n（8/3）\n目的',
      { kind: 'orientation', title: '説明会', aim: '続き（8/3）\n目的' },
    ],
    [
      '説明会\n \nねらい1\nねらい2 ',
      { kind: 'orientation', title: '説明会', aim: 'ねらい1\nねらい2' },
    ],
    // What it was called stands below a number, or part by part; below a name it is kept as it stands.
    ['0.5次ミーティング\n「顔合わせ」', { kind: 'preMeeting', ordinal: '0.5', title: '顔合わせ' }],
    [
      '0.5次ミーティング\n「甲」\n「乙」\n目的',
      { kind: 'preMeeting', ordinal: '0.5', title: '甲', aim: '「乙」\n目的' },
    ],
    [
      '1回目支援\n午前:「甲」\n第1部：「乙」\n目的',
      {
        ...{ kind: 'session', round: 1, aim: '目的' },
        parts: [
          { label: '午前の部', title: '甲' },
          { label: '第1部', title: '乙' },
        ],
      },
    ],
    [
      '1回目支援\n「全体」\n町民向け:「甲」',
      { kind: 'session', round: 1, aim: '「全体」', parts: [{ label: '町民向け', title: '甲' }] },
    ],
    ['視察\n「町の取組」', { kind: 'siteVisit', title: '視察', aim: '「町の取組」' }],
    ['視察\n午前:「甲」', { kind: 'siteVisit', title: '視察', aim: '午前:「甲」' }],
    ['懇談会', { title: '懇談会', doubts: [NO_KIND] }],
    ['(8/3)', { title: '(8/3)', doubts: [NO_KIND] }],
    ['', { title: '', doubts: [NO_KIND] }],
    [
      '0.5次と1.5次の会議',
      { kind: 'preMeeting', ordinal: '0.5', title: 'と1.5次の会議', doubts: [SEVERAL] },
    ],
    [
      '1回目支援、2回目支援',
      { kind: 'session', round: 1, title: '、2回目支援', doubts: [SEVERAL] },
    ],
    ['1回目支援 令和5次年度', { kind: 'session', round: 1, title: '令和5次年度' }],
  ] as const)('%j', (text, said) => {
    expect(read(text)).toEqual({ ...NOTHING, ...said });
  });

  it.each([
    ['1000次ミーティング', ['「1000」はミーティングの番号として読み取れません。']],
    ['100回目支援', ['第100回という支援の回はありません。']],
    ['0回目支援', ['第0回という支援の回はありません。']],
    ['字'.repeat(201), ['内容が長すぎます（201文字）。会合の名前は200文字までです。']],
    ['字'.repeat(1001), ['内容が長すぎます（1,001文字）。会合の名前は200文字までです。']],
    ['字'.repeat(200), []],
    ['説明会(8/32)', [expect.stringContaining('8/32')]],
    ['説明会(8/32の資料)', []],
  ])('%# cannot be taken in as it is', (text, problems) => {
    expect(read(text).problems).toEqual(problems);
  });

  it.each([
    ['説明会(3日)', '2022-08', '説明会', '2022-08-03', []],
    ['説明会(3日(水))', '2022-08-24', '説明会', '2022-08-03', []],
    ['説明会(24)', '2022-08', '説明会(24)', undefined, []],
    [
      '説明会(3日)',
      '',
      '説明会(3日)',
      undefined,
      ['「3日」の月が分からないため、名前に残します。'],
    ],
  ])('%s in a row of %j', (text, about, title, date, doubts) => {
    const content = read(text, about);
    expect([content.title, content.when?.date, content.doubts]).toEqual([title, date, doubts]);
  });

  it.each([
    [' (午前の部) ', '午前の部'],
    ['午後', '午後の部'],
    ['夜間', '夜間'],
    ['第1部', '第1部'],
    ['第1部②', '第1部②'],
    ['①', '①'],
    ['午前中', ''],
    ['', ''],
  ])('%j is the part %j', (text, part) => {
    expect(read(`1回目支援\n${text.trim()}:「甲」`).parts[0]?.label ?? '').toBe(
      part === '' ? text.trim() : part,
    );
    if (part !== '') expect(partLabelOf(text)).toBe(part);
  });

  it.each([
    ['・甲', '甲'],
    ['●　甲', '甲'],
    ['○○町', '○○町'],
    ['○', '○'],
    ['①甲', '①甲'],
  ])('%j without its bullet is %j', (line, bare) => {
    expect(withoutBullet(line)).toBe(bare);
  });

  it.each([
    ['意見交換', 'exchange'],
    ['現地視察', 'siteVisit'],
    ['伴走支援', 'session'],
    ['支援の準備', null],
    ['懇談', null],
  ])('%s is the kind %j', (word, kind) => {
    expect(kindOfWord(word)).toBe(kind);
  });
});
