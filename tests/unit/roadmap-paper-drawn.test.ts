import { describe, expect, it } from 'vitest';
import type { BarBox, LabelBox } from '#shared/domain/roadmap/layout/layout.ts';
import type { Bar } from '#shared/domain/roadmap/model.ts';
import {
  barShapes,
  baselineIn,
  drawBar,
  drawGhost,
  drawLabel,
  drawMark,
  labelInk,
} from '#shared/domain/roadmap/paper/chart-bars.ts';
import { diamond, hatch, plate } from '#shared/domain/roadmap/paper/drawing.ts';
import { drawnBar, drawnLane, drawnMark, rounded } from '../support/drawn-lane.ts';

const TYPE = { dx: 100, dy: 50, size: 10, leading: 15 };

const points = (...at: readonly (readonly [number, number])[]) => at;

describe('a shape', () => {
  it('of slanting lines fills its box', () => {
    const at = { stroke: '#000', strokeWidth: 1 };
    expect(hatch({ x: 10, y: 20, width: 4, height: 2 }, 2, '#000', 1)).toEqual([
      { kind: 'line', x1: 11, y1: 20, x2: 10, y2: 21, ...at },
      { kind: 'line', x1: 13, y1: 20, x2: 11, y2: 22, ...at },
      { kind: 'line', x1: 14, y1: 21, x2: 13, y2: 22, ...at },
    ]);
  });

  it('of four corners stands around its middle', () => {
    const corners = points([10, 17], [13, 20], [10, 23], [7, 20]);
    expect(diamond(10, 20, 3, '#000')).toEqual({ kind: 'polygon', points: corners, fill: '#000' });
    expect(diamond(10, 20, 3, '#000', '#fff')).toMatchObject({ stroke: '#fff', strokeWidth: 2 });
  });

  it.each([
    [undefined, 98.8],
    ['start', 98.8],
    ['middle', 88.8],
    ['end', 78.8],
  ] as const)('lies under a text that stands at its %s', (anchor, x) => {
    const text = { kind: 'text', x: 100, y: 50, text: '試行', size: 10, fill: '#000' } as const;
    expect(rounded(plate({ ...text, ...(anchor && { anchor }) }, '#fff'))).toEqual({
      ...{ kind: 'rect', x, y: 40.8, width: 22.4, height: 10.8, radius: 1.2, fill: '#fff' },
    });
  });

  it('of letters stands in the middle of its line', () => {
    expect(baselineIn(15, 10)).toBeCloseTo(11.3);
    expect(baselineIn(0, 10)).toBeCloseTo(3.8);
  });
});

describe('a bar on paper', () => {
  const BOX = { x: 10, y: 20, width: 300, height: 60 };

  it.each([
    ['operation', '#d9e6ff', '#4979f5', undefined],
    ['trial', '#0066be', '#00428c', undefined],
    ['preparation', '#ffffff', '#0055ad', [12, 7.5]],
  ] as const)('has ground and border: %s', (kind, fill, stroke, dash) => {
    expect(barShapes(kind, BOX)).toEqual([
      { kind: 'rect', ...BOX, radius: 8, fill },
      { kind: 'rect', ...BOX, radius: 8, stroke, strokeWidth: 3, ...(dash && { dash }) },
    ]);
  });

  it.each([
    ['late', '#d9e6ff', '#b3261e', 5.1],
    ['cancelled', '#ffffff', '#949494', 3],
  ] as const)('says that it is %s', (state, fill, stroke, strokeWidth) => {
    expect(rounded(barShapes('operation', BOX, state))).toMatchObject([
      { fill },
      { stroke, strokeWidth },
    ]);
  });

  it.each([
    [2, 12, 4, 1.333, 1],
    [300, 12, 300, 3, 1],
    [300, 24, 300, 6, 2],
    [12, 60, 12, 4, 3],
  ])('is drawn however small: %d by %d', (width, height, drawnWidth, radius, strokeWidth) => {
    const shapes = barShapes('operation', { ...BOX, width, height });
    expect(rounded(shapes)).toMatchObject([
      { width: drawnWidth, radius },
      { width: drawnWidth, radius, strokeWidth },
    ]);
  });

  it('of a plan is hatched', () => {
    const shapes = barShapes('planPeriod', BOX);
    const lines = shapes.slice(1, -1);
    expect(shapes).toHaveLength(20);
    expect(rounded(lines[0])).toMatchObject({ x1: 21, y1: 21, x2: 11, y2: 31, strokeWidth: 4.8 });
    expect(lines.every(({ kind }) => kind === 'line')).toBe(true);
  });

  it.each([
    [17, 13, true],
    [16, 13, false],
    [17, 12, false],
  ])('of another kind has a double border where it can: %d by %d', (width, height, isDouble) => {
    expect(barShapes('other', { ...BOX, width, height })).toHaveLength(isDouble ? 3 : 2);
  });

  it('has its second border within the first', () => {
    expect(rounded(barShapes('other', BOX)[2])).toEqual({
      ...{ kind: 'rect', x: 16, y: 26, width: 288, height: 48, radius: 2 },
      ...{ stroke: '#4d4d4d', strokeWidth: 1.5 },
    });
  });

  const boxOf = (values: Partial<Bar> = {}, box: Partial<BarBox> = {}): BarBox => {
    const [found] = drawnLane([drawnBar('帯', '2022-06', '2022-08', values)]).bars;
    return { ...(found ?? expect.fail('no bar')), ...box };
  };
  /** What is drawn beside ground and border. */
  const extras = (...given: Parameters<typeof boxOf>) => {
    return rounded(drawBar(boxOf(...given), TYPE).slice(2));
  };

  it('stands a little inside its time', () => {
    const place = { x: 162, y: 55, width: 86, height: 20 };
    expect(drawBar(boxOf(), TYPE)).toMatchObject([place, place]);
    expect(drawBar(boxOf({}, { width: 5 }), TYPE)[0]).toMatchObject({ width: 4 });
  });

  it.each([
    [{ progress: 40 }, 32, '#4979f5'],
    [{ progress: 100 }, 80, '#4979f5'],
    [{ progress: 150 }, 80, '#4979f5'],
    [{ progress: 1 }, 1, '#4979f5'],
    [{ progress: 40, kind: 'trial' }, 32, '#ffffff'],
  ] as const)('has a strip for its progress: %j', (values, width, fill) => {
    expect(extras(values)).toEqual([{ kind: 'rect', x: 165, y: 73, height: 1.2, width, fill }]);
  });

  it.each([{}, { progress: 0 }, { progress: 40, state: 'cancelled' }] as const)(
    'has no strip where there is nothing to show: %j',
    (values) => {
      expect(extras(values)).toEqual([]);
    },
  );

  it('points to where it goes on', () => {
    const right = points([245, 62], [248, 65], [245, 68]);
    const left = points([165, 62], [162, 65], [165, 68]);
    expect(extras({}, { isCutRight: true, isCutLeft: true })).toEqual([
      { kind: 'polygon', points: right, fill: '#000060' },
      { kind: 'polygon', points: left, fill: '#000060' },
    ]);
    expect(extras({ kind: 'preparation' }, { isCutLeft: true })).toMatchObject([
      { fill: '#0055ad' },
    ]);
  });

  it.each([
    ['late', {}, { isOverdue: true }, '#b3261e'],
    ['given up, though late', { state: 'cancelled' }, { isOverdue: true }, '#949494'],
  ] as const)('has the border of what it is: %s', (_, values, box, stroke) => {
    expect(drawBar(boxOf(values, box), TYPE)[1]).toMatchObject({ stroke });
  });

  it('has a line below it for when it really was', () => {
    const at = { stroke: '#1a1a1a' };
    const line = { kind: 'line', x1: 162, y1: 75.3, x2: 208, y2: 75.3, ...at, strokeWidth: 1.2 };
    const stop = (x: number) => ({
      ...{ kind: 'line', x1: x, y1: 73.9, x2: x, y2: 76.7, ...at, strokeWidth: 0.9 },
    });
    expect(extras({}, { actual: { x: 60, width: 50, isOpen: false } })).toEqual([
      line,
      stop(162),
      stop(208),
    ]);
    expect(extras({}, { actual: { x: 60, width: 50, isOpen: true } })).toEqual([
      line,
      stop(162),
      {
        ...{ kind: 'polygon', fill: '#1a1a1a' },
        points: points([208, 75.3], [205.4, 73.8], [205.4, 76.8]),
      },
    ]);
  });

  it('shows where it was', () => {
    const ghost = { bar: drawnBar('帯', '2022-06', '2022-06'), label: null };
    const place = { x: 60, y: 5, width: 30, height: 20 };
    const drawnAt = { kind: 'rect', x: 162, y: 55, width: 26, height: 20 };
    expect(drawGhost({ ...ghost, ...place, change: 'moved' }, TYPE)).toEqual([
      { ...drawnAt, radius: 10, fill: '#949494' },
    ]);
    expect(rounded(drawGhost({ ...ghost, ...place, change: 'gone' }, TYPE))).toEqual([
      {
        ...{ ...drawnAt, radius: 8, fill: '#f2f2f2', stroke: '#949494' },
        ...{ strokeWidth: 0.6, dash: [1.2, 2] },
      },
    ]);
  });

  it('has a milestone beside it', () => {
    const [mark] = drawnLane([], [drawnMark('回', '2022-07')]).marks;
    expect(mark && drawMark(mark, TYPE)).toEqual(diamond(205, 65, 6.25, '#00118f', '#ffffff'));
  });

  it.each([
    ['operation', 'planned', 'inside', false, { fill: '#000060', ground: null }],
    ['planPeriod', 'planned', 'inside', false, { fill: '#333333', ground: '#ffffff' }],
    ['operation', 'planned', 'inside', true, { fill: '#000060', ground: null, sign: '#b3261e' }],
    ['trial', 'planned', 'inside', true, { fill: '#ffffff', ground: null, sign: '#ffffff' }],
    ['operation', 'cancelled', 'inside', false, { fill: '#4d4d4d', ground: '#ffffff' }],
    ['operation', 'planned', 'beside', false, { fill: '#1a1a1a', ground: '#ffffff' }],
    ['operation', 'cancelled', 'below', false, { fill: '#4d4d4d', ground: '#ffffff' }],
    ['trial', 'planned', 'below', true, { fill: '#1a1a1a', ground: '#ffffff', sign: '#b3261e' }],
  ] as const)('has its name in ink: %s %s %s', (kind, state, place, isOverdue, expected) => {
    const box = boxOf({ kind, state });
    expect(labelInk({ ...box, isOverdue, label: { ...box.label, place } })).toEqual(expected);
  });

  const LABEL: LabelBox = {
    ...{ lines: ['！ 試行', '二行目'], place: 'inside', sign: '！ ' },
    ...{ x: 6, y: 7, width: 50, height: 30 },
  };
  const text = (x: number, y: number, words: string, fill = '#000', bold = false) => ({
    ...{ kind: 'text', x, y, text: words, size: 10, fill, ...(bold && { bold }) },
  });

  it('has a sign that stands out before its name', () => {
    const ink = { fill: '#000', sign: '#f00', ground: null };
    expect(rounded(drawLabel(LABEL, TYPE, ink))).toEqual([
      text(106, 68.3, '！', '#f00', true),
      text(118.27, 68.3, '試行'),
      text(106, 83.3, '二行目'),
    ]);
    const bare = { ...LABEL, lines: ['！ '] };
    expect(rounded(drawLabel(bare, TYPE, ink))).toEqual([text(106, 68.3, '！', '#f00', true)]);
    const other = { ...LABEL, lines: ['試行'] };
    expect(rounded(drawLabel(other, TYPE, ink))).toEqual([text(106, 68.3, '試行')]);
  });

  it('has a ground below each line where it needs one', () => {
    const shapes = drawLabel(LABEL, TYPE, { fill: '#000', ground: '#fff' });
    expect(shapes.map(({ kind }) => kind)).toEqual(['rect', 'text', 'rect', 'text']);
    expect(shapes[1]).toMatchObject({ text: '！ 試行', fill: '#000' });
  });
});
