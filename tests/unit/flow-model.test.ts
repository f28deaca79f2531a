import { describe, expect, it } from 'vitest';
import {
  type AddContext,
  checkForm,
  dateWarning,
  emptyForm,
  readForm,
} from '#features/flow/add-form.ts';
import {
  buildFlow,
  dateWords,
  type FlowSource,
  findingWords,
  partners,
  roundsToPrepare,
  statusOf,
  variantWords,
} from '#features/flow/model.ts';
import { moveInOrder } from '#features/flow/move-in-order.ts';
import { dayAt, dragLabel } from '#features/flow/strip.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import { positionInYear } from '#shared/domain/ladder/year-strip.ts';
import {
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { Collection, Row } from '#shared/domain/record/collection.ts';
import { builder, type Loose, variantRow } from '../support/rows.ts';

const YEAR = fiscalYear(2022);
const TODAY = day('2023-01-19');

/** A row with every field empty but those given. */
const rowOf = <C extends Collection>(collection: C, values: Loose<C>): Row<C> =>
  builder(collection)('', { document: 'case:x', ...values } as Loose<C>);

const meeting = (id: string, values: Loose<typeof meetings>): MeetingRow =>
  rowOf(meetings, { id, order: id, ...values });
const round = (id: string, number: number): RoundRow => rowOf(rounds, { id, number });

const source = (rows: Partial<FlowSource>): FlowSource => ({
  case: { fiscalYear: 2022 },
  rounds: [],
  meetings: [],
  attendances: [],
  findings: [],
  variants: [],
  notes: [],
  ...rows,
});

const flowOf = (rows: Partial<FlowSource>) => buildFlow(source(rows), TODAY);

describe('the ladder of a case', () => {
  const rows = {
    rounds: [round('r1', 1), round('r2', 2)],
    meetings: [
      meeting('a', { kind: 'preMeeting', ordinal: '0.5', date: '2022-08-03', state: 'held' }),
      meeting('b', { kind: 'session', round: 'r1', date: '2022-08-24', state: 'held' }),
      meeting('c', { kind: 'session', round: 'r2', date: '' }),
    ],
  };

  it('offers the next pre-meeting at its place, before the round that it prepares', () => {
    const { opening, next } = flowOf(rows);
    expect(opening).toEqual({ ordinal: '1.5', at: 2 });
    expect(next.words).not.toBe('');
  });

  it('offers nothing while it is empty, but says what to do next', () => {
    const { opening, next } = flowOf({});
    expect(opening).toBeNull();
    expect(next.words).toBe('次の会合: 0.5次を計画');
  });

  it.each([
    ['the first of a case without any', [], [], [1]],
    ['each that there is, though it is over, and the next', [2, 1], ['held', 'held'], [1, 2, 3]],
    ['no further one while the next stands there', [1, 2], ['held', 'planned'], [1, 2]],
  ] as const)('lets steps be written towards %s', (_, numbers, states, expected) => {
    const all = numbers.map((number) => round(`r${number}`, number));
    const sessions = all.map(({ id }, index) =>
      meeting(id, {
        kind: 'session',
        round: id,
        date: '2022-08-24',
        state: states[index] ?? 'held',
      }),
    );
    expect(roundsToPrepare(all, sessions)).toEqual(expected);
  });

  it('is walked through in the order in which it is seen', () => {
    expect(flowOf(rows).sequence).toEqual(['a', 'b', 'c']);
  });

  it('moves the parts of a round together while they stand on one day', () => {
    const day13 = '2023-02-13';
    const { rungs } = flowOf({
      rounds: [round('r3', 3)],
      meetings: [
        meeting('am', { kind: 'session', round: 'r3', date: day13 }),
        meeting('pm', { kind: 'session', round: 'r3', date: day13 }),
        meeting('later', { kind: 'session', round: 'r3', date: '2023-02-14' }),
      ],
    });
    expect(partners(rungs, 'pm')).toEqual(['pm', 'am']);
    expect(partners(rungs, 'later')).toEqual(['later']);
  });
});

describe('what is known only to its month', () => {
  const month8 = (id: string, date: string) => meeting(id, { kind: 'information', date });
  const { rungs } = flowOf({
    meetings: [month8('a', '2022-08-03'), month8('b', '2022-08'), month8('c', '2022-08-19')],
  });

  it('moves one place up or down in its month', () => {
    expect(moveInOrder(rungs, 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moveInOrder(rungs, 'b', -1)).toEqual(['b', 'a', 'c']);
  });

  it('does not when its day is known', () => {
    expect(moveInOrder(rungs, 'a', 1)).toBeNull();
  });

  it('does not leave its month', () => {
    const alone = flowOf({ meetings: [month8('b', '2022-08'), month8('d', '2022-09')] });
    expect(moveInOrder(alone.rungs, 'b', 1)).toBeNull();
  });
});

describe('words of a rung', () => {
  it('say whether its record is written, before whether it is over', () => {
    const at = (state: MeetingRow['state'], written: 'written' | 'missing' | 'notYet', date = '') =>
      statusOf({ state, written, date: date === '' ? '' : day(date), endDate: '' }, TODAY).word;
    expect(at('held', 'written')).toBe('記録あり');
    expect(at('held', 'missing')).toBe('記録がまだ');
    expect(at('planned', 'notYet', '2022-12-01')).toBe('日を過ぎた予定');
    expect(at('planned', 'notYet', '2023-02-02')).toBe('予定');
    expect(at('postponed', 'notYet')).toBe('延期');
    expect(at('cancelled', 'written')).toBe('中止');
  });

  it('write a day with its weekday, a month alone, and what is not decided', () => {
    expect(dateWords(day('2022-08-24'))).toEqual({ main: '8/24', sub: '水' });
    expect(dateWords(month('2022-08'))).toEqual({ main: '8月', sub: '' });
    expect(dateWords(day('2021-05-10'), true)).toEqual({ main: 'R3.5.10', sub: '月' });
    expect(dateWords('')).toEqual({ main: '未定', sub: '' });
  });

  it('count findings by their kind, leaving out what there is none of', () => {
    const none = { issue: 0, insight: 0, strength: 0, decision: 0, care: 0, reflection: 0 };
    expect(findingWords({ findings: { ...none, issue: 4, insight: 1 } })).toBe('課題 4・気づき 1');
    expect(findingWords({ findings: none })).toBe('');
  });

  it('say whose paper disagrees', () => {
    const variants = [
      variantRow('v', { record: 'm', field: 'modes', value: '現地', source: '熊本県の報告' }),
    ];
    expect(variantWords({ variants }, 'modes')).toBe('県の資料では現地');
    expect(variantWords({ variants }, 'date')).toBe('');
  });
});

describe('the year strip', () => {
  it('gives the day under the pointer: the one whose mark stands there', () => {
    for (const text of ['2022-04-01', '2022-08-24', '2023-01-01', '2023-03-31']) {
      expect(dayAt(positionInYear(day(text), YEAR).fraction, YEAR)).toBe(text);
    }
  });

  it('does not leave the year', () => {
    expect([dayAt(-1, YEAR), dayAt(1, YEAR), dayAt(2, YEAR)]).toEqual([
      '2022-04-01',
      '2023-03-31',
      '2023-03-31',
    ]);
  });

  it('names the day while a mark is dragged', () => {
    expect(dragLabel(day('2022-08-24'))).toBe('8/24(水)');
  });
});

describe('the form for a new meeting', () => {
  const context: AddContext = {
    rounds: [round('r1', 1)],
    meetings: [
      meeting('a', { kind: 'preMeeting', ordinal: '0.5', state: 'held' }),
      meeting('b', { kind: 'session', round: 'r1', state: 'held', partLabel: '午前の部' }),
    ],
    fiscalYear: YEAR,
    today: TODAY,
  };
  const form = emptyForm(context);

  it('opens with the next free numbers', () => {
    expect(form).toMatchObject({ ordinal: '1.5', number: '2', round: 'r1', partLabel: '午後の部' });
  });

  it('says under the field what is wrong, and keeps what was typed', () => {
    const typed = { ...form, ordinal: '0.50', date: '2/30', start: '14時', end: '13:00' };
    const errors = checkForm('preMeeting', typed, context);
    expect(errors.ordinal).toContain('すでにあります');
    expect(errors.date).toContain('28日まで');
    expect(errors.end).toBe('終わりの時刻が始まりより前です。');
    expect(checkForm('round', { ...form, number: '1' }, context).number).toContain('すでに');
    expect(checkForm('other', { ...form, title: '長'.repeat(10_000) }, context).title).toContain(
      '200文字まで',
    );
  });

  it('reads dates in the fiscal year of the case; what is past was held', () => {
    const read = (date: string) => readForm('preMeeting', { ...form, date }, context);
    expect(read('８／２４（水）')).toMatchObject({
      ok: true,
      value: { values: { date: '2022-08-24', state: 'held', ordinal: '1.5' } },
    });
    expect(read('2/2')).toMatchObject({
      ok: true,
      value: { values: { date: '2023-02-02', state: 'planned' } },
    });
    expect(read('')).toMatchObject({ ok: true, value: { values: { date: '', state: 'planned' } } });
  });

  it('leaves a part without a date on the day of its round', () => {
    const read = readForm('part', form, context);
    expect(read.ok && 'date' in read.value.values).toBe(false);
    expect(read).toMatchObject({ value: { place: { as: 'part', round: 'r1' } } });
  });

  it('takes a part of a past round for held, and an undated contact once somebody says so', () => {
    const past = context.meetings.map((row) => ({ ...row, date: '2022-08-24' }));
    const stateOf = (kind: 'part' | 'information', state: '' | 'held' | 'planned') => {
      const read = readForm(kind, { ...form, state }, { ...context, meetings: past });
      return read.ok ? read.value.values.state : read.error;
    };
    expect(stateOf('part', '')).toBe('held');
    expect(stateOf('part', 'planned')).toBe('planned');
    expect(stateOf('information', '')).toBe('planned');
    expect(stateOf('information', 'held')).toBe('held');
  });

  it('points out a weekday that disagrees, and a date of another year', () => {
    const warn = (text: string) => {
      const parsed = parsePartialDate(text, { fiscalYear: YEAR });
      return parsed.ok ? dateWarning(parsed.value, YEAR) : 'refused';
    };
    expect(warn('8/24(木)')).toContain('8/24は(水)');
    expect(warn('8/24(水)')).toBeUndefined();
    expect(warn('2024/8/24')).toContain('年度の外');
  });
});
