import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEETING_KINDS, type MeetingRow } from '#shared/domain/meeting/meeting.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import { TABLE_IDS, type TableId } from '#shared/domain/tables/material.ts';
import { NARROWEST, usualOptions, withWidth } from '#shared/domain/tables/options.ts';
import { cell, markRepeats, sliceRows, type TableRow } from '#shared/domain/tables/table.ts';
import {
  anyCaseRows,
  attendanceRow,
  caseRow,
  firstRounds,
  meetingRow,
  members,
  organizationRow,
  personRow,
  postRow,
  preMeeting,
  programmeItemRow,
  reversed,
  session,
} from '#tests/support/rows.ts';
import { bodyOf, NOTHING, tableOf, textsOf } from '#tests/support/tables.ts';

describe('「1〜3回目支援」', () => {
  const rounds = firstRounds(2);
  const column = (meetings: readonly MeetingRow[], more: Partial<TableRows> = {}, options = {}) =>
    bodyOf('comparison', { rounds: firstRounds(1), meetings, ...more }, options).map(
      ([, text]) => text,
    );

  it('has a column for each round, also for one of which nothing is known yet', () => {
    const table = tableOf('comparison', {
      rounds,
      meetings: [session(1, { date: '2022-08-24', startTime: '10:00' })],
    });
    expect(table.columns.map(({ label }) => label)).toEqual(['', '1回目支援', '2回目支援']);
    expect(textsOf(table.body)[0]).toEqual(['日時', '8月24日(水)午前', '']);
  });

  it('is empty without rounds', () => {
    expect(tableOf('comparison', {}).body).toEqual([]);
  });

  it('puts parts together, each under its name', () => {
    const part = (id: string, label: string, more: Partial<MeetingRow>) =>
      session(1, { id, partLabel: label, date: '2022-08-24', ...more });
    expect(
      column([
        part('a', '第1部', { headCount: 20, startTime: '13:00', summary: '一つ目' }),
        part('b', '第2部②', { headCount: 30, startTime: '15:00', date: '2022-08-25' }),
      ]),
    ).toEqual([
      '第1部:8月24日(水)午後／第2部②:8月25日(木)午後',
      '第1部:20人／第2部②:30人',
      '',
      '第1部:一つ目',
    ]);
  });

  it('says once what all parts have in common', () => {
    const item = (meeting: string, title: string, order: string) =>
      programmeItemRow(`${meeting}${order}`, { meeting, title, order });
    const meetings = [
      session(1, { id: 'a', partLabel: '午前の部', date: '2022-08-24' }),
      session(1, { id: 'b', partLabel: '午後の部', date: '2022-08-24' }),
    ];
    const same = [item('a', '講話', 'a0'), item('a', '演習', 'a1')];
    const [when, , what] = column(meetings, {
      programmeItems: [...same, item('b', '講話', 'a0'), item('b', '演習', 'a1')],
    });
    expect([when, what]).toEqual(['8月24日(水)', '講話・演習']);
    expect(column(meetings, { programmeItems: same })[2]).toBe('午前:講話・演習');
  });

  it('counts heads as the screens do, and keeps the words of the source', () => {
    const who = (values: Partial<MeetingRow>) => column([session(1, values)])[1];
    expect(who({ headCount: 38, attendanceText: '38人（町、SC等）' })).toBe('38人（町、SC等）');
    expect(who({ headCount: 39, attendanceText: '38人（町、SC等）' })).toBe('39人（町、SC等）');
    expect(who({ headCount: 38, attendanceText: '町、SC' })).toBe('38人（町、SC）');
    expect(who({ attendanceText: '約38名（町）' })).toBe('約38名（町）');
    expect(who({ headCount: 38, audience: '民生委員' })).toBe('38人（民生委員）');
    expect(who({ audience: '民生委員' })).toBe('民生委員');
    expect(who({})).toBe('');
  });

  it('prints people by where they belong, or by name', () => {
    const rows = {
      attendances: [
        attendanceRow('1', { meeting: 's1', name: '山田 花子', person: 'p1', order: 'a0' }),
        attendanceRow('2', { meeting: 's1', name: '民生委員', count: 49, order: 'a1' }),
        attendanceRow('3', { meeting: 's1', name: '佐藤', person: 'p2', order: 'a2' }),
      ],
      people: [
        personRow('p1', { name: '山田 花子' }),
        personRow('p2', { name: '佐藤', role: 'careManager' }),
      ],
      posts: [postRow('q1', { person: 'p1', organization: 'o1', post: '主任' })],
      organizations: [organizationRow('o1', { name: '熊本県' })],
    };
    expect(column([session(1)], rows)[1]).toBe('51人（県、民生委員、居宅ケアマネ）');
    expect(column([session(1)], rows, { names: true })[1]).toBe(
      '51人（山田 花子、民生委員、佐藤）',
    );
  });
});

describe('「支援（詳細）」', () => {
  it('groups by month, and puts what has no date at the end: what is open, and what nobody noted', () => {
    const table = tableOf('detail', {
      meetings: [
        preMeeting('1.5', { state: 'planned' }),
        preMeeting('0.5', { date: '2022-08-03' }),
        meetingRow('x', { kind: 'consultation', title: '打合せ', date: '2022-08', state: 'held' }),
        meetingRow('y', { kind: 'information', title: '要綱の送付', state: 'held' }),
      ],
    });
    expect(textsOf(table.body).map(([month, what]) => [month, what])).toEqual([
      ['8月', '0.5次ミーティング(8/3)'],
      ['', '打合せ'],
      ['未定', '1.5次ミーティング（予定）'],
      ['日付不明', '要綱の送付'],
    ]);
    expect(table.body[0]?.[0]?.rowSpan).toBe(2);
  });

  it('prints 〃 within a month only, never for an empty cell', () => {
    const at = (ordinal: string, date: string, ...names: readonly string[]) =>
      preMeeting(ordinal, { date, supporters: members(...names) });
    const meetings = [
      at('0.5', '2022-08-03', '県'),
      at('0.6', '2022-08-04', '県'),
      at('0.7', '2022-09-01', '県'),
      at('0.8', '2022-09-02'),
      at('0.9', '2022-09-03'),
    ];
    expect(bodyOf('detail', { meetings }).map((row) => row[2])).toEqual(['県', '〃', '県', '', '']);
    expect(bodyOf('detail', { meetings }, { ditto: false }).map((row) => row[2])).toEqual([
      '県',
      '県',
      '県',
      '',
      '',
    ]);
  });

  it('calls the prefecture itself 県, 都, 道 or 府, and no other', () => {
    const supporters = (prefectureName: string, ...names: readonly string[]) =>
      bodyOf('detail', {
        case: caseRow('c1', { fiscalYear: 2022, prefectureName }),
        meetings: [preMeeting('0.5', { supporters: members(...names) })],
      })[0]?.[2];
    expect(supporters('熊本県', '熊本県', '大分県', '熊本県社協')).toBe('県、大分県、熊本県社協');
    expect(supporters('北海道', '北海道', 'AD')).toBe('道、AD');
    expect(supporters('', '熊本県')).toBe('熊本県');
  });

  it('says 現地 once where people met in one room, and keeps other words of the form', () => {
    const remarks = (values: Partial<MeetingRow>) =>
      bodyOf('detail', { meetings: [preMeeting('0.5', values)] })[0]?.[3];
    const onsite = [{ id: 'onsite', name: '現地', order: 'a0' }];
    expect(remarks({ modes: onsite, modeNote: '集合型' })).toBe('現地');
    expect(remarks({ modes: onsite, modeNote: '車座' })).toBe('現地・車座');
    expect(remarks({ modes: [], modeNote: '集合型' })).toBe('集合型');
  });

  it('marks what is planned or postponed, and leaves out what was cancelled', () => {
    const meetings = [
      preMeeting('0.5', { date: '2022-08-03' }),
      preMeeting('1.5', { date: '2022-09-03', state: 'planned' }),
      preMeeting('2.5', { date: '2022-10-03', state: 'postponed' }),
      preMeeting('2.75', { date: '2022-11-03', state: 'cancelled' }),
    ];
    const lines = (planned: boolean) =>
      bodyOf('detail', { meetings }, { planned }).map(([, what]) => what);
    expect(lines(true)).toEqual([
      '0.5次ミーティング(8/3)',
      '1.5次ミーティング(9/3)（予定）',
      '2.5次ミーティング(10/3)（延期）',
    ]);
    expect(lines(false)).toEqual(['0.5次ミーティング(8/3)']);
  });

  it('writes a date outside of the fiscal year with its year', () => {
    const meetings = [preMeeting('0.5', { date: '2021-08-03' })];
    expect(bodyOf('detail', { meetings })[0]?.slice(0, 2)).toEqual([
      '令和3年8月',
      '0.5次ミーティング(R3.8.3)',
    ]);
  });
});

describe('「支援の流れ」', () => {
  it('has 課内協議 and 視察 too, and notes below for what has no date', () => {
    const table = tableOf('flow', {
      meetings: [
        meetingRow('a', { kind: 'internal', date: '2022-07-01', state: 'held' }),
        meetingRow('b', { kind: 'siteVisit', title: '先進地の視察', state: 'planned' }),
      ],
    });
    expect(textsOf(table.body)).toEqual([['7月1日(金)', '課内協議']]);
    expect(table.notes).toEqual(['※先進地の視察（予定）']);
  });
});

describe('a mark for what was changed after its confirmation', () => {
  const rows = {
    rounds: firstRounds(1),
    meetings: [
      preMeeting('0.5', { date: '2022-08-03' }),
      session(1, { date: '2022-08-24', state: 'postponed' as const }),
    ],
    changed: new Set(['s1']),
  };
  const bodyOf = (id: TableId, marks: boolean) =>
    JSON.stringify(textsOf(tableOf(id, rows, { marks }).body));

  it('stands in every table of meetings where it is wanted, beside what changed and nowhere else', () => {
    for (const id of TABLE_IDS.filter((each) => each !== 'roster' && each !== 'record')) {
      expect(bodyOf(id, false)).not.toContain('確定後に変更');
      expect(bodyOf(id, true).split('〔確定後に変更〕')).toHaveLength(2);
      expect(bodyOf(id, true)).toContain('〔確定後に変更〕（延期）');
    }
  });
});

describe('every table', () => {
  const anyOptions = fc.record({
    dates: fc.constantFrom('monthDay' as const, 'japanese' as const, 'gregorian' as const),
    names: fc.boolean(),
    ditto: fc.boolean(),
    planned: fc.boolean(),
    hiddenKinds: fc.subarray([...MEETING_KINDS]),
  });

  it('comes out of whatever two legal edits merge into, the same in any order of rows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TABLE_IDS), anyCaseRows, anyOptions, (id, any, change) => {
        const rows = { ...NOTHING, ...any, case: null };
        const options = { ...usualOptions(id), ...change };
        const table = buildTable(id, rows, options, 'office');
        expect(buildTable(id, reversed(rows), options, 'office')).toEqual(table);
        for (const row of [...table.header, ...table.body]) {
          expect(row).toHaveLength(table.columns.length);
        }
        const widths = table.columns.reduce((sum, { width }) => sum + width, 0);
        if (table.body.length > 0) expect(widths).toBeCloseTo(100);
      }),
    );
  });
});

describe('a piece of a table on a page of its own', () => {
  const rows: readonly TableRow[] = markRepeats(
    [
      [{ ...cell('8月'), rowSpan: 3 }, cell('県')],
      [{ ...cell('8月'), rowSpan: 0 }, cell('県')],
      [{ ...cell('8月'), rowSpan: 0 }, cell('県')],
      [cell('9月'), cell('AD')],
    ],
    [1],
  );

  it('names its month again, and refers to nothing that is not there', () => {
    expect(textsOf(sliceRows(rows, 1, 4))).toEqual([
      ['8月', '県'],
      ['', '〃'],
      ['9月', 'AD'],
    ]);
    expect(sliceRows(rows, 1, 4)[0]?.[0]?.rowSpan).toBe(2);
    expect(sliceRows(rows, 0, 1)[0]?.[0]?.rowSpan).toBeUndefined();
  });

  it('is the table itself when it is all of it', () => {
    expect(sliceRows(rows, 0, rows.length)).toEqual(rows);
  });
});

describe('the widths of columns', () => {
  it('always make 100, none too narrow, and the one that was set has what it may', () => {
    const any = fc
      .array(fc.double({ min: NARROWEST, max: 40, noNaN: true }), { minLength: 2, maxLength: 8 })
      .map((all) => {
        const spare = 100 - NARROWEST * all.length;
        const sum = all.reduce((a, b) => a + b, 0);
        return all.map((width) => NARROWEST + (width / sum) * spare);
      });
    fc.assert(
      fc.property(
        any,
        fc.nat(7),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (all, at, share) => {
          const column = at % all.length;
          const after = withWidth(all, column, share);
          expect(after.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
          for (const width of after) expect(width).toBeGreaterThanOrEqual(NARROWEST - 1e-9);
          const most = 100 - NARROWEST * (all.length - 1);
          expect(after[column]).toBeCloseTo(Math.min(Math.max(share, NARROWEST), most), 6);
        },
      ),
    );
  });
});
