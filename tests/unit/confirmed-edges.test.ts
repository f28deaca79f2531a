import { describe, expect, it } from 'vitest';
import {
  changedMeetings,
  confirmedChanges,
  confirmedMeetings,
  isChangedSinceConfirmed,
} from '#shared/domain/meeting/confirmed-changes.ts';
import type { MeetingRow } from '#shared/domain/meeting/meeting.ts';
import {
  type FactField,
  type FactList,
  factsOf,
  type RecordFacts,
  type RecordRows,
  readFacts,
  writeFacts,
} from '#shared/domain/meeting/record-facts.ts';
import {
  actionRow,
  attendanceRow,
  confirmationRow,
  findingRow,
  meetingRow,
  members,
  programmeItemRow,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const facts = (
  fields: RecordFacts['fields'],
  lists: Partial<Record<FactList, readonly Readonly<Record<string, string>>[]>> = {},
): RecordFacts => ({
  fields,
  lists: Object.fromEntries(
    Object.entries(lists).map(([list, items]) => [
      list,
      items.map(({ id = '', ...values }) => ({ id, values })),
    ]),
  ),
});

describe('a field that was changed says', () => {
  it.each([
    ['kind', 'exchange', 'siteVisit', '意見交換会', '視察'],
    ['state', 'held', 'cancelled', '実施', '中止'],
    ['state', 'held', 'unheard', '実施', 'unheard'],
    ['state', 'held', 'constructor', '実施', 'constructor'],
    ['modes', 'onsite mail', 'online', '現地・メール', 'オンライン'],
    ['modes', '', 'strange', '', 'strange'],
    ['date', '2022-08-24', '2022-08', '令和4年8月24日(水)', '令和4年8月'],
    ['date', '', '2/30', '', '2/30'],
    ['roundNumber', '1', '2', '第1回', '第2回'],
    ['headCount', '', '46', '', '46人'],
    ['independent', '', 'yes', '', 'はい'],
    ['independent', 'yes', 'maybe', 'はい', 'maybe'],
    ['place', '役場', '県庁', '役場', '県庁'],
    ['note', 'a\nb\nc', 'a\nx\ny\nc', 'b', 'x\ny'],
    ['note', 'a\nb', 'a', 'b', ''],
    ['note', 'a', 'a\na', '', 'a'],
    ['note', 'a\na\na', 'a', 'a\na', ''],
    ['note', 'a\n b', 'a\nb', 'a\n b', 'a\nb'],
    ['note', 'a\n\nb', 'a\nb', 'a\n\nb', 'a\nb'],
    ['note', 'a\n x', 'a\ny', ' x', 'y'],
    ['note', 'x\nb', 'y\nb', 'x', 'y'],
  ] as readonly (readonly [FactField, string, string, string, string])[])(
    '%s: %j, then %j',
    (field, was, is, before, after) => {
      const changes = confirmedChanges(facts({ [field]: was }), facts({ [field]: is }));
      expect(changes).toMatchObject([{ id: field, before, after }]);
    },
  );

  it('nothing where either side does not know it', () => {
    expect(confirmedChanges(facts({ place: '役場' }), facts({}))).toEqual([]);
    expect(confirmedChanges(facts({}), facts({ place: '役場' }))).toEqual([]);
    expect(confirmedChanges(facts({}, { actions: [] }), facts({}))).toEqual([]);
    expect(confirmedChanges(facts({}), facts({}, { actions: [{ id: 'a' }] }))).toEqual([]);
  });
});

describe('a line that came says', () => {
  it.each([
    ['attendances', { name: '民生委員', count: '49' }, '民生委員 49人'],
    ['attendances', { name: '町', role: 'adviser' }, '町（AD）'],
    ['attendances', { name: '町', role: '課長', count: '2' }, '町（課長） 2人'],
    ['programme', { time: '13:30', title: '町説明', speaker: '町' }, '13:30 町説明（町）'],
    ['programme', { title: '質疑' }, '質疑'],
    ['findings', { kind: 'issue', text: '広報の見直し' }, '課題：広報の見直し'],
    ['actions', { text: '要領案', owner: '町', due: '2023-01-10' }, '要領案（町・R5.1.10）'],
    ['actions', { text: '要領案', due: '年度内' }, '要領案（年度内）'],
    ['actions', { text: '要領案' }, '要領案'],
  ] as const)('in %s: %j', (list, values, after) => {
    const is = facts({}, { [list]: [{ id: 'x', ...values }] });
    const [change] = confirmedChanges(facts({}, { [list]: [] }), is);
    expect(change).toMatchObject({ id: `${list} x`, before: '', after });
    const [gone] = confirmedChanges(is, facts({}, { [list]: [] }));
    expect(gone).toMatchObject({ before: after, after: '' });
  });

  it('its order only of lines that stay', () => {
    const was = facts(
      {},
      {
        findings: [
          { id: 'a', text: '甲' },
          { id: 'b', text: '乙' },
          { id: 'c', text: '丙' },
        ],
      },
    );
    const is = facts(
      {},
      {
        findings: [
          { id: 'b', text: '乙' },
          { id: 'd', text: '丁' },
          { id: 'a', text: '甲' },
        ],
      },
    );
    expect(confirmedChanges(was, is).map(({ id, before, after }) => [id, before, after])).toEqual([
      ['findings c', '：丙', ''],
      ['findings d', '', '：丁'],
      ['findings order', '：甲、：乙', '：乙、：甲'],
    ]);
  });

  it('nothing where a value that one side does not know is empty', () => {
    const was = facts({}, { actions: [{ id: 'a', text: '甲' }] });
    const is = facts({}, { actions: [{ id: 'a', text: '甲', owner: '' }] });
    expect(confirmedChanges(was, is)).toEqual([]);
  });
});

const recordOf = (meeting: MeetingRow, change: Partial<RecordRows> = {}): RecordRows => ({
  ...{
    meeting,
    rounds: [],
    meetingDays: [],
    attendances: [],
    programmeItems: [],
    findings: [],
    actions: [],
  },
  note: '',
  ...change,
});

describe('what a record says', () => {
  it('is all that its page shows, as it is stored', () => {
    const meeting = session(1, {
      ...{ date: '2022-08-24', headCount: 46, independent: true, remarks: '備', source: '表' },
      ...{ aim: '狙', summary: 'まとめ', place: '役場' },
      supporters: members('AD', '厚労省').toReversed(),
      modes: [
        { id: 'strange', name: '', order: 'a0' },
        { id: 'mail', name: '', order: 'a1' },
        { id: 'onsite', name: '', order: 'a2' },
      ],
    });
    const record = recordOf(meeting, {
      rounds: [
        roundRow('r0', { number: 9, summary: '別' }),
        roundRow('r1', { number: 1, summary: '回' }),
      ],
      attendances: [
        attendanceRow('b', { meeting: 's1', name: '町', role: 'r', order: 'a1' }),
        attendanceRow('a', { meeting: 's1', name: '県', count: 2, order: 'a0' }),
        attendanceRow('x', { meeting: 's1', name: '箱', ...BIN }),
        attendanceRow('y', { meeting: 's2', name: '他' }),
      ],
      programmeItems: [
        programmeItemRow('i', {
          meeting: 's1',
          time: '13:30',
          title: '説',
          speaker: '町',
        }),
      ],
      findings: [findingRow('f', { meeting: 's1', kind: 'care', text: '気' })],
      actions: [actionRow('t', { meeting: 's1', text: '案', owner: '町', due: '2023-01' })],
      note: '本文',
    });
    const { fields, lists } = factsOf(record);
    expect(fields).toMatchObject({
      ...{ kind: 'session', date: '2022-08-24', headCount: '46', independent: 'yes' },
      ...{ remarks: '備', source: '表', aim: '狙', summary: 'まとめ', place: '役場', note: '本文' },
      ...{ roundNumber: '1', roundSummary: '回', supporters: 'AD、厚労省' },
      modes: 'onsite mail strange',
    });
    expect(lists).toEqual({
      days: [],
      attendances: [
        { id: 'a', values: { name: '県', role: '', count: '2' } },
        { id: 'b', values: { name: '町', role: 'r', count: '' } },
      ],
      programme: [{ id: 'i', values: { time: '13:30', title: '説', speaker: '町', part: '' } }],
      findings: [{ id: 'f', values: { kind: 'care', text: '気', reason: '', saidBy: '' } }],
      actions: [{ id: 't', values: { text: '案', owner: '町', due: '2023-01' } }],
    });
  });

  it.each([
    ['of the bin', session(1), [roundRow('r1', { number: 1, summary: '回', ...BIN })]],
    ['that is gone', session(1), []],
    [
      'of what is no session',
      meetingRow('m', { kind: 'exchange', round: 'r1' }),
      [roundRow('r1', { number: 1, summary: '回' })],
    ],
  ])('is nothing of a round %s', (_, meeting, rounds) => {
    expect(factsOf(recordOf(meeting, { rounds })).fields).toMatchObject({
      ...{ roundNumber: '', roundSummary: '', independent: '', headCount: '', modes: '' },
    });
  });

  it('is read as far as it is known, and not at all where it is damaged', () => {
    const known = facts({ place: '役場' }, { actions: [{ id: 'a', text: '案' }] });
    const written = JSON.stringify({
      fields: { ...known.fields, later: 7 },
      lists: { ...known.lists, later: [] },
    });
    expect(readFacts(written)).toEqual(known);
    expect(readFacts(writeFacts(known))).toEqual(known);
    for (const text of ['', '{', '{}', '{"fields":{"place":7},"lists":{}}']) {
      expect(readFacts(text)).toBeNull();
    }
  });
});

describe('the confirmed meetings of a case', () => {
  const [same, changed, open] = ['same', 'changed', 'open'].map((id) =>
    meetingRow(id, { kind: 'exchange', place: '役場' }),
  );
  const meetings = [same, changed, open].filter((row) => row !== undefined);
  const notes = [{ id: 'same', text: '本文' }];
  const snapshotOf = (meeting: MeetingRow, note: string) =>
    writeFacts(factsOf(recordOf(meeting, { note })));
  const confirmations = meetings.slice(0, 2).map((meeting) =>
    confirmationRow(`c-${meeting.id}`, {
      meeting: meeting.id,
      at: '2023-01-01',
      snapshot: snapshotOf(
        meeting.id === 'changed' ? { ...meeting, place: '県庁' } : meeting,
        meeting.id === 'same' ? '本文' : '',
      ),
    }),
  );
  const { meeting: _, note: __, ...rest } = recordOf(meetingRow('x'));
  const rows = { ...rest, meetings, notes };

  it('are told, and which of them were changed since', () => {
    expect([...confirmedMeetings(confirmations, rows)]).toEqual([
      ['same', { isChanged: false }],
      ['changed', { isChanged: true }],
    ]);
    expect([...changedMeetings(confirmations, rows)]).toEqual(['changed']);
  });

  it('change with their notes', () => {
    expect([...changedMeetings(confirmations, { ...rows, notes: [] })]).toEqual([
      'same',
      'changed',
    ]);
  });

  it('are not called changed where it cannot be told', () => {
    expect(isChangedSinceConfirmed({ snapshot: '' }, recordOf(meetingRow('x')))).toBe(false);
  });
});
