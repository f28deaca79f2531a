import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import type { CaseRow } from '#shared/domain/case/case.ts';
import type { CheckRows } from '#shared/domain/checks/check.ts';
import { checkAlone, checkRows } from '#shared/domain/checks/checks.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import {
  actionRow,
  attendanceRow,
  caseRow,
  caseSupporterRow,
  findingRow,
  firstRounds,
  meetingRow,
  members,
  organizationRow,
  personRow,
  preMeeting,
  programmeItemRow,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const CASE = caseRow('c1', { fiscalYear: 2022 });
const EMPTY: CheckRows = {
  ...{ case: CASE, cases: [], caseSupporters: [], rounds: [], meetings: [], attendances: [] },
  ...{ programmeItems: [], findings: [], actions: [], people: [], organizations: [] },
};
const checks = (rows: Partial<CheckRows>) => checkRows({ ...EMPTY, ...rows }, TODAY);
const codes = (rows: Partial<CheckRows>) =>
  checks(rows).map(({ code, records }) => [code, ...records].join(' '));
const said = (rows: Partial<CheckRows>) => checks(rows).map(({ message }) => message);

describe('a meeting is pointed out', () => {
  const LAST = { date: '2022-08-03' };
  const TIMES = { ...LAST, startTime: '13:30', endTime: '13:29' };
  const m = (values: Partial<MeetingRow>) =>
    codes({ meetings: [meetingRow('m', { kind: 'exchange', state: 'held', ...values })] });
  it.each([
    ['its day that does not exist', { date: '2023-02-29' }, ['unreadable-date m']],
    ['its start that no clock shows', { startTime: '25:00' }, ['unreadable-date m']],
    ['its end that no clock shows', { endTime: 'x' }, ['unreadable-date m']],
    ['nothing of its month', { date: '2022-08' }, []],
    ['an end before the start', { startTime: '13:30', endTime: '13:29' }, ['end-before-start m']],
    ['no end at the start', { startTime: '13:30', endTime: '13:30' }, []],
    ['no end alone', { endTime: '09:00' }, []],
    ['no start alone', { startTime: '09:00' }, []],
    ['no end before the start of another day', { ...TIMES, endDate: '2022-08-04' }, []],
    [
      'one before it where no day is the last',
      { ...TIMES, endDate: '2022-09' },
      ['end-before-start m'],
    ],
    ['a last day before the first', { ...LAST, endDate: '2022-08-02' }, ['end-before-start m']],
    ['no last day at the first', { ...LAST, endDate: '2022-08-03' }, []],
    ['no last day of a month', { date: '2022-08', endDate: '2022-07-31' }, []],
    ['no day that does not exist as the last', { ...LAST, endDate: 'x' }, ['unreadable-date m']],
    ['a day of the year before', { date: '2022-03-31' }, ['outside-year m']],
    ['no first day of the year', { date: '2022-04-01' }, []],
    ['no last day of the year', { date: '2023-03-31' }, []],
    ['a day of the next year', { date: '2023-04-01' }, ['outside-year m']],
    ['planned for yesterday', { state: 'planned', date: '2023-01-18' }, ['planned-in-past m']],
    ['not planned for today', { state: 'planned', date: '2023-01-19' }, []],
    ['not planned for this month', { state: 'planned', date: '2023-01' }, []],
    ['planned for the last month', { state: 'planned', date: '2022-12' }, ['planned-in-past m']],
    ['not postponed', { state: 'postponed', date: '2023-01-18' }, []],
    ['nothing of the bin', { date: '2023-02-29', ...BIN }, []],
    ['a number that is none', { kind: 'preMeeting', ordinal: '2' }, ['unreadable-ordinal m']],
    ['no number that is not there', { kind: 'preMeeting', ordinal: ' ' }, []],
    ['no number of another kind', { ordinal: '2' }, []],
  ] as const)('%s', (_, values, expected) => {
    expect(m(values)).toEqual(expected);
  });

  it('with what is wrong, first the date, then the times', () => {
    const values = { date: '2/30', startTime: '25:00', endTime: '26:00' };
    const wrong = (change: Partial<MeetingRow>) =>
      said({
        meetings: [meetingRow('m', { kind: 'exchange', state: 'held', ...values, ...change })],
      });
    expect(wrong({})).toEqual(['「意見交換会」の日時「2/30」を読み取れません。']);
    expect(wrong({ date: '' })).toEqual(['「意見交換会」の日時「25:00」を読み取れません。']);
    expect(wrong({ date: '', startTime: '' })).toEqual([
      '「意見交換会」の日時「26:00」を読み取れません。',
    ]);
  });

  it.each([
    [46, [44], ['head-count-differs m']],
    [44, [44], []],
    [46, [], []],
    [null, [44], []],
    [3, [null, 2], []],
    [-1, [2], []],
  ])('with the total %s beside %j', (headCount, counts, expected) => {
    const meetings = [meetingRow('m', { kind: 'exchange', headCount })];
    const attendances = counts.map((count, at) => attendanceRow(`a${at}`, { meeting: 'm', count }));
    expect(codes({ meetings, attendances })).toEqual(expected);
  });
});

describe('numbers that two share', () => {
  it.each([
    [['1.5', '1.50'], ['same-ordinal p1.5 p1.50']],
    [['1.5', '1.05'], []],
    [['1.5', '2.5'], []],
    [['1.5'], []],
    [['1.5', '1.5'], ['same-ordinal p1.5 p1.5']],
  ])('%j', (ordinals, expected) => {
    expect(codes({ meetings: ordinals.map((ordinal) => preMeeting(ordinal)) })).toEqual(expected);
  });
  it('are not those of the bin, nor of what was cancelled', () => {
    const meetings = [
      preMeeting('1.5'),
      preMeeting('1.5', { id: 'x', ...BIN }),
      preMeeting('1.5', { id: 'y', state: 'cancelled' }),
      preMeeting('1.5', { id: 'z', kind: 'other' }),
    ];
    expect(codes({ meetings })).toEqual([]);
  });
  it.each([
    [[1, 1], ['same-round-number r0 r1']],
    [[1, 2], []],
    [[null, null], []],
  ])('of rounds %j', (numbers, expected) => {
    expect(codes({ rounds: numbers.map((number, at) => roundRow(`r${at}`, { number })) })).toEqual(
      expected,
    );
  });
  it('of a round in the bin are free', () => {
    const rounds = [roundRow('a', { number: 1 }), roundRow('b', { number: 1, ...BIN })];
    expect(codes({ rounds })).toEqual([]);
  });
});

describe('the summary of a round is asked for', () => {
  it.each([
    ['once it was held', ['held'], ['summary-missing r1']],
    ['not before', ['planned'], []],
    ['not while a session is to come', ['held', 'planned'], []],
    ['not while one is postponed', ['held', 'postponed'], []],
    ['although one was cancelled', ['held', 'cancelled'], ['summary-missing r1']],
    ['not without sessions', [], []],
    ['not of what was cancelled', ['cancelled'], []],
  ] as const)('%s', (_, states, expected) => {
    const meetings = states.map((state, at) => session(1, { id: `s${at}`, state }));
    expect(codes({ rounds: firstRounds(1), meetings })).toEqual(expected);
  });
  it.each([
    ['what is written', { summary: 'まとめ' }, {}],
    ['the bin', BIN, BIN],
  ])('not of %s', (_, round, meeting) => {
    const rounds = [roundRow('r1', { number: 1, ...round })];
    expect(codes({ rounds, meetings: [session(1, meeting)] })).toEqual([]);
  });
  it('of a session in the bin is not owed, nor of another contact of the round', () => {
    const contact = meetingRow('x', { kind: 'exchange', round: 'r1', state: 'held' });
    expect(codes({ rounds: firstRounds(1), meetings: [session(1, BIN), contact] })).toEqual([]);
  });
});

describe('what a case continues', () => {
  const chain = (links: Readonly<Record<string, string>>, change: Partial<CaseRow> = {}) => {
    const rows = Object.entries(links).map(([id, continuesCase]) =>
      caseRow(id, { continuesCase, ...(id === 'c1' ? change : {}) }),
    );
    return codes({ case: rows[0] ?? null, cases: rows.slice(1) });
  };
  it.each([
    ['nothing', { c1: '' }, []],
    ['an earlier one', { c1: 'c2', c2: '' }, []],
    ['one that is gone', { c1: 'c2' }, ['missing-case c1']],
    ['itself', { c1: 'c1' }, ['continuation-cycle c1']],
    ['one that continues it', { c1: 'c2', c2: 'c1' }, ['continuation-cycle c1 c2']],
    ['a circle of three', { c1: 'c2', c2: 'c3', c3: 'c1' }, ['continuation-cycle c1 c2 c3']],
    ['a circle of others', { c1: 'c2', c2: 'c3', c3: 'c2' }, []],
    ['one that continues what is gone', { c1: 'c2', c2: 'c9' }, []],
  ] as const)('%s', (_, links, expected) => {
    expect(chain(links)).toEqual(expected);
  });
  it('is not asked of a case in the bin, nor of none', () => {
    expect(chain({ c1: 'c2' }, BIN)).toEqual([]);
    expect(codes({ case: null })).toEqual([]);
  });
  it('is missing when it lies in the bin', () => {
    const cases = [caseRow('c2', BIN)];
    expect(codes({ case: caseRow('c1', { continuesCase: 'c2' }), cases })).toEqual([
      'missing-case c1',
    ]);
  });
});

describe('references to what is not there', () => {
  const meetings = [meetingRow('m', { kind: 'exchange' }), meetingRow('bin', BIN)];
  it.each([
    [
      'an attendance',
      { attendances: [attendanceRow('a', { meeting: 'gone' })] },
      'missing-meeting a',
    ],
    [
      'an attendance of the bin',
      { attendances: [attendanceRow('a', { meeting: 'gone', ...BIN })] },
      '',
    ],
    ['one of a meeting in the bin', { attendances: [attendanceRow('a', { meeting: 'bin' })] }, ''],
    [
      'a line of a programme',
      { programmeItems: [programmeItemRow('i', { meeting: 'gone' })] },
      'missing-meeting i',
    ],
    [
      'one in the bin',
      { programmeItems: [programmeItemRow('i', { meeting: 'gone', ...BIN })] },
      '',
    ],
    [
      'one of a meeting in the bin',
      { programmeItems: [programmeItemRow('i', { meeting: 'bin' })] },
      '',
    ],
    ['a finding', { findings: [findingRow('f', { meeting: 'bin' })] }, 'missing-meeting f'],
    ['a finding of the case', { findings: [findingRow('f')] }, ''],
    ['an action', { actions: [actionRow('t', { meeting: 'gone' })] }, 'missing-meeting t'],
    ['an action in the bin', { actions: [actionRow('t', { meeting: 'gone', ...BIN })] }, ''],
    [
      'a person',
      { attendances: [attendanceRow('a', { meeting: 'm', person: 'h' })] },
      'missing-person a',
    ],
    [
      'a person in the bin',
      {
        attendances: [attendanceRow('a', { meeting: 'm', person: 'h' })],
        people: [personRow('h', BIN)],
      },
      'missing-person a',
    ],
    [
      'one that is there',
      {
        attendances: [attendanceRow('a', { meeting: 'm', person: 'h' })],
        people: [personRow('h')],
      },
      '',
    ],
    [
      'an organisation',
      { attendances: [attendanceRow('a', { meeting: 'm', organization: 'o' })] },
      'missing-organization a',
    ],
    [
      'one that is there',
      {
        attendances: [attendanceRow('a', { meeting: 'm', organization: 'o' })],
        organizations: [organizationRow('o')],
      },
      '',
    ],
    [
      'a supporter of the case',
      { caseSupporters: [caseSupporterRow('u', { organizationId: 'o' })] },
      'missing-organization u',
    ],
    [
      'one in the bin',
      { caseSupporters: [caseSupporterRow('u', { organizationId: 'o', ...BIN })] },
      '',
    ],
    [
      'one without a record',
      { caseSupporters: [caseSupporterRow('u', { organizationId: '' })] },
      '',
    ],
  ] as readonly (readonly [string, Partial<CheckRows>, string])[])('%s', (_, rows, expected) => {
    expect(codes({ meetings, ...rows }).join()).toBe(expected);
  });

  it('are named by the name beside them, and counted once for each record', () => {
    const attendances = [
      attendanceRow('a', { meeting: 'm', person: 'h', name: ' 山田 ' }),
      attendanceRow('b', { meeting: 'm', person: 'h', name: '' }),
      attendanceRow('c', { meeting: 'm', person: 'i', organization: 'o', name: '' }),
    ];
    const supported = [meetingRow('m', { kind: 'exchange', supporters: members('AD') })];
    expect(said({ meetings: supported, attendances })).toEqual([
      '「山田」が「人・機関」にありません（2か所）。',
      '人が「人・機関」にありません（1か所）。',
      '機関が「人・機関」にありません（1か所）。',
      '「AD」が「人・機関」にありません（1か所）。',
    ]);
  });
});

describe('what is found is told in the order of the ladder', () => {
  it.each([
    ['of sessions and their rounds', ['b', 'a'], ['summary-missing b', 'summary-missing a']],
    ['whatever their ids', ['a', 'b'], ['summary-missing a', 'summary-missing b']],
  ] as const)('%s', (_, ids, expected) => {
    const rounds = ids.map((id, at) => roundRow(id, { number: at + 1 }));
    const meetings = ids.map((round) => session(1, { id: `s${round}`, round }));
    expect(codes({ rounds, meetings })).toEqual(expected);
  });
  it('by the first session of a round, before what belongs to no meeting', () => {
    const meetings = [
      session(1, { id: 'x', date: '2022-08-24' }),
      session(1, { id: 'y', date: '2022-10-24' }),
      session(2, { id: 'z', date: '2022-09-24' }),
    ];
    const attendances = [
      attendanceRow('c', { meeting: 'x', person: 'p1' }),
      attendanceRow('b', { meeting: 'y', person: 'p2' }),
    ];
    const caseSupporters = [caseSupporterRow('a', { person: 'p3' })];
    const found = codes({ rounds: firstRounds(2), meetings, attendances, caseSupporters });
    expect(found).toEqual([
      'missing-person c',
      'missing-person b',
      'missing-person a',
      ...['summary-missing r1', 'summary-missing r2'],
    ]);
  });
  it('and what needs no other document can be asked for alone', () => {
    const rows = {
      ...EMPTY,
      meetings: [meetingRow('m', { kind: 'exchange', date: 'x', aim: '12/22(金)' })],
      attendances: [attendanceRow('a', { meeting: 'm', person: 'p' })],
      rounds: [roundRow('r0', { number: 1 }), roundRow('r1', { number: 1 })],
      findings: [findingRow('f', { meeting: 'gone' })],
    };
    expect(checkAlone(rows).map(({ code }) => code)).toEqual([
      ...['same-round-number', 'missing-meeting', 'unreadable-date', 'weekday-differs'],
    ]);
  });
});

describe('a weekday that the calendar has not', () => {
  it.each([
    ['12/22(金)', 1],
    ['12/22(木)', 0],
    ['１２／２２（金）', 1],
    ['令和4年12月22日（金曜日）', 1],
    ['令和4年12月22日（金・祝）', 1],
    ['12月(金)', 0],
    ['12/22 (金)', 1],
    ['22(金)', 0],
    ['13/45(金)', 0],
    ['12/22(晴)', 0],
  ])('%s: %i', (text, count) => {
    const meetings = [meetingRow('m', { kind: 'exchange', remarks: `次回は${text}です` })];
    expect(codes({ meetings })).toHaveLength(count);
  });

  it.each(['title', 'stateReason', 'remarks', 'attendanceText', 'aim', 'summary'] as const)(
    'is sought in %s',
    (field) => {
      const meetings = [meetingRow('m', { kind: 'exchange', [field]: '12/22(金)' })];
      expect(codes({ meetings })).toEqual(['weekday-differs m']);
    },
  );

  it('is sought in findings and actions of the meeting, told once, with the day as it is', () => {
    const meetings = [meetingRow('m', { kind: 'exchange', aim: '12/22(金)' })];
    const born = { meeting: 'm', text: '12/22(金)' };
    const rows = { meetings, findings: [findingRow('f', born)], actions: [actionRow('t', born)] };
    expect(said(rows)).toEqual([
      '「意見交換会」の記録に「12/22(金)」とありますが、暦では令和4年12月22日(木)です。',
    ]);
    const empty = [meetingRow('m', { kind: 'exchange' })];
    expect(codes({ ...rows, meetings: empty })).toEqual(['weekday-differs m']);
    const binned = { findings: [findingRow('f', { ...born, ...BIN })] };
    expect(codes({ meetings: empty, ...binned })).toEqual([]);
    expect(codes({ ...rows, meetings: [meetingRow('m', { aim: '12/22(金)', ...BIN })] })).toEqual([
      'missing-meeting f t',
    ]);
  });

  it('is not sought without a year where none is written', () => {
    const meetings = [meetingRow('m', { kind: 'exchange', aim: '12/22(金) R4.12.22(金)' })];
    expect(said({ case: caseRow('c1'), meetings }).join()).not.toContain('「12/22');
    expect(said({ case: caseRow('c1'), meetings })).toHaveLength(1);
  });
});
