import { describe, expect, it } from 'vitest';
import { day } from '#shared/dates/types.ts';
import {
  assignments,
  beginsFrom,
  chargeWords,
  inOrderOfTime,
  isInCharge,
  isOverBefore,
  lastDayBefore,
} from '#shared/domain/case/assignment.ts';
import { beginningOf } from '#shared/domain/case/beginning.ts';
import { firstDayOf } from '#shared/domain/case/own-cases.ts';
import { builder, caseRow } from '#tests/support/rows.ts';

const row = builder(assignments);
const APRIL = day('2023-04-01');

describe('somebody is in charge of a case', () => {
  it.each([
    // [from, until, on 1 April: in charge, over before, begins from]
    ['', '', true, false, false],
    ['2023-04-01', '', true, false, true],
    ['2023-04-02', '', false, false, true],
    ['2023-03-31', '', true, false, false],
    ['2023-04', '', true, false, true],
    ['2023-05', '', false, false, true],
    ['', '2023-04-01', true, false, false],
    ['', '2023-03-31', false, true, false],
    ['', '2023-04', true, false, false],
    ['', '2023-03', false, true, false],
    ['春', '末', true, false, false],
  ])('from %j until %j', (from, until, isOn, isOver, begins) => {
    const time = row('a', { from, until });
    expect([isInCharge(time, APRIL), isOverBefore(time, APRIL), beginsFrom(time, APRIL)]).toEqual([
      ...[isOn, isOver, begins],
    ]);
  });

  it('up to the day before the next begins', () => {
    expect(lastDayBefore(APRIL)).toBe('2023-03-31');
  });

  it.each([
    ['2023-04-03', '2023-04-03'],
    ['2023-04', '2023-04-01'],
    ['', null],
    ['春', null],
  ])('%j begins on %s', (from, expected) => {
    expect(firstDayOf({ from })).toBe(expected);
  });

  it.each([
    [
      'by their beginnings',
      { from: '2023-05', order: 'a0' },
      { from: '2023-04', order: 'a1' },
      'ba',
    ],
    ['those without one first', { from: '2023-04', order: 'a0' }, { order: 'a1' }, 'ba'],
    ['those that begin together as they stand', { order: 'a1' }, { order: 'a0' }, 'ba'],
    ['and nobody of the bin', { deletedAt: '2023-01-01T00:00:00Z' }, {}, 'b'],
  ])('and told %s', (_, a, b, expected) => {
    const told = inOrderOfTime([row('a', a), row('b', b)]);
    expect(told.map(({ id }) => id).join('')).toBe(expected);
  });
});

describe('how a support began', () => {
  it.each([
    ['with its day', { entry: 'push', entryDate: '2022-05-10' }, 'プッシュ型', '2022-05-10'],
    ['with its month', { entry: 'volunteered', entryDate: '2022-05' }, '手挙げ', '2022-05'],
    ['on a day that nobody can read', { entry: 'continued', entryDate: '春' }, '継続', ''],
  ] as const)('%s', (_, values, words, date) => {
    expect(beginningOf(caseRow('c1', values))).toEqual({ words, date });
  });
  it('is not said by a case that does not know it', () => {
    expect(beginningOf(caseRow('c1', { entryDate: '2022-05-10' }))).toBeNull();
    expect(beginningOf(null)).toBeNull();
  });
});

describe('who is in charge is said with the group', () => {
  const before = row('a', { name: '鈴木 一郎', until: '2023-03-31' });
  const now = row('b', { name: '山田 花子', from: '2023-04-01' });
  const beside = row('c', { name: '佐藤 次郎' });
  it.each([
    ['by the group alone where nobody is named', '地域ケア推進班', [], '地域ケア推進班'],
    ['by the group alone once all are over', '地域ケア推進班', [before], '地域ケア推進班'],
    ['by the name of today', '地域ケア推進班', [before, now], '山田 花子（地域ケア推進班）'],
    ['by all names of today', '', [before, beside, now], '佐藤 次郎、山田 花子'],
    ['by nothing where nothing is known', '', [], ''],
  ])('%s', (_, section, rows, words) => {
    expect(chargeWords(section, rows, APRIL)).toBe(words);
  });
});
