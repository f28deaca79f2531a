import type { Slot } from '../../../dates/thirds.ts';
import type { Bar, Lane, LaneGroup, Milestone } from '../model.ts';

/** What a layout needs to know of the paper or screen, all in its unit (px, mm). */
export type Metrics = {
  readonly columnWidth: number;
  /** The least height of a lane. */
  readonly rowHeight: number;
  /** A bar whose label takes one line. */
  readonly barHeight: number;
  readonly fontSize: number;
  readonly lineHeight: number;
  /** Room for a group's name and a lane's name, without what stands around the text. */
  readonly groupWidth: number;
  readonly laneWidth: number;
  /** How wide a text is in the font of labels. */
  readonly measure: (text: string) => number;
};

/** A text's lines and the box in which they stand, from its top left corner. */
export type LabelBox = {
  readonly lines: readonly string[];
  readonly place: 'inside' | 'beside' | 'below';
  /** With which words or sign the first line begins when the bar's state needs one: `！遅れ `, `✓ `, `中止 `. */
  readonly sign: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type BarBox = {
  readonly bar: Bar;
  /** The first slot and the one behind the last. */
  readonly start: Slot;
  readonly end: Slot;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: LabelBox;
  /** Whether it goes on behind the period's edge. */
  readonly isCutLeft: boolean;
  readonly isCutRight: boolean;
  readonly isOverdue: boolean;
  /** True when the compared roadmap has no such bar. */
  readonly isAdded: boolean;
  /** When it really was: up to today while it goes on. */
  readonly actual: { readonly x: number; readonly width: number; readonly isOpen: boolean } | null;
};

/** A milestone: `x` and `y` are the diamond's middle, `size` its width and height. */
export type MarkBox = {
  readonly milestone: Milestone;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: LabelBox;
};

/** Where a bar of the compared roadmap lay: a thin line under the bar, or by itself where it is gone from the lane. */
export type GhostBox = {
  readonly bar: Bar;
  readonly change: 'moved' | 'gone';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Null under a bar that bears the label. */
  readonly label: LabelBox | null;
};

export type LaneBox = {
  readonly lane: Lane;
  readonly index: number;
  readonly y: number;
  readonly height: number;
  readonly nameLines: readonly string[];
  readonly bars: readonly BarBox[];
  readonly marks: readonly MarkBox[];
  readonly ghosts: readonly GhostBox[];
};

/** A group over its lanes; one without lanes takes a row of its own. */
export type GroupBox = {
  readonly group: LaneGroup;
  readonly y: number;
  readonly height: number;
  readonly nameLines: readonly string[];
  /** Which of the layout's lanes are its own: from `firstLane`, so many. */
  readonly firstLane: number;
  readonly lanes: number;
};

/** Where everything stands, from the top left corner of the chart's body (without header and names). */
export type BoardLayout = {
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly groups: readonly GroupBox[];
  readonly lanes: readonly LaneBox[];
};
