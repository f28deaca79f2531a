import { describe, expect, test } from 'vitest';
import {
  clockWords,
  runningAt,
  slotsOf,
  slotWords,
  timeLeftWords,
} from '#features/record/room/programme-clock.ts';

const items = (...times: readonly string[]) => times.map((time) => ({ time }));
const at = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
// The afternoon of 益城町's second round.
const slots = slotsOf(items('13:30', '14:00', '15:10'), { endTime: '16:00' });

describe('What is on in the meeting room', () => {
  test('an item lasts until the next one, the last until the meeting ends', () => {
    expect(slots.map(slotWords)).toEqual(['13:30～14:00', '14:00～15:10', '15:10～16:00']);
  });

  test('without an end of the meeting the last item has none', () => {
    expect(slotsOf(items('13:30'), { endTime: '' }).map(slotWords)).toEqual(['13:30～']);
  });

  test('an item without a time belongs to none of the clock', () => {
    const some = slotsOf(items('13:30', '', '14:10'), { endTime: '' });
    expect(some.map(slotWords)).toEqual(['13:30～14:10', '', '14:10～']);
    expect(runningAt(some, at('13:50'))).toBe(0);
  });

  test('two items that begin together both last until the next', () => {
    const some = slotsOf(items('13:30', '13:30', '14:00'), { endTime: '' });
    expect(some.map(({ end }) => end)).toEqual([at('14:00'), at('14:00'), null]);
  });

  test.each([
    ['13:29', null],
    ['13:30', 0],
    ['13:59', 0],
    ['14:00', 1],
    ['15:59', 2],
    ['16:00', null],
  ])('at %s it is item %j', (clock, index) => {
    expect(runningAt(slots, at(clock))).toBe(index);
  });

  test('an item whose end nobody wrote runs on', () => {
    expect(runningAt(slotsOf(items('13:30'), { endTime: '' }), at('23:00'))).toBe(0);
  });

  test.each([
    ['13:48', 'あと12分'],
    ['14:00', '時間です'],
    ['14:03', '3分過ぎています'],
  ])('at %s the first item says %s', (clock, words) => {
    expect(timeLeftWords(slots[0] ?? { start: null, end: null }, at(clock))).toBe(words);
  });

  test('nothing is said of an item without an end', () => {
    expect(timeLeftWords({ start: at('13:30'), end: null }, at('13:40'))).toBe('');
  });

  test('the clock is written as people write it', () => {
    expect(clockWords(at('9:05'))).toBe('9:05');
  });
});
