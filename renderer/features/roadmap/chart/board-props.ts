import type { KeyboardEvent, ReactNode } from 'react';
import type { LanePlace } from '#data/operations/roadmap/lanes.ts';
import type { Slot } from '#shared/dates/thirds.ts';
import type { Day, FiscalYear, Month } from '#shared/dates/types.ts';
import type {
  BarId,
  GroupId,
  Lane,
  LaneGroup,
  LaneId,
  MilestoneId,
  Roadmap,
  Span,
} from '#shared/domain/roadmap/model.ts';
import type { BarMove } from '#shared/domain/roadmap/plan/cascade.ts';
import type { Scale, Zoom } from '#shared/domain/roadmap/scale.ts';

/** What the keyboard stands on: a bar, a milestone, or a lane's cell that begins with a slot. */
export type Cursor =
  | { readonly kind: 'bar'; readonly id: BarId }
  | { readonly kind: 'milestone'; readonly id: MilestoneId }
  | { readonly kind: 'cell'; readonly lane: LaneId; readonly slot: Slot };

/** Where a bar goes. */
export type BarPlace = { readonly lane: LaneId; readonly span: Span };

/** Where a milestone goes. */
export type MarkPlace = { readonly lane: LaneId; readonly date: Day | Month };

export type RoadmapBoardProps = {
  readonly roadmap: Roadmap;
  readonly scale: Scale;
  readonly zoom: Zoom;
  readonly today: Day;
  /** The day on which bars are late; null where nobody is pressed. */
  readonly lateOn: Day | null;
  /** The year of the page's case, where the roadmap runs on over those of several. */
  readonly markedYear: FiscalYear | null;
  /** The version it is compared with. */
  readonly ghosts: Roadmap | null;
  /** What would move with a bar: drawn as outlines. */
  readonly preview: readonly BarMove[];
  readonly cursor: Cursor | null;
  /** The cursor's accessible name: what stands there. */
  readonly cursorLabel: string;
  /** The bar or milestone that is open beside the board. */
  readonly selectedId: BarId | MilestoneId | null;
  readonly isReadOnly?: boolean;
  readonly onCursor: (cursor: Cursor) => void;
  /** Keys pressed on the cursor. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** A click on a bar or milestone, a double click in a cell. */
  readonly onOpen: (cursor: Cursor) => void;
  /** While a bar is dragged, whenever its place changes; null when that ends. */
  readonly onDragging: (id: BarId, place: BarPlace | null) => void;
  /** Whether it was taken, or waits for an answer; else the chart puts it back. */
  readonly onMoveBar: (id: BarId, place: BarPlace) => Promise<boolean>;
  readonly onMoveMark: (id: MilestoneId, place: MarkPlace) => Promise<boolean>;
  readonly onDrawBar: (lane: LaneId, span: Span) => void;
  readonly onMoveLane: (id: LaneId, place: LanePlace) => void;
  /** `index` counts the groups without the one that moves. */
  readonly onMoveGroup: (id: GroupId, index: number) => void;
  readonly onFold: (year: FiscalYear, isFolded: boolean) => void;
  readonly laneMenu: (lane: Lane) => ReactNode;
  readonly groupMenu: (group: LaneGroup) => ReactNode;
};
