import type { SpanEdge } from '../../dates/thirds.ts';
import type { FiscalYear, Month, PartialDate } from '../../dates/types.ts';
import type { Id, MeetingId } from '../record/ids.ts';
import type { BarKind, BarState } from './collections.ts';

export type GroupId = Id<'laneGroups'>;
export type LaneId = Id<'lanes'>;
export type BarId = Id<'bars'>;
export type MilestoneId = Id<'milestones'>;
export type DependencyId = Id<'dependencies'>;

/** From the beginning of `start` to the end of `end`; `start` never lies behind `end`. */
export type Span = { readonly start: SpanEdge; readonly end: SpanEdge };

export type LaneGroup = { readonly id: GroupId; readonly name: string };

export type Lane = { readonly id: LaneId; readonly group: GroupId; readonly name: string };

export type Bar = {
  readonly id: BarId;
  readonly lane: LaneId;
  readonly label: string;
  /** Null where a merge or an older app left what cannot be read: listed under 確認してください. */
  readonly span: Span | null;
  readonly kind: BarKind;
  readonly state: BarState;
  readonly progress: number | null;
  readonly owner: string;
  readonly note: string;
  /** When it really began and ended; '' while not. */
  readonly actualStart: SpanEdge | '';
  readonly actualEnd: SpanEdge | '';
  readonly source: string;
};

export type Milestone = {
  readonly id: MilestoneId;
  readonly lane: LaneId;
  readonly label: string;
  /** '' while the meeting that it follows has no date. */
  readonly date: PartialDate;
  /** The meeting that it follows, or ''. */
  readonly meeting: MeetingId | '';
  /** True when its lane shows the ladder by itself: no record stands behind it. */
  readonly derived: boolean;
  readonly note: string;
  readonly source: string;
};

export type Dependency = {
  readonly id: DependencyId;
  readonly before: BarId;
  readonly after: BarId;
};

/**
 * A roadmap as it is drawn: in order, whole, all references resolved. Plain data: a version keeps it as
 * JSON. Whatever rows merge into, a roadmap comes out: what lost its lane or group stands in one that is
 * made for it (`LOST_LANE`, `LOST_GROUP`).
 */
export type Roadmap = {
  readonly title: string;
  readonly caption: string;
  readonly provisional: boolean;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly foldedYears: readonly FiscalYear[];
  /** In order. */
  readonly groups: readonly LaneGroup[];
  /** In order: by group, then within it. */
  readonly lanes: readonly Lane[];
  /** By lane, then start. */
  readonly bars: readonly Bar[];
  readonly milestones: readonly Milestone[];
  readonly dependencies: readonly Dependency[];
};

/** Where bars and lanes stand whose own lane or group was removed elsewhere. */
export const LOST_LANE = 'lostlane' as LaneId;
export const LOST_GROUP = 'lostgroup' as GroupId;
