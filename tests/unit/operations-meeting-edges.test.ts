import { describe, expect, it } from 'vitest';
import { placeMeeting } from '#data/operations/ladder/flow-place.ts';
import { setDayPlace, withMovedEnd } from '#data/operations/meeting/meeting-days.ts';
import { checkDays, checkTimes } from '#data/operations/meeting/meeting-values.ts';
import {
  addPart,
  addRound,
  arrange,
  removeMeeting,
  setMeeting,
} from '#data/operations/meeting/meetings.ts';
import { meetingDays, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { Result } from '#shared/result.ts';
import { deskWith, type Loose, values } from '#tests/support/case-desk.ts';
import { CASE } from '#tests/support/drafts.ts';
import { meetingRow } from '#tests/support/rows.ts';

const SESSION = { kind: 'session', round: 'r1' };
const told = (result: Result<unknown>) => (result.ok ? 'ok' : result.error);

describe('what a refusal says to do', () => {
  it('of a number of a round', () => {
    const desk = deskWith({ rounds: { r2: { number: 2 } } });
    const add = (number: number) => told(desk.run((draft) => addRound(draft, CASE, { number })));
    expect(add(0)).toMatchObject({ todo: '1から99までの整数で入力してください。' });
    expect(add(2)).toEqual({
      code: 'taken',
      happened: '第2回支援はすでにあります。',
      safe: 'ほかの入力はそのまま残っています。',
      todo: '別の番号を入力してください。',
    });
  });

  it('of times and days', () => {
    expect(told(checkTimes('10:00', '09:59'))).toMatchObject({
      todo: '始まりと終わりの時刻を確かめてください。',
    });
    expect(told(checkDays('', '2022-12-27'))).toMatchObject({
      todo: '「12/26～27」のように、始まりの日から入力してください。',
    });
  });
});

describe('the parts of a round', () => {
  const desk = () =>
    deskWith({
      rounds: { r1: { number: 1 }, r2: { number: 2 }, r3: { number: 3 } },
      meetings: {
        only: { ...SESSION, date: '2022-08-03' },
        one: { ...SESSION, round: 'r2', date: '2022-09-01' },
        two: { ...SESSION, round: 'r2', date: '2022-09-02' },
      },
    });

  it.each([
    ['r1', 'only', '午前の部', '2022-08-03'],
    ['r2', 'one', '', '2022-09-02'],
  ])('of %s: %s is called %j from now on, and the new one is on %s', (round, first, name, date) => {
    const at = desk();
    const id = at.done((draft) => addPart(draft, CASE, round as never, {}, '午前の部'));
    expect(at.row(meetings, first)?.partLabel).toBe(name);
    expect(at.row(meetings, id)?.date).toBe(date);
  });

  it('have a day of their own where one is said, and none where there are no others', () => {
    const at = desk();
    const add = (round: string, given: Loose) =>
      at.row(
        meetings,
        at.done((draft) => addPart(draft, CASE, round as never, values(given))),
      );
    expect(add('r1', { date: '2022-08-04' })?.date).toBe('2022-08-04');
    expect(add('r3', {})?.date).toBe('');
  });

  it('are not added where the first cannot be called so', () => {
    const at = desk();
    const long = '字'.repeat(500);
    expect(at.refused((draft) => addPart(draft, CASE, 'r1' as never, {}, long))).not.toBe('');
    expect(at.rows(meetings)).toHaveLength(3);
  });
});

describe('a meeting that others changed meanwhile', () => {
  const broken = () =>
    deskWith({ meetings: { m1: { kind: 'exchange', date: '2022-12-27', endDate: '2022-12-26' } } });

  it.each([
    [{ place: '役場' }, ''],
    [{ endDate: '2022-12-25' }, '終わりの日が、始まりの日のあとになっていません。'],
    [{ endDate: '2022-12-28' }, ''],
    [{ date: '2022-12-30' }, ''],
  ])('so that it ends before it begins is still changed by %j: %s', (given, refusal) => {
    expect(broken().refused((draft) => setMeeting(draft, CASE, 'm1', values(given)))).toBe(refusal);
  });

  it('takes its round along though something that is no session names it', () => {
    const desk = deskWith({
      rounds: { r1: { number: 1 } },
      meetings: { last: SESSION, other: { ...SESSION, kind: 'exchange' } },
    });
    desk.done((draft) => removeMeeting(draft, CASE, 'last'));
    expect(desk.rows(rounds)).toEqual([]);
  });
});

describe('the place of a meeting in a list', () => {
  it('is found between keys that were given twice, whatever the ids say', () => {
    const desk = deskWith({
      meetings: { a: { order: 'a1' }, b: { order: 'a1' }, c: { order: 'a1' } },
    });
    desk.done((draft) => arrange(draft, CASE, ['c', 'b', 'a'], 'c'));
    expect(desk.rows(meetings).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('is behind the last of all keys that were shared out', () => {
    const desk = deskWith({
      meetings: {
        a: { order: 'a5' },
        b: { order: 'a2' },
        c: { order: 'a7' },
        d: { order: 'a3' },
      },
    });
    desk.done((draft) => arrange(draft, CASE, ['a', 'b', 'c', 'd'], 'd'));
    expect(desk.rows(meetings).map(({ id, order }) => [id, order])).toEqual([
      ['a', 'a2'],
      ['b', 'a5'],
      ['c', 'a7'],
      ['d', 'a8'],
    ]);
  });
});

describe('the last day of a meeting', () => {
  it.each<[Loose, Loose]>([
    [
      { date: '2023-01-05', endDate: '2023-01-09' },
      { date: '2023-01-05', endDate: '2023-01-09' },
    ],
    [{ endDate: '2022-12-29' }, { endDate: '2022-12-29' }],
    [{ endDate: '' }, { endDate: '' }],
  ])('is where it is said to be, however the first moves: %j', (given, expected) => {
    const before = meetingRow('m1', { date: '2022-12-26', endDate: '2022-12-27' });
    expect(withMovedEnd(before, values(given))).toEqual(expected);
  });

  it('takes place where it is said to, whatever another meeting of that day says', () => {
    const desk = deskWith({ meetings: { m1: {}, m2: {} } });
    const set = (meeting: string, place: string) =>
      desk.done((draft) =>
        setDayPlace(draft, CASE, meeting as never, '2022-12-27' as never, place),
      );
    set('m2', '公民館');
    set('m1', '役場');
    const places = desk.rows(meetingDays).map(({ meeting, place }) => `${meeting} ${place}`);
    expect(places.toSorted()).toEqual(['m1 役場', 'm2 公民館']);
  });
});

describe('a meeting that is put elsewhere in the flow', () => {
  const place = (
    of: Record<string, Loose>,
    numbers: Record<string, Loose>,
    id: string,
    to: Loose,
  ) => {
    const desk = deskWith({ meetings: of, rounds: numbers });
    desk.done((draft) => placeMeeting(draft, CASE, id, to as never));
    return desk;
  };

  it('keeps the number that another has, as long as it is no pre-meeting', () => {
    const desk = place(
      { pre: { kind: 'preMeeting', ordinal: '0.5' }, old: { kind: 'exchange', ordinal: '0.5' } },
      { r1: { number: 1 } },
      'old',
      SESSION,
    );
    expect(desk.row(meetings, 'old')).toMatchObject({ kind: 'session', ordinal: '0.5' });
  });

  it.each([
    ['session', []],
    ['exchange', ['r1']],
  ])('as %s leaves behind: %j', (kind, left) => {
    const desk = place({ m1: { ...SESSION, kind } }, { r1: { number: 1 } }, 'm1', {
      kind: 'consultation',
    });
    expect(desk.rows(rounds).map(({ id }) => id)).toEqual(left);
  });

  it.each<[string, Record<string, Loose>, Record<string, Loose>, string]>([
    ['nothing is planned', {}, {}, '0.5'],
    ['a round is still to come', { s1: SESSION }, { r1: { number: 1 } }, '0.5'],
    [
      'two rounds were held',
      { s1: { ...SESSION, state: 'held' }, s2: { ...SESSION, round: 'r2', state: 'held' } },
      { r1: { number: 1 }, r2: { number: 2 } },
      '2.5',
    ],
  ])('has the number before the next round where %s', (_, of, numbers, ordinal) => {
    const desk = place({ ...of, m1: { kind: 'exchange' } }, numbers, 'm1', { kind: 'preMeeting' });
    expect(desk.row(meetings, 'm1')?.ordinal).toBe(ordinal);
  });
});
