import type { FiscalYear } from '../../dates/types.ts';
import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import type {
  BarRow,
  DependencyRow,
  LaneGroupRow,
  LaneRow,
  MilestoneRow,
  RoadmapRow,
} from './collections.ts';

/** What a roadmap is built from: one case's rows in any order, those in the bin among them or not. */
export type RoadmapRows = {
  readonly roadmap: RoadmapRow | null;
  readonly groups: readonly LaneGroupRow[];
  readonly lanes: readonly LaneRow[];
  readonly bars: readonly BarRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly dependencies: readonly DependencyRow[];
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  /** The case's, or null while it is not known. */
  readonly fiscalYear: FiscalYear | null;
};
