import { expect, it } from 'vitest';
import { neighboursOf } from '#features/record/model.ts';
import { dayWords } from '#shared/domain/meeting/day-words.ts';
import { preMeeting } from '../support/rows.ts';

it.each([
  [{ date: '', state: 'held' }, '日付不明'],
  [{ date: '', state: 'planned' }, '日付未定'],
  [{ date: '', state: 'cancelled' }, '日付未定'],
  [{ date: '2022-08', state: 'held' }, 'R4.8'],
  [{ date: '2022-08-24', state: 'held' }, 'R4.8.24'],
  [{ date: '2022-12-26', endDate: '2022-12-27', state: 'held' }, 'R4.12.26～27'],
] as const)('A meeting of %o is on %s', (when, words) => {
  expect(dayWords(when as Parameters<typeof dayWords>[0], 'dotted')).toBe(words);
});

it('A contact that was held on a day nobody noted is so beside its neighbours, too', () => {
  const meetings = [preMeeting('0.5', { state: 'held' }), preMeeting('1.5', { state: 'planned' })];
  const { before } = neighboursOf('p1.5', meetings, []);
  expect(before?.date).toBe('日付不明');
});
