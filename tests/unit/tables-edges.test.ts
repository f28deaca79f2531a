import { describe, expect, it } from 'vitest';
import { fiscalYear, type PartialDate } from '#shared/dates/types.ts';
import { MEETING_KINDS, type MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { comparedRounds, comparisonName } from '#shared/domain/tables/comparison.ts';
import type { Entry } from '#shared/domain/tables/entries.ts';
import { tableOptions } from '#shared/domain/tables/material.ts';
import {
  columnsFor,
  optionsOf,
  usualOptions,
  widthsFor,
  withWidth,
  writeWidths,
} from '#shared/domain/tables/options.ts';
import { participantsOf } from '#shared/domain/tables/participants.ts';
import { sourcesOf } from '#shared/domain/tables/sources.ts';
import { cell, markRepeats, textCell } from '#shared/domain/tables/table.ts';
import { toHtml } from '#shared/domain/tables/to-html.ts';
import {
  bracketDate,
  captionWords,
  dateWords,
  entryWords,
  fiscalYearWords,
  halfOfDay,
  partWords,
  roundWords,
  stateWords,
  supporterWords,
} from '#shared/domain/tables/words.ts';
import {
  attendanceRow,
  builder,
  caseRow,
  meetingRow,
  members,
  organizationRow,
  personRow,
  postRow,
  preMeeting,
  roundRow,
  session,
} from '../support/rows.ts';
import { NOTHING, textsOf } from '../support/tables.ts';

const YEAR = fiscalYear(2022);
const entryOf = (meetings: readonly MeetingRow[], more: Partial<Entry> = {}): Entry => ({
  meetings: meetings as Entry['meetings'],
  ...{ round: null, isPartly: false, date: '', endDate: '', state: 'held' },
  ...more,
});

describe('how a table is to look', () => {
  const row = builder(tableOptions);
  it.each([
    ['comparison', 'landscape', 'monthDay', true, []],
    ['detail', 'landscape', 'monthDay', true, ['internal', 'siteVisit']],
    ['flow', 'landscape', 'monthDay', true, []],
    ['roster', 'portrait', 'monthDay', true, []],
    ['record', 'portrait', 'japanese', false, []],
  ] as const)('%s, while nobody has said', (id, orientation, dates, fit, hidden) => {
    const usual = { orientation, dates, fit, hiddenKinds: hidden, hiddenRounds: [], widths: [] };
    expect(usualOptions(id)).toMatchObject({ ...usual, shownFields: [], meeting: '' });
    expect(optionsOf(id, [])).toEqual(usualOptions(id));
  });

  it('is what is kept for that table, and not in the bin', () => {
    const kept = row('detail', {
      dates: 'short',
      hiddenKinds: members('exchange', 'session', 'unheard'),
      hiddenRounds: members('r1'),
      shownFields: members('place', 'aim', 'unheard'),
      widths: '40 60',
    });
    expect(optionsOf('detail', [row('flow', { dates: 'gregorian' }), kept])).toMatchObject({
      ...{ dates: 'short', hiddenRounds: ['r1'], widths: [40, 60] },
      hiddenKinds: MEETING_KINDS.filter((kind) => kind === 'exchange' || kind === 'session'),
    });
    const { shownFields } = optionsOf('detail', [kept]);
    expect(new Set(shownFields)).toEqual(new Set(['place', 'aim']));
    const binned = { ...kept, deletedAt: '2023-01-01T00:00:00Z' };
    expect(optionsOf('detail', [binned])).toEqual(usualOptions('detail'));
    expect(optionsOf('flow', [kept])).toEqual(usualOptions('flow'));
  });

  it.each([
    ['', []],
    ['40 60', [40, 60]],
    [' 40  60 ', [40, 60]],
    ['40 59.01', [40, 59.01]],
    ['40 59', []],
    ['40 61', []],
    ['4 96', [4, 96]],
    ['3.9 96.1', []],
    ['100', [100]],
    ['-4 104', []],
    ['x 100', []],
  ])('has widths %j: %j', (widths, expected) => {
    expect(optionsOf('flow', [row('flow', { widths })]).widths).toEqual(expected);
  });

  it('writes widths as it reads them, and takes those that fit its columns', () => {
    expect(writeWidths([33.333, 66.667])).toBe('33.33 66.67');
    const options = { ...usualOptions('flow'), widths: [40, 60] };
    expect(widthsFor(options, [50, 50])).toEqual([40, 60]);
    expect(widthsFor(options, [30, 30, 40])).toEqual([30, 30, 40]);
    const columns = ['a', 'b'].map((id) => ({ id, label: id, width: 50 }));
    expect(columnsFor(options, columns).map(({ width }) => width)).toEqual([40, 60]);
    expect(columnsFor(usualOptions('flow'), columns)).toEqual(columns);
    expect(withWidth([100], 0, 50)).toEqual([100]);
    expect(withWidth([50, 50], 0, 60)).toEqual([60, 40]);
    expect(withWidth([50, 50], 1, 99)).toEqual([4, 96]);
    expect(withWidth([50, 50], 1, 1)).toEqual([96, 4]);
  });
});

describe('the words of tables', () => {
  it.each([
    [roundWords(roundRow('r', { number: 2 })), '2回目支援'],
    [roundWords(roundRow('r')), '支援（回は未定）'],
    [partWords(' 午前の部 '), '午前'],
    [partWords('の部屋'), 'の部屋'],
    [fiscalYearWords(null, 'japanese'), ''],
    [fiscalYearWords(YEAR, 'gregorian'), '2022年度'],
    [fiscalYearWords(YEAR, 'short'), '令和4年度'],
    [captionWords(NOTHING, '名簿', ''), '益城町　名簿'],
    [captionWords({ ...NOTHING, case: null }, '名簿', '令和4年度'), '名簿　令和4年度'],
  ])('%j', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    // [meeting, options, title]
    [preMeeting('0.5', { title: '別名' }), {}, '0.5次ミーティング'],
    [preMeeting('', { title: ' 事前 ' }), {}, '事前'],
    [preMeeting(''), {}, '事前ミーティング'],
    [meetingRow('m', { kind: 'siteVisit' }), {}, '視察'],
  ])('%# call an entry', (meeting, more, title) => {
    expect(entryWords(entryOf([meeting], more), { parts: true })).toBe(title);
  });

  it.each([
    [true, true, '1回目支援（第1部・第2部）'],
    [true, false, '1回目支援'],
    [false, true, '1回目支援'],
  ])(
    'call parts by name where they are apart (%s) and that is wanted (%s)',
    (isPartly, parts, words) => {
      const both = [' 第1部 ', '', '第2部'].map((partLabel) => session(1, { partLabel }));
      const round = roundRow('r1', { number: 1 });
      expect(entryWords(entryOf(both, { round, isPartly }), { parts })).toBe(words);
      expect(entryWords(entryOf([session(1)], { round, isPartly }), { parts })).toBe('1回目支援');
    },
  );

  it.each([
    ['held', '', true, ''],
    ['planned', '', true, '（予定）'],
    ['postponed', '', true, '（延期）'],
    ['postponed', ' 大雨 ', true, '（大雨により延期）'],
    ['postponed', 'コロナのため延期', true, '（コロナのため延期）'],
    ['postponed', '大雨', false, '（延期）'],
  ] as const)(
    'say of what was %s (%j) why, if wanted: %s',
    (state, stateReason, reasons, words) => {
      const meeting = meetingRow('m', { state, stateReason });
      const twice = entryOf([meeting, meeting, meetingRow('n', { state })], { state });
      expect(stateWords(twice, { reasons })).toBe(words);
    },
  );

  it('say each reason once', () => {
    const of = (stateReason: string) => meetingRow(stateReason, { stateReason });
    const entry = entryOf([of('大雨'), of('選挙')], { state: 'postponed' });
    expect(stateWords(entry, { reasons: true })).toBe('（大雨、選挙により延期）');
  });

  const date = (text: string): PartialDate => text as PartialDate;
  it.each([
    // [day, how, year, until, in words, in brackets]
    ['', 'monthDay', YEAR, '', '', ''],
    ['2022-08-24', 'monthDay', YEAR, '', '8月24日(水)', '(8/24)'],
    ['2022-08-24', 'japanese', YEAR, '', '令和4年8月24日(水)', '(R4.8.24)'],
    ['2022-08-24', 'short', YEAR, '', 'R4.8.24(水)', '(R4.8.24)'],
    ['2022-08-24', 'gregorian', YEAR, '', '2022年8月24日(水)', '(2022/8/24)'],
    ['2022-08', 'short', YEAR, '', 'R4.8', ''],
    ['2022-08', 'monthDay', YEAR, '', '8月', ''],
    ['2022-12-26', 'short', YEAR, '2022-12-27', 'R4.12.26～27', '(R4.12.26～27)'],
    ['2022-12-26', 'monthDay', YEAR, '2022-12-27', '12月26日(月)～27日(火)', '(12/26～27)'],
    ['2022-03-31', 'monthDay', YEAR, '', '令和4年3月31日(木)', '(R4.3.31)'],
    ['2022-03-31', 'gregorian', YEAR, '', '2022年3月31日(木)', '(2022/3/31)'],
    ['2022-08-24', 'monthDay', null, '', '令和4年8月24日(水)', '(R4.8.24)'],
  ] as const)('of %j as %s', (day, dates, year, until, words, brackets) => {
    expect([
      dateWords(date(day), dates, year, date(until)),
      bracketDate(date(day), dates, year, date(until)),
    ]).toEqual([words, brackets]);
  });

  it.each([
    [{ timeNote: ' 夜 ', startTime: '09:00' }, '夜'],
    [{ startTime: '11:59', partLabel: '午後の部' }, '午前'],
    [{ startTime: '12:00' }, '午後'],
    [{ partLabel: ' 午後の部' }, '午後'],
    [{ partLabel: '第1部（午後）' }, ''],
    [{ timeNote: ' ' }, ''],
  ])('of the half of a day: %j', (values, words) => {
    expect(halfOfDay(meetingRow('m', values))).toBe(words);
  });

  it.each([
    ['熊本県', { prefectureName: ' 熊本県 ' }, '県'],
    ['熊本県', { municipalityCode: '434434' }, '県'],
    [' 福岡県 ', { prefectureName: '熊本県' }, '福岡県'],
    ['東京都', { prefectureName: '東京都' }, '都'],
    ['', {}, ''],
    ['熊本県', {}, '熊本県'],
  ])('of who supports: %j', (name, values, words) => {
    expect(supporterWords(name, { ...NOTHING, case: caseRow('c1', values) })).toBe(words);
    expect(supporterWords('AD', { ...NOTHING, case: null })).toBe('AD');
  });

  it.each([
    [[], '回ごとの支援'],
    [[null], '回ごとの支援'],
    [[2], '2回目支援'],
    [[1, 2, 3], '1〜3回目支援'],
    [[1, 3], '1・3回目支援'],
    [[1, 1, 3], '1・3回目支援'],
    [[2, 2], '2回目支援'],
  ])('call the rounds %j %s', (numbers, name) => {
    const rounds = numbers.map((number, at) => roundRow(`r${at}`, { number }));
    expect(comparisonName(rounds)).toBe(name);
  });

  it('compare rounds by number, those of one number by id, and nothing of the bin', () => {
    const rounds = [
      roundRow('d'),
      roundRow('c', { number: 1 }),
      roundRow('b', { number: 2 }),
      roundRow('a', { number: 1 }),
      roundRow('e', { number: 0, deletedAt: '2023' }),
    ];
    expect(comparedRounds(rounds).map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd']);
  });
});

describe('where lines were taken from', () => {
  const of = (source: string, id = source): MeetingRow => meetingRow(id, { source });
  it.each([
    [[of('甲'), of('乙')], [], ['甲', '乙']],
    [
      [of('甲'), of(' 甲\n'), of('')],
      ['乙', '甲'],
      ['甲', '乙'],
    ],
    [[of('表 \n 1')], [], ['表 1']],
    [[of('Excelから取り込み'), of('甲から取り込み ')], [], []],
    [[of('字'.repeat(300))], [], ['字'.repeat(300)]],
    [[of('字'.repeat(301))], [], [`${'字'.repeat(299)}…`]],
  ])('%#', (meetings, more, expected) => {
    expect(sourcesOf([entryOf(meetings)], more)).toEqual(expected);
  });
  it('is told of a round before its sessions', () => {
    const round = roundRow('r', { source: '回' });
    expect(sourcesOf([entryOf([of('甲')], { round })])).toEqual(['回', '甲']);
    expect(sourcesOf([])).toEqual([]);
  });
});

describe('who came to a meeting, in words', () => {
  const rows = {
    ...NOTHING,
    people: [personRow('p', { name: '例', role: 'adviser' }), personRow('q', { name: '見本' })],
    organizations: [organizationRow('o', { name: '包括' }), organizationRow('', { name: '無' })],
    posts: [postRow('x', { person: 'q', organizationName: ' 長寿課 ' })],
  };
  const of = (id: string, values: Parameters<typeof attendanceRow>[1]) =>
    attendanceRow(id, { meeting: 'm', order: id, ...values });
  const p = of('a', { person: 'p', name: '例 花子' });
  const q = of('b', { person: 'q', name: '見本 太郎' });
  it.each([
    // [what the source says, those listed, by name, in words]
    ['38人（町、SC等）', [], false, '38人（町、SC等）'],
    ['計46名 町\n SC', [], false, '46人（町 SC）'],
    ['(町)', [], false, '町'],
    ['多数', [], false, '多数'],
    ['約30人程度', [], false, '約30人程度'],
    ['', [p, q], false, '2人（AD、長寿課）'],
    ['', [p, q], true, '2人（例 花子、見本 太郎）'],
    ['38人（町）', [p], true, '38人（例 花子）'],
    ['38人（町）', [], true, '38人（町）'],
    ['', [of('c', { name: ' 民生委員 ', count: 3 })], false, '3人（民生委員）'],
    ['', [of('c', { person: 'q', name: '見本', organization: 'o' })], false, '1人（包括）'],
    ['', [of('c', { person: 'z', name: '誰', role: 'ministry' })], false, '1人（厚生労働省）'],
    ['', [of('c', { person: 'p', name: '例', role: 'municipality' })], false, '1人（AD）'],
    ['', [of('c', { person: 'z', name: '誰', role: 'other' })], false, '1人'],
    ['', [of('c', { person: 'z', name: '誰', role: 'unknown' })], false, '1人'],
    ['', [of('c', { person: 'p', name: ' ' })], true, '1人（AD）'],
    ['', [{ ...p, deletedAt: '2023' }, of('d', { meeting: 'n', name: '他' })], false, '対象'],
    ['', [q, p], false, '2人（AD、長寿課）'],
  ])('%#: %j', (attendanceText, attendances, names, words) => {
    const heads = Number(/^計?(\d+)[人名]/.exec(attendanceText)?.[1] ?? Number.NaN);
    const meeting = meetingRow('m', {
      ...{ attendanceText, audience: ' 対象 ' },
      headCount: Number.isNaN(heads) ? null : heads,
    });
    const options = { ...usualOptions('comparison'), names };
    const shown = participantsOf(meeting, { ...rows, attendances }, options);
    expect(shown.replace(/（対象）$/, '')).toBe(words);
  });
});

describe('cells', () => {
  it.each([
    ['', []],
    [' \n ', []],
    [' 甲\r\n乙\r丙\n丁 ', ['甲', '乙', '丙', '丁']],
  ])('of the text %j', (text, lines) => {
    expect(textCell(text).lines).toEqual(lines);
  });

  it('say 〃 below what says the same in all its lines, not below half of it', () => {
    const rows = [['甲', '乙'], ['甲', '乙'], ['甲'], ['甲', '丙'], []].map((lines) => [
      cell(...lines),
    ]);
    expect(textsOf(markRepeats(rows, [0])).map(([text]) => text)).toEqual([
      ...['甲\n乙', '〃', '甲', '甲\n丙', ''],
    ]);
  });

  it('of a copied table keep their width, their style, their breaks and their span', () => {
    const html = toHtml({
      columns: [
        { id: 'a', label: '項目', width: 33.3333, isHeading: true },
        { id: 'b', label: '内容', width: 66.6667 },
      ],
      header: [[cell('項目'), cell('内容')]],
      body: [
        [{ ...cell('月'), rowSpan: 2 }, cell('甲', '<乙> & "丙" \'丁\'')],
        [{ ...cell('月'), rowSpan: 0 }, cell('戊\t己\u0007')],
      ],
      notes: ['※注'],
    } as unknown as Parameters<typeof toHtml>[0]);
    const border =
      "border:0.5pt solid #000;padding:2pt 4pt;vertical-align:top;white-space:normal;mso-number-format:'\\@'";
    const head = `${border};background:#e8edf7;font-weight:bold`;
    expect(html).toBe(
      [
        '<meta charset="utf-8"><table style="border-collapse:collapse;width:100%">',
        '<colgroup><col style="width:33.33%"><col style="width:66.67%"></colgroup>',
        `<thead><tr><th style="${head}">項目</th><th style="${head}">内容</th></tr></thead>`,
        `<tbody><tr><th rowspan="2" style="${head}">月</th><td style="${border}">甲`,
        '<br style="mso-data-placement:same-cell">&lt;乙&gt; &amp; &quot;丙&quot; &#39;丁&#39;</td></tr>',
        `<tr><td style="${border}">戊 己</td></tr>`,
        `<tr><td colspan="2" style="mso-number-format:'\\@'">※注</td></tr></tbody></table>`,
      ].join(''),
    );
  });
});
