import type { Roadmap } from '../model.ts';
import type { RoadmapRows } from '../rows.ts';
import { checkMonths } from './check-months.ts';
import { checkPlaces } from './check-places.ts';
import { checkPlan } from './check-plan.ts';
import { ROADMAP_CHECK_CODES, type RoadmapCheck } from './check-types.ts';

export type { RoadmapCheck } from './check-types.ts';

/** All that two legal edits may merge into, and what was left open; `roadmap` is built from `rows`. */
export const checkRoadmap = (rows: RoadmapRows, roadmap: Roadmap): readonly RoadmapCheck[] =>
  [...checkPlan(roadmap), ...checkPlaces(rows, roadmap), ...checkMonths(rows)].toSorted(
    (a, b) => ROADMAP_CHECK_CODES.indexOf(a.code) - ROADMAP_CHECK_CODES.indexOf(b.code),
  );
