import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import type { BarId, Roadmap, Span } from '#shared/domain/roadmap/model.ts';
import { type Cascade, cascade, cascadeWords } from '#shared/domain/roadmap/plan/cascade.ts';
import { rankBars } from '#shared/domain/roadmap/plan/graph.ts';
import { findLoop, findLoops, loopWords } from '#shared/domain/roadmap/plan/loops.ts';
import {
  firstSlotOfSpan,
  formatSpan,
  isMonthly,
  isSameSpan,
  lastSlotOfSpan,
  shiftSpan,
  slotsIn,
  spanOf,
  spanOfSlots,
} from '#shared/domain/roadmap/span.ts';
import { anyPlan, anySpan, barId, planOf } from '#tests/support/any-roadmap.ts';
import { applyMoves } from '#tests/support/roadmap-back.ts';

const span = (start: string, end: string): Span => ({
  start: start as SpanEdge,
  end: end as SpanEdge,
});

const spanIn = (roadmap: Roadmap, id: BarId): Span | null =>
  roadmap.bars.find((bar) => bar.id === id)?.span ?? null;

const anyMoves = fc
  .array(fc.tuple(fc.nat({ max: 11 }), anySpan), { maxLength: 3 })
  .map((list) => list.map(([at, to]) => ({ id: barId(at), span: to })));

/**
 * Bars that start before their predecessor ends afterwards. What nobody moved stays as it was, and
 * what waits for itself can't be kept to.
 */
const startingEarly = (roadmap: Roadmap, { moves }: Cascade): readonly BarId[] => {
  const after = applyMoves(roadmap, moves);
  const moved = new Set(moves.map(({ id }) => id));
  const ranks = rankBars(roadmap.dependencies);
  return roadmap.dependencies
    .filter(({ before, after: then }) => ranks.get(before) !== ranks.get(then))
    .filter(({ before, after: then }) => moved.has(before) || moved.has(then))
    .filter(({ before, after: then }) => {
      const [first, next] = [spanIn(after, before), spanIn(after, then)];
      if (first === null || next === null) return expect.fail('a bar was lost');
      return firstSlotOfSpan(next) <= lastSlotOfSpan(first);
    })
    .map(({ after: then }) => then);
};

/** 試行 2–3月, 本格実施 4–9月, 評価 10月, each behind the one before. */
const chain = planOf(
  [span('2023-02', '2023-03'), span('2023-04', '2023-09'), span('2023-10', '2023-10')],
  [
    [0, 1],
    [1, 2],
  ],
);

describe('moving a bar', () => {
  it('pushes what follows, no further than it must', () => {
    const { moves, followers } = cascade(chain, [
      { id: barId(0), span: span('2023-04', '2023-05') },
    ]);
    expect(moves.map(({ id, to, bySlots }) => [id, formatSpan(to), bySlots])).toEqual([
      ['b0', '令和5年4月～5月', 6],
      ['b1', '令和5年6月～11月', 6],
      ['b2', '令和5年12月', 6],
    ]);
    expect(followers.map(({ id }) => id)).toEqual(['b1', 'b2']);
  });

  it('uses up a gap before it pushes, and pulls nothing back', () => {
    const gap = planOf([span('2023-02', '2023-03'), span('2023-06', '2023-07')], [[0, 1]]);
    expect(cascade(gap, [{ id: barId(0), span: span('2023-04', '2023-05') }]).followers).toEqual(
      [],
    );
    expect(cascade(gap, [{ id: barId(0), span: span('2022-02', '2022-03') }]).followers).toEqual(
      [],
    );
  });

  it('pushes followers also when it only becomes longer', () => {
    const { followers } = cascade(chain, [{ id: barId(0), span: span('2023-02', '2023-04-T1') }]);
    expect(followers.map(({ id, to }) => [id, formatSpan(to)])).toEqual([
      ['b1', '令和5年5月～10月'],
      ['b2', '令和5年11月'],
    ]);
  });

  it('leaves a bar where it was put, before the end of what it follows, and says so', () => {
    const wanted = [{ id: barId(1), span: span('2023-01', '2023-10') }];
    const { moves, early } = cascade(chain, wanted);
    expect(early).toEqual(['b1']);
    expect(moves.map(({ id, to }) => [id, formatSpan(to)])).toEqual([
      ['b1', '令和5年1月～10月'],
      ['b2', '令和5年11月'],
    ]);
    expect(cascade(chain, wanted, 'yield')).toMatchObject({
      moves: [{ to: span('2023-04', '2024-01') }, { to: span('2024-02', '2024-02') }],
      early: [],
    });
  });

  it('is told in a sentence', () => {
    const { moves } = cascade(chain, [{ id: barId(0), span: span('2023-02', '2023-04') }]);
    expect(moves.map(cascadeWords)).toEqual([
      '「帯0」が1か月長く（令和5年2月～3月 → 令和5年2月～4月）',
      '「帯1」が1か月うしろへ（令和5年4月～ → 令和5年5月～）',
      '「帯2」が1か月うしろへ（令和5年10月～ → 令和5年11月～）',
    ]);
  });

  it('leaves no follower that starts before its predecessor ends, where there is no loop', () => {
    fc.assert(
      fc.property(anyPlan, anyMoves, (roadmap, moves) => {
        const found = cascade(roadmap, moves, 'yield');
        expect(found).toMatchObject({ early: [], stuck: [] });
        expect(startingEarly(roadmap, found)).toEqual([]);
      }),
    );
  });

  it('leaves none but those that were put there by hand, which it names', () => {
    fc.assert(
      fc.property(anyPlan, anyMoves, (roadmap, moves) => {
        const found = cascade(roadmap, moves);
        expect(new Set(startingEarly(roadmap, found))).toEqual(new Set(found.early));
        for (const id of found.early) expect(moves.map((move) => move.id)).toContain(id);
      }),
    );
  });

  it('changes nothing when it is done once more', () => {
    fc.assert(
      fc.property(anyPlan, anyMoves, (roadmap, moves) => {
        for (const asked of ['stay', 'yield'] as const) {
          const after = applyMoves(roadmap, cascade(roadmap, moves, asked).moves);
          expect(cascade(after, moves, asked).moves).toEqual([]);
        }
      }),
    );
  });

  it('keeps how long followers are, whole months as whole months, and never pulls them back', () => {
    fc.assert(
      fc.property(anyPlan, anyMoves, (roadmap, moves) => {
        for (const { from, to, bySlots } of cascade(roadmap, moves).followers) {
          expect(slotsIn(to)).toBe(slotsIn(from));
          expect(bySlots).toBeGreaterThan(0);
          if (isMonthly(from)) expect(isMonthly(to)).toBe(true);
        }
      }),
    );
  });

  it('keeps a long chain of bars in order', () => {
    const count = 4_000;
    const long = planOf(
      Array.from({ length: count }, () => span('2023-02-T1', '2023-02-T1')),
      Array.from({ length: count - 1 }, (_, at) => [at, at + 1] as const),
    );
    const { moves, stuck } = cascade(long, [
      { id: barId(0), span: span('2023-02-T2', '2023-02-T2') },
    ]);
    expect(moves).toHaveLength(count);
    // The calendar of roadmaps ends with 令和107年度: behind it nothing is pushed, and that is told.
    expect(stuck.length).toBeGreaterThan(0);
    expect(moves.every(({ to }) => to.end <= '2126-03-T3')).toBe(true);
  });

  it('goes past what has no place, what is not there and what waits for itself', () => {
    const odd = planOf(
      [span('2023-02', '2023-03'), span('x', 'y'), span('2023-04', '2023-05')],
      [
        [0, 1],
        [1, 2],
        [0, 0],
        [2, 2],
      ],
    );
    const moves = [
      { id: barId(0), span: span('2023-04', '2023-05') },
      { id: 'gone' as BarId, span: span('2023-04', '2023-05') },
    ];
    expect(cascade(odd, moves).moves.map(({ id }) => id)).toEqual(['b0']);
  });
});

describe('a loop of dependencies', () => {
  const edge = (before: number, after: number) => ({ before: barId(before), after: barId(after) });

  it('is found before it closes, and named', () => {
    const loop = findLoop(chain.dependencies, edge(2, 0));
    expect(loop).toEqual(['b2', 'b0', 'b1']);
    expect(loopWords(loop ?? [], chain.bars)).toBe('「帯2」→「帯0」→「帯1」→「帯2」');
    expect(findLoop(chain.dependencies, edge(0, 2))).toBeNull();
    expect(findLoop(chain.dependencies)).toBeNull();
    expect(findLoop([], edge(3, 3))).toEqual(['b3']);
  });

  it('is found once for each knot', () => {
    const edges = [edge(0, 1), edge(1, 0), edge(1, 2), edge(2, 1), edge(3, 3), edge(4, 5)];
    expect(findLoops(edges)).toEqual([['b0', 'b1'], ['b3']]);
  });

  it('is there just where some bar can be reached from itself', () => {
    fc.assert(
      fc.property(anyPlan, ({ dependencies }) => {
        const loop = findLoop(dependencies);
        const starts = new Set(dependencies.map(({ before }) => before));
        const hasLoop = [...starts].some((bar) => reaches(dependencies, bar, bar));
        expect(loop !== null).toBe(hasLoop);
        for (const [at, bar] of (loop ?? []).entries()) {
          const next = loop?.[(at + 1) % loop.length];
          expect(dependencies).toContainEqual(
            expect.objectContaining({ before: bar, after: next }),
          );
        }
      }),
    );
  });
});

/** Plain search, to hold the clever one against. */
const reaches = (edges: Roadmap['dependencies'], from: BarId, to: BarId): boolean => {
  const seen = new Set<BarId>();
  const visit = (bar: BarId): boolean =>
    edges.some(({ before, after }) => {
      if (before !== bar || seen.has(after)) return false;
      seen.add(after);
      return after === to || visit(after);
    });
  return visit(from);
};

describe('a span', () => {
  it('comes back when it is moved there and back, by whole months', () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: -100, max: 100 }), (at, months) => {
        const there = shiftSpan(at, months * 3);
        expect(slotsIn(there)).toBe(slotsIn(at));
        expect(isSameSpan(shiftSpan(there, -months * 3), at)).toBe(true);
      }),
    );
  });

  it('stays in whole months when it is moved by thirds', () => {
    expect(shiftSpan(span('2023-02', '2023-03'), 1)).toEqual(span('2023-03', '2023-04'));
    expect(shiftSpan(span('2023-02', '2023-03'), -1)).toEqual(span('2023-01', '2023-02'));
    expect(shiftSpan(span('2023-02-T1', '2023-03-T3'), 1)).toEqual(
      span('2023-02-T2', '2023-04-T1'),
    );
  });

  it('stops where the calendar of roadmaps ends', () => {
    expect(shiftSpan(span('2126-01', '2126-02'), 300)).toEqual(span('2126-02', '2126-03'));
    expect(shiftSpan(span('1927-01', '1927-02'), -300)).toEqual(span('1926-12', '1927-01'));
  });

  it('is made of slots in the form of the one that it replaces', () => {
    const [from, to] = [
      firstSlotOfSpan(span('2023-02-T2', '2023-02-T2')),
      lastSlotOfSpan(span('2023-04', '2023-04')),
    ];
    expect(spanOfSlots(from, to)).toEqual(span('2023-02-T2', '2023-04-T3'));
    expect(spanOfSlots(to, from)).toEqual(span('2023-02-T2', '2023-04-T3'));
    expect(spanOfSlots(from, to, span('2020-01', '2020-01'))).toEqual(span('2023-02', '2023-04'));
    expect(spanOfSlots(from, to, span('2020-01-T1', '2020-01'))).toEqual(
      span('2023-02-T2', '2023-04'),
    );
  });

  it.each([
    ['2023-02', '2023-02', '令和5年2月'],
    ['2023-01', '2023-06', '令和5年1月～6月'],
    ['2022-11', '2023-01', '令和4年11月～令和5年1月'],
    ['2019-03', '2019-06', '平成31年3月～令和元年6月'],
    ['2023-04', '2024-03', '令和5年度'],
    ['2024-04', '2027-03', '令和6年度～令和8年度'],
    ['2023-02-T2', '2023-02-T3', '令和5年2月中旬～2月下旬'],
  ])('from %s to %s is written %s', (start, end, words) => {
    expect(formatSpan(span(start, end))).toBe(words);
  });

  it('is put in the order of time', () => {
    expect(spanOf('2023-03' as SpanEdge, '2023-02-T2' as SpanEdge)).toEqual(
      span('2023-02-T2', '2023-03'),
    );
    expect(spanOf('2023-02-T2' as SpanEdge, '2023-02' as SpanEdge)).toEqual(
      span('2023-02-T2', '2023-02'),
    );
  });
});
