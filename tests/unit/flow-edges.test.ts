import { describe, expect, it } from 'vitest';
import { day, isDay, month, type PartialDate } from '#shared/dates/types.ts';
import { lastContact } from '#shared/domain/digest/on-day.ts';
import { readFlow } from '#shared/domain/ladder/flow.ts';
import { owesRecord, writtenOf } from '#shared/domain/ladder/ladder-meeting.ts';
import { formatNextStep, suggestNext } from '#shared/domain/ladder/next-step.ts';
import { formatStage, stageOf, stageRank } from '#shared/domain/ladder/stage.ts';
import { nextMeeting, overdueMeetings, upcomingMeetings } from '#shared/domain/ladder/timeline.ts';
import { MEETING_KINDS, type MeetingRow, type RoundRow } from '#shared/domain/meeting/meeting.ts';
import { shiftDate, shiftMonths } from '#shared/domain/meeting/re-date.ts';
import { digestOf } from '#tests/support/digests.ts';
import { firstRounds, meetingRow, preMeeting, roundRow, session } from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const date = (text: string): PartialDate =>
  text === '' ? '' : isDay(text) ? day(text) : month(text);

type Rows = readonly [rounds: readonly RoundRow[], meetings: readonly MeetingRow[]];

describe('how far a case has come', () => {
  const held = session(1);
  it.each([
    ['nothing', [], [], { lastHeld: 0, nextRound: 1, prepared: false, planned: false }],
    [
      'a round alone',
      firstRounds(1),
      [],
      { lastHeld: 0, nextRound: 1, announced: true, planned: false },
    ],
    ['a session held', firstRounds(1), [held], { lastHeld: 1, nextRound: 2, announced: false }],
    [
      'one planned',
      firstRounds(1),
      [session(1, { state: 'planned' })],
      { lastHeld: 0, planned: true },
    ],
    [
      'one postponed',
      firstRounds(1),
      [session(1, { state: 'postponed' })],
      { lastHeld: 0, planned: true },
    ],
    [
      'one cancelled',
      firstRounds(1),
      [session(1, { state: 'cancelled' })],
      { lastHeld: 0, planned: false },
    ],
    ['one in the bin', firstRounds(1), [session(1, BIN)], { lastHeld: 0, planned: false }],
    [
      'its round in the bin',
      [roundRow('r1', { number: 1, ...BIN })],
      [held],
      { lastHeld: 0, announced: false },
    ],
    ['its round without number', [roundRow('r1')], [held], { lastHeld: 0 }],
    ['the third held', firstRounds(3), [session(3)], { lastHeld: 3, nextRound: null }],
    [
      'a fourth on the ladder',
      firstRounds(4),
      [session(3)],
      { lastHeld: 3, nextRound: 4, announced: true },
    ],
    ['3.5次', firstRounds(3), [session(3), preMeeting('3.5')], { nextRound: 4, prepared: true }],
    [
      '2.5次 after the third',
      firstRounds(3),
      [session(3), preMeeting('2.5')],
      { nextRound: null, prepared: false },
    ],
    ['0.5次', [], [preMeeting('0.5')], { prepared: true, ordinals: ['0.5'] }],
    ['1.5次 before the first', [], [preMeeting('1.5')], { prepared: false, ordinals: ['1.5'] }],
    [
      '0.5次 cancelled',
      [],
      [preMeeting('0.5', { state: 'cancelled' })],
      { prepared: false, ordinals: ['0.5'] },
    ],
    ['0.5次 in the bin', [], [preMeeting('0.5', BIN)], { prepared: false, ordinals: [] }],
    ['a 報告会', [], [meetingRow('b', { kind: 'briefing' })], { briefing: true }],
    [
      'one cancelled 報告会',
      [],
      [meetingRow('b', { kind: 'briefing', state: 'cancelled' })],
      { briefing: false },
    ],
    [
      'another contact of a round',
      firstRounds(1),
      [meetingRow('x', { kind: 'exchange', round: 'r1', state: 'held' })],
      { lastHeld: 0 },
    ],
  ] as const)('%s', (_, rounds, meetings, flow) => {
    expect(readFlow(rounds, meetings)).toMatchObject(flow);
  });
});

describe('the next step and the stage', () => {
  const rows = (...[rounds, meetings]: Rows) => ({ rounds, meetings });
  const p = (ordinal: string) => preMeeting(ordinal, { date: '2022-08-03' });
  const s = (number: number, values: Partial<MeetingRow> = {}) =>
    session(number, { date: '2022-08-24', ...values });
  const briefing = (values: Partial<MeetingRow> = {}) =>
    meetingRow('b', { kind: 'briefing', state: 'held', date: '2023-01-10', ...values });
  it.each([
    ['nothing', rows([], []), '次の会合: 0.5次を計画', '準備中'],
    ['0.5次', rows([], [p('0.5')]), '次の会合: 第1回支援を計画', '第1回に向けて'],
    ['a round alone', rows(firstRounds(1), []), '次の会合: 0.5次を計画', '第1回に向けて'],
    [
      'the first held',
      rows(firstRounds(1), [p('0.5'), s(1)]),
      '次の会合: 1.5次を計画',
      '第1回支援済み',
    ],
    [
      'the second prepared',
      rows(firstRounds(1), [s(1), p('1.5')]),
      '次の会合: 第2回支援を計画',
      '第2回に向けて',
    ],
    [
      'the second planned',
      rows(firstRounds(2), [s(1), p('1.5'), s(2, { state: 'planned', date: '2023-02-13' })]),
      '次の会合: 第2回を準備',
      '第2回に向けて',
    ],
    [
      'the second planned for today',
      rows(firstRounds(2), [s(1), p('1.5'), s(2, { state: 'planned', date: '2023-01-19' })]),
      '第2回を記録',
      '第2回に向けて',
    ],
    [
      'the second planned for this month',
      rows(firstRounds(2), [s(1), p('1.5'), s(2, { state: 'planned', date: '2023-01' })]),
      '次の会合: 第2回を準備',
      '第2回に向けて',
    ],
    [
      'the second planned without a date',
      rows(firstRounds(2), [s(1), p('1.5'), s(2, { state: 'planned', date: '' })]),
      '第2回の日程を決める',
      '第2回に向けて',
    ],
    [
      'the second postponed',
      rows(firstRounds(2), [s(1), p('1.5'), s(2, { state: 'postponed', date: '2022-12-01' })]),
      '第2回の日程を決める',
      '第2回に向けて',
    ],
    ['the third held', rows(firstRounds(3), [s(3)]), '次の会合: 報告会を計画', 'まとめ'],
    ['the report given', rows(firstRounds(3), [s(3), briefing()]), '', 'まとめ'],
    [
      'the report given early',
      rows(firstRounds(1), [s(1), briefing()]),
      '次の会合: 1.5次を計画',
      'まとめ',
    ],
    ['the report before all', rows([], [briefing()]), '次の会合: 0.5次を計画', '準備中'],
    [
      'a report to come',
      rows(firstRounds(3), [s(3), briefing({ state: 'planned', date: '2023-03-10' })]),
      '次の会合: 報告会を準備',
      'まとめ',
    ],
    [
      'a report that was due',
      rows(firstRounds(3), [s(3), briefing({ state: 'planned', date: '2023-01-18' })]),
      '報告会を記録',
      'まとめ',
    ],
  ] as readonly (readonly [string, ReturnType<typeof rows>, string, string])[])(
    'after %s',
    (_, flow, next, stage) => {
      expect(formatNextStep(suggestNext(flow, TODAY), flow)).toBe(next);
      expect(formatStage(stageOf(flow))).toBe(stage);
    },
  );

  it('names a meeting that is gone in general', () => {
    const step = { kind: 'record', meetingId: 'gone' } as const;
    expect(formatNextStep(step, rows([], []))).toBe('会合を記録');
  });

  it('decides first on the date of what stands first', () => {
    const open = (id: string, order: string) =>
      meetingRow(id, { kind: 'exchange', order, state: 'postponed' });
    const flow = rows(firstRounds(3), [s(3), briefing(), open('z', 'a1'), open('a', 'a2')]);
    expect(suggestNext(flow, TODAY)).toEqual({ kind: 'setDate', meetingId: 'z' });
  });

  it('ranks stages in the order in which a case goes through them', () => {
    const stages = [
      { kind: 'preparing' },
      { kind: 'towards', number: 1 },
      { kind: 'supported', number: 1 },
      { kind: 'towards', number: 2 },
      { kind: 'supported', number: 3 },
      { kind: 'closing' },
    ] as const;
    const ranks = stages.map(stageRank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(stages.length);
  });
});

describe('planned meetings around today', () => {
  const planned = (id: string, on: string, values: Partial<MeetingRow> = {}) =>
    meetingRow(id, { state: 'planned', date: on, ...values });
  const all = [
    planned('month', '2023-01'),
    planned('late', '2023-01-31', { startTime: '13:30' }),
    planned('early', '2023-01-31', { startTime: '09:30' }),
    planned('timeless', '2023-01-31'),
    planned('today', '2023-01-19'),
    planned('yesterday', '2023-01-18'),
    planned('last month', '2022-12'),
    planned('last day', '2022-12-31'),
    planned('undated', ''),
    planned('binned', '2023-01-20', BIN),
    meetingRow('held', { state: 'held', date: '2023-01-20' }),
    planned('b', '2023-02-02', { order: 'a1' }),
    planned('a', '2023-02-02', { order: 'a2' }),
  ];
  it('come soonest first: a day before its month, a time before none', () => {
    expect(upcomingMeetings(all, TODAY).map(({ id }) => id)).toEqual([
      ...['today', 'early', 'late', 'timeless', 'month', 'b', 'a'],
    ]);
    expect(nextMeeting(all, TODAY)?.id).toBe('today');
    expect(nextMeeting([], TODAY)).toBeNull();
  });
  it('are overdue, the earliest first', () => {
    expect(overdueMeetings(all, TODAY).map(({ id }) => id)).toEqual([
      ...['last day', 'last month', 'yesterday'],
    ]);
  });
});

describe('the last contact', () => {
  const contact = (...dates: readonly string[]) =>
    lastContact(
      digestOf({ meetings: dates.map((on) => meetingRow(on, { state: 'held', date: on })) }),
      TODAY,
    );
  it.each([
    [['2023-01-19'], '2023-01-19', 0, false],
    [['2023-01-18', '2023-01-20'], '2023-01-18', 1, false],
    [['2022-12-31', '2022-12'], '2022-12', 19, true],
    [['2023-01'], '2023-01', 0, true],
    [['2023-02', '2022-11'], '2022-11', 50, true],
    [['2022-02'], '2022-02', 325, true],
  ])('of %j is %s, %i days ago', (dates, id, days, approximate) => {
    expect(contact(...dates)).toMatchObject({ meeting: { id }, days, approximate });
  });
  it('is none of what was not held, has no date or lies in the bin', () => {
    const rows = [
      meetingRow('p', { state: 'planned', date: '2023-01-10' }),
      meetingRow('u', { state: 'held' }),
      meetingRow('b', { state: 'held', date: '2023-01-10', ...BIN }),
    ];
    expect(lastContact(digestOf({ meetings: rows }), TODAY)).toBeNull();
  });
});

describe('a date that is moved', () => {
  it.each([
    ['2022-08-31', 1, '2022-09-01'],
    ['2022-08-01', -1, '2022-07-31'],
    ['2022-08', 1, '2022-08'],
    ['', 1, ''],
    ['2022-08-31', 0.5, '2022-08-31'],
    ['9999-12-31', 1, '9999-12-31'],
    ['1873-01-01', -1, '1873-01-01'],
  ])('%j by %d days is %j', (on, days, after) => {
    expect(shiftDate(date(on), days)).toBe(after);
  });
  it.each([
    ['2022-08-31', 1, '2022-09-30'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-12', 1, '2023-01'],
    ['', 1, ''],
    ['2022-08', 0.5, '2022-08'],
    ['9999-12', 1, '9999-12'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%j by %d months is %j', (on, months, after) => {
    expect(shiftMonths(date(on), months)).toBe(after);
  });
});

describe('a record', () => {
  it('is owed of meetings that staff go to, not of a talk among ourselves', () => {
    expect(MEETING_KINDS.filter((kind) => owesRecord({ kind }))).toEqual([
      ...['orientation', 'preMeeting', 'session', 'exchange', 'siteVisit', 'briefing'],
    ]);
  });
  it.each([
    ['held', '', false, 'missing'],
    ['held', ' \n', false, 'missing'],
    ['held', 'まとめ', false, 'written'],
    ['held', '', true, 'written'],
    ['planned', '', false, 'notYet'],
    ['planned', '', true, 'written'],
    ['postponed', '', false, 'notYet'],
    ['cancelled', '', false, 'notYet'],
  ] as const)(
    'of what is %s with the summary %j, a note: %s, is %s',
    (state, summary, note, is) => {
      expect(writtenOf({ kind: 'session', state, summary }, note)).toBe(is);
    },
  );
});
