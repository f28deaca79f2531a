import { describe, expect, test } from 'vitest';
import {
  comparisonOf,
  inOrder,
  parseVersionDate,
} from '#features/roadmap/versions/versions-model.ts';
import { fiscalYear } from '#shared/dates/types.ts';
import { roadmapOfWords } from '../support/roadmaps.ts';

const roadmap = roadmapOfWords({
  支援: [['県の伴走支援', [['試行', '2023-02-T2', '2023-03', 'trial']]]],
});

describe('Versions of a roadmap', () => {
  const row = (id: string, date: string, order: string, deletedAt = '') =>
    ({ id, name: id, date, reason: '', snapshot: '', order, deletedAt }) as never;

  test('stand by their dates, those of one day as they were named', () => {
    const list = inOrder([
      row('c', '2022-12-01', 'a2'),
      row('b', '2022-12-01', 'a1'),
      row('a', '2022-08-01', 'a3'),
      row('gone', '2022-01-01', 'a0', '2023-01-01T00:00:00Z'),
    ]);
    expect(list.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    const named = (key: string) => ({ key, name: key, roadmap });
    expect(comparisonOf(list, named('c'), named('a')).title).toBe('「a」から「c」への変更');
    const now = { key: 'now', name: 'いま', roadmap: { ...roadmap, bars: [] } };
    const { title, before, sentences } = comparisonOf(list, now, named('b'));
    expect([title, before.key]).toEqual(['「b」からの変更', 'b']);
    expect(sentences.map(({ kind }) => kind)).toContain('removed');
  });

  test('have a day', () => {
    expect(parseVersionDate('12/1', fiscalYear(2022))).toEqual({ ok: true, value: '2022-12-01' });
    expect(parseVersionDate('12月', fiscalYear(2022))).toMatchObject({ ok: false });
    expect(parseVersionDate('', null)).toMatchObject({ ok: false });
  });
});
