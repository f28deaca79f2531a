import type { Query } from '#data/records/query.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { roadmapHomeOf } from '#shared/domain/chain/offer.ts';
import {
  type ActionRow,
  actions,
  type FindingRow,
  findings,
  type MeetingRow,
  meetings,
  type RoundRow,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { type ThemeRow, themes } from '#shared/domain/office/office.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import {
  type BarRow,
  bars,
  type LaneRow,
  lanes,
  type MilestoneRow,
  milestones,
} from '#shared/domain/roadmap/collections.ts';

export type FindingsRows = {
  readonly case: CaseRow | undefined;
  readonly findings: readonly FindingRow[];
  readonly actions: readonly ActionRow[];
  readonly meetings: readonly MeetingRow[];
  readonly rounds: readonly RoundRow[];
  /** Of the office. */
  readonly themes: readonly ThemeRow[];
  /** The case whose document holds the roadmap that this one shows. */
  readonly home: CaseId;
  readonly lanes: readonly LaneRow[];
  readonly bars: readonly BarRow[];
  readonly milestones: readonly MilestoneRow[];
};

/** The chain of a case: what was found, what answers it, and where in the roadmap that stands. */
export const findingsRows =
  (id: CaseId): Query<FindingsRows> =>
  async (reader) => {
    const document = caseDocument(id);
    const [row, rows, office] = await Promise.all([
      reader.one(cases, document, id),
      reader.each({ findings, actions, meetings, rounds }, [document]),
      reader.each({ themes }, [OFFICE]),
    ]);
    const home = row === undefined ? id : roadmapHomeOf(row);
    const roadmap = await reader.each({ lanes, bars, milestones }, [caseDocument(home)]);
    return { case: row, ...rows, ...office, home, ...roadmap };
  };
