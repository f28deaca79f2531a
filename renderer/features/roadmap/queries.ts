import type { Query } from '#data/records/query.ts';
import { type FiscalYear, isFiscalYear } from '#shared/dates/types.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { roadmapHomeOf } from '#shared/domain/chain/offer.ts';
import {
  type ActionRow,
  actions,
  type MeetingRow,
  meetings,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
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
  /** The case whose document holds the roadmap: the page's own, or an earlier one. */
  readonly home: CaseId;
  /** The case that holds it has not come over to this PC. */
  readonly isHomeMissing: boolean;
  /** All cases that show it; more than one where it runs on over the years. */
  readonly shownBy: readonly CaseId[];
  /** The fiscal year of the latest of them. */
  readonly lastYear: FiscalYear | null;
  readonly meetings: readonly MeetingRow[];
  /** Of all cases that show it. */
  readonly actions: readonly ActionRow[];
};

/** The whole roadmap in one go, so that it paints once. */
export const roadmapOf =
  (caseId: CaseId): Query<RoadmapView> =>
  async (reader) => {
    const own = caseDocument(caseId);
    const caseRow = await reader.one(cases, own, caseId);
    const home = caseRow === undefined ? caseId : roadmapHomeOf(caseRow);
    const document = caseDocument(home);
    const [roadmap, found, [homeRow], siblings] = await Promise.all([
      reader.one(roadmaps, document, ROADMAP_ID),
      reader.each(
        { groups: laneGroups, lanes, bars, milestones, dependencies, versions: roadmapVersions },
        [document],
      ),
      home === caseId ? [caseRow] : reader.withBinned(cases, [document]),
      caseRow === undefined
        ? []
        : reader.where(cases, 'municipalityCode', [caseRow.municipalityCode]),
    ]);
    const sharing = siblings.filter((row) => roadmapHomeOf(row) === home);
    const shownBy = [...new Set([caseId, ...sharing.map((row) => row.id)])];
    const years = [caseRow, ...sharing].flatMap((row) => fiscalYearOfCase(row ?? null) ?? []);
    // The meetings of all its years stand in it.
    const { actions: promised, ...ladder } = await reader.each(
      { meetings, rounds, actions },
      shownBy.map(caseDocument),
    );
    const { versions, ...rest } = found;
    const records = { ...rest, ...ladder };
    const year = homeRow?.fiscalYear ?? 0;
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
      home,
      isHomeMissing: home !== caseId && homeRow === undefined,
      shownBy,
      lastYear: years.toSorted((a, b) => b - a)[0] ?? null,
      meetings: records.meetings,
      actions: promised,
    };
  };
