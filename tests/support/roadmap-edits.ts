import fc from 'fast-check';
import { createBar, moveBars, removeBar } from '#data/operations/roadmap/bars.ts';
import { addDependency } from '#data/operations/roadmap/dependencies.ts';
import { removeGroup, removeLane } from '#data/operations/roadmap/lanes.ts';
import { createMilestone } from '#data/operations/roadmap/milestones.ts';
import { foldYear } from '#data/operations/roadmap/roadmap.ts';
import { nameVersion } from '#data/operations/roadmap/versions.ts';
import type { Draft } from '#data/records/draft.ts';
import { type SpanEdge, slot, thirdOfSlot } from '#shared/dates/thirds.ts';
import { fiscalYear } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type MeetingId, NO_ID } from '#shared/domain/record/ids.ts';
import { BAR_KINDS, LANE_FOLLOWS, laneGroups, lanes } from '#shared/domain/roadmap/collections.ts';
import type { BarId, GroupId, LaneId, Span } from '#shared/domain/roadmap/model.ts';
import { spanOf } from '#shared/domain/roadmap/span.ts';
import { ok, type Result } from '#shared/result.ts';
import { asId } from './ids.ts';

/** A few ids shared by all desks, so that edits meet; those of meetings among them. */
const id = fc.constantFrom('m1', 'm2', 'm3');

/** Whole months or thirds of one, from 2022 to 2026. */
const edge: fc.Arbitrary<SpanEdge> = fc
  .tuple(fc.integer({ min: 2022 * 36, max: 2027 * 36 - 1 }), fc.boolean())
  .map(([at, isWhole]) => {
    const third = thirdOfSlot(slot(at));
    return isWhole ? (third.slice(0, 7) as SpanEdge) : third;
  });
const span: fc.Arbitrary<Span> = fc.tuple(edge, edge).map(([a, b]) => spanOf(a, b));

/** A legal edit of a roadmap, as data. */
export const roadmapStep = fc.oneof(
  fc.record({ step: fc.constant('group' as const), id, name: fc.constantFrom('支援', '地域連携') }),
  fc.record({
    step: fc.constant('lane' as const),
    id,
    group: id,
    follows: fc.constantFrom(...LANE_FOLLOWS),
  }),
  fc.record({
    step: fc.constant('bar' as const),
    id,
    lane: id,
    span,
    label: fc.constantFrom('試行', '策定', '<img src=x onerror=alert(1)>'),
    kind: fc.constantFrom(...BAR_KINDS),
  }),
  fc.record({ step: fc.constant('move' as const), id, lane: id, span }),
  fc.record({ step: fc.constant('milestone' as const), id, lane: id, meeting: fc.boolean() }),
  fc.record({ step: fc.constant('depend' as const), id, after: id }),
  fc.record({
    step: fc.constant('remove' as const),
    id,
    what: fc.constantFrom('group' as const, 'lane' as const, 'bar' as const),
  }),
  fc.record({
    step: fc.constant('fold' as const),
    year: fc.integer({ min: 2022, max: 2026 }),
    isFolded: fc.boolean(),
  }),
  fc.record({ step: fc.constant('version' as const), name: fc.constantFrom('3月版', '支援前') }),
);
export type RoadmapStep = typeof roadmapStep extends fc.Arbitrary<infer Step> ? Step : never;

/** Writes a step; what cannot be done on this desk is refused there, as on a screen. */
export const writeStep = (
  draft: Draft,
  document: DocumentId,
  step: RoadmapStep,
): Result<unknown> => {
  switch (step.step) {
    case 'group':
      return ok(draft.create(document, laneGroups, { name: step.name }, step.id));
    case 'lane': {
      const { group, follows } = step;
      return ok(
        draft.create(document, lanes, { group: asId(group), name: '研修', follows }, step.id),
      );
    }
    case 'bar': {
      const { label, kind, lane, span: where } = step;
      const values = { label, kind, lane: lane as LaneId, ...where };
      return ok(createBar(draft, document, values, step.id as BarId));
    }
    case 'move':
      return moveBars(draft, document, [
        { id: step.id as BarId, lane: step.lane as LaneId, span: step.span },
      ]);
    case 'milestone': {
      const place = step.meeting
        ? { label: '', date: '', meeting: step.id as MeetingId }
        : { label: '報告', date: '2023-03-02', meeting: NO_ID };
      return ok(createMilestone(draft, document, { lane: step.lane as LaneId, ...place }));
    }
    case 'depend':
      return addDependency(draft, document, step.id as BarId, step.after as BarId);
    case 'remove':
      if (step.what === 'group') return removeGroup(draft, document, step.id as GroupId);
      return step.what === 'lane'
        ? removeLane(draft, document, step.id as LaneId)
        : removeBar(draft, document, step.id as BarId);
    case 'fold':
      return foldYear(draft, document, fiscalYear(step.year), step.isFolded);
    case 'version':
      return nameVersion(draft, document, { name: step.name, date: '2023-03-02' });
  }
};
