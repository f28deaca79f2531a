import { describe, expect, it } from 'vitest';
import { countDifference, momentOf, neighboursOf } from '#features/record/model.ts';
import type { HeadCount } from '#shared/domain/meeting/attendance.ts';
import { parseTimes } from '#shared/domain/meeting/times.ts';
import { firstRounds, meetingRow, preMeeting, session } from '#tests/support/rows.ts';

describe('times as typed', () => {
  it.each([
    ['13:30-16:00', '13:30', '16:00', ''],
    ['13:30', '13:30', '', ''],
    ['午後', '', '', '午後'],
    [' 午前 ', '', '', '午前'],
    ['終日', '', '', '終日'],
    ['夜間', '', '', '夜間'],
    ['', '', '', ''],
  ])('%j', (text, startTime, endTime, timeNote) => {
    expect(parseTimes(text)).toEqual({ ok: true, value: { startTime, endTime, timeNote } });
  });

  it.each(['午後か夕方', '夕方の午後', '16:00-13:30'])('%j are refused', (text) => {
    expect(parseTimes(text).ok).toBe(false);
  });
});

describe('the difference of a list and its total', () => {
  const heads = (override: number | null, computed: number | null): HeadCount => ({
    ...{ override, computed, shown: override ?? computed },
    differs: override !== null && computed !== null && override !== computed,
  });
  it.each([
    [46, 44, '内訳と計が2人ちがいます'],
    [44, 46, '内訳と計が2人ちがいます'],
    [46, 46, undefined],
    [null, 46, undefined],
    [46, null, undefined],
  ])('of %s and %s is %s', (override, computed, words) => {
    expect(countDifference(heads(override, computed))).toBe(words);
  });
});

describe('the meetings before and after one', () => {
  const rounds = firstRounds(2);
  const meetings = [
    session(2, { state: 'planned' }),
    preMeeting('1.5', { state: 'planned', date: '2022-11' }),
    preMeeting('0.5', { date: '2022-08-03' }),
    session(1, { date: '2022-08-24' }),
    meetingRow('free', { kind: 'exchange' }),
  ];
  const around = (id: string) => {
    const { before, after } = neighboursOf(id, meetings, rounds);
    return [before, after].map((link) => link && `${link.title} ${link.date} ${link.isPlanned}`);
  };

  it.each([
    ['p0.5', [undefined, '第1回 8/24 false']],
    ['s1', ['0.5次 8/3 false', '1.5次 11月 true']],
    ['p1.5', ['第1回 8/24 false', '第2回 日付未定 true']],
    ['s2', ['1.5次 11月 true', '意見交換会 日付未定 true']],
    ['free', ['第2回 日付未定 true', undefined]],
    ['gone', [undefined, undefined]],
  ])('of %s', (id, links) => {
    expect(around(id)).toEqual(links);
  });
});

describe('when something was done, on the clock of Japan', () => {
  it.each([
    ['2022-08-24T01:05:00Z', 'R4.8.24', 'R4.8.24 10:05', '令和4年8月24日(水) 10:05'],
    ['2022-08-24T14:59:59Z', 'R4.8.24', 'R4.8.24 23:59', '令和4年8月24日(水) 23:59'],
    ['2022-08-24T15:00:00Z', 'R4.8.25', 'R4.8.25 0:00', '令和4年8月25日(木) 0:00'],
    ['2022-08-24T00:00:00+09:00', 'R4.8.24', 'R4.8.24 0:00', '令和4年8月24日(水) 0:00'],
  ])('%s', (iso, dotted, short, long) => {
    expect(momentOf(iso, 540)).toEqual({ dotted, short, long });
  });

  it('is not known of what is no time', () => {
    expect(momentOf('いつか', 540)).toBeNull();
  });
});
