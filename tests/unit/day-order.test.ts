import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingsInOrder } from '#shared/domain/ladder/ladder.ts';
import { upcomingMeetings } from '#shared/domain/ladder/timeline.ts';
import type { meetings } from '#shared/domain/meeting/meeting.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import { usualOptions } from '#shared/domain/tables/options.ts';
import { caseRow, firstRounds, type Loose, meetingRow, session } from '#tests/support/rows.ts';
import { day } from '../../shared/dates/types.ts';

type Values = Loose<typeof meetings>;
const ON = '2023-02-13';
const at = (id: string, values: Values) => meetingRow(id, { date: ON, order: id, ...values });
const part = (id: string, values: Values) => session(3, { id, date: ON, order: id, ...values });
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const ordered = (rows: Parameters<typeof meetingsInOrder>[0]) =>
  ids(meetingsInOrder(rows, firstRounds(3)));

describe('meetings of one day', () => {
  it.each<[string, Values, Values]>([
    ['the clock', { startTime: '10:00' }, { startTime: '13:30' }],
    ['午前 before 午後 in the noted time', { timeNote: '午前' }, { timeNote: '午後' }],
    ['午前 before a clock of the afternoon', { timeNote: '午前' }, { startTime: '13:30' }],
    [
      'a clock of the morning before 午後',
      { startTime: '9:00'.padStart(5, '0') },
      { timeNote: '午後' },
    ],
    ['the afternoon before the evening', { startTime: '16:00' }, { title: '夜間の説明会' }],
    ['the words of a title', { title: 'ヒアリング（午前）' }, { title: '打合せ（午後）' }],
    ['① before ②', { title: '打合せ①' }, { title: '打合せ②' }],
    ['その1 before その２', { title: '視察 その1' }, { title: '視察 その２' }],
  ])('stand by %s, whichever was put down first', (_, early, late) => {
    expect(ordered([at('a', late), at('b', early)])).toEqual(['b', 'a']);
    expect(ordered([at('a', early), at('b', late)])).toEqual(['a', 'b']);
  });

  it('stand in one order where counts and order keys disagree at one time', () => {
    const rows = [
      at('a', { title: '打合せ①', startTime: '09:00', order: 'a2' }),
      at('b', { title: '打合せ②', startTime: '09:00', order: 'a1' }),
      at('c', { startTime: '09:00', order: 'a1' }),
    ];
    const stands = ordered(rows);
    expect(stands.indexOf('a')).toBeLessThan(stands.indexOf('b'));
    expect(ordered(rows.toReversed())).toEqual(stands);
  });

  it.each([
    [
      ['午後の部', '午前の部'],
      ['午前の部', '午後の部'],
    ],
    [
      ['第2部②', '第2部①', '第1部'],
      ['第1部', '第2部①', '第2部②'],
    ],
    [
      ['第三部', '第一部', '第二部'],
      ['第一部', '第二部', '第三部'],
    ],
    [
      ['②', '①'],
      ['①', '②'],
    ],
    [
      ['夜の部', '昼の部', '朝の部'],
      ['朝の部', '昼の部', '夜の部'],
    ],
  ])('that are parts of a round stand by their names: %j', (put, stand) => {
    const rows = put.map((partLabel, index) => part(`m${index}`, { partLabel }));
    const labels = meetingsInOrder(rows, firstRounds(3)).map(({ partLabel }) => partLabel);
    expect(labels).toEqual(stand);
  });

  it('stand as they were put where nothing says which comes first', () => {
    const rows = [at('b', { title: '打合せ' }), at('a', { title: 'ヒアリング' })];
    expect(ordered(rows)).toEqual(['a', 'b']);
  });

  it('stand alike on the ladder, in 予定 and in the tables of 資料', () => {
    const rows = [
      part('x', { partLabel: '午後の部', state: 'planned', headCount: 45 }),
      part('y', { partLabel: '午前の部', state: 'planned', headCount: 49 }),
    ];
    expect(ordered(rows)).toEqual(['y', 'x']);
    expect(ids(upcomingMeetings(rows, day('2023-02-01')))).toEqual(['y', 'x']);
    const none = {
      attendances: [],
      programmeItems: [],
      variants: [],
      organizations: [],
      people: [],
      posts: [],
    };
    const table = buildTable(
      'comparison',
      {
        case: caseRow('c1', { fiscalYear: 2022 }),
        rounds: firstRounds(3),
        meetings: rows,
        ...none,
      },
      usualOptions('comparison'),
      'office',
    );
    expect(JSON.stringify(table.body)).toContain('午前:49人／午後:45人');
  });

  it('stand in one order, whatever the order of the rows', () => {
    const values = fc.record({
      startTime: fc.constantFrom('', '', '09:00', '13:30', '18:00'),
      timeNote: fc.constantFrom('', '', '午前', '午後'),
      title: fc.constantFrom('', '打合せ①', '打合せ②', '夜の会', '意見交換会'),
      order: fc.constantFrom('a1', 'a2', 'a3'),
    });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 7 }), (all) => {
        const rows = all.map((each, index) => at(`m${index}`, each));
        const once = ordered(rows);
        expect(ordered(rows.toReversed())).toEqual(once);
        expect(once.toSorted()).toEqual(ids(rows).toSorted());
      }),
    );
  });
});
