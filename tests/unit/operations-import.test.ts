import { describe, expect, it } from 'vitest';
import {
  type ImportItem,
  importMeetings,
  rememberMapping,
} from '#data/operations/import/import-meetings.ts';
import { EMPTY_MEETING } from '#shared/domain/import/proposal.ts';
import { meetings, programmeItems, rounds } from '#shared/domain/meeting/meeting.ts';
import { importMappings, organizations } from '#shared/domain/office/office.ts';
import { deskWith, type Loose } from '#tests/support/case-desk.ts';
import { CASE, type DraftDesk } from '#tests/support/drafts.ts';

/** A row of a table that says this of a meeting, as a new one or as more of others. */
const item = (meeting: Loose, ...fills: readonly string[]): ImportItem =>
  ({ meeting: { ...EMPTY_MEETING, kind: 'exchange', ...meeting }, fills }) as never;
const take = (desk: DraftDesk, ...items: readonly ImportItem[]) =>
  desk.run((draft) => importMeetings(draft, CASE, { items, source: '表' }));
const done = (desk: DraftDesk, ...items: readonly ImportItem[]) =>
  desk.done((draft) => importMeetings(draft, CASE, { items, source: '表' }));
const why = (desk: DraftDesk, ...items: readonly ImportItem[]) =>
  desk.refused((draft) => importMeetings(draft, CASE, { items, source: '表' }));
const only = (desk: DraftDesk) => desk.rows(meetings)[0] ?? expect.fail('none was made');
const TAKEN = '1件目を取り込めません。1.5次ミーティングはすでにあります。';

describe('a row that is new', () => {
  it('becomes a meeting with all that it says, and where it comes from', () => {
    const desk = deskWith();
    const said = {
      ...{ kind: 'siteVisit', title: '視察', date: '2022-12-26', endDate: '2022-12-27' },
      ...{ startTime: '10:00', endTime: '12:00', place: '役場', headCount: 0, state: 'held' },
      ...{ aim: 'ねらい', summary: 'まとめ', remarks: '備考', modeNote: '集合型' },
    };
    expect(done(desk, item({ ...said, modes: ['onsite', 'online', 'onsite'] }))).toEqual({
      added: 1,
      filled: 0,
    });
    const row = only(desk);
    expect(row).toMatchObject({ ...said, source: '表', independent: false, ordinal: '' });
    expect(row.modes.map(({ name }) => name)).toEqual(['現地', 'オンライン']);
    expect(desk.doc(CASE).getMap('meetings').has(`${row.id}.audience`)).toBe(false);
  });

  it.each([
    [null, 'planned'],
    ['held', 'held'],
    ['cancelled', 'cancelled'],
  ])('that is said to be %j is %s', (state, expected) => {
    const desk = deskWith();
    done(desk, item({ state }));
    expect(
      desk
        .doc(CASE)
        .getMap('meetings')
        .get(`${only(desk).id}.state`),
    ).toBe(expected);
  });

  it('has its supporters from the office, each name made once', () => {
    const desk = deskWith();
    const adviser = { name: 'AD', role: 'adviser' };
    done(
      desk,
      item({ supporters: [adviser, { name: '協力者', role: 'bureau' }] }),
      item({ supporters: [{ name: 'ＡＤ', role: 'unknown' }] }),
      item({ supporters: [] }),
    );
    const made = desk.rows(organizations).map(({ name, role }) => `${name} ${role}`);
    expect(made.toSorted()).toEqual(['AD adviser', '協力者 bureau']);
    const names = desk.rows(meetings).map((row) => row.supporters.map(({ name }) => name));
    expect(names).toEqual([['AD', '協力者'], ['AD'], []]);
  });

  it('has its programme in order, each item a line', () => {
    const desk = deskWith();
    done(desk, item({ programme: ['開会', '意見\n交換'] }));
    const { id } = only(desk);
    expect(desk.rows(programmeItems).map((row) => [row.meeting, row.title])).toEqual([
      [id, '開会'],
      [id, '意見 交換'],
    ]);
  });

  it.each<[Loose, string]>([
    [
      { startTime: '10:00', endTime: '09:59' },
      '終わりの時刻（09:59）が始まり（10:00）より前です。',
    ],
    [{ date: '2022-13' }, '「2022-13」という日はありません。'],
    [{ supporters: [{ name: ' ', role: 'unknown' }] }, '機関の名前が入っていません。'],
    [{ kind: 'preMeeting', ordinal: '2' }, '整数'],
  ])('that cannot be (%j) keeps all rows back, and is named', (meeting, refusal) => {
    const desk = deskWith({ meetings: { m1: {} } });
    const told = why(desk, item({ title: '一つ目' }), item(meeting));
    expect(told).toMatch(/^2件目を取り込めません。/);
    expect(told).toContain(refusal);
    if (meeting.kind === undefined) {
      expect(why(desk, item(meeting, 'm1'))).toBe(`1件目を取り込めません。${refusal}`);
    }
    expect(desk.rows(meetings)).toHaveLength(1);
  });

  it('stands where the table has it among what was there', () => {
    const desk = deskWith({ meetings: { a: { order: 'a1' }, c: { order: 'a2' } } });
    done(desk, item({}, 'a'), item({ title: 'b' }), item({}, 'c'), item({ title: 'd' }));
    expect(desk.rows(meetings).map(({ id, title }) => title || id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a number in a table', () => {
  const known = () =>
    deskWith({
      meetings: {
        p1: { kind: 'preMeeting', ordinal: '1.50' },
        off: { kind: 'preMeeting', ordinal: '2.5', state: 'cancelled' },
        other: { kind: 'exchange', ordinal: '3.5' },
        odd: { kind: 'preMeeting', ordinal: 'abc' },
      },
    });

  it.each([
    ['preMeeting', '1.5', TAKEN],
    ['preMeeting', '１．５次', TAKEN],
    ['preMeeting', '2.5', ''],
    ['preMeeting', '3.5', ''],
    ['preMeeting', '', ''],
    ['exchange', '1.5', ''],
  ])('of a %s, %j: %j', (kind, ordinal, refusal) => {
    expect(why(known(), item({ kind, ordinal }))).toBe(refusal);
  });

  it('that is taken says what to do', () => {
    const told = take(known(), item({ kind: 'preMeeting', ordinal: '1.5' }));
    expect(told.ok ? '' : told.error).toEqual({
      code: 'taken',
      happened: TAKEN,
      safe: '記録はまだ何も変わっていません。',
      todo: 'この行を取り込まないか、番号を変えてください。',
    });
  });

  it('stands once in the table, and is kept as it reads', () => {
    const desk = deskWith();
    const pre = (ordinal: string) => item({ kind: 'preMeeting', ordinal });
    expect(why(desk, pre('0.5'), pre('0.50'))).toBe(
      '2件目を取り込めません。0.50次ミーティングはすでにあります。',
    );
    done(desk, pre('第０．５次ミーティング'), item({ kind: 'exchange', ordinal: '4.5' }));
    expect(desk.rows(meetings).map(({ ordinal }) => ordinal)).toEqual(['0.5', '']);
  });
});

describe('a round in a table', () => {
  const session = (round: number | null, roundSummary = '') =>
    item({ kind: 'session', round, roundSummary });

  it('is made once for all of its sessions, with what is said of it first', () => {
    const desk = deskWith();
    done(desk, session(2), session(2, '次の'), session(1, '一回目'));
    expect(
      desk.rows(rounds).map(({ number, summary, source }) => [number, summary, source]),
    ).toEqual(
      expect.arrayContaining([
        [2, '', '表'],
        [1, '一回目', '表'],
      ]),
    );
    const two = desk.rows(rounds).find(({ number }) => number === 2)?.id;
    expect(
      desk
        .rows(meetings)
        .slice(0, 2)
        .map(({ round }) => round),
    ).toEqual([two, two]);
  });

  it.each([
    ['', 'まとめ', 'まとめ'],
    ['前の', 'まとめ', '前の'],
    ['', '', ''],
    ['前の', '', '前の'],
  ])('that is there and says %j, told %j, says %j', (before, told, after) => {
    const desk = deskWith({ rounds: { none: {}, r1: { number: 1, summary: before } } });
    done(desk, session(1, told));
    expect(only(desk).round).toBe('r1');
    expect(desk.row(rounds, 'r1')?.summary).toBe(after);
    expect(desk.rows(rounds)).toHaveLength(2);
  });

  it('is none where no number is told, or the meeting is no session', () => {
    const desk = deskWith({ rounds: { none: {}, r1: { number: 1 } } });
    done(desk, session(null), item({ kind: 'exchange', round: 1 }));
    expect(desk.rows(meetings).map(({ round }) => round)).toEqual(['', '']);
    expect(desk.rows(rounds)).toHaveLength(2);
  });
});

describe('a row of a meeting that is there', () => {
  const fill = (before: Loose, meeting: Loose) => {
    const desk = deskWith({
      rounds: { r1: { number: 1 }, r2: { number: 2, summary: '前の' } },
      meetings: { m1: { kind: 'exchange', ...before } },
    });
    expect(done(desk, item(meeting, 'm1'))).toEqual({ added: 0, filled: 1 });
    return desk;
  };

  it.each<[Loose, Loose, Loose]>([
    [
      {},
      { place: '役場', headCount: 3, aim: 'ねらい' },
      { place: '役場', headCount: 3, aim: 'ねらい' },
    ],
    [{ place: '県庁' }, { place: '役場' }, { place: '県庁' }],
    [{ headCount: 0 }, { headCount: 3 }, { headCount: 0 }],
    [{ aim: '前の' }, { aim: 'ねらい' }, { aim: '前の' }],
    [{ place: '県庁' }, { place: '' }, { place: '県庁' }],
    [
      { state: 'held' },
      { state: 'planned', kind: 'siteVisit' },
      { state: 'held', kind: 'exchange' },
    ],
    [{}, { kind: 'preMeeting', ordinal: '1.5' }, { kind: 'exchange', ordinal: '' }],
    [{ source: '' }, { title: '会' }, { title: '会', source: '' }],
  ])('of %j that says %j leaves %j', (before, meeting, after) => {
    expect(only(fill(before, meeting))).toMatchObject(after);
  });

  it.each([
    ['2022-12', '2022-12-26', '', '2022-12-26', ''],
    ['2022-12', '2022-12-26', '2022-12-27', '2022-12-26', '2022-12-27'],
    ['', '2022-12-26', '2022-12-27', '2022-12-26', '2022-12-27'],
    ['2022-12-26', '2022-12-26', '2022-12-27', '2022-12-26', '2022-12-27'],
    ['2022-12-30', '2022-12-26', '2022-12-27', '2022-12-30', ''],
    ['2022-12-20', '2022-12-26', '2022-12-27', '2022-12-20', ''],
    ['2022-11', '2022-12-26', '2022-12-27', '2022-11', ''],
    ['2022-12-26', '2022-12', '', '2022-12-26', ''],
    ['2022-12', '2022-12', '', '2022-12', ''],
    ['2022-12', '', '', '2022-12', ''],
  ])('on %j that says %j to %j is from %j to %j', (before, date, endDate, from, to) => {
    expect(only(fill({ date: before }, { date, endDate }))).toMatchObject({
      date: from,
      endDate: to,
    });
  });

  it.each([
    ['', '', '09:00', '12:00', '09:00', '12:00'],
    ['09:30', '', '09:00', '12:00', '09:30', '12:00'],
    ['12:00', '', '09:00', '12:00', '12:00', '12:00'],
    ['14:00', '', '09:00', '12:00', '14:00', ''],
    ['', '08:00', '09:00', '12:00', '', '08:00'],
    ['', '10:00', '09:00', '12:00', '09:00', '10:00'],
    ['13:00', '14:00', '09:00', '12:00', '13:00', '14:00'],
  ])('from %j to %j that says %s to %s is from %j to %j', (start, end, from, to, first, last) => {
    const desk = fill({ startTime: start, endTime: end }, { startTime: from, endTime: to });
    expect(only(desk)).toMatchObject({ startTime: first, endTime: last });
  });

  const AD = { name: 'AD', role: 'adviser' };
  it('gets modes, supporters and a programme where it has none', () => {
    const desk = fill({}, { modes: ['mail'], supporters: [AD], programme: ['開会'] });
    const sets = () => [
      only(desk).modes.map(({ name }) => name),
      only(desk).supporters.map(({ name }) => name),
      desk.rows(programmeItems).map(({ title }) => title),
    ];
    const filled = [['メール'], ['AD'], ['開会']];
    expect(sets()).toEqual(filled);
    done(desk, item({ modes: [], supporters: [], programme: [] }, 'm1'));
    expect(sets()).toEqual(filled);
    const other = { name: '厚生局', role: 'bureau' };
    done(desk, item({ modes: ['phone'], supporters: [other], programme: ['閉会'] }, 'm1'));
    expect(sets()).toEqual(filled);
  });

  it.each([
    ['r1', 'まとめ', ['まとめ', '前の']],
    ['r2', 'まとめ', ['', '前の']],
    ['r1', '', ['', '前の']],
    ['', 'まとめ', ['', '前の']],
  ])('of round %j that says %j of it leaves the rounds as %j', (round, roundSummary, after) => {
    const desk = fill({ round }, { roundSummary });
    expect(['r1', 'r2'].map((id) => desk.row(rounds, id)?.summary)).toEqual(after);
  });

  it('fills each of several, and passes over one that is gone', () => {
    const desk = deskWith({ meetings: { m1: {}, m2: { place: '県庁' }, m3: {} } });
    const items = [item({ place: '役場' }, 'm1', 'gone', 'm2'), item({ title: '新' })];
    expect(done(desk, ...items)).toEqual({ added: 1, filled: 1 });
    const places = ['m1', 'm2', 'm3'].map((id) => desk.row(meetings, id)?.place);
    expect(places).toEqual(['役場', '県庁', '']);
    expect(desk.rows(meetings)).toHaveLength(4);
  });
});

describe('how columns were mapped', () => {
  it('is kept once for each heading, as it was done last', () => {
    const desk = deskWith();
    for (const [signature, mapping] of [
      ['日付|場所', 'date,place'],
      ['日付', 'date'],
      ['日付|場所', 'date,title'],
    ] as const) {
      desk.write((draft) => rememberMapping(draft, signature, mapping));
    }
    const kept = desk.rows(importMappings).map(({ signature, mapping }) => [signature, mapping]);
    expect(kept.toSorted()).toEqual([
      ['日付', 'date'],
      ['日付|場所', 'date,title'],
    ]);
  });
});
