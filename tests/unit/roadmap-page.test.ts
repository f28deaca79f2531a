import { describe, expect, test } from 'vitest';
import { followersWords, movedWords, standingWords } from '#features/roadmap/chart/announce.ts';
import {
  firstStanding,
  refit,
  type Standing,
  standingAt,
  standNear,
  walk,
} from '#features/roadmap/chart/cursor.ts';
import { boardKeyOf, strideOf } from '#features/roadmap/chart/keys.ts';
import {
  barPeekOf,
  checkLines,
  linkOptions,
  parseProgress,
  resized,
  shiftDate,
} from '#features/roadmap/model.ts';
import { type SpanEdge, slotOfMonth } from '#shared/dates/thirds.ts';
import { type Day, fiscalYear, month } from '#shared/dates/types.ts';
import type {
  Bar,
  BarId,
  DependencyId,
  GroupId,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
} from '#shared/domain/roadmap/model.ts';
import { scaleOf, type Zoom } from '#shared/domain/roadmap/scale.ts';

const TODAY = '2023-01-20' as Day;

const bar = (
  id: string,
  lane: string,
  start: string,
  end: string,
  more: Partial<Bar> = {},
): Bar => ({
  id: id as BarId,
  lane: lane as LaneId,
  label: id,
  span: { start: start as SpanEdge, end: end as SpanEdge },
  kind: 'trial',
  state: 'planned',
  progress: null,
  owner: '',
  note: '',
  actualStart: '',
  actualEnd: '',
  source: '',
  ...more,
});

const roadmapOf = (bars: readonly Bar[], more: Partial<Roadmap> = {}): Roadmap => ({
  title: '',
  caption: '',
  provisional: false,
  firstMonth: month('2022-11'),
  lastMonth: month('2024-03'),
  foldedYears: [],
  groups: [
    { id: 'g1' as GroupId, name: '取組み' },
    { id: 'g2' as GroupId, name: '地域' },
  ],
  lanes: [
    { id: 'c' as LaneId, group: 'g1' as GroupId, name: '通所型サービスC' },
    { id: 'v' as LaneId, group: 'g2' as GroupId, name: '動画' },
  ],
  bars,
  milestones: [],
  dependencies: [],
  ...more,
});

const chartOf = (roadmap: Roadmap, zoom: Zoom = 'month') => ({
  roadmap,
  scale: scaleOf(roadmap, zoom),
});

const cell = (lane: string, at: string) => ({
  kind: 'cell' as const,
  lane: lane as LaneId,
  slot: slotOfMonth(month(at)),
});

const on = (id: string) => ({ kind: 'bar' as const, id: id as BarId });

const milestone = (id: string, lane: string, date: string): Milestone => ({
  id: id as MilestoneId,
  lane: lane as LaneId,
  label: id,
  date: date as Day,
  meeting: '',
  derived: false,
  note: '',
  source: '',
});

const path = (
  chart: ReturnType<typeof chartOf>,
  from: Standing | null,
  ...steps: Parameters<typeof walk>[2][]
) => steps.reduce<Standing | null>((at, step) => at && walk(chart, at, step), from);

describe('walking on the chart', () => {
  const roadmap = roadmapOf([
    bar('検討', 'c', '2022-11', '2023-01'),
    bar('試行', 'c', '2023-02', '2023-03'),
    bar('作成', 'v', '2023-01', '2023-03'),
  ]);
  const chart = chartOf(roadmap);

  test('arrows go from bar to bar, and to the empty months between and behind', () => {
    const first = standingAt(chart, on('検討'));
    expect(path(chart, first, 'right')?.cursor).toEqual(on('試行'));
    expect(path(chart, first, 'right', 'right')?.cursor).toEqual(cell('c', '2023-04'));
    expect(path(chart, first, 'right', 'right', 'left')?.cursor).toEqual(on('試行'));
    expect(path(chart, first, 'left')?.cursor).toEqual(on('検討'));
  });

  test('up and down keep to the month, however long the bars on the way are', () => {
    const from = standingAt(chart, cell('v', '2022-12'));
    const up = path(chart, from, 'up');
    expect(up?.cursor).toEqual(on('検討'));
    expect(path(chart, up, 'down')?.cursor).toEqual(cell('v', '2022-12'));
  });

  test('control and an arrow go to the next bar, over the empty months and into the next lane', () => {
    const from = standingAt(chart, on('試行'));
    expect(path(chart, from, 'next')?.cursor).toEqual(on('作成'));
    expect(path(chart, from, 'next', 'previous')?.cursor).toEqual(on('試行'));
    expect(path(chart, from, 'next', 'next')?.cursor).toEqual(on('作成'));
  });

  test('a milestone is a stop of its own', () => {
    const marked = chartOf({ ...roadmap, milestones: [milestone('第3回', 'v', '2023-06-13')] });
    const from = standingAt(marked, on('作成'));
    expect(path(marked, from, 'next')?.cursor).toEqual({ kind: 'milestone', id: '第3回' });
  });

  test('bars that lie over each other are each reached', () => {
    const crowded = chartOf(
      roadmapOf([bar('甲', 'c', '2022-11', '2023-02'), bar('乙', 'c', '2022-12', '2023-01')]),
    );
    const first = standingAt(crowded, on('甲'));
    expect(path(crowded, first, 'right')?.cursor).toEqual(on('乙'));
    expect(path(crowded, first, 'right', 'right')?.cursor).toEqual(cell('c', '2023-03'));
  });

  test('a year is a single step where it is folded, and by page keys', () => {
    const folded = chartOf({ ...roadmap, foldedYears: [fiscalYear(2023)] });
    const last = path(folded, standingAt(folded, on('試行')), 'right');
    expect(last?.cursor).toEqual(cell('c', '2023-04'));
    expect(path(folded, last, 'right')?.cursor).toEqual(cell('c', '2023-04'));
    expect(path(chart, standingAt(chart, on('検討')), 'yearOn')?.cursor).toEqual(
      cell('c', '2023-04'),
    );
  });

  test('where a bar was removed, the cursor stands in its month', () => {
    const before = standingAt(chart, on('試行'));
    const without = chartOf({ ...roadmap, bars: roadmap.bars.filter(({ id }) => id !== '試行') });
    expect(refit(without, before)?.cursor).toEqual(cell('c', '2023-02'));
  });

  test('where the lane was removed too, it begins anew', () => {
    const before = standingAt(chart, on('作成'));
    const [lane] = roadmap.lanes;
    const rest = chartOf({ ...roadmap, lanes: lane ? [lane] : [], bars: roadmap.bars.slice(0, 2) });
    expect(refit(rest, before)).toBeNull();
    expect(firstStanding(rest, TODAY)?.cursor).toEqual(on('検討'));
  });

  test('a cell finds its place when the scale changes', () => {
    const from = standingAt(chart, cell('c', '2023-05'));
    const byQuarter = chartOf(roadmap, 'quarter');
    expect(refit(byQuarter, from)?.cursor).toEqual(cell('c', '2023-04'));
  });

  test('an empty roadmap begins at today, one without lanes nowhere', () => {
    expect(firstStanding(chartOf(roadmapOf([])), TODAY)?.cursor).toEqual(cell('c', '2023-01'));
    expect(firstStanding(chartOf(roadmapOf([], { lanes: [] })), TODAY)).toBeNull();
  });

  test('a bar whose months cannot be read is passed over', () => {
    const lost = chartOf(roadmapOf([bar('謎', 'c', '2023-01', '2023-01', { span: null })]));
    expect(standingAt(lost, on('謎'))).toBeNull();
    expect(standNear(lost, 'c' as LaneId, slotOfMonth(month('2023-01')))?.cursor).toEqual(
      cell('c', '2023-01'),
    );
  });
});

describe('the keys of the chart', () => {
  const press = (key: string, ...held: ('alt' | 'shift' | 'ctrl')[]) =>
    boardKeyOf({
      key,
      altKey: held.includes('alt'),
      shiftKey: held.includes('shift'),
      ctrlKey: held.includes('ctrl'),
      metaKey: false,
    });

  test('plain arrows walk, with Alt they move, with Shift and Alt they make longer and shorter', () => {
    expect(press('ArrowRight')).toEqual({ kind: 'walk', step: 'right' });
    expect(press('ArrowRight', 'alt')).toEqual({ kind: 'move', direction: 1 });
    expect(press('ArrowDown', 'alt')).toEqual({ kind: 'lane', direction: 1 });
    expect(press('ArrowLeft', 'shift', 'alt')).toEqual({
      kind: 'resize',
      edge: 'end',
      direction: -1,
    });
  });

  test('letters and other chords are left to others', () => {
    expect(press('d')).toBeNull();
    expect(press('d', 'ctrl')).toEqual({ kind: 'duplicate' });
    expect(press('y', 'ctrl')).toBeNull();
    expect(press('ArrowRight', 'ctrl', 'alt')).toBeNull();
  });

  test('a press moves a bar by what a column holds, a bar in thirds of months by one third', () => {
    const months = { start: '2023-02' as SpanEdge, end: '2023-03' as SpanEdge };
    const thirds = { start: '2023-02-T2' as SpanEdge, end: '2023-03' as SpanEdge };
    expect(strideOf(months, 'month')).toBe(3);
    expect(strideOf(thirds, 'month')).toBe(1);
    expect(strideOf(months, 'quarter')).toBe(9);
    expect(strideOf(months, 'year')).toBe(36);
  });

  test('a bar cannot be made shorter than nothing', () => {
    const span = { start: '2023-02' as SpanEdge, end: '2023-03' as SpanEdge };
    expect(resized(span, 'end', -3)).toEqual({ start: '2023-02', end: '2023-02' });
    expect(resized(span, 'end', -6)).toBeNull();
    expect(resized(span, 'start', 3)).toEqual({ start: '2023-03', end: '2023-03' });
  });
});

describe('what is read out', () => {
  const roadmap = roadmapOf(
    [
      bar('検討', 'c', '2022-11', '2022-12', { kind: 'preparation', progress: 40 }),
      bar('試行', 'c', '2023-02', '2023-03', { owner: '町', actualStart: '2023-02' as SpanEdge }),
    ],
    {
      dependencies: [{ id: 'd' as DependencyId, before: '検討' as BarId, after: '試行' as BarId }],
    },
  );
  const chart = chartOf(roadmap);
  const words = (standing: Standing | null) => standing && standingWords(chart, standing, TODAY);

  test('a bar says when, where, how it stands, what it waits for and that it is late', () => {
    expect(words(standingAt(chart, on('検討')))).toBe(
      '検討、令和4年11月～12月、通所型サービスC（取組み）、検討・準備、予定、予定の終了を過ぎています、進み40パーセント、あとに「試行」が続きます',
    );
    expect(words(standingAt(chart, on('試行')))).toContain(
      '実績 令和5年2月～、担当町、「検討」のあと',
    );
  });

  test('an empty cell says its month and lane', () => {
    expect(words(standingAt(chart, cell('v', '2023-01')))).toBe('空き、令和5年1月、動画（地域）');
  });

  test('a move says by how much and where the bar is now', () => {
    const [, trial] = roadmap.bars;
    if (!trial) throw new Error('no bar');
    const to = {
      lane: 'c' as LaneId,
      span: { start: '2023-03' as SpanEdge, end: '2023-04' as SpanEdge },
    };
    expect(movedWords(roadmap, trial, to)).toBe(
      '「試行」を1か月うしろへ動かしました（令和5年3月～4月）。',
    );
    expect(movedWords(roadmap, trial, { ...to, lane: 'v' as LaneId })).toBe(
      '「試行」を動画（地域）の行へ、1か月うしろへ動かしました（令和5年3月～4月）。',
    );
    const longer = { lane: trial.lane, span: { ...to.span, start: '2023-02' as SpanEdge } };
    expect(movedWords(roadmap, trial, longer)).toBe(
      '「試行」の終了を1か月うしろへ動かしました（令和5年2月～4月）。',
    );
    expect(followersWords([])).toBe('あとに続く帯が0本動きます');
  });
});

describe('what stands beside the chart', () => {
  const roadmap = roadmapOf(
    [
      bar('検討', 'c', '2022-11', '2022-12'),
      bar('試行', 'c', '2023-02', '2023-03'),
      bar('実施', 'c', '2023-04', '2024-03'),
    ],
    {
      dependencies: [
        { id: 'd1' as DependencyId, before: '検討' as BarId, after: '試行' as BarId },
        { id: 'gone' as DependencyId, before: '検討' as BarId, after: '消えた' as BarId },
      ],
    },
  );

  test('a bar is shown with what comes before and after it; what is gone is left out', () => {
    const peek = barPeekOf(roadmap, '検討');
    expect(peek?.before).toEqual([]);
    expect(peek?.after.map(({ bar: { label } }) => label)).toEqual(['試行']);
    expect(barPeekOf(roadmap, '消えた')).toBeNull();
  });

  test('bars that would close a loop are not offered', () => {
    const peek = barPeekOf(roadmap, '試行');
    if (!peek) throw new Error('no bar');
    expect(linkOptions(roadmap, peek, 'after').map(({ label }) => label)).toEqual(['実施']);
    expect(linkOptions(roadmap, peek, 'before').map(({ label }) => label)).toEqual(['実施']);
  });

  test('a check leads to the bars that it speaks of', () => {
    const lines = checkLines(roadmap, [
      { code: 'lost-lane', message: '行がありません。', ids: ['試行', 'gone'] },
    ]);
    expect(lines[0]?.targets).toEqual([{ target: { kind: 'bar', id: '試行' }, name: '「試行」' }]);
  });

  test('a milestone goes by months and never leaves its month for want of days', () => {
    expect(shiftDate(month('2023-02'), 12)).toBe('2024-02');
    expect(shiftDate('2023-01-31' as Day, 1)).toBe('2023-02-28');
    expect(shiftDate('2023-03-31' as Day, -1)).toBe('2023-02-28');
  });

  test('progress is a whole percentage or nothing', () => {
    expect(parseProgress('４０％')).toEqual({ ok: true, value: 40 });
    expect(parseProgress('')).toEqual({ ok: true, value: null });
    expect(parseProgress('101').ok).toBe(false);
    expect(parseProgress('半分').ok).toBe(false);
  });
});
