import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import type { CheckRows } from '#shared/domain/checks/check.ts';
import { checkRows } from '#shared/domain/checks/checks.ts';
import {
  actionRow,
  anyCaseRows,
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
  reversed,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');
const BIN = { deletedAt: '2023-01-01T00:00:00Z' };

const EMPTY: CheckRows = {
  case: caseRow('c1', { fiscalYear: 2022 }),
  cases: [],
  caseSupporters: [],
  rounds: [],
  meetings: [],
  attendances: [],
  programmeItems: [],
  findings: [],
  actions: [],
  people: [],
  organizations: [],
};

const found = (rows: Partial<CheckRows>): readonly string[] =>
  checkRows({ ...EMPTY, ...rows }, TODAY).map(({ code, records }) => [code, ...records].join(' '));

const said = (rows: Partial<CheckRows>): readonly string[] =>
  checkRows({ ...EMPTY, ...rows }, TODAY).map(({ message }) => message);

describe('確認してください', () => {
  it('has nothing to say of a case in order', () => {
    expect(
      found({
        rounds: [roundRow('r1', { number: 1, summary: '規範的統合' })],
        meetings: [
          preMeeting('0.5', { date: '2022-08-03', supporters: members('AD') }),
          session(1, { date: '2022-08-24', startTime: '13:30', endTime: '16:00', headCount: 38 }),
          meetingRow('next', { date: '2023-01-19', state: 'planned' }),
          meetingRow('month', { date: '2023-01', state: 'planned' }),
        ],
        attendances: [attendanceRow('a', { meeting: 's1', person: 'h1', count: 38 })],
        findings: [findingRow('f', {})],
        people: [personRow('h1')],
        organizations: [organizationRow('AD')],
      }),
    ).toEqual([]);
  });

  it('names two meetings of one ordinal, however it is written, but not a cancelled one', () => {
    const meetings = [
      preMeeting('1.5', { id: 'b' }),
      preMeeting('1.50', { id: 'a' }),
      preMeeting('1.5', { id: 'c', state: 'cancelled' }),
    ];
    expect(found({ meetings })).toEqual(['same-ordinal a b']);
    expect(said({ meetings })).toEqual([
      '1.50次ミーティングが2つあります。番号を確かめてください。',
    ]);
  });

  it('names two rounds of one number', () => {
    const rounds = [roundRow('x', { number: 2 }), roundRow('y', { number: 2 }), roundRow('z')];
    expect(found({ rounds })).toEqual(['same-round-number x y']);
    expect(said({ rounds })).toEqual(['第2回支援が2つあります。回の番号を確かめてください。']);
  });

  it('names sessions that have lost their round', () => {
    const rounds = [roundRow('r2', { number: 2, ...BIN })];
    const meetings = [session(1), session(2, { date: '2022-12-22' })];
    expect(found({ rounds, meetings })).toEqual(['session-without-round s1', 'round-in-bin s2']);
    expect(said({ rounds, meetings })[1]).toBe(
      '「第2回支援」（12/22）の支援の回がごみ箱にあります。',
    );
  });

  it('names references to what is not there, once for each target', () => {
    const rows = {
      meetings: [preMeeting('0.5', { supporters: members('AD') }), meetingRow('binned', BIN)],
      attendances: [
        attendanceRow('a1', { meeting: 'p0.5', person: 'h1', name: '山田' }),
        attendanceRow('a2', { meeting: 'gone', organization: 'AD' }),
        attendanceRow('a3', { meeting: 'binned' }),
      ],
      programmeItems: [programmeItemRow('i1', { meeting: 'gone' })],
      findings: [findingRow('f1', { meeting: 'binned' })],
      actions: [actionRow('t1', { meeting: '' })],
      caseSupporters: [caseSupporterRow('u1', { organizationId: '' })],
      people: [personRow('h1', BIN)],
    };
    expect(found(rows)).toEqual([
      'missing-meeting a2 i1',
      'missing-meeting f1',
      'missing-person a1',
      'missing-organization a2 p0.5',
    ]);
    expect(said(rows).slice(2)).toEqual([
      '「山田」が「人・機関」にありません（1か所）。',
      '「AD」が「人・機関」にありません（2か所）。',
    ]);
  });

  it('names what is wrong with a date, a time or a number', () => {
    const meetings = [
      meetingRow('m1', { date: '2022-08-24', startTime: '16:00', endTime: '13:30', state: 'held' }),
      meetingRow('m2', { date: '2023-04-01', state: 'planned' }),
      meetingRow('m3', { date: '2022-12', state: 'planned' }),
      meetingRow('m4', { date: '2023-02-29' }),
      preMeeting('2', { id: 'm5' }),
    ];
    expect(found({ meetings })).toEqual([
      'unreadable-date m4',
      'unreadable-ordinal m5',
      'end-before-start m1',
      'outside-year m2',
      'planned-in-past m3',
    ]);
    expect(said({ meetings })).toContain('「その他」（4/1）の日付が令和4年度の外にあります。');
  });

  it('names a total that differs from its list', () => {
    const rows = {
      meetings: [session(2, { headCount: 46, date: '2022-12-22' })],
      rounds: [roundRow('r2', { number: 2, summary: '試行実施' })],
      attendances: [attendanceRow('a', { meeting: 's2', count: 44 })],
    };
    expect(said(rows)).toEqual([
      '「第2回支援」（12/22）の参加者は計46人と入力されていますが、内訳は44人です。',
    ]);
  });

  it('names a weekday in the texts of a record that the calendar does not have', () => {
    const meetings = [
      preMeeting('0.5', { date: '2022-08-03', remarks: '次回は8/24（木）に変更' }),
      preMeeting('1.5', { summary: '第1回（8/24(水)）と令和４年12月22日（木・祝）を確認' }),
    ];
    const findings = [findingRow('f', { meeting: 'p0.5', text: '2/30(月)までに回答' })];
    expect(said({ meetings, findings })).toEqual([
      '「0.5次ミーティング」（8/3）の記録に「8/24（木）」とありますが、暦では令和4年8月24日(水)です。',
    ]);
  });

  it('asks for the summary of a round once no session of it is to come', () => {
    const rounds = firstRounds(1);
    expect(found({ rounds, meetings: [session(1)] })).toEqual(['summary-missing r1']);
    const more = session(1, { id: 'pm', state: 'planned' });
    expect(found({ rounds, meetings: [session(1), more] })).toEqual([]);
  });

  it('names a chain of continued cases that comes back, and one that leads nowhere', () => {
    const row = caseRow('c1', { continuesCase: 'c2' });
    const round = [caseRow('c2', { continuesCase: 'c3' }), caseRow('c3', { continuesCase: 'c1' })];
    expect(found({ case: row, cases: round })).toEqual(['continuation-cycle c1 c2 c3']);
    expect(found({ case: row, cases: [] })).toEqual(['missing-case c1']);
    const far = [caseRow('c2', { continuesCase: 'c3' }), caseRow('c3', { continuesCase: 'c2' })];
    expect(found({ case: row, cases: far })).toEqual([]);
    expect(found({ case: caseRow('c1', { continuesCase: 'c1' }) })).toEqual([
      'continuation-cycle c1',
    ]);
  });

  it('reads whatever edits merge into, and lists the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(anyCaseRows, (rows) => {
        const checks = checkRows(rows, TODAY);
        expect(checkRows(reversed(rows), TODAY)).toEqual(checks);
        for (const { message, records } of checks) {
          expect(message).toMatch(/。$/);
          expect(records.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
