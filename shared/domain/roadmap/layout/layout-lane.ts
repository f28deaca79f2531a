import { positionOf, type Slot, type SpanEdge, slot } from '../../../dates/thirds.ts';
import type { Day } from '../../../dates/types.ts';
import type { Bar, BarId, Milestone } from '../model.ts';
import { isOverdue } from '../overdue.ts';
import type { Scale } from '../scale.ts';
import { markText, type PlacedLabel, placeLabel, signOf } from './layout-labels.ts';
import type { BarBox, GhostBox, LabelBox, MarkBox, Metrics } from './layout-types.ts';
import { type Measure, wrapText } from './wrap.ts';

/** All that the lanes of one layout share. */
export type LaneSetting = {
  readonly scale: Scale;
  readonly metrics: Metrics;
  readonly measure: Measure;
  readonly width: number;
  /** From the left edge to a place in time. */
  readonly xOf: (position: number) => number;
  readonly startOf: (edge: SpanEdge) => Slot;
  readonly endOf: (edge: SpanEdge) => Slot;
  readonly today: Day | null;
  readonly todaySlot: number;
  /** Bars of the compared roadmap; null when there is none. */
  readonly before: ReadonlyMap<BarId, Bar> | null;
};

export type LaneContent = {
  readonly bars: readonly Bar[];
  readonly milestones: readonly Milestone[];
  /** Bars that the compared roadmap has in this lane, and this one not. */
  readonly gone: readonly { readonly bar: Bar; readonly sign: string }[];
};

type Reach = {
  readonly start: Slot;
  readonly end: Slot;
  readonly x: number;
  readonly right: number;
};
type Item =
  | {
      readonly kind: 'bar';
      readonly bar: Bar;
      readonly reach: Reach;
      readonly sign: string;
      readonly isAdded: boolean;
      readonly isLate: boolean;
    }
  | { readonly kind: 'gone'; readonly bar: Bar; readonly reach: Reach; readonly sign: string }
  | {
      readonly kind: 'mark';
      readonly milestone: Milestone;
      readonly reach: Pick<Reach, 'x' | 'right'>;
      readonly lines: readonly string[];
    };
type Track = { right: number; readonly items: Item[] };
type Placed = { readonly item: Item; readonly label: PlacedLabel; readonly height: number };
type PlacedTrack = {
  readonly placed: readonly Placed[];
  /** Of the bars, and with the labels below them. */
  readonly barHeight: number;
  readonly below: readonly { readonly label: PlacedLabel; readonly y: number }[];
  readonly height: number;
};

/** A lane's things without their final height: `at(y)` gives them below a lane's upper edge. */
export type PlacedLane = {
  readonly height: number;
  readonly at: (y: number) => {
    readonly bars: readonly BarBox[];
    readonly marks: readonly MarkBox[];
    readonly ghosts: readonly GhostBox[];
  };
};

/** A diamond's size in letters, and the room between it and its label. */
const MARK = 1.25;
const MARK_GAP = 0.4;
const MARK_LETTERS = 14;
const GHOST_LINE = 0.3;

/** Stacks in tracks what overlaps, and finds each label its place. */
export const layoutLane = (content: LaneContent, setting: LaneSetting): PlacedLane => {
  const { metrics } = setting;
  const gap = metrics.rowHeight - metrics.barHeight;
  const tracks = tracksOf(itemsOf(content, setting)).map((track) => placeTrack(track, setting));
  const inner = tracks.reduce((sum, { height }) => sum + height, 0);
  const height = Math.max(metrics.rowHeight, inner + gap * 0.5 * (Math.max(1, tracks.length) + 1));
  return {
    height,
    at: (laneY) => {
      const boxes = { bars: [] as BarBox[], marks: [] as MarkBox[], ghosts: [] as GhostBox[] };
      let y = laneY + gap / 2;
      for (const track of tracks) {
        addTrack(track, y, setting, boxes);
        y += track.height + gap / 2;
      }
      return boxes;
    },
  };
};

const itemsOf = (
  { bars, milestones, gone }: LaneContent,
  setting: LaneSetting,
): readonly Item[] => {
  const items: Item[] = [];
  for (const bar of bars) {
    const reach = reachOf(bar, setting);
    if (!reach) continue;
    const isAdded = setting.before !== null && !setting.before.has(bar.id);
    const isLate = isLateNow(bar, reach.end, setting);
    items.push({ kind: 'bar', bar, reach, sign: signOf(bar, isLate, isAdded), isAdded, isLate });
  }
  for (const { bar, sign } of gone) {
    const reach = reachOf(bar, setting);
    if (reach) items.push({ kind: 'gone', bar, reach, sign });
  }
  for (const milestone of milestones) {
    const item = markItem(milestone, setting);
    if (item) items.push(item);
  }
  return items.sort((a, b) => a.reach.x - b.reach.x);
};

/** Most bars are not past: that is told without a look at the calendar. */
const isLateNow = (bar: Bar, end: Slot, { today, todaySlot }: LaneSetting): boolean =>
  today !== null && end <= todaySlot && isOverdue(bar, today);

const reachOf = ({ span }: Bar, setting: LaneSetting): Reach | null => {
  if (!span) return null;
  const start = setting.startOf(span.start);
  const end = slot(setting.endOf(span.end) + 1);
  if (end <= setting.scale.start || start >= setting.scale.end || end <= start) return null;
  return { start, end, x: setting.xOf(start), right: setting.xOf(end) };
};

const markItem = (milestone: Milestone, setting: LaneSetting): Item | null => {
  if (milestone.date === '') return null;
  const position = positionOf(milestone.date);
  if (position < setting.scale.start || position >= setting.scale.end) return null;
  const { fontSize } = setting.metrics;
  const lines = wrapText(markText(milestone), MARK_LETTERS * fontSize, setting.measure);
  // A diamond on the first or last day is whole, too.
  const half = (MARK * fontSize) / 2;
  const middle = Math.min(Math.max(setting.xOf(position), half), setting.width - half);
  const x = middle - half;
  const label = Math.max(...lines.map(setting.measure)) + MARK_GAP * fontSize;
  return {
    kind: 'mark',
    milestone,
    reach: { x, right: middle + half + label },
    lines,
  };
};

const tracksOf = (items: readonly Item[]): readonly Track[] => {
  const tracks: Track[] = [];
  for (const item of items) {
    const { x, right } = item.reach;
    const track = tracks.find((one) => one.right <= x + 0.5);
    if (track) {
      track.right = right;
      track.items.push(item);
    } else tracks.push({ right, items: [item] });
  }
  return tracks;
};

const placeTrack = ({ items }: Track, setting: LaneSetting): PlacedTrack => {
  const { metrics, measure, width } = setting;
  let taken = 0;
  const placed = items.map((item, index): Placed => {
    const freeTo = items[index + 1]?.reach.x ?? width;
    const label =
      item.kind === 'mark'
        ? markLabel(item, setting)
        : placeLabel(
            item.bar.label === '' ? '（名前なし）' : item.bar.label,
            item.sign,
            { ...item.reach, freeFrom: taken, freeTo },
            metrics,
            measure,
          );
    taken = Math.max(item.reach.right, label.place === 'below' ? 0 : label.x + label.width);
    const lines = label.place === 'inside' ? label.lines.length : 1;
    const height =
      item.kind === 'mark'
        ? Math.max(metrics.barHeight, label.height)
        : metrics.barHeight + (lines - 1) * metrics.lineHeight;
    return { item, label, height };
  });
  const barHeight = Math.max(...placed.map(({ height }) => height));
  const { below, height } = placeBelow(placed, barHeight, setting);
  return { placed, barHeight, below, height };
};

const markLabel = (
  { reach, lines }: Extract<Item, { kind: 'mark' }>,
  { metrics: { fontSize, lineHeight }, width }: LaneSetting,
): PlacedLabel => {
  const wide = reach.right - reach.x - (MARK + MARK_GAP) * fontSize;
  const right = reach.x + (MARK + MARK_GAP) * fontSize;
  // At the right edge the name stands before its diamond.
  const x = right + wide <= width ? right : reach.x - MARK_GAP * fontSize - wide;
  return { lines, place: 'beside', sign: '', x, width: wide, height: lines.length * lineHeight };
};

/** Labels below their bars, in as many rows as they need. */
const placeBelow = (
  placed: readonly Placed[],
  barHeight: number,
  { width, metrics }: LaneSetting,
) => {
  const rows: { right: number; height: number; labels: PlacedLabel[] }[] = [];
  for (const { label } of placed) {
    if (label.place !== 'below') continue;
    const x = Math.max(0, Math.min(label.x, width - label.width));
    const row = rows.find(({ right }) => right <= x);
    const right = x + label.width + metrics.fontSize * 0.6;
    if (row) {
      row.labels.push(label);
      row.right = right;
      row.height = Math.max(row.height, label.height);
    } else rows.push({ right, height: label.height, labels: [label] });
  }
  const below: { label: PlacedLabel; y: number }[] = [];
  let y = barHeight + (rows.length > 0 ? metrics.lineHeight * 0.1 : 0);
  for (const row of rows) {
    for (const label of row.labels) below.push({ label, y });
    y += row.height;
  }
  return { below, height: y };
};

const addTrack = (
  { placed, barHeight, below }: PlacedTrack,
  trackY: number,
  setting: LaneSetting,
  boxes: { bars: BarBox[]; marks: MarkBox[]; ghosts: GhostBox[] },
): void => {
  for (const { item, label, height } of placed) {
    const y = trackY + (barHeight - height) / 2;
    const row = below.find((one) => one.label === label);
    const labelBox: LabelBox = {
      ...label,
      x: row ? Math.max(0, Math.min(label.x, setting.width - label.width)) : label.x,
      y: row ? trackY + row.y : y + (height - label.height) / 2,
    };
    if (item.kind === 'mark') {
      const size = MARK * setting.metrics.fontSize;
      boxes.marks.push({
        milestone: item.milestone,
        x: item.reach.x + size / 2,
        y: y + height / 2,
        size,
        label: labelBox,
      });
    } else if (item.kind === 'gone') {
      const { x, right } = item.reach;
      boxes.ghosts.push({
        ...{ bar: item.bar, change: 'gone', x, y, width: right - x, height },
        label: labelBox,
      });
    } else {
      const box = barBox(item, labelBox, y, height, setting);
      boxes.bars.push(box);
      const ghost = movedGhost(box, setting);
      if (ghost) boxes.ghosts.push(ghost);
    }
  }
};

const barBox = (
  { bar, reach: { start, end, x, right }, isAdded, isLate }: Extract<Item, { kind: 'bar' }>,
  label: LabelBox,
  y: number,
  height: number,
  setting: LaneSetting,
): BarBox => ({
  ...{ bar, start, end, x, y, width: right - x, height, label },
  isCutLeft: start < setting.scale.start,
  isCutRight: end > setting.scale.end,
  isOverdue: isLate,
  isAdded,
  actual: actualOf(bar, end, setting),
});

const actualOf = (bar: Bar, end: Slot, setting: LaneSetting): BarBox['actual'] => {
  if (bar.actualStart === '') return null;
  const from = setting.startOf(bar.actualStart);
  const open = setting.today === null ? end : positionOf(setting.today);
  const to = bar.actualEnd === '' ? open : setting.endOf(bar.actualEnd) + 1;
  if (to <= from || to <= setting.scale.start || from >= setting.scale.end) return null;
  const x = setting.xOf(from);
  return { x, width: setting.xOf(to) - x, isOpen: bar.actualEnd === '' };
};

const movedGhost = (box: BarBox, setting: LaneSetting): GhostBox | null => {
  const old = setting.before?.get(box.bar.id);
  const reach = old && old.lane === box.bar.lane ? reachOf(old, setting) : null;
  if (!old || !reach || (reach.start === box.start && reach.end === box.end)) return null;
  return {
    bar: old,
    change: 'moved',
    x: reach.x,
    y: box.y + box.height + 0.5,
    width: reach.right - reach.x,
    height: setting.metrics.fontSize * GHOST_LINE,
    label: null,
  };
};
