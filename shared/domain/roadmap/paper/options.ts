import type { Day } from '../../../dates/types.ts';
import type { Outgoing } from '../../record/outgoing.ts';
import type { Roadmap } from '../model.ts';
import type { Zoom } from '../scale.ts';

export type PaperSize = 'a4' | 'a3';

/** What a page shows besides the roadmap itself. */
export type PageOptions = {
  readonly size: PaperSize;
  readonly zoom: Zoom | 'fit';
  readonly municipality: string;
  /** The version's name; '' for the roadmap as it is now. */
  readonly versionName: string;
  readonly date: Day;
  /** Null draws no line of today and finds nothing overdue. */
  readonly today: Day | null;
  readonly compared: Roadmap | null;
  readonly comparedName: string;
  readonly withSources: boolean;
  /** For whom the page is, and what it leaves out for that. */
  readonly outgoing: Outgoing;
};

export type PaperSheet = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly title: number;
  readonly text: number;
  readonly largest: number;
};

/** Landscape, in tenths of a millimetre; letters in points. */
export const SHEETS: Readonly<Record<PaperSize, PaperSheet>> = {
  a4: { width: 2970, height: 2100, margin: 90, title: 16, text: 8.5, largest: 10 },
  a3: { width: 4200, height: 2970, margin: 110, title: 23, text: 11, largest: 13.5 },
};
