import { describe, expect, it } from 'vitest';
import { day, fiscalYear, month } from '#shared/dates/types.ts';
import { drawChart } from '#shared/domain/roadmap/paper/chart.ts';
import { type ChartFrame, headHeight } from '#shared/domain/roadmap/paper/chart-frame.ts';
import { drawHeader } from '#shared/domain/roadmap/paper/chart-header.ts';
import type { Shape } from '#shared/domain/roadmap/paper/drawing.ts';
import { drawHead } from '#shared/domain/roadmap/paper/head.ts';
import { type PageOptions, SHEETS } from '#shared/domain/roadmap/paper/options.ts';
import { emWidth } from '#shared/domain/roadmap/paper/text-width.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';
import { drawn, drawnBar, drawnMark, drawnRoadmap, rounded } from '../support/drawn-lane.ts';
import { roadmapOfWords } from '../support/roadmaps.ts';
import { FOR_OFFICE } from '../support/tables.ts';

const FRAME: ChartFrame = {
  ...{ x: 10, y: 20, groupWidth: 100, laneWidth: 150, columnWidth: 30, yearHeight: 40 },
  ...{ monthHeight: 30, headSize: 10, size: 10, leading: 15, padding: 5 },
};
const TYPE = { dx: 260, dy: 90, size: 10, leading: 15 };
const textsIn = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
const linesIn = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) =>
    shape.kind === 'line' ? [[shape.x1, shape.y1, shape.x2, shape.y2, shape.stroke]] : [],
  );

describe('the header of a chart', () => {
  const header = (frame: Partial<ChartFrame> = {}, folded: readonly number[] = []) => {
    const foldedYears = folded.map((year) => fiscalYear(year));
    const period = { firstMonth: month('2022-03'), lastMonth: month('2022-06'), foldedYears };
    return drawHeader(scaleOf(period, 'month'), { ...FRAME, ...frame }, TYPE);
  };

  it('has years over months, and what the names are', () => {
    expect(header().map(({ text }) => text)).toEqual([
      ...['令和', '3年度', '令和4年度', '3月', '4月', '5月', '6月', '分野', '取組み'],
    ]);
  });

  it('stands in the middle of its columns', () => {
    const texts = header();
    expect(texts.map(({ x }) => x)).toEqual([275, 275, 335, 275, 305, 335, 365, 15, 115]);
    const ys = rounded(texts.map(({ y }) => y));
    expect(ys).toEqual([...[38.556, 49.015, 44.18], ...Array(4).fill(78.8), 58.8, 58.8]);
    expect(texts.map(({ bold }) => bold)).toEqual([
      ...[true, true, true, false, false, false, false, true, true],
    ]);
    expect(texts.map(({ anchor }) => anchor).slice(0, 8)).toEqual([
      ...Array(7).fill('middle'),
      undefined,
    ]);
    expect(rounded(texts.map(({ size }) => size))).toEqual([
      ...[9.961, 9.961, 11, 10, 10, 10, 10, 10, 10],
    ]);
  });

  it('has bare numbers where months are narrow, and smaller ones where they are narrower', () => {
    const months = (columnWidth: number) => header({ columnWidth }).filter(({ bold }) => !bold);
    expect(months(15).map(({ text, size }) => [text, size])).toEqual(
      ['3', '4', '5', '6'].map((text) => [text, 10]),
    );
    expect(rounded(months(5)[0]?.size)).toBe(7.288);
  });

  it('names a folded year whole', () => {
    const texts = header({}, [2021]).map(({ text }) => text);
    expect(texts).toContain('年間');
  });

  it('has no larger words than the columns of names hold', () => {
    const names = header({ groupWidth: 30, laneWidth: 90 }).slice(-2);
    expect(names.map(({ size, x }) => [size, x])).toEqual([
      [7.5, 15],
      [7.5, 45],
    ]);
  });
});

describe('a chart', () => {
  const bars = [drawnBar('試行', '2022-06', '2022-08')];
  const chart = (today: string | null = null) => {
    const roadmap = drawnRoadmap(bars, [drawnMark('回', '2023-06')]);
    const at = today === null ? null : day(today);
    return drawChart(roadmap, scaleOf(roadmap, 'month'), drawn(roadmap), FRAME, at);
  };

  it('lies on its grounds, and within its border', () => {
    const rects = chart().filter(({ kind }) => kind === 'rect');
    expect(rects.slice(0, 2)).toEqual([
      { kind: 'rect', x: 10, y: 20, width: 970, height: 70, fill: '#eef1f6' },
      { kind: 'rect', x: 10, y: 90, width: 250, height: 60, fill: '#f6f8fb' },
    ]);
    expect(rects.at(-1)).toEqual({
      ...{ kind: 'rect', x: 10, y: 20, width: 970, height: 130 },
      ...{ stroke: '#1a1a1a', strokeWidth: 4 },
    });
    expect(headHeight(FRAME)).toBe(70);
  });

  it('has a grid of months, years, lanes and fields', () => {
    const lines = linesIn(chart());
    const months = lines.slice(0, 22);
    expect(months[0]).toEqual([290, 60, 290, 150, '#e0e4ea']);
    expect(months.map(([x]) => x)).not.toContain(620);
    expect(months.at(-1)).toEqual([950, 60, 950, 150, '#e0e4ea']);
    expect(lines.slice(22)).toEqual([
      [110, 90, 980, 90, '#e0e4ea'],
      [110, 120, 980, 120, '#e0e4ea'],
      [620, 20, 620, 150, '#7f7f7f'],
      [10, 90, 980, 90, '#7f7f7f'],
      [110, 20, 110, 150, '#b3b3b3'],
      [260, 20, 260, 150, '#1a1a1a'],
      [10, 90, 980, 90, '#1a1a1a'],
    ]);
  });

  it.each([
    ['2022-03-31', null],
    ['2022-04-01', 260],
    ['2022-06-11', 330],
    ['2024-04-01', null],
    [null, null],
  ])('has a line of today where it shows it: %s', (today, x) => {
    const found = linesIn(chart(today)).filter((line) => line[4] === '#a13a00');
    expect(found).toEqual(x === null ? [] : [[x, 90, x, 150, '#a13a00']]);
  });

  it('has a name in lines of nearly equal length', () => {
    const roadmap = drawnRoadmap([]);
    const lanes = roadmap.lanes.map((lane) => ({ ...lane, name: '字'.repeat(11) }));
    const long = { ...roadmap, lanes };
    const shapes = drawChart(long, scaleOf(long, 'month'), drawn(long), FRAME, null);
    const names = textsIn(shapes).slice(-4);
    expect(rounded(names.map(({ text, y }) => [text.length, y]))).toEqual([
      [6, 108.8],
      [5, 123.8],
      [6, 153.8],
      [5, 168.8],
    ]);
  });

  it('shows where bars of a version were, and what they were called', () => {
    const roadmap = drawnRoadmap(bars);
    const old = drawnRoadmap([drawnBar('旧', '2022-10', '2022-12')]);
    const layout = drawn(roadmap, { ghosts: old });
    const shapes = drawChart(roadmap, scaleOf(roadmap, 'month'), layout, FRAME, null);
    expect(
      shapes.filter((shape) => shape.kind === 'rect' && shape.fill === '#f2f2f2'),
    ).toHaveLength(1);
    expect(textsIn(shapes)[0]).toMatchObject({ text: '削除：旧', fill: '#4d4d4d' });
  });

  it('names its fields and lanes in the middle of their rows', () => {
    const names = textsIn(chart()).slice(-3);
    expect(rounded(names.map(({ text, x, y, bold }) => [text, x, y, bold]))).toEqual([
      ['支援', 15, 123.8, true],
      ['a', 115, 108.8, false],
      ['b', 115, 138.8, false],
    ]);
  });
});

describe('the head of a page', () => {
  const OPTIONS: PageOptions = {
    ...{ size: 'a4', zoom: 'fit', municipality: '益城町', versionName: '', today: null },
    ...{ date: day('2023-01-18'), compared: null, comparedName: '', withSources: true },
    outgoing: FOR_OFFICE,
  };
  const head = (values: Parameters<typeof roadmapOfWords>[1] = {}, versionName = '') =>
    drawHead(
      roadmapOfWords({}, { title: '取組み', ...values }),
      { ...OPTIONS, versionName },
      SHEETS.a4,
    );
  const texts = (...given: Parameters<typeof head>) =>
    textsIn(head(...given).shapes).map(({ text }) => text);

  it.each([
    [{}, '', ['益城町の取組み ロードマップ', '令和5年1月18日現在', '内部用']],
    [
      { caption: '熊本県', provisional: true },
      '3月版',
      ['益城町の取組み ロードマップ', '熊本県', '令和5年1月18日', '「3月版」', '内部用', '暫定版'],
    ],
  ])('says what it is, of when and for whom: %j', (values, version, expected) => {
    expect(texts(values, version)).toEqual(expected);
  });

  it('stands at the edges of the page, stamps beside the day', () => {
    const { shapes, bottom } = head({ provisional: true });
    const [title, facts, own, provisional] = textsIn(shapes);
    expect(title).toMatchObject({ x: 90, bold: true, fill: '#1a1a1a' });
    expect(facts).toMatchObject({ x: 2880, anchor: 'end' });
    expect(own?.x).toBeGreaterThan(provisional?.x ?? 0);
    const frames = shapes.filter(({ kind }) => kind === 'rect');
    expect(frames).toMatchObject([
      { y: 90, radius: 6, stroke: '#1a1a1a', strokeWidth: 5 },
      { y: 90, radius: 6, stroke: '#a13a00', strokeWidth: 5 },
    ]);
    expect(bottom).toBeGreaterThan(90);
    expect(head({ caption: '県' }).bottom).toBeGreaterThan(head().bottom);
  });

  it('has its stamps from the day leftwards, and ends below all of it', () => {
    const size = (8.5 * 254) / 72;
    const title = (16 * 254) / 72;
    const facts = emWidth('令和5年1月18日現在') * size;
    const [width, height] = [size * 1.25 * 4.9, size * 2.1];
    const { shapes, bottom } = head({ provisional: true });
    const own = shapes.filter((shape) => shape.kind === 'rect').map((shape) => rounded(shape));
    const left = (index: number) => 2880 - facts - (index + 1) * (width + size);
    expect(own).toMatchObject([
      rounded({ x: left(0), y: 90, width, height }),
      rounded({ x: left(1), y: 90, width, height }),
    ]);
    const y = 90 + height / 2 + size * 1.25 * 0.38;
    const words = { y, size: size * 1.25, bold: true, anchor: 'middle' };
    expect(rounded(textsIn(shapes).slice(-2))).toMatchObject([
      rounded({ ...words, x: left(0) + width / 2, fill: '#1a1a1a' }),
      rounded({ ...words, x: left(1) + width / 2, fill: '#a13a00' }),
    ]);
    expect(bottom).toBeCloseTo(90 + title * 1.4);
    const caption = head({ caption: '県' });
    expect(caption.bottom).toBeCloseTo(90 + (title + size) * 1.4);
    expect(rounded(textsIn(caption.shapes).slice(0, 2))).toMatchObject([
      rounded({ y: 90 + title * 0.7 + title * 0.38 }),
      rounded({ y: 90 + title * 1.4 + size * 0.7 + size * 0.38, fill: '#4d4d4d' }),
    ]);
    // The day and three lines of a version's name take more than the title.
    expect(head({}, '版'.repeat(76)).bottom).toBeCloseTo(90 + 4 * size * 1.4);
  });

  it('has a smaller title rather than one in two lines, as long as it stands out', () => {
    const sizes = [1, 40, 60].map((count) => {
      const [title] = textsIn(head({ title: '題'.repeat(count) }).shapes);
      return title?.size ?? 0;
    });
    expect(sizes[0]).toBeCloseTo((16 * 254) / 72);
    expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
    expect(sizes[2]).toBeCloseTo((16 * 0.6 * 254) / 72);
  });
});
