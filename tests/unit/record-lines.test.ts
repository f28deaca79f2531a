import { describe, expect, it } from 'vitest';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { leftOutKinds } from '#shared/domain/record/outgoing.ts';
import { type BornRows, NOTHING_BORN, type TableRows } from '#shared/domain/tables/entries.ts';
import { noteForPaper } from '#shared/domain/tables/note-for-paper.ts';
import {
  actionRow,
  attendanceRow,
  builder,
  findingRow,
  meetingRow,
  members,
  organizationRow,
  postRow,
  programmeItemRow,
  roundRow,
  session,
} from '../support/rows.ts';
import { tableOf, textsOf } from '../support/tables.ts';

const MEETING = meetingRow('m', { kind: 'other', title: '会', state: 'held' });
const fileRow = builder(attachments);

/** A line of the record of a meeting; undefined where it has none. */
const lineOf = (
  name: string,
  values: Parameters<typeof meetingRow>[1],
  rows: Partial<TableRows> = {},
  born: Partial<BornRows> = {},
): string | undefined => {
  const all = {
    meetings: [{ ...MEETING, ...values } as typeof MEETING],
    ...rows,
    born: { ...NOTHING_BORN, ...born },
  };
  return textsOf(tableOf('record', all).body).find(([label]) => label === name)?.[1];
};

describe('a line of the record of a meeting', () => {
  it.each([
    ['日時', { startTime: '13:30' }, '13:30～'],
    ['日時', { date: '2022-12-13' }, '令和4年12月13日(火)'],
    ['日時', {}, undefined],
    ['状態', { state: 'postponed', stateReason: ' 大雨 ' }, '延期（大雨）'],
    ['状態', { state: 'planned' }, '予定'],
    ['状態', {}, undefined],
    ['形式', { modes: members('onsite', 'online') }, '現地・オンライン'],
    ['対象', { audience: ' 住民 ' }, '住民'],
    ['ねらい', { aim: ' \n ' }, undefined],
    ['まとめ', { summary: '甲\r\n乙' }, '甲\n乙'],
    ['効果・方向性', { effect: '甲' }, '甲'],
    ['備考', { remarks: '甲' }, '甲'],
    ['支援者', { supporters: members('熊本県', '', 'AD').toReversed() }, '県、AD'],
    ['出席', { headCount: 3 }, '計 3名'],
    ['出席', { attendanceText: '町\n県' }, '町\n県'],
    ['出席', {}, undefined],
  ] as const)('%s of %j: %j', (name, values, text) => {
    expect(lineOf(name, values)).toBe(text);
  });

  const came = (values: Parameters<typeof attendanceRow>[1]) =>
    attendanceRow('a', { meeting: 'm', ...values });
  const office = {
    organizations: [organizationRow('o', { name: '長寿課' })],
    posts: [postRow('p', { person: 'p', organization: 'o', post: '係長' })],
  };
  it.each([
    [{ name: '民生委員', count: 3 }, '計 3名\n民生委員（3名）'],
    [{ name: '民生委員' }, '計 1名\n民生委員'],
    [{ person: 'p', name: ' 例 花子 ' }, '計 1名\n長寿課（例 花子 係長）'],
    [{ person: 'p', name: '' }, '計 1名\n長寿課（1名 係長）'],
    [{ person: 'q', name: '例 太郎' }, '計 1名\n例 太郎'],
    [{ person: 'q', name: '例 太郎', meeting: 'n' }, undefined],
    [{ person: 'q', name: '例 太郎', deletedAt: '2023' }, undefined],
  ])('出席 of %j: %j', (values, text) => {
    expect(lineOf('出席', {}, { ...office, attendances: [came(values)] })).toBe(text);
  });
  it('出席 of one body names those who came in their order', () => {
    const attendances = [
      attendanceRow('b', { meeting: 'm', person: 'q', name: '後', organization: 'o', order: 'a1' }),
      attendanceRow('a', { meeting: 'm', person: 'p', name: '先', order: 'a0' }),
    ];
    expect(lineOf('出席', {}, { ...office, attendances })).toBe('計 2名\n長寿課（先 係長、後）');
  });

  it.each([
    [{ title: '開会' }, '開会'],
    [{ time: '13:30', title: '町説明', speaker: ' 町 ' }, '13:30 町説明（町）'],
    [{ title: '説明', part: 'lecturer', speaker: '例' }, '説明（講師 例）'],
    [{ title: '他', meeting: 'n' }, undefined],
  ])('次第 of %j: %j', (values, text) => {
    const item = programmeItemRow('i', { meeting: 'm', ...(values as object) });
    expect(lineOf('次第', {}, { programmeItems: [item] })).toBe(text);
  });

  it('tells what came of it in its order, and nothing of another meeting or of the bin', () => {
    const born = {
      findings: [
        findingRow('b', { meeting: 'm', text: '乙', order: 'a1' }),
        findingRow('a', { meeting: 'm', text: '甲', order: 'a0' }),
        findingRow('c', { meeting: 'n', text: '丙' }),
        findingRow('d', { meeting: 'm', text: '丁', deletedAt: '2023' }),
      ],
      actions: [actionRow('t', { meeting: 'm', text: '送る' })],
      attachments: [
        fileRow('f', { meeting: 'm', name: '次第.pdf', order: 'a1' }),
        fileRow('g', { meeting: 'm', name: '名簿.pdf', order: 'a0' }),
      ],
      notes: [
        { id: 'n', text: '別の会合' },
        { id: 'm', text: '本文' },
      ],
    };
    expect(lineOf('課題・気づき', {}, {}, born)).toBe('課題：甲\n課題：乙');
    expect(lineOf('対応事項', {}, {}, born)).toBe('送る（未）');
    expect(lineOf('添付ファイル', {}, {}, born)).toBe('名簿.pdf\n次第.pdf');
    expect(lineOf('記録', {}, {}, born)).toBe('本文');
  });

  it('is none where there is no meeting, and its sources are told where wanted', () => {
    expect(tableOf('record', {})).toMatchObject({
      ...{ caption: '益城町　会合の記録', body: [], sources: [], notes: [], remarks: [] },
      header: [[{ lines: ['項目'] }, { lines: ['内容'] }]],
    });
    const meetings = [{ ...MEETING, source: '報告書' }];
    expect(tableOf('record', { meetings }).sources).toEqual(['報告書']);
    expect(tableOf('record', { meetings }, { sources: false }).sources).toEqual([]);
  });

  it('is of the last that was held in the order of the ladder, by its round', () => {
    const rounds = [roundRow('r1', { number: 1 }), roundRow('r2', { number: 2 })];
    const meetings = [session(2), session(1), session(2, { id: 'x', deletedAt: '2023' })];
    expect(tableOf('record', { rounds, meetings }).caption).toBe('益城町　第2回支援　記録');
    const planned = meetings.map((row) => ({ ...row, state: 'planned' as const }));
    expect(tableOf('record', { rounds, meetings: planned }).caption).toContain('第1回支援');
  });
});

describe('what of a record stays behind', () => {
  const born: BornRows = {
    ...NOTHING_BORN,
    findings: [
      findingRow('f', { meeting: 'm', kind: 'care', text: '甲' }),
      findingRow('g', { meeting: 'n', kind: 'care', text: '乙' }),
      findingRow('h', { meeting: 'm', kind: 'decision', text: '丙', reason: '訳' }),
      findingRow('j', { meeting: 'm', kind: 'issue', text: '丁', saidBy: '例' }),
    ],
    attachments: [
      fileRow('x', { meeting: 'm', name: '内.pdf', audience: 'internal' }),
      fileRow('y', { meeting: 'n', name: '他.pdf', audience: 'internal' }),
    ],
    notes: [{ id: 'm', text: '心掛け：甲\n心掛け：戊\n本文' }],
  };
  const attendances = [
    attendanceRow('a', { meeting: 'm', person: 'p', name: '例' }),
    attendanceRow('b', { meeting: 'n', person: 'p', name: '例' }),
  ];
  const meetings = [MEETING, meetingRow('n', { kind: 'other', title: '他', state: 'planned' })];
  it.each([
    ['office', ''],
    ['municipalities', '心掛け 2件、内部の添付ファイル 1件'],
    ['public', '個人の名前 1件、心掛け 2件、理由 1件、内部の添付ファイル 1件'],
  ] as const)('for %s is counted of that meeting alone: %s', (audience, kinds) => {
    const { outgoing, body } = tableOf('record', { meetings, attendances, born }, {}, audience);
    const counted = leftOutKinds(outgoing).split('、').toSorted();
    expect(counted).toEqual(kinds.split('、').toSorted());
    const note = textsOf(body).find(([label]) => label === '記録')?.[1];
    expect(note).toBe(audience === 'office' ? '心掛け：甲\n心掛け：戊\n本文' : '本文');
    expect(outgoing.leftOut.filter(({ field }) => field === 'note').map(({ id }) => id)).toEqual(
      audience === 'office' ? [] : ['m'],
    );
  });

  it('and of one for the office alone is said once', () => {
    const internal = [{ ...MEETING, kind: 'internal' as const }];
    const table = tableOf('record', { meetings: internal }, {}, 'public');
    expect([leftOutKinds(table.outgoing), table.body]).toEqual(['課内協議 1件', []]);
  });
});

describe('a note on paper', () => {
  const id = '00000000000000000000000001';
  const paper = (
    text: string,
    key = '',
    audience: 'office' | 'municipalities' | 'public' = 'public',
    today?: string,
  ) =>
    noteForPaper(
      {
        ...{ id: 'm', text, today },
        mentions: key === '' ? undefined : [{ key, at: 0, words: text.slice(0, 2) }],
        pictures: [
          { line: 1, hash: 'seen', attachment: 'a' },
          { line: 2, hash: 'hidden', attachment: 'b' },
        ],
      },
      {
        ...{ audience, document: 'case:c1', meetings: new Set([id]) },
        isPrivate: () => true,
        isHidden: ({ hash }) => hash === 'hidden',
        isCounted: (line) => line.includes('甲'),
      },
    );

  it.each([
    // [the note, what it mentions, for whom, its lines, what stays behind]
    [
      '例子が話した',
      `office/people/${id}`,
      'public',
      ['（名前を省きました）が話した'],
      ['個人の名前'],
    ],
    ['例子が話した', `office/people/${id}`, 'municipalities', ['例子が話した'], []],
    ['会議で話した', `case:c1/meetings/${id}`, 'public', ['会議で話した'], []],
    [
      '会議で話した',
      'case:c1/meetings/x',
      'municipalities',
      ['（会合の名前を省きました）で話した'],
      ['課内の会合'],
    ],
    [
      '会議で話した',
      `case:c2/meetings/${id}`,
      'public',
      ['（会合の名前を省きました）で話した'],
      ['課内の会合'],
    ],
    ['移動の話', `office/themes/${id}`, 'public', ['移動の話'], []],
    ['移動の話', 'x', 'public', ['移動の話'], []],
    ['本文\n ', '', 'public', ['本文'], []],
    ['課題（削除済み）：甲\n決定：乙', '', 'public', ['決定：乙'], []],
    ['心掛け：甲\n反省：乙', '', 'public', [], ['反省']],
    ['心掛け：甲', '', 'office', ['心掛け：甲'], []],
  ] as const)('%j with %j for %s', (text, key, audience, lines, leftOut) => {
    const read = paper(text, key, audience);
    expect([read.lines, read.leftOut]).toEqual([lines, leftOut]);
  });

  it('shows pictures where they stand, but those that stay behind', () => {
    expect(paper('甲\n写真1\n写真2\n乙')).toMatchObject({
      ...{ lines: ['甲', '写真1', '乙'], pictures: { 1: 'seen' } },
    });
    expect(paper(' \n写真1').pictures).toEqual({ 0: 'seen' });
    const none = noteForPaper(undefined, {} as Parameters<typeof noteForPaper>[1]);
    expect(none).toEqual({ lines: [], pictures: {}, leftOut: [] });
  });

  it('calls records as they are called today for the office alone', () => {
    const key = `office/people/${id}`;
    expect(paper('例子が', key, 'office', '見本が').lines).toEqual(['見本が']);
    expect(paper('例子が', key, 'municipalities', '見本が').lines).toEqual(['例子が']);
  });
});
