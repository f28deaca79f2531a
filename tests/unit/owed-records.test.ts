import { describe, expect, it } from 'vitest';
import { buildFlow, statusOf } from '#features/flow/model.ts';
import { peekOf } from '#features/flow/peek-model.ts';
import { day } from '#shared/dates/types.ts';
import { checkRows } from '#shared/domain/checks/checks.ts';
import { owedMeetings } from '#shared/domain/ladder/ladder-meeting.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import { FINDING_KINDS } from '#shared/domain/meeting/meeting.ts';
import {
  actionRow,
  caseRow,
  findingRow,
  firstRounds,
  meetingRow,
  preMeeting,
  roundRow,
  session,
} from '#tests/support/rows.ts';

const TODAY = day('2023-01-19');
const HELD = { state: 'held' } as const;
const MEETINGS = [
  preMeeting('0.5', { date: '2022-08-03' }),
  session(1, { date: '2022-08-24' }),
  meetingRow('mail', { kind: 'information', date: '2022-09-01', ...HELD }),
  preMeeting('1.5', { date: '2022-11-02', state: 'planned' }),
  session(2, { id: 'am', date: '2022-12-22', partLabel: '午前の部' }),
  session(2, { id: 'pm', date: '2022-12-22', partLabel: '午後の部', summary: '広報を見直す' }),
];
const ROUNDS = [
  roundRow('r1', { number: 1, summary: '規範的統合を行っていく' }),
  roundRow('r2', { number: 2, summary: '試行実施を進める' }),
];
const none = { attendances: [], findings: [], variants: [] };
const flow = buildFlow(
  {
    ...none,
    case: caseRow('c1', { fiscalYear: 2022 }),
    rounds: ROUNDS,
    meetings: MEETINGS,
    notes: [],
  },
  TODAY,
);

describe('which meetings owe a record', () => {
  it('is answered by one function, for the ladder, its table and ホーム alike', () => {
    const owed = owedMeetings({ meetings: MEETINGS, rounds: ROUNDS, notes: new Set() });
    expect(owed.map(({ id }) => id)).toEqual(['p0.5', 'am']);
    const onLadder = [...flow.meetings.values()].filter(
      (view) => statusOf(view, TODAY).word === '記録がまだ',
    );
    expect(onLadder.map(({ meeting }) => meeting.id)).toEqual(['p0.5', 'am']);
  });

  it.each([
    ['s1', '記録あり'],
    ['mail', '実施'],
    ['p1.5', '日を過ぎた予定'],
    ['am', '記録がまだ'],
    ['pm', '記録あり'],
  ])('%s: %s', (id, word) => {
    const view = flow.meetings.get(id) ?? expect.fail(id);
    expect(statusOf(view, TODAY).word).toBe(word);
  });
});

it('The panel shows 支援のまとめ of the round and of the part, each under its name', () => {
  const rows = { rounds: ROUNDS, programmeItems: [], findings: [], actions: [], notes: [] };
  const summaries = (id: string) =>
    peekOf(flow.meetings.get(id) ?? expect.fail(id), rows).summaries.map(
      ({ title, text }) => `${title}: ${text}`,
    );
  expect(summaries('pm')).toEqual([
    '支援のまとめ: 試行実施を進める',
    'この会合だけのまとめ: 広報を見直す',
  ]);
  expect(summaries('am')).toEqual(['支援のまとめ: 試行実施を進める']);
  expect(summaries('mail')).toEqual([]);
});

it('The panel says a finding and a promise once, though the note holds them, too', () => {
  const findings = [findingRow('f', { meeting: 'pm', kind: 'insight', text: '実績が伝わる' })];
  const actions = [actionRow('t', { meeting: 'pm', text: '資料を送る', owner: '県' })];
  const excerpt = (text: string) =>
    peekOf(flow.meetings.get('pm') ?? expect.fail('pm'), {
      ...{ rounds: ROUNDS, programmeItems: [], findings, actions },
      notes: [{ id: 'pm', text }],
    }).excerpt;
  expect(excerpt('町説明\n気づき：実績が伝わる\n\n対応：資料を送る（県）\n意見交換')).toBe(
    '町説明\n意見交換',
  );
  expect(excerpt('気づき：実績が伝わる')).toBe('');
  expect(excerpt('気づき：別のこと')).toBe('気づき：別のこと');
});

it('確認してください lists what is of one kind as the meetings stand on the ladder', () => {
  const late = ['z', 'm', 'a'].map((id, index) =>
    meetingRow(id, {
      kind: 'exchange',
      title: id,
      state: 'planned',
      date: `2022-0${index + 5}-10`,
    }),
  );
  const empty = {
    programmeItems: [],
    actions: [],
    people: [],
    organizations: [],
    caseSupporters: [],
  };
  const found = checkRows(
    { ...none, ...empty, case: null, cases: [], rounds: firstRounds(1), meetings: late },
    TODAY,
  );
  expect(
    found.filter(({ code }) => code === 'planned-in-past').map(({ records }) => records),
  ).toEqual([['z'], ['m'], ['a']]);
});

it('A finding of each kind has one colour', () => {
  expect(Object.keys(FINDING_TONES)).toEqual([...FINDING_KINDS, 'action']);
});
