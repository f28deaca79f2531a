import { addMonths, civilOfDate, comparePartialDates } from '#shared/dates/calendar.ts';
import { daysInMonth } from '#shared/dates/civil.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { slot } from '#shared/dates/thirds.ts';
import { type Day, isDay, type Month, makeDay, month } from '#shared/dates/types.ts';
import { type DocumentId, isDocumentId } from '#shared/documents/document-id.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import type { RoadmapCheck } from '#shared/domain/roadmap/checks/check.ts';
import { marksByMeeting } from '#shared/domain/roadmap/ladder-marks.ts';
import type {
  Bar,
  BarId,
  DependencyId,
  Lane,
  LaneId,
  Milestone,
  MilestoneId,
  Roadmap,
  Span,
} from '#shared/domain/roadmap/model.ts';
import { findLoop } from '#shared/domain/roadmap/plan/loops.ts';
import type { RoadmapRows } from '#shared/domain/roadmap/rows.ts';
import {
  firstSlotOfSpan,
  formatSpan,
  lastSlotOfSpan,
  spanOfSlots,
} from '#shared/domain/roadmap/span.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import { normalizeTyped, quote } from '#shared/text/typed.ts';
import type { Option } from '#ui/option.ts';
import { barName, milestoneName } from './chart/announce.ts';
import type { Versions } from './versions/use-versions.ts';

/** A bar that another one waits for, or that waits for it, by the dependency that says so. */
export type Link = { readonly id: DependencyId; readonly bar: Bar };

/** A bar as the panel beside the chart shows it. */
export type BarPeek = {
  readonly bar: Bar;
  /** Which bars end before it starts. */
  readonly before: readonly Link[];
  /** Which bars start only when it has ended. */
  readonly after: readonly Link[];
};

export const barPeekOf = (roadmap: Roadmap, id: string): BarPeek | null => {
  const bar = roadmap.bars.find((each) => each.id === id);
  if (!bar) return null;
  const barOf = new Map(roadmap.bars.map((each) => [each.id, each]));
  const links = (side: 'before' | 'after'): readonly Link[] =>
    roadmap.dependencies.flatMap((dependency) => {
      const other = barOf.get(dependency[side]);
      const own = dependency[side === 'before' ? 'after' : 'before'];
      return own === bar.id && other ? [{ id: dependency.id, bar: other }] : [];
    });
  return { bar, before: links('before'), after: links('after') };
};

/** A meeting that a milestone may follow: 第2回 with 12/22 beside. */
export type MeetingOption = Option<MeetingId> & {
  /** The document that holds it: that of another year's case where the roadmap runs on. */
  readonly ladder: DocumentId | undefined;
};

export const meetingOptions = (rows: RoadmapRows): readonly MeetingOption[] => {
  const documents = new Map(rows.meetings.map(({ id, document }) => [String(id), document]));
  const ladderOf = (id: string): DocumentId | undefined => {
    const document = documents.get(id);
    return document !== undefined && isDocumentId(document) ? document : undefined;
  };
  return [...marksByMeeting(rows).entries()]
    .toSorted(([, a], [, b]) => comparePartialDates(a.date, b.date))
    .map(([id, { label, date }]) => ({
      id: id as MeetingId,
      label,
      note: formatPartialDate(date, 'dotted'),
      ladder: ladderOf(id),
    }));
};

export const milestoneOf = (roadmap: Roadmap, id: string): Milestone | null =>
  roadmap.milestones.find((each) => each.id === id) ?? null;

/** All lanes to choose from, each with its group. */
export const laneOptions = (roadmap: Roadmap): readonly Option<LaneId>[] => {
  const groups = new Map(roadmap.groups.map(({ id, name }) => [id, name]));
  return roadmap.lanes.map(({ id, name, group }) => {
    const note = groups.get(group) ?? '';
    return note === '' ? { id, label: name } : { id, label: name, note };
  });
};

/** Bars that may stand before or after one: neither itself, nor linked already, nor closing a loop. */
export const linkOptions = (
  roadmap: Roadmap,
  { bar, before, after }: BarPeek,
  side: 'before' | 'after',
): readonly Option<BarId>[] => {
  const linked = new Set([
    bar.id,
    ...before.map((link) => link.bar.id),
    ...after.map((link) => link.bar.id),
  ]);
  const lanes = new Map(roadmap.lanes.map((lane) => [lane.id, lane.name]));
  const wouldLoop = (other: BarId): boolean =>
    findLoop(
      roadmap.dependencies,
      side === 'before' ? { before: other, after: bar.id } : { before: bar.id, after: other },
    ) !== null;
  return roadmap.bars
    .filter(({ id }) => !linked.has(id) && !wouldLoop(id))
    .map((each) => ({
      id: each.id,
      label: each.label,
      note: [each.span === null ? '' : formatSpan(each.span), lanes.get(each.lane) ?? '']
        .filter((part) => part !== '')
        .join('　'),
    }));
};

/** What is open in the panel beside the chart. */
export type PanelTarget =
  | { readonly kind: 'bar'; readonly id: BarId }
  | { readonly kind: 'milestone'; readonly id: MilestoneId };

/** The bar or milestone of an id, to open it. */
export const targetOf = ({ bars, milestones }: Roadmap, id: string): PanelTarget | null => {
  const bar = bars.find((each) => each.id === id);
  if (bar) return { kind: 'bar', id: bar.id };
  const milestone = milestones.find((each) => each.id === id);
  return milestone ? { kind: 'milestone', id: milestone.id } : null;
};

/** Something to check, with a way to what it speaks of. */
export type CheckLine = RoadmapCheck & {
  readonly targets: readonly { readonly target: PanelTarget; readonly name: string }[];
};

export const checkLines = (
  roadmap: Roadmap,
  checks: readonly RoadmapCheck[],
): readonly CheckLine[] => {
  const named = new Map<string, CheckLine['targets'][number]>();
  for (const bar of roadmap.bars) {
    named.set(bar.id, { target: { kind: 'bar', id: bar.id }, name: barName(bar) });
  }
  for (const each of roadmap.milestones) {
    const target = { kind: 'milestone', id: each.id } as const;
    named.set(each.id, { target, name: milestoneName(each) });
  }
  return checks.map((check) => ({
    ...check,
    targets: check.ids.flatMap((id) => named.get(id) ?? []),
  }));
};

/** The roadmap with a bar elsewhere, as long as nobody has answered whether its followers move along. */
export const withBarAt = (
  roadmap: Roadmap,
  id: BarId,
  { lane, span }: { readonly lane: LaneId; readonly span: Span },
): Roadmap => ({
  ...roadmap,
  bars: roadmap.bars.map((bar) => (bar.id === id ? { ...bar, lane, span } : bar)),
});

/** A lane's neighbour above or below, or null at the edge. */
export const neighbourLane = (roadmap: Roadmap, id: LaneId, direction: -1 | 1): Lane | null => {
  const index = roadmap.lanes.findIndex((lane) => lane.id === id);
  return index < 0 ? null : (roadmap.lanes[index + direction] ?? null);
};

/** 40, ４０％ as a percentage; nothing is null. */
export const parseProgress = (typed: string): Result<number | null> => {
  const plain = normalizeTyped(typed).replace(/%$/, '');
  if (plain === '') return ok(null);
  if (/^\d{1,3}$/.test(plain) && Number(plain) <= 100) return ok(Number(plain));
  return refuse(
    `${quote(typed)}は進みとして読み取れません。`,
    '0から100までの整数で入力してください。',
  );
};

/** A span with one end moved by so many slots, or null where nothing of it would be left. */
export const resized = (span: Span, edge: 'start' | 'end', slots: number): Span | null => {
  const [first, last] = [firstSlotOfSpan(span), lastSlotOfSpan(span)];
  const [start, end] = edge === 'start' ? [first + slots, last] : [first, last + slots];
  return start > end ? null : spanOfSlots(slot(start), slot(end), span);
};

/** A milestone's date so many months later; the 31st becomes the last day of a shorter month. */
export const shiftDate = (date: Day | Month, months: number): Day | Month => {
  if (!isDay(date)) return addMonths(date, months);
  const { year, month: at } = civilOfDate(addMonths(month(date.slice(0, 7)), months));
  return makeDay(year, at, Math.min(civilOfDate(date).day, daysInMonth(year, at))) ?? date;
};

/** The day that the version looked at bears; null for the roadmap as it stands now. */
export const dateOfShown = ({ list, shown }: Pick<Versions, 'list' | 'shown'>): Day | null => {
  const date = list.find(({ id }) => id === shown.key)?.date ?? '';
  return isDay(date) ? date : null;
};
