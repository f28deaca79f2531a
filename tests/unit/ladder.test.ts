import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '#shared/dates/types.ts';
import { buildLadder, type LadderRows, meetingsOfRung } from '#shared/domain/ladder/ladder.ts';
import { roundAfter } from '#shared/domain/meeting/ordinal.ts';
import { ordinalOf, roundNumberOf } from '#shared/domain/meeting/typed-values.ts';
import {
  anyCaseRows,
  attendanceRow,
  caseRow,
  findingRow,
  firstRounds,
  meetingRow,
  preMeeting,
  reversed,
  roundRow,
  session,
  variantRow,
} from '#tests/support/rows.ts';

const EMPTY: LadderRows = {
  case: caseRow('c1', { fiscalYear: 2022 }),
  rounds: [],
  meetings: [],
  attendances: [],
  findings: [],
  variants: [],
  notes: new Set(),
};

const idsOf = (rows: Partial<LadderRows>): readonly string[] =>
  buildLadder({ ...EMPTY, ...rows }).rungs.map(({ id }) => id);

const only = (rows: Partial<LadderRows>) => {
  const found = buildLadder({ ...EMPTY, ...rows }).rungs.flatMap(meetingsOfRung)[0];
  return found ?? expect.fail('nothing on the ladder');
};

describe('the ladder, whatever edits merge into', () => {
  it('shows each meeting and each round in use exactly once', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const { rungs } = buildLadder(rows);
        const live = rows.meetings.filter(({ deletedAt }) => deletedAt === '');
        const shown = rungs.flatMap(meetingsOfRung).map(({ meeting }) => meeting.id);
        expect(shown.toSorted()).toEqual(live.map(({ id }) => id).toSorted());
        const rounds = rows.rounds.filter(({ deletedAt }) => deletedAt === '');
        const roundRungs = rungs.filter(({ kind }) => kind === 'round');
        expect(roundRungs.map(({ id }) => id).toSorted()).toEqual(rounds.map(({ id }) => id));
      }),
    );
  });

  it('does not depend on the order in which the rows come', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        expect(buildLadder(reversed(rows))).toEqual(buildLadder(rows));
      }),
    );
  });

  it('keeps dated rungs in the order of time, day by day and month by month', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const dates = buildLadder(rows)
          .rungs.map(({ date }) => date)
          .filter((date) => date !== '');
        const days = dates.filter(isDay);
        expect(days).toEqual(days.toSorted());
        const months = dates.map((date) => date.slice(0, 7));
        expect(months).toEqual(months.toSorted());
      }),
    );
  });

  it('puts an undated pre-meeting before the round that it prepares', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const { rungs } = buildLadder(rows);
        rungs.forEach((rung, index) => {
          if (rung.kind !== 'preMeeting' || rung.date !== '') return;
          const ordinal = ordinalOf(rung.meeting.meeting);
          if (ordinal === null) return;
          const before = rungs.slice(0, index);
          const prepared = before.some(
            (other) => other.kind === 'round' && roundNumberOf(other.round) === roundAfter(ordinal),
          );
          expect(prepared).toBe(false);
        });
      }),
    );
  });
});

describe('the order of the ladder', () => {
  it('keeps what is known only to the month where it was put among the days of that month', () => {
    const on = (id: string, date: string, order: string) => meetingRow(id, { date, order });
    const meetings = [
      on('first', '2022-08', 'a0'),
      on('day3', '2022-08-03', 'a1'),
      on('between', '2022-08', 'a2'),
      on('day24', '2022-08-24', 'a3'),
      on('last', '2022-08', 'a4'),
      on('july', '2022-07', 'b9'),
    ];
    expect(idsOf({ meetings })).toEqual(['july', 'first', 'day3', 'between', 'day24', 'last']);
  });

  it('orders one day by start time, and lets in what has none by its key', () => {
    const at = (id: string, startTime: string, order: string) =>
      meetingRow(id, { date: '2023-02-13', startTime, order });
    const meetings = [at('pm', '13:30', 'a0'), at('am', '09:30', 'a2'), at('noon', '', 'a1')];
    expect(idsOf({ meetings })).toEqual(['am', 'pm', 'noon']);
  });

  it('puts undated steps by their numbers, and other undated contacts at the end', () => {
    const meetings = [
      meetingRow('later', { order: 'a0' }),
      session(1, { date: '2022-08-24' }),
      meetingRow('call', { date: '2022-09-10' }),
      preMeeting('0.5', { date: '2022-08-03' }),
      preMeeting('0.75'),
      preMeeting('1.75'),
      preMeeting('1.25'),
      preMeeting('2.5', { date: '2023-02-02' }),
    ];
    expect(idsOf({ meetings, rounds: firstRounds(3) })).toEqual(
      'p0.5 p0.75 r1 call p1.25 p1.75 r2 p2.5 r3 later'.split(' '),
    );
  });

  it('places a postponed round by the session that takes its place', () => {
    const meetings = [
      session(1, { id: 'off', state: 'postponed', date: '2022-08-24' }),
      session(1, { id: 'on', state: 'planned', date: '2022-10-03' }),
      meetingRow('call', { date: '2022-09-10' }),
    ];
    expect(idsOf({ meetings, rounds: firstRounds(1) })).toEqual(['call', 'r1']);
  });

  it('shows two rounds of one number, and says so', () => {
    const rounds = [roundRow('ra', { number: 2 }), roundRow('rb', { number: 2 })];
    expect(buildLadder({ ...EMPTY, rounds }).rungs).toMatchObject([
      { title: '第2回支援', duplicate: true },
      { title: '第2回支援', duplicate: true },
    ]);
  });

  it('shows a session whose round is gone or in the bin, and says so', () => {
    const meetings = [session(1, { title: '意見交換会' }), session(2)];
    const rounds = [roundRow('r2', { number: 2, deletedAt: '2023-01-01T00:00:00Z' })];
    expect(buildLadder({ ...EMPTY, meetings, rounds }).rungs).toMatchObject([
      { kind: 'contact', lostRound: true, meeting: { title: '意見交換会' } },
      { kind: 'contact', lostRound: true, meeting: { title: '支援' } },
    ]);
  });
});

describe('a meeting on the ladder', () => {
  it('owes its record only once it was held', () => {
    const written = (values: Parameters<typeof session>[1], notes: readonly string[] = []) =>
      only({ meetings: [meetingRow('m', { kind: 'exchange', ...values })], notes: new Set(notes) })
        .written;
    expect(written({ state: 'held' })).toBe('missing');
    expect(written({ state: 'held', summary: ' \n' })).toBe('missing');
    expect(written({ state: 'held', summary: '広報を見直す' })).toBe('written');
    expect(written({ state: 'held' }, ['m'])).toBe('written');
    expect(written({ state: 'planned' })).toBe('notYet');
    expect(written({ state: 'cancelled' })).toBe('notYet');
  });

  it('counts heads and findings of its own, leaving out those in the bin', () => {
    const gone = { deletedAt: '2023-01-01T00:00:00Z' };
    const shown = only({
      meetings: [meetingRow('m', { headCount: 46 })],
      attendances: [
        attendanceRow('a', { meeting: 'm', count: 43 }),
        attendanceRow('b', { meeting: 'm' }),
        attendanceRow('c', { meeting: 'm', count: 9, ...gone }),
        attendanceRow('d', { meeting: 'other', count: 9 }),
      ],
      findings: [
        findingRow('f', { meeting: 'm', kind: 'issue' }),
        findingRow('g', { meeting: 'm', kind: 'issue', ...gone }),
        findingRow('h', { meeting: 'm', kind: 'insight' }),
      ],
    });
    expect(shown.headCount).toEqual({ shown: 46, computed: 44, override: 46, differs: true });
    expect(shown.findings).toMatchObject({ issue: 1, insight: 1, strength: 0 });
  });

  it('notes what another source says, and a date outside of the year', () => {
    const shown = only({
      meetings: [session(1, { date: '2023-04-01' })],
      rounds: firstRounds(1),
      variants: [variantRow('v', { record: 's1', field: 'modes', value: '現地' })],
    });
    expect(shown).toMatchObject({ outsideYear: true, variants: [{ value: '現地' }] });
  });

  it('asks for the record of a round until its summary is written', () => {
    const meetings = [session(1)];
    const of = (summary: string) =>
      buildLadder({ ...EMPTY, meetings, rounds: [roundRow('r1', { number: 1, summary })] }).rungs;
    expect(of('')).toMatchObject([{ state: 'held', written: 'missing' }]);
    expect(of('規範的統合')).toMatchObject([{ state: 'held', written: 'written' }]);
  });
});
