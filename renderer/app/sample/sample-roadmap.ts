import { checkBar, createBar } from '#data/operations/roadmap/bars.ts';
import { createDependency } from '#data/operations/roadmap/dependencies.ts';
import { createMilestone } from '#data/operations/roadmap/milestones.ts';
import { beginRoadmap, setFolded } from '#data/operations/roadmap/roadmap.ts';
import type { Draft } from '#data/records/draft.ts';
import { fiscalYear } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import { ROADMAP_ID, roadmaps } from '#shared/domain/roadmap/collections.ts';
import type { BarId, LaneId } from '#shared/domain/roadmap/model.ts';
import type { SampleRoadmap } from '#shared/domain/sample.ts';
import { ok, type Result } from '#shared/result.ts';

/** Writes a sample's roadmap; `meetings` are the ids of the case's meetings by their keys. */
export const addSampleRoadmap = (
  draft: Draft,
  document: DocumentId,
  sample: SampleRoadmap,
  meetings: ReadonlyMap<string, MeetingId>,
): Result<null> => {
  const { title, caption = '', firstMonth, lastMonth, groups } = sample;
  const begun = beginRoadmap(draft, document, {
    title,
    firstMonth,
    lastMonth,
    groups: groups.map(({ name, lanes }) => ({
      name,
      lanes: lanes.map(({ name: lane, follows = 'nothing' }) => ({ name: lane, follows })),
    })),
  });
  if (!begun.ok) return begun;
  draft.set(document, roadmaps, ROADMAP_ID, { caption });
  setFolded(draft, document, sample.foldedYears.map(fiscalYear));
  const barIds = new Map<string, BarId>();
  for (const [index, group] of groups.entries()) {
    for (const [at, lane] of group.lanes.entries()) {
      const id = begun.value.groups[index]?.lanes[at] as LaneId;
      for (const { key, note = '', ...values } of lane.bars) {
        const bar = checkBar({ ...values, note, lane: id });
        if (!bar.ok) return bar;
        barIds.set(key, createBar(draft, document, bar.value));
      }
      for (const { meeting, label = '', source } of lane.milestones ?? []) {
        const follows = meetings.get(meeting) ?? NO_ID;
        createMilestone(draft, document, { lane: id, label, date: '', meeting: follows, source });
      }
    }
  }
  for (const { before, after } of sample.dependencies) {
    const [from, to] = [barIds.get(before), barIds.get(after)];
    if (from && to) createDependency(draft, document, from, to);
  }
  return ok(null);
};
