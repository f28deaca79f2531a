import { describe, expect, it } from 'vitest';
import { moveLabel } from '#features/roadmap/chart/move-label.ts';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import type { Span } from '#shared/domain/roadmap/model.ts';

const span = (start: string, end: string): Span => ({
  start: start as SpanEdge,
  end: end as SpanEdge,
});
const TRIAL = span('2023-02', '2023-03');

describe('what undo calls a move of a bar', () => {
  it('says by how much it moves, and which way', () => {
    expect(moveLabel(TRIAL, span('2023-04', '2023-05'))).toBe('帯を2か月うしろへ');
    expect(moveLabel(TRIAL, span('2022-12', '2023-01'))).toBe('帯を2か月前へ');
    expect(moveLabel(span('2023-02-T1', '2023-02-T3'), span('2023-02-T2', '2023-03-T1'))).toBe(
      '帯を1旬うしろへ',
    );
  });

  it('says which end moves when the other stays', () => {
    expect(moveLabel(TRIAL, span('2023-02', '2023-06'))).toBe('帯の終了を3か月うしろへ');
    expect(moveLabel(TRIAL, span('2023-01', '2023-03'))).toBe('帯の開始を1か月前へ');
    expect(moveLabel(TRIAL, span('2023-01', '2023-04'))).toBe('帯の月を変更');
  });

  it('says of another lane, and of the bars that follow', () => {
    expect(moveLabel(TRIAL, TRIAL, { toOtherLane: true })).toBe('帯を別の取組みへ');
    expect(moveLabel(TRIAL, span('2023-04', '2023-05'), { toOtherLane: true })).toBe(
      '帯を別の取組みの別の月へ',
    );
    expect(moveLabel(TRIAL, span('2023-03', '2023-04'), { others: 2 })).toBe(
      '帯を1か月うしろへ（続く帯2本も）',
    );
  });

  it('has words for a bar whose months could not be read', () => {
    expect(moveLabel(null, TRIAL)).toBe('帯の月を変更');
  });
});
