import { describe, expect, it } from 'vitest';
import type { SpanEdge } from '#shared/dates/thirds.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import { type BarBox, indexAt, lanesIn } from '#shared/domain/roadmap/layout/layout.ts';
import type { Bar, GroupId, LaneGroup, LaneId } from '#shared/domain/roadmap/model.ts';
import {
  drawn,
  drawnBar,
  drawnLane,
  drawnMark,
  drawnRoadmap,
  slotOf,
} from '../support/drawn-lane.ts';

const letters = (count: number): string => '字'.repeat(count);
/** What is asked of the boxes of bars, by their ids. */
const ofBars = <Value>(bars: readonly BarBox[], told: (box: BarBox) => Value) =>
  Object.fromEntries(bars.map((box) => [box.bar.id, told(box)]));

describe('a bar', () => {
  it('stands in its months, its name within it', () => {
    const bar = drawnBar('試行', '2022-06', '2022-08');
    expect(drawnLane([bar]).bars).toEqual([
      {
        ...{ bar, start: slotOf('2022-06'), end: slotOf('2022-09') },
        ...{ x: 60, y: 5, width: 90, height: 20, actual: null },
        ...{ isCutLeft: false, isCutRight: false, isOverdue: false, isAdded: false },
        label: {
          ...{ lines: ['試行'], place: 'inside', sign: '' },
          ...{ x: 66, y: 7.5, width: 78, height: 15 },
        },
      },
    ]);
  });

  it.each([
    ['before the period', '2022-02', '2022-03', null],
    ['up to its first third', '2022-02', '2022-04-T1', [0, 10, true, false]],
    ['from its first day', '2022-04', '2022-05', [0, 60, false, false]],
    ['to its last day', '2024-02', '2024-03', [660, 60, false, false]],
    ['from its last third', '2024-03-T3', '2024-05', [710, 10, false, true]],
    ['behind the period', '2024-04', '2024-05', null],
    ['all through the period', '2022-03', '2024-04', [0, 720, true, true]],
  ])('is drawn as far as the period goes: %s', (_, start, end, expected) => {
    const [box] = drawnLane([drawnBar('帯', start, end)]).bars;
    const found = box ? [box.x, box.width, box.isCutLeft, box.isCutRight] : null;
    expect(found).toEqual(expected);
  });

  it('without a name is drawn all the same', () => {
    const [box] = drawnLane([drawnBar('', '2022-04', '2022-06')]).bars;
    expect(box?.label.lines).toEqual(['（名前なし）']);
  });

  it.each([
    [null, false],
    ['2022-08-31', false],
    ['2022-09-01', true],
  ])('is late or not on %s', (today, isOverdue) => {
    const bars = [drawnBar('帯', '2022-06', '2022-08')];
    const [box] = drawnLane(bars, [], { today: today === null ? null : day(today) }).bars;
    expect(box).toMatchObject({ isOverdue, label: { sign: isOverdue ? '！遅れ ' : '' } });
  });

  it.each([
    ['', '', null, null],
    ['2022-06', '', null, [60, 120, true]],
    ['2022-06', '', '2022-08-01', [60, 60, true]],
    ['2022-06', '', '2022-06-01', null],
    ['2022-07', '2022-07', '2023-01-01', [90, 30, false]],
    ['2022-08', '2022-06', null, null],
    ['2022-01', '2022-03', null, null],
    ['2022-01', '2022-04-T1', null, [0, 10, false]],
    ['2024-03-T3', '2024-05', null, [710, 10, false]],
    ['2024-04', '2024-05', null, null],
  ])('shows when it really was: from "%s" to "%s", on %s', (start, end, today, expected) => {
    const bar = drawnBar('帯', '2022-06', '2022-09', {
      actualStart: start as SpanEdge | '',
      actualEnd: end as SpanEdge | '',
    });
    const [box] = drawnLane([bar], [], { today: today === null ? null : day(today) }).bars;
    const actual = box?.actual ?? null;
    expect(actual && [actual.x, actual.width, actual.isOpen]).toEqual(expected);
  });

  it('of a lane that is not there is not drawn', () => {
    const bar = drawnBar('帯', '2022-04', '2022-05', { lane: 'gone' as LaneId });
    const mark = { ...drawnMark('回', '2022-04'), lane: 'gone' as LaneId };
    const layout = drawn(drawnRoadmap([bar], [mark]), {
      ghosts: drawnRoadmap([{ ...bar, id: 'x' as Bar['id'] }]),
    });
    expect(
      layout.lanes.flatMap(({ bars, marks, ghosts }) => [...bars, ...marks, ...ghosts]),
    ).toEqual([]);
  });
});

describe('bars of one lane', () => {
  it('stand side by side whichever is told first', () => {
    const bars = [drawnBar('後', '2022-08', '2022-10'), drawnBar('前', '2022-04', '2022-06')];
    expect(ofBars(drawnLane(bars).bars, ({ y }) => y)).toEqual({ 前: 5, 後: 5 });
  });

  it('stand one below the other where they share a month', () => {
    const bars = [drawnBar('前', '2022-04', '2022-06'), drawnBar('後', '2022-06', '2022-10')];
    const lane = drawnLane(bars);
    expect(ofBars(lane.bars, ({ y }) => y)).toEqual({ 前: 5, 後: 30 });
    expect(lane.height).toBe(55);
  });

  it.each([
    // Up to 215 the name of 乙 has room on its left.
    [18, 'beside', 225],
    [19, 'below', 331],
  ])('leave the names beside them their room: %i letters', (length, place, x) => {
    const bars = [
      drawnBar('甲', '2022-04', '2022-04', { label: letters(length) }),
      drawnBar('乙', '2023-03', '2023-03', { label: letters(10) }),
      drawnBar('丙', '2023-04', '2023-04', { label: '丙' }),
    ];
    const found = ofBars(drawnLane(bars).bars, ({ label }) => label);
    expect(found.甲).toMatchObject({ place: 'beside', x: 35 });
    expect(found.乙).toMatchObject({ place, x });
  });

  it('leave room above a name that stands below', () => {
    const bars = [
      drawnBar('甲', '2022-04', '2022-04', { label: letters(30) }),
      drawnBar('乙', '2022-11', '2022-11', { label: letters(10) }),
      drawnBar('丙', '2022-12', '2022-12', { label: '丙' }),
    ];
    const lane = drawnLane(bars);
    const found = ofBars(lane.bars, ({ label }) => label);
    expect(found.甲).toMatchObject({ place: 'below', x: 1, y: 26.5, width: 140, height: 45 });
    expect(found.乙).toMatchObject({ place: 'beside', x: 105, y: 7.5 });
    // A name below its bar makes the lane higher, not the bar.
    expect(ofBars(lane.bars, ({ height }) => height)).toEqual({ 甲: 20, 乙: 20, 丙: 20 });
    expect(lane.height).toBe(20 + 1.5 + 45 + 10);
  });

  it.each([
    // The row of 甲 is taken up to 147.
    ['2022-08-T3', 141, 101.5],
    ['2022-09-T1', 151, 26.5],
  ])('have their names below in as many rows as they need: %s', (start, x, y) => {
    const bars = [
      drawnBar('甲', '2022-04', '2022-04', { label: letters(15) }),
      drawnBar('乙', '2022-05', '2022-05', { label: letters(29) }),
      drawnBar('丙', '2022-06', '2022-06', { label: '丙' }),
      drawnBar('丁', '2022-07', '2022-07', { label: '丁' }),
      drawnBar('戊', start, start, { label: letters(43) }),
      drawnBar('己', '2022-10', '2022-10', { label: '己' }),
    ];
    const lane = drawnLane(bars);
    const found = ofBars(lane.bars, ({ label }) => [label.place, label.x, label.y]);
    expect(found.甲).toEqual(['below', 1, 26.5]);
    expect(found.戊).toEqual(['below', x, y]);
    // The row of 甲 is as high as the highest in it.
    expect(found.乙).toEqual(['below', 31, y === 26.5 ? 86.5 : 56.5]);
  });

  it('have a name below that ends at the right edge', () => {
    const bars = [
      drawnBar('甲', '2024-02', '2024-02', { label: '甲' }),
      drawnBar('乙', '2024-03', '2024-03', { label: letters(60) }),
    ];
    const found = ofBars(drawnLane(bars).bars, ({ label }) => [label.place, label.x, label.y]);
    expect(found.乙).toEqual(['below', 580, 26.5]);
  });
});

describe('a milestone', () => {
  it('stands in the middle of its month, its name beside it', () => {
    expect(drawnLane([], [drawnMark('第1回', '2022-07')]).marks).toMatchObject([
      {
        ...{ x: 105, y: 15, size: 12.5 },
        label: { place: 'beside', sign: '', x: 115.25, y: 7.5, width: 30, height: 15 },
      },
    ]);
  });

  it.each([
    ['2022-03-31', null],
    ['2022-04-01', [6.25, 16.5, 70]],
    ['2024-03-31', [713.75, 623.5, 80]],
    ['2024-04-01', null],
    ['', null],
  ])('is whole at the edges of the period, and none outside: "%s"', (date, expected) => {
    const [mark] = drawnLane([], [drawnMark('第1回', date)]).marks;
    expect(mark ? [mark.x, mark.label.x, mark.label.width] : null).toEqual(expected);
  });

  it('with a long name has it in lines, and is as high', () => {
    const lane = drawnLane(
      [drawnBar('帯', '2023-10', '2023-12')],
      [drawnMark(letters(16), '2022-07')],
    );
    expect(lane.marks).toMatchObject([
      {
        y: 20,
        label: { lines: [letters(14), letters(2)], x: 115.25, y: 5, width: 140, height: 30 },
      },
    ]);
    expect(lane.bars).toMatchObject([{ y: 10, height: 20 }]);
    expect(lane.height).toBe(40);
  });

  it.each([
    // The mark and its name end at 145.25.
    ['2022-09-T1', 5],
    ['2022-08-T3', 30],
  ])('keeps a bar off its name: one from %s', (start, y) => {
    const lane = drawnLane([drawnBar('帯', start, '2023-12')], [drawnMark('第1回', '2022-07')]);
    expect(lane.bars).toMatchObject([{ y }]);
    expect(lane.marks).toMatchObject([{ y: 15 }]);
  });
});

describe('beside an older roadmap', () => {
  const now = drawnBar('帯', '2022-06', '2022-08');
  const ghostsOf = (old: Partial<Bar>, lane: number) => {
    const layout = drawn(drawnRoadmap([now]), { ghosts: drawnRoadmap([{ ...now, ...old }]) });
    return layout.lanes[lane]?.ghosts.map(({ change, x, y, width, height, label }) => [
      ...[change, x, y, width, height],
      ...(label === null ? [] : label.lines),
    ]);
  };
  const span = (start: string, end: string) => ({
    span: { start: start as SpanEdge, end: end as SpanEdge },
  });
  const other = { lane: 'b' as LaneId };

  it.each([
    ['a bar as it was', {}, [], []],
    ['one that began earlier', span('2022-05', '2022-08'), [['moved', 30, 25.5, 120, 3]], []],
    ['one that ended earlier', span('2022-06', '2022-07'), [['moved', 60, 25.5, 60, 3]], []],
    ['one from before the period', span('2022-02', '2022-03'), [], []],
    ['one without months', { span: null }, [], []],
    [
      'one that came from another lane',
      { ...other, ...span('2022-06', '2023-03') },
      [],
      [['gone', 60, 35, 300, 20, '移動前：帯']],
    ],
    [
      'one that is gone',
      { ...other, id: '旧' as Bar['id'] },
      [],
      [['gone', 60, 35, 90, 20, '削除：帯']],
    ],
  ])('shows where it was: %s', (_, old, here, there) => {
    expect(ghostsOf(old, 0)).toEqual(here);
    expect(ghostsOf(old, 1)).toEqual(there);
  });
});

describe('fields and lanes', () => {
  const board = (fields: readonly (readonly [name: string, lanes: readonly string[]])[]) => {
    const groups: readonly LaneGroup[] = fields.map(([name], at) => ({
      ...{ id: `g${at}` as GroupId, name },
    }));
    const lanes = fields.flatMap(([, names], at) =>
      names.map((name, index) => ({
        ...{ id: `l${at}-${index}` as LaneId, group: `g${at}` as GroupId, name },
      })),
    );
    const bars = lanes.map(({ id }) => drawnBar(id, '2022-04', '2023-03', { lane: id }));
    return drawn({ ...drawnRoadmap(bars), groups, lanes });
  };
  const heights = (boxes: readonly { readonly y: number; readonly height: number }[]) =>
    boxes.map(({ y, height }) => [y, height]);

  it('stand one below the other, as high as their names need', () => {
    const layout = board([
      [letters(10), ['一']],
      [letters(11), []],
      [letters(31), ['二', '三']],
      ['四', [letters(21), letters(10)]],
      ['五', []],
    ]);
    expect(heights(layout.groups)).toEqual([
      [0, 30],
      [30, 45],
      [75, 75],
      [150, 90],
      [240, 30],
    ]);
    expect(heights(layout.lanes)).toEqual([
      [0, 30],
      [75, 30],
      [105, 45],
      [150, 60],
      [210, 30],
    ]);
    // Bars stand in the middle of their lanes.
    expect(layout.lanes.map(({ bars }) => bars[0]?.y)).toEqual([5, 80, 117.5, 170, 215]);
    expect(layout.groups.map(({ firstLane, lanes }) => [firstLane, lanes])).toEqual([
      [0, 1],
      [1, 0],
      [1, 2],
      [3, 2],
      [5, 0],
    ]);
    expect(layout.groups[2]?.nameLines).toEqual([...Array(3).fill(letters(10)), letters(1)]);
    expect(layout).toMatchObject({ width: 720, height: 270, columnWidth: 30 });
  });

  it.each([
    [-5, 0],
    [29.9, 0],
    [30, 1],
    [59.9, 1],
    [60, 2],
    [900, 2],
  ])('are found by a height: %d', (y, index) => {
    const { lanes } = board([['一', ['甲', '乙', '丙']]]);
    expect(indexAt(lanes, y)).toBe(index);
  });

  it('are found by two heights, and not where there are none', () => {
    const layout = board([['一', ['甲', '乙', '丙']]]);
    expect(lanesIn(layout, 30, 60).map(({ index }) => index)).toEqual([1, 2]);
    const empty = board([['一', []]]);
    expect(indexAt(empty.lanes, 0)).toBe(-1);
    expect(lanesIn(empty, 0, 10)).toEqual([]);
  });

  it('stand in a folded year as in any other', () => {
    const roadmap = drawnRoadmap([drawnBar('帯', '2023-04', '2024-03')]);
    const folded = drawn({ ...roadmap, foldedYears: [fiscalYear(2022)] });
    expect(folded.lanes[0]?.bars[0]).toMatchObject({ x: 30, width: 360 });
  });
});
