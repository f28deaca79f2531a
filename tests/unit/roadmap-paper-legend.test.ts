import { describe, expect, it } from 'vitest';
import type { BarBox } from '#shared/domain/roadmap/layout/layout.ts';
import type { Bar, DependencyId } from '#shared/domain/roadmap/model.ts';
import { drawDependencies, hasArrows } from '#shared/domain/roadmap/paper/chart-arrows.ts';
import type { Shape } from '#shared/domain/roadmap/paper/drawing.ts';
import { comparedNote, drawLegend } from '#shared/domain/roadmap/paper/legend.ts';
import {
  drawn,
  drawnBar,
  drawnLane,
  drawnMark,
  drawnRoadmap,
  rounded,
} from '../support/drawn-lane.ts';

const TYPE = { dx: 100, dy: 50, size: 10, leading: 15 };

describe('an arrow from bar to bar', () => {
  const [some] = drawnLane([drawnBar('帯', '2022-06', '2022-08')]).bars;
  const box = (id: string, x: number, y: number, width = 30): BarBox => ({
    ...(some ?? expect.fail('no bar')),
    ...{ bar: drawnBar(id, '2022-06', '2022-08'), x, y, width, height: 20 },
  });
  const link = (before: string, after: string) => ({
    ...drawnRoadmap([]),
    dependencies: [{ id: 'd' as DependencyId, before, after } as never],
  });
  const arrows = (from: BarBox, to: BarBox, type = { ...TYPE, dx: 0, dy: 0 }) =>
    drawDependencies(link('前', '後'), [from, to], type).map((shape: Shape) =>
      shape.kind === 'line'
        ? rounded([shape.x1, shape.y1, shape.x2, shape.y2, shape.strokeWidth])
        : rounded(shape.kind === 'polygon' ? shape.points : []),
    );

  it.each([
    [
      'level',
      60,
      0,
      30,
      [
        [28, 10, 59.2, 10, 0.7],
        [
          [62, 10],
          [59.2, 8.6],
          [59.2, 11.4],
        ],
      ],
    ],
    [
      'level, as near as it can be',
      36,
      0,
      30,
      [
        [28, 10, 35.2, 10, 0.7],
        [
          [38, 10],
          [35.2, 8.6],
          [35.2, 11.4],
        ],
      ],
    ],
    ['level, too near', 35, 0, 30, []],
    ['nearly level, too near', 35, 4.9, 30, []],
    [
      'down',
      60,
      40,
      50,
      [
        [28, 10, 66, 10, 0.7],
        [66, 10, 66, 37.2, 0.7],
        [
          [66, 40],
          [64.6, 37.2],
          [67.4, 37.2],
        ],
      ],
    ],
    [
      'up',
      60,
      -40,
      50,
      [
        [28, 10, 66, 10, 0.7],
        [66, 10, 66, -17.2, 0.7],
        [
          [66, -20],
          [64.6, -17.2],
          [67.4, -17.2],
        ],
      ],
    ],
    [
      'down into a short one',
      60,
      40,
      6,
      [
        [28, 10, 65, 10, 0.7],
        [65, 10, 65, 37.2, 0.7],
        [
          [65, 40],
          [63.6, 37.2],
          [66.4, 37.2],
        ],
      ],
    ],
    [
      'down and back',
      -200,
      40,
      50,
      [
        [28, 10, 30, 10, 0.7],
        [30, 10, 30, 37.2, 0.7],
        [
          [30, 40],
          [28.6, 37.2],
          [31.4, 37.2],
        ],
      ],
    ],
    [
      'down, not far',
      20,
      5,
      50,
      [
        [28, 10, 30, 10, 0.7],
        [30, 10, 30, 2.2, 0.7],
        [
          [30, 5],
          [28.6, 2.2],
          [31.4, 2.2],
        ],
      ],
    ],
  ])('leads %s', (_, x, y, width, expected) => {
    expect(arrows(box('前', 0, 0), box('後', x, y, width))).toEqual(expected);
  });

  it('is drawn where the chart lies, no wider than it has to be', () => {
    const type = { dx: 100, dy: 50, size: 100, leading: 150 };
    const [line] = arrows(box('前', 0, 0), box('後', 200, 0), type);
    expect(line).toEqual([128, 60, 274, 60, 2.2]);
  });

  it('is none without both of its bars', () => {
    const [from, to] = [box('前', 0, 0), box('後', 60, 0)];
    expect(drawDependencies(link('前', 'gone'), [from, to], TYPE)).toEqual([]);
    expect(drawDependencies(link('gone', '後'), [from, to], TYPE)).toEqual([]);
    expect(drawDependencies(link('前', '前'), [from, to], TYPE)).toEqual([]);
  });

  it.each([
    ['2022-08', true],
    ['2022-07', false],
  ])('is there or not: to a bar from %s', (start, expected) => {
    const bars = [drawnBar('前', '2022-06', '2022-06'), drawnBar('後', start, '2022-12')];
    const roadmap = { ...drawnRoadmap(bars), dependencies: link('前', '後').dependencies };
    expect(hasArrows(roadmap, drawn(roadmap), 10)).toBe(expected);
  });
});

describe('the legend', () => {
  const legend = (
    bars: readonly Bar[],
    more: Partial<Parameters<typeof drawLegend>[0]> = {},
    width = 1000,
  ) => {
    const facts = { hasArrows: false, comparedName: '', showsToday: false };
    const layout = drawn(drawnRoadmap(bars, more.showsToday ? [drawnMark('回', '2022-06')] : []));
    return drawLegend({ ...facts, layout, ...more }, { x: 5, y: 7, width }, 10);
  };
  const words = (...given: Parameters<typeof legend>) =>
    legend(...given).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  const bar = (values: Partial<Bar> = {}) => drawnBar('帯', '2022-06', '2022-08', values);

  it.each([
    ['nothing', [], {}, []],
    [
      'kinds in their order',
      [bar({ kind: 'other' }), bar({ kind: 'trial' })],
      {},
      ['試行', 'その他'],
    ],
    ['progress', [bar({ progress: 1 })], {}, ['実施', '進み']],
    ['no progress yet', [bar({ progress: 0 })], {}, ['実施']],
    ['no progress of what was given up', [bar({ progress: 1, state: 'cancelled' })], {}, ['実施']],
    ['what really was', [bar({ actualStart: '2022-06' as never })], {}, ['実施', '実績']],
    ['arrows', [], { hasArrows: true }, ['前の取組みが終わってから']],
    ['milestones and today', [], { showsToday: true }, ['節目', '今日']],
  ] as const)('explains %s', (_, bars, more, expected) => {
    expect(words(bars, more)).toEqual(expected);
  });

  it.each([
    ['', 'くらべた版の位置', []],
    ['字'.repeat(24), `「${'字'.repeat(24)}」での位置`, []],
    ['字'.repeat(25), 'くらべた版の位置', [`くらべた版：「${'字'.repeat(25)}」`]],
  ])('names the version beside it where it has room: %#', (comparedName, expected, note) => {
    const layout = drawn(drawnRoadmap([]), { ghosts: drawnRoadmap([bar()]) });
    expect(words([], { layout, comparedName })).toEqual([expected]);
    expect(comparedNote(comparedName)).toEqual(note);
  });

  it.each([
    // 試行 takes 51 and 16 behind it, その他 61.
    [128, [36, 103], 17],
    [127, [36, 36], 34],
    [20, [36, 36], 34],
  ])('takes as many lines as it needs: %d wide', (width, lefts, height) => {
    const bars = [bar({ kind: 'other' }), bar({ kind: 'trial' })];
    const { shapes, height: found } = legend(bars, {}, width);
    expect(shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.x] : []))).toEqual(lefts);
    expect(found).toBe(height);
    expect(shapes[0]).toMatchObject({ x: 5, y: 10, width: 26, height: 11 });
  });

  const flat = (x: number, stroke: string, strokeWidth: number) => ({
    ...{ kind: 'line', x1: x, y1: 15.5, x2: x + 26, y2: 15.5, stroke, strokeWidth },
  });

  it.each([
    [
      'progress',
      [bar({ progress: 1 })],
      {},
      [{ kind: 'rect', x: 72, y: 14.5, width: 26, height: 2, fill: '#4979f5' }],
    ],
    [
      'what really was',
      [bar({ actualStart: '2022-06' as never })],
      {},
      [flat(72, '#1a1a1a', 1.2), { ...flat(72, '#1a1a1a', 1.2), y1: 12.5, x2: 72, y2: 18.5 }],
    ],
    [
      'arrows',
      [bar()],
      { hasArrows: true },
      [
        flat(72, '#666666', 0.7),
        {
          kind: 'polygon',
          points: [
            [98, 15.5],
            [95, 13.7],
            [95, 17.3],
          ],
          fill: '#666666',
        },
      ],
    ],
  ])('shows what it explains: %s', (_, bars, more, expected) => {
    expect(rounded(legend(bars, more).shapes.slice(3, -1))).toEqual(expected);
  });

  it('shows a milestone, today, and what a version had elsewhere', () => {
    const shapes = rounded(legend([], { showsToday: true }).shapes);
    expect(shapes).toEqual([
      {
        ...{ kind: 'polygon', fill: '#00118f' },
        points: [
          [10.5, 10],
          [16, 15.5],
          [10.5, 21],
          [5, 15.5],
        ],
      },
      { kind: 'text', x: 21, y: 19.3, text: '節目', size: 10, fill: '#1a1a1a' },
      { ...flat(57, '#a13a00', 3.5), dash: [14, 9] },
      { kind: 'text', x: 88, y: 19.3, text: '今日', size: 10, fill: '#1a1a1a' },
    ]);
    const layout = drawn(drawnRoadmap([]), { ghosts: drawnRoadmap([bar()]) });
    expect(rounded(legend([], { layout }).shapes[0])).toEqual({
      ...{ kind: 'rect', x: 5, y: 14, width: 26, height: 3, radius: 1.5, fill: '#949494' },
    });
  });

  it('has no height where it explains nothing', () => {
    expect(legend([]).height).toBe(0);
  });
});
