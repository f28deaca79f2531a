import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { leftOutKinds } from '#shared/domain/record/outgoing.ts';
import { TABLE_IDS } from '#shared/domain/tables/material.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { rosterMeeting } from '#shared/domain/tables/roster.ts';
import {
  attendanceRow,
  meetingRow,
  members,
  organizationRow,
  programmeItemRow,
  roundRow,
  session,
  variantRow,
} from '../support/rows.ts';
import { bodyOf, NOTHING, tableOf, textsOf } from '../support/tables.ts';

describe('tables of a case', () => {
  const rounds = [
    roundRow('r1', { number: 1, source: '回の表', summary: ' まとめ ' }),
    roundRow('r2', { number: 2 }),
  ];
  const meetings = [
    session(1, { date: '2022-08-24', place: '役場', remarks: '内', source: '甲' }),
    session(2, { date: '2022-12-22', state: 'planned', source: '乙' }),
    meetingRow('i', { kind: 'internal', state: 'held', date: '2022-09-01', place: '県庁' }),
    meetingRow('v', {
      ...{ kind: 'exchange', state: 'held', date: '2022-10-14', title: '意見交換会' },
      ...{ modes: members('onsite', 'online'), supporters: members('', '県', 'AD', '県') },
    }),
  ];
  const variants = [
    variantRow('x', { record: 'v', field: 'title', value: '意見交換', source: '「支援（詳細）」' }),
    variantRow('y', { record: 'v', field: 'modes', value: ' 会場 ', source: '「支援（詳細）」' }),
    variantRow('z', { record: 'v', field: 'title', value: '他', source: '「支援の流れ」' }),
    variantRow('w', { record: 's1', field: 'title', value: '支援', source: '「支援（詳細）」' }),
  ];
  const rows = { rounds, meetings };

  it('have their ids, headings, and what stands below', () => {
    for (const id of TABLE_IDS) {
      const table = tableOf(id, rows);
      expect([table.id, table.header[0]?.length]).toEqual([id, table.columns.length]);
      expect(table.header[0]?.map(({ lines }) => lines.join(''))).toEqual(
        table.columns.map(({ label }) => label),
      );
    }
    expect(tableOf('comparison', rows)).toMatchObject({
      ...{ notes: [], remarks: [], sources: ['回の表', '甲', '乙'] },
      columns: [
        { id: 'heading', width: 10, isHeading: true },
        { id: 'r1', width: 45 },
        { id: 'r2' },
      ],
    });
    expect(tableOf('comparison', rows).columns[1]).not.toHaveProperty('isHeading');
    expect(tableOf('comparison', rows, { hiddenRounds: ['r1'] })).toMatchObject({
      ...{ sources: ['乙'], columns: [{ id: 'heading' }, { id: 'r2', width: 90 }] },
    });
    expect(tableOf('comparison', rows, { sources: false }).sources).toEqual([]);
    expect(tableOf('detail', rows, { sources: false })).toMatchObject({ notes: [], sources: [] });
    expect(bodyOf('comparison', rows).map(([label, first]) => [label, first])).toEqual([
      ...[
        ['日時', '8月24日(水)'],
        ['参加者', ''],
        ['内容', ''],
        ['支援のまとめ', 'まとめ'],
      ],
    ]);
  });

  it('print what their own source printed, and say so', () => {
    const detail = (more: Parameters<typeof tableOf>[1] = {}) =>
      tableOf('detail', { ...rows, ...more }, { planned: false });
    expect(textsOf(detail().body)).toEqual([
      ['8月', '1回目支援(8/24)', '', ''],
      ['10月', '意見交換会(10/14)', '県、AD', '現地・オンライン'],
    ]);
    expect(detail().remarks).toEqual([]);
    expect(textsOf(detail({ variants }).body)[1]?.slice(1)).toEqual([
      ...['意見交換(10/14)', '県、AD', '会場'],
    ]);
    expect(detail({ variants }).remarks).toEqual([
      '意見交換(10/14)：内容は「支援（詳細）」の資料の名称です（記録は「意見交換会」）',
      '意見交換(10/14)：備考は「支援（詳細）」の資料の値です（記録は「現地・オンライン」）',
    ]);
    const binned = variants.map((row) => ({ ...row, deletedAt: '2023' }));
    expect(detail({ variants: binned }).remarks).toEqual([]);
  });

  it.each([
    // [table, options, what of the office's own stays behind for a municipality]
    ['detail', {}, ''],
    ['detail', { hiddenKinds: [] }, '課内協議 1件'],
    ['flow', {}, '課内協議 1件'],
    ['comparison', {}, ''],
    ['roster', {}, ''],
    ['detail', { shownFields: ['place'] }, ''],
  ] as const)('%s with %j tells what stays behind of what it prints: %j', (id, options, kinds) => {
    expect(leftOutKinds(tableOf(id, rows, { ...options }, 'municipalities').outgoing)).toBe(kinds);
  });

  it.each([
    ['roster', {}, '個人の名前 1件'],
    ['roster', { meeting: 'v' }, '個人の名前 1件'],
    ['comparison', { names: true }, '個人の名前 1件'],
    ['comparison', { names: false }, ''],
    ['comparison', { names: true, hiddenRounds: ['r1'] }, ''],
    ['detail', { names: true }, ''],
  ] as const)('%s with %j counts names that do not go to the public: %j', (id, options, kinds) => {
    const attendances = [
      attendanceRow('a', { meeting: 's1', person: 'p', name: '例' }),
      attendanceRow('b', { meeting: 'v', person: 'q', name: '見本' }),
    ];
    const table = tableOf(id, { ...rows, attendances }, { ...options }, 'public');
    expect(leftOutKinds(table.outgoing)).toBe(kinds);
  });

  it('of names are of the chosen meeting, else of the last held, else of the last', () => {
    const attendances = ['s1', 's2', 'v'].map((meeting) =>
      attendanceRow(meeting, { meeting, name: '甲' }),
    );
    const chosen = (meeting: string, of = attendances, all: readonly MeetingRow[] = meetings) =>
      rosterMeeting(
        { ...NOTHING, rounds, meetings: all, attendances: of },
        { ...usualOptions('roster'), meeting },
      )?.id;
    expect([chosen('s1'), chosen(''), chosen('i')]).toEqual(['s1', 'v', 'v']);
    const planned = meetings.map((row) => ({ ...row, state: 'planned' as const }));
    expect(chosen('', attendances, planned)).toBe('s2');
    const binned = attendances.map((row) => ({ ...row, deletedAt: '2023' }));
    expect(chosen('', binned)).toBeUndefined();
    expect(tableOf('roster', rows)).toMatchObject({ caption: '益城町　名簿', body: [], notes: [] });
  });

  it('of names cover the rows that say the same, and call people as wanted', () => {
    const came = (id: string, values: Parameters<typeof attendanceRow>[1]) =>
      attendanceRow(id, { meeting: 's1', order: id, ...values });
    const attendances = [
      came('a', { name: '益城町', count: 3 }),
      came('b', { person: 'p', name: '例 花子', organization: 'o', role: 'provider' }),
      came('c', { person: 'q', name: '様子 太郎', organization: 'o', role: 'provider' }),
      came('d', { person: 'z', name: '' }),
      came('e', { person: 'y', name: '見本氏', role: 'provider', organization: 'n' }),
    ];
    const organizations = [
      organizationRow('o', { name: '見本事業所' }),
      organizationRow('n', { name: '例事業所' }),
    ];
    const table = (honorific: 'sama' | 'shi' | 'none') =>
      tableOf('roster', { ...rows, attendances, organizations }, { honorific, meeting: 's1' });
    expect(textsOf(table('shi').body)).toEqual([
      ['市町村', '益城町', '', '3名'],
      ['事業所', '見本事業所', '', '例 花子 氏'],
      ['', '', '', '様子 太郎 氏'],
      ['', '例事業所', '', '見本氏'],
      ['', '', '', '1名'],
    ]);
    expect(table('shi').body.map((row) => row.slice(0, 2).map(({ rowSpan }) => rowSpan))).toEqual([
      [undefined, undefined],
      [3, 2],
      [0, 0],
      [0, undefined],
      [undefined, undefined],
    ]);
    expect(textsOf(table('none').body)[1]?.[3]).toBe('例 花子');
    expect(table('sama')).toMatchObject({
      ...{ caption: '益城町　第1回支援　出席者名簿　8月24日(水)', sources: [], remarks: [] },
      notes: ['計 7名'],
    });
  });

  it('have fields that somebody wants, part by part where they differ', () => {
    const parts = [
      session(1, { id: 'a', partLabel: '午前の部', date: '2022-08-24', place: ' 役場 ' }),
      session(1, { id: 'b', partLabel: '', date: '2022-08-24', place: '公民館' }),
      session(1, { id: 'c', partLabel: '夜', date: '2022-08-24' }),
    ];
    const cellOf = (places: readonly string[], named = true) => {
      const some = parts.map((row, at) => ({ ...row, place: places[at] ?? '' }));
      const table = tableOf(
        'detail',
        { rounds, meetings: some },
        { shownFields: ['place'], parts: named },
      );
      return textsOf(table.body)[0]?.[3];
    };
    expect(cellOf([' 役場 ', '公民館'])).toBe('午前:役場\n公民館');
    expect(cellOf(['役場', '公民館'], false)).toBe('役場\n公民館');
    expect(cellOf(['役場', ' 役場'])).toBe('役場');
    expect(cellOf(['', '', '役場'])).toBe('役場');
    expect(cellOf([])).toBe('');
    const widths = (shown: readonly 'place'[]) =>
      tableOf('detail', rows, { shownFields: shown }).columns.map(({ width }) => Math.round(width));
    expect(widths([])).toEqual([9, 43, 30, 18]);
    expect(widths(['place'])).toEqual([7, 34, 24, 20, 14]);
  });

  it('compare what each part says', () => {
    const items = ['開会', ' ', '講話'].map((title, at) =>
      programmeItemRow(`p${at}`, { meeting: 's1', title, order: `a${9 - at}` }),
    );
    const binned = programmeItemRow('x', { meeting: 's1', title: '消えた', deletedAt: '2023' });
    const programmeItems = [...items, binned];
    const what = (bullets: boolean) =>
      bodyOf('comparison', { ...rows, programmeItems }, { bullets })[2]?.[1];
    expect([what(false), what(true)]).toEqual(['講話・開会', '・講話\n・開会']);
  });
});
