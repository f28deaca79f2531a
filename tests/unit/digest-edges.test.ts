import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import { nextPlanned } from '#shared/domain/digest/on-day.ts';
import { digestOf } from '#tests/support/digests.ts';
import {
  actionRow,
  attendanceRow,
  caseRow,
  caseSupporterRow,
  findingRow,
  firstRounds,
  meetingRow,
  members,
  preMeeting,
  programmeItemRow,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const DATED = { date: '2022-08-24' };
const OWED = { rounds: firstRounds(1), meetings: [session(1, DATED)] };
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the small ladder of a case', () => {
  const first = firstRounds(1);
  it.each([
    ['a round', first, [session(1, DATED)], ['1 held 第1回支援 実施']],
    ['one to come', first, [session(1, { state: 'planned' })], ['1 planned 第1回支援 予定']],
    ['one without a number', [roundRow('r1')], [session(1)], ['? held 支援（回は未定） 実施']],
    ['no round in the bin', [roundRow('r1', { number: 1, ...BIN })], [], []],
    ['a pre-meeting', [], [preMeeting('0.5', DATED)], ['- held 0.5次ミーティング 実施']],
    ['no other contact', [], [meetingRow('x', { kind: 'exchange', state: 'held' })], []],
    ['nothing of the bin', [], [preMeeting('0.5', BIN)], []],
  ])('has %s', (_, rounds, meetings, expected) => {
    const { steps } = digestOf({ rounds, meetings });
    expect(steps.map(({ number, state, words }) => `${number ?? '-'} ${state} ${words}`)).toEqual(
      expected,
    );
  });
});

describe('of what is planned is known', () => {
  it('where, how, with whom, and in which round', () => {
    const meeting = session(2, {
      ...{
        state: 'planned',
        modes: ['online', 'onsite'].map((id) => ({ id, name: '', order: '' })),
      },
      supporters: members('山田', '佐藤'),
    });
    const [planned] = digestOf({ rounds: firstRounds(2), meetings: [meeting] }).planned;
    expect(planned).toMatchObject({ title: '第2回支援', supporters: '山田、佐藤' });
    expect(planned?.modes.split('・')).toHaveLength(2);
  });
  it.each([
    ['one that is begun', programmeItemRow('i', { meeting: 's1' }), true],
    ['none of another meeting', programmeItemRow('i', { meeting: 's2' }), false],
    ['none in the bin', programmeItemRow('i', { meeting: 's1', ...BIN }), false],
  ] as const)('its programme: %s', (_, item, expected) => {
    const meetings = [session(1, { state: 'planned' })];
    const [planned] = digestOf({
      rounds: firstRounds(1),
      meetings,
      programmeItems: [item],
    }).planned;
    expect(planned?.hasProgramme).toBe(expected);
  });
  it.each([
    ['2022-08-23', 'a'],
    ['2022-08-24', 'a'],
    ['2022-08-25', 'b'],
    ['2022-09-25', undefined],
  ])('which comes next on %s: %s', (today, expected) => {
    const meetings = [
      session(1, { id: 'b', state: 'planned', date: '2022-09-24' }),
      session(1, { id: 'a', state: 'planned', ...DATED }),
    ];
    const digest = digestOf({ rounds: firstRounds(1), meetings });
    expect(nextPlanned(digest, day(today))?.id).toBe(expected);
  });
});

describe('of what was held', () => {
  it('what has no date is not a contact, but owes its record all the same', () => {
    const { held, owed } = digestOf({ rounds: firstRounds(1), meetings: [session(1)] });
    expect([ids(held), ids(owed)]).toEqual([[], ['s1']]);
  });
  it.each([
    ['goes on', {}, ['s1']],
    ['goes on, whatever stands there', { waivesRecords: true }, ['s1']],
    ['has ended', { endedOn: '2023-03-31' }, ['s1']],
    ['has ended for good', { endedOn: '2023-03-31', waivesRecords: true }, []],
  ] as const)('a record is owed by a case that %s: %j', (_, values, expected) => {
    expect(ids(digestOf({ ...OWED, case: caseRow('c1', values) }).owed)).toEqual(expected);
  });
});

describe('a promise names the meeting in which it was made', () => {
  it.each([
    ['that one', 's1', '第1回支援'],
    ['none that is not there', 'gone', undefined],
    ['none where none is named', '', undefined],
  ])('%s', (_, meeting, title) => {
    const meetings = [preMeeting('0.5', { date: '2022-08-03' }), session(1, DATED)];
    const [action] = digestOf({
      ...OWED,
      meetings,
      actions: [actionRow('a', { meeting })],
    }).actions;
    expect(action?.meeting?.title).toBe(title);
  });
  it('and comes by its due date, those without one last', () => {
    const actions = [
      actionRow('none', { order: 'a0' }),
      actionRow('late', { due: '2023-02-01', order: 'a1' }),
      actionRow('b', { due: '2023-01-01', order: 'a3' }),
      actionRow('a', { due: '2023-01-01', order: 'a2' }),
      actionRow('done', { state: 'done' }),
      actionRow('bin', BIN),
    ];
    expect(ids(digestOf({ actions }).actions)).toEqual(['a', 'b', 'late', 'none']);
  });
});

describe('what is to be put right is put right in', () => {
  const meetingsOf = (rows: Parameters<typeof digestOf>[0]) =>
    digestOf(rows).checks.map(({ code, meeting }) => `${code} ${meeting}`);
  const other = (id: string, values = {}) =>
    meetingRow(id, { kind: 'exchange', state: 'held', ...values });
  it.each([
    ['the meeting itself', { meetings: [other('m', { date: 'x' })] }, ['unreadable-date m']],
    [
      'the first by id of two',
      { meetings: [preMeeting('1.5', { id: 'b' }), preMeeting('1.5', { id: 'a' })] },
      ['same-ordinal a'],
    ],
    [
      'a session of the round',
      { rounds: firstRounds(2), meetings: [other('a', { round: 'r2' }), session(2, DATED)] },
      ['summary-missing s2'],
    ],
    [
      'no meeting where none is there',
      { rounds: [roundRow('r0', { number: 1 }), roundRow('r1', { number: 1 })], meetings: [] },
      ['same-round-number null'],
    ],
    [
      'no meeting in the bin',
      { meetings: [other('gone', BIN)], findings: [findingRow('f', { meeting: 'gone' })] },
      ['missing-meeting null'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(meetingsOf(rows)).toEqual(expected);
  });
});

describe('what a case refers to in the office', () => {
  it('stands by what is missing, then by whom, with the meeting that names them', () => {
    const { references } = digestOf({
      meetings: [meetingRow('m', { kind: 'exchange' })],
      attendances: [
        attendanceRow('a', { meeting: 'm', person: 'p2', organization: 'o1' }),
        attendanceRow('b', { meeting: 'm', person: 'p1' }),
      ],
      caseSupporters: [caseSupporterRow('u', { organizationId: 'o0' })],
    });
    expect(references.map(({ code, target, meeting }) => [code, target, meeting])).toEqual([
      ['missing-organization', 'o0', null],
      ['missing-organization', 'o1', 'm'],
      ['missing-person', 'p1', 'm'],
      ['missing-person', 'p2', 'm'],
    ]);
  });
});
