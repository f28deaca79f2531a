import type { Query } from '#data/records/query.ts';
import { isFiscalYear } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { type MeetingRow, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { buildRoadmap, type RoadmapRows } from '#shared/domain/roadmap/build.ts';
import { checkRoadmap, type RoadmapCheck } from '#shared/domain/roadmap/checks/check.ts';
import {
  bars,
  dependencies,
  laneGroups,
  lanes,
  milestones,
  ROADMAP_ID,
  type RoadmapVersionRow,
  roadmaps,
  roadmapVersions,
} from '#shared/domain/roadmap/collections.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';

/** A case's roadmap with all that its page asks for. */
export type RoadmapView = {
  readonly rows: RoadmapRows;
  readonly roadmap: Roadmap;
  readonly checks: readonly RoadmapCheck[];
  /** Oldest first; a snapshot is read only when its version is looked at. */
  readonly versions: readonly RoadmapVersionRow[];
  /** Null for an id of no case. */
  readonly caseRow: CaseRow | null;
  readonly meetings: readonly MeetingRow[];
};

/** The whole roadmap in one go, so that it paints once. */
export const roadmapOf =
  (caseId: CaseId): Query<RoadmapView> =>
  async (reader) => {
    const document = caseDocument(caseId);
    const [caseRow, roadmap, found] = await Promise.all([
      reader.one(cases, document, caseId),
      reader.one(roadmaps, document, ROADMAP_ID),
      reader.each(
        {
          groups: laneGroups,
          lanes,
          bars,
          milestones,
          dependencies,
          versions: roadmapVersions,
          meetings,
          rounds,
        },
        [document],
      ),
    ]);
    const { versions, ...records } = found;
    const year = caseRow?.fiscalYear ?? 0;
    const rows: RoadmapRows = {
      ...records,
      roadmap: roadmap ?? null,
      fiscalYear: isFiscalYear(year) ? year : null,
    };
    const built = buildRoadmap(rows);
    return {
      rows,
      roadmap: built,
      checks: checkRoadmap(rows, built),
      versions,
      caseRow: caseRow ?? null,
      meetings: records.meetings,
    };
  };
