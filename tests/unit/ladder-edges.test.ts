import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import { preparations } from '#shared/domain/case/case.ts';
import { buildLadder } from '#shared/domain/ladder/ladder.ts';
import { modeNamesOf, roundSummaries } from '#shared/domain/ladder/ladder-meeting.ts';
import { isAllDone } from '#shared/domain/ladder/next-step.ts';
import { placePreparations } from '#shared/domain/ladder/preparations.ts';
import { compareTime, hasCome, timeSince } from '#shared/domain/ladder/timeline.ts';
import { builder, firstRounds, meetingRow, roundRow, session } from '#tests/support/rows.ts';

const BIN = { deletedAt: '2023-01-01T00:00:00Z' };
const TODAY = day('2023-01-19');

describe('the summary of a round is the record of', () => {
  const round = roundRow('r1', { number: 1, summary: 'まとめ' });
  it.each([
    ['its only session', round, [session(1)], ['s1']],
    ['no session of two', round, [session(1), session(1, { id: 'x' })], []],
    [
      'the one that was not cancelled',
      round,
      [session(1), session(1, { id: 'x', state: 'cancelled' })],
      ['s1'],
    ],
    [
      'the one that is not in the bin',
      round,
      [session(1), session(1, { id: 'x', ...BIN })],
      ['s1'],
    ],
    [
      'its session, whoever else names it',
      round,
      [session(1), meetingRow('x', { kind: 'exchange', round: 'r1' })],
      ['s1'],
    ],
    ['no other meeting', round, [meetingRow('x', { kind: 'exchange', round: 'r1' })], []],
    ['no session of another round', round, [session(2)], []],
    ['nothing in the bin', { ...round, ...BIN }, [session(1)], []],
  ])('%s', (_, given, meetings, expected) => {
    const summaries = roundSummaries({ rounds: [given], meetings });
    expect([...summaries]).toEqual(expected.map((id) => [id, 'まとめ']));
  });
});

describe('how people met is told', () => {
  const modes = (...ids: readonly string[]) =>
    ids.map((id, at) => ({ id, name: ` ${id} `, order: `a${at}` }));
  it.each([
    ['in the words of each mode', modes('online', 'onsite'), '', 2],
    ['once, where the free words hold one', modes('online'), 'オンライン等', 1],
    ['with free words', modes('online'), ' 電話 ', 2],
    ['without what has no name', [{ id: 'x', name: ' ', order: 'a' }], '', 0],
  ] as const)('%s', (_, given, modeNote, count) => {
    const names = modeNamesOf({ modes: given, modeNote });
    expect(names).toHaveLength(count);
    expect(names.every((name) => name !== '' && name === name.trim())).toBe(true);
  });
});

describe('nothing is left to do', () => {
  const held = [1, 2, 3].map((number) => session(number));
  const briefing = meetingRow('b', { kind: 'briefing', state: 'held' });
  it.each([
    ['once all rounds and the briefing are over', [...held, briefing], true],
    ['not without the briefing', held, false],
    ['not without the last round', [...held.slice(0, 2), briefing], false],
    [
      'not while a meeting is planned',
      [...held, briefing, meetingRow('x', { kind: 'exchange', state: 'planned' })],
      false,
    ],
    [
      'not while one is postponed',
      [...held, briefing, meetingRow('x', { kind: 'exchange', state: 'postponed' })],
      false,
    ],
    [
      'although one was cancelled',
      [...held, briefing, meetingRow('x', { kind: 'exchange', state: 'cancelled' })],
      true,
    ],
  ])('%s', (_, meetings, expected) => {
    expect(isAllDone({ rounds: firstRounds(3), meetings })).toBe(expected);
  });
});

describe('steps between rounds', () => {
  const step = builder(preparations);
  it.each([
    [
      'by their dates',
      { date: '2022-11-20', order: 'a0' },
      { date: '2022-10-05', order: 'a1' },
      'ba',
    ],
    ['with a date first', { order: 'a0' }, { date: '2022-10-05', order: 'a1' }, 'ba'],
    [
      'with a date first, whichever is asked',
      { date: '2022-10-05', order: 'a1' },
      { order: 'a0' },
      'ab',
    ],
    ['without dates as they were put', { order: 'a1' }, { order: 'a0' }, 'ba'],
    ['what nobody can read as without', { date: '秋', order: 'a1' }, { order: 'a0' }, 'ba'],
    [
      'of one day as they were put',
      { date: '2022-10-05', order: 'a1' },
      { date: '2022-10-05', order: 'a0' },
      'ba',
    ],
  ])('stand %s', (_, a, b, expected) => {
    const rows = [step('a', { towards: 2, ...a }), step('b', { towards: 2, ...b })];
    const [block] = placePreparations([], rows);
    expect(block?.steps.map(({ id }) => id).join('')).toBe(expected);
  });

  const { rungs } = buildLadder({
    ...{ case: null, attendances: [], findings: [], variants: [], notes: new Set<string>() },
    rounds: [roundRow('r2', { number: 2 }), roundRow('r5', { number: 5 })],
    meetings: [session(2, { date: '2022-08-24' }), session(5, { date: '2022-12-22' })],
  });
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 2],
    [5, 1],
    [6, 2],
  ])('towards round %i beside the rounds 2 and 5 stand before rung %i', (towards, at) => {
    expect(placePreparations(rungs, [step('a', { towards })])[0]?.at).toBe(at);
  });
});

describe('among meetings of several cases', () => {
  it.each([
    ['the earlier day is first', { date: '2022-08-24' }, { date: '2022-08-25' }],
    ['a day is before its month', { date: '2022-08-31' }, { date: '2022-08' }],
    ['a month is before the day after it', { date: '2022-08' }, { date: '2022-09-01' }],
    ['what has no date is last', { date: '9999-12-31' }, {}],
    [
      'the clock tells those of a day apart',
      { date: '2022-08-24', startTime: '09:30' },
      { date: '2022-08-24', startTime: '10:00' },
    ],
    [
      'what has no time is last',
      { date: '2022-08-24', startTime: '23:00' },
      { date: '2022-08-24' },
    ],
    ['their order tells the others apart', { order: 'a0' }, { order: 'a1' }],
  ])('%s', (_, early, late) => {
    const [a, b] = [meetingRow('z', early), meetingRow('a', late)];
    expect(compareTime(a, b)).toBeLessThan(0);
    expect(compareTime(b, a)).toBeGreaterThan(0);
  });
});

describe('on 19 January', () => {
  it.each([
    ['', false, 0, true],
    ['2023-01-19', true, 0, false],
    ['2023-01-18', true, 1, false],
    ['2023-01-20', false, 0, false],
    ['2023-01', true, 0, true],
    ['2023-02', false, 0, true],
    ['2022-12', true, 19, true],
  ] as const)('the date %j has come: %s, days since: %i', (date, come, days, approximate) => {
    const known = meetingRow('m', { date }).date as Parameters<typeof hasCome>[0];
    expect(hasCome(known, TODAY)).toBe(come);
    expect(timeSince(known, TODAY)).toEqual({ days, approximate });
  });
});
