import { describe, expect, it } from 'vitest';
import { NEW_ROUND, placeMeeting } from '#data/operations/ladder/flow-place.ts';
import {
  addPart,
  addRound,
  arrange,
  nextRoundNumber,
  setRoundNumber,
  swapRoundNumbers,
} from '#data/operations/meeting/meetings.ts';
import { meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { deskWith, type Loose, values } from '#tests/support/case-desk.ts';
import { CASE, type DraftDesk } from '#tests/support/drafts.ts';

const GONE = 'この会合は見つかりません。';
const NO_ROUND = 'この支援の回は見つかりません。';

describe('a round', () => {
  it('has the next number and one session, unless told otherwise', () => {
    const desk = deskWith({ rounds: { r1: { number: 1 }, r4: { number: 4 }, rx: {} } });
    const { round, meetings: made } = desk.done((draft) => addRound(draft, CASE, {}));
    expect(desk.row(rounds, round)).toMatchObject({ number: 5, summary: '', source: '' });
    expect(made).toHaveLength(1);
    expect(desk.row(meetings, made[0] ?? '')).toMatchObject({
      ...{ kind: 'session', round, date: '', state: 'planned', independent: false },
    });
    const two = {
      number: 9,
      summary: 'まとめ',
      source: '表',
      parts: [{ partLabel: '午前' }, { partLabel: '午後' }],
    };
    const parts = desk.done((draft) => addRound(draft, CASE, two));
    expect(desk.row(rounds, parts.round)).toMatchObject({
      number: 9,
      summary: 'まとめ',
      source: '表',
    });
    expect(parts.meetings.map((id) => desk.row(meetings, id)?.partLabel)).toEqual(['午前', '午後']);
  });

  it('is the first of a case without any', () => {
    let number = 0;
    deskWith().write((draft) => {
      number = nextRoundNumber(draft, CASE);
    });
    expect(number).toBe(1);
  });

  it.each([
    [0, '支援の回の番号が読み取れません。'],
    [1, ''],
    [1.5, '支援の回の番号が読み取れません。'],
    [2, '第2回支援はすでにあります。'],
    [99, ''],
    [100, '支援の回の番号が読み取れません。'],
  ])('with the number %f is refused: %s', (number, refusal) => {
    const desk = deskWith({ rounds: { r2: { number: 2 }, r3: { number: 3 } } });
    expect(desk.refused((draft) => addRound(draft, CASE, { number }))).toBe(refusal);
    expect(desk.refused((draft) => setRoundNumber(draft, CASE, 'r3', number))).toBe(
      number === 1
        ? '第1回支援はすでにあります。'
        : number === 99
          ? '第99回支援はすでにあります。'
          : refusal,
    );
  });

  it('is not made where one of its sessions is refused', () => {
    const desk = deskWith();
    const parts = [{}, values({ startTime: '10:00', endTime: '09:00' })];
    expect(desk.refused((draft) => addRound(draft, CASE, { parts }))).not.toBe('');
    expect([desk.rows(rounds), desk.rows(meetings)]).toEqual([[], []]);
  });

  it('gets another number, its own too, and changes numbers with another', () => {
    const desk = deskWith({ rounds: { r1: { number: 1 }, r2: { number: 2 } } });
    const number = (id: string) => desk.row(rounds, id)?.number;
    desk.done((draft) => setRoundNumber(draft, CASE, 'r1', 1));
    desk.done((draft) => setRoundNumber(draft, CASE, 'r1', 7));
    expect(number('r1')).toBe(7);
    desk.done((draft) => swapRoundNumbers(draft, CASE, 'r1', 'r2'));
    expect([number('r1'), number('r2')]).toEqual([2, 7]);
    expect(desk.refused((draft) => setRoundNumber(draft, CASE, 'rx', 5))).toBe(NO_ROUND);
    for (const [one, two] of [
      ['r1', 'rx'],
      ['rx', 'r1'],
    ] as const) {
      expect(desk.refused((draft) => swapRoundNumbers(draft, CASE, one, two))).toBe(NO_ROUND);
    }
  });

  it('gets a part on the day of its others; the only one of before gets its name', () => {
    const desk = deskWith({
      rounds: { r1: { number: 1 } },
      meetings: {
        m1: { kind: 'session', round: 'r1', date: '2022-08-03' },
        other: { kind: 'exchange', round: 'r1', date: '2022-09-01' },
      },
    });
    const part = (label: string, first: string) =>
      desk.done((draft) => addPart(draft, CASE, 'r1' as never, { partLabel: label }, first));
    const two = part('午後の部', '午前の部');
    expect(desk.row(meetings, 'm1')?.partLabel).toBe('午前の部');
    expect(desk.row(meetings, two)).toMatchObject({
      kind: 'session',
      date: '2022-08-03',
      partLabel: '午後の部',
    });
    part('夜の部', '朝の部');
    expect(desk.row(meetings, 'm1')?.partLabel).toBe('午前の部');
    expect(desk.row(meetings, 'other')?.partLabel).toBe('');
    expect(desk.refused((draft) => addPart(draft, CASE, 'rx' as never, {}))).toBe(NO_ROUND);
  });

  it.each([
    ['午前', '朝', '午前'],
    ['', '', ''],
  ])('whose only part is called %j and is to be %j: %j', (label, first, expected) => {
    const desk = deskWith({
      rounds: { r1: { number: 1 } },
      meetings: { m1: { kind: 'session', round: 'r1', partLabel: label } },
    });
    desk.done((draft) => addPart(draft, CASE, 'r1' as never, {}, first));
    expect(desk.row(meetings, 'm1')?.partLabel).toBe(expected);
  });
});

describe('meetings in a list', () => {
  const keys = (desk: DraftDesk) =>
    Object.fromEntries(desk.rows(meetings).map(({ id, order }) => [id, order]));
  it.each<[string, Record<string, string>, readonly string[], string, readonly string[]]>([
    ['one key', { a: 'a1', b: 'a2', c: 'a3' }, ['c', 'a', 'b'], 'c', ['c']],
    ['one key at the end', { a: 'a1', b: 'a2', c: 'a3' }, ['b', 'c', 'a'], 'a', ['a']],
    [
      'the keys that they have',
      { a: 'a3', b: 'a1', c: 'a2' },
      ['a', 'b', 'c'],
      'c',
      ['a', 'b', 'c'],
    ],
    [
      'new keys where two are equal',
      { a: 'a1', b: 'a1', c: 'a1' },
      ['c', 'a', 'b'],
      'c',
      ['a', 'b', 'c'],
    ],
  ])('are put in order by %s', (_, orders, wanted, moved, changed) => {
    const desk = deskWith({
      meetings: Object.fromEntries(Object.entries(orders).map(([id, order]) => [id, { order }])),
    });
    desk.done((draft) => arrange(draft, CASE, wanted, moved));
    const after = keys(desk);
    expect(desk.rows(meetings).map(({ id }) => id)).toEqual(wanted);
    expect(
      Object.keys(orders)
        .filter((id) => after[id] !== orders[id])
        .every((id) => changed.includes(id)),
    ).toBe(true);
  });

  it('share out the keys that they have, and one behind them', () => {
    const desk = deskWith({
      meetings: { a: { order: 'a5' }, b: { order: 'a2' }, c: { order: 'a9' } },
    });
    desk.done((draft) => arrange(draft, CASE, ['a', 'b', 'c'], 'c'));
    expect(keys(desk)).toEqual({ a: 'a2', b: 'a5', c: 'a6' });
  });

  it.each([
    [['a', 'none'], 'a'],
    [['a'], 'b'],
  ])('are not moved where one is gone: %j', (ids, moved) => {
    const desk = deskWith({ meetings: { a: {}, b: {} } });
    expect(desk.refused((draft) => arrange(draft, CASE, ids, moved))).toBe(GONE);
  });
});

describe('a place in the flow', () => {
  const flow = () =>
    deskWith({
      rounds: { r1: { number: 1 }, r2: { number: 2 }, said: { number: 3, summary: 'まとめ' } },
      meetings: {
        s1: { kind: 'session', round: 'r1', state: 'held' },
        s2: { kind: 'session', round: 'r2' },
        s2b: { kind: 'session', round: 'r2' },
        s3: { kind: 'session', round: 'said' },
        pre: { kind: 'preMeeting', ordinal: '0.5' },
        old: { kind: 'exchange', ordinal: '0.5' },
        free: { kind: 'exchange', ordinal: '1.75' },
        named: { kind: 'exchange', title: '意見交換会' },
        off: { kind: 'preMeeting', ordinal: '4.5', state: 'cancelled' },
        back: { kind: 'exchange', ordinal: '4.5' },
      },
    });
  const place = (desk: DraftDesk, id: string, to: Loose) =>
    desk.refused((draft) => placeMeeting(draft, CASE, id, to as never));

  it.each<[string, Loose, Loose]>([
    ['named', { kind: 'session', round: 'r2' }, { kind: 'session', round: 'r2' }],
    ['s2', { kind: 'session' }, { round: 'r2' }],
    ['s2', { partLabel: '午前' }, { round: 'r2', partLabel: '午前' }],
    ['free', { kind: 'preMeeting' }, { ordinal: '1.75' }],
    ['back', { kind: 'preMeeting' }, { ordinal: '4.5' }],
    ['named', { kind: 'preMeeting' }, { kind: 'preMeeting', ordinal: '' }],
    ['named', { kind: 'preMeeting', ordinal: '2.5' }, { ordinal: '2.5' }],
    ['pre', { kind: 'preMeeting', independent: true }, { ordinal: '0.5', independent: true }],
    ['s2', { kind: 'exchange' }, { kind: 'exchange', round: 'r2' }],
  ])('%s goes to %j: %j', (id, to, expected) => {
    const desk = flow();
    expect(place(desk, id, to)).toBe('');
    expect(desk.row(meetings, id)).toMatchObject(expected);
    expect(desk.rows(rounds)).toHaveLength(3);
  });

  it('of a pre-meeting whose number is taken, and has no name, is the next that is free', () => {
    const desk = flow();
    expect(place(desk, 'old', { kind: 'preMeeting' })).toBe('');
    expect(desk.row(meetings, 'old')?.ordinal).toBe('1.5');
  });

  it.each([
    ['named', { kind: 'session', round: NEW_ROUND }],
    ['named', { kind: 'session' }],
    ['s2', { round: NEW_ROUND }],
  ])('%s is a round of its own, after the highest: %j', (id, to) => {
    const desk = flow();
    expect(place(desk, id, to)).toBe('');
    const { round } = desk.row(meetings, id) ?? expect.fail('gone');
    expect(desk.row(rounds, round)?.number).toBe(4);
  });

  it.each([
    ['s1', { kind: 'exchange' }, ['r2', 'said']],
    ['s1', { round: 'r2' }, ['r2', 'said']],
    ['s2', { kind: 'exchange' }, ['r1', 'r2', 'said']],
    ['s3', { kind: 'exchange' }, ['r1', 'r2', 'said']],
    ['s1', { partLabel: '午前' }, ['r1', 'r2', 'said']],
    ['named', { round: 'r1' }, ['r1', 'r2', 'said']],
  ])(
    'that %s leaves by %j takes its round along, unless somebody stands on it or it says something',
    (id, to, left) => {
      const desk = flow();
      expect(place(desk, id, to)).toBe('');
      expect(desk.rows(rounds).map((row) => row.id)).toEqual(left);
    },
  );

  it('is refused where the round, the meeting or the number is not to be had', () => {
    const desk = flow();
    expect(place(desk, 'named', { kind: 'session', round: 'rx' })).toBe(NO_ROUND);
    expect(place(desk, 'none', { kind: 'session' })).toBe(GONE);
    expect(place(desk, 'named', { kind: 'preMeeting', ordinal: '0.5' })).toBe(
      '0.5次ミーティングはすでにあります。',
    );
  });
});
