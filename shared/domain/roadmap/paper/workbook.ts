import type { Roadmap } from '../model.ts';
import type { Sheet } from './sheet-cells.ts';
import { chartSheet, type SheetOptions } from './sheet-chart.ts';
import { barsSheet, milestonesSheet } from './sheet-list.ts';

/** A roadmap as worksheets: the chart, then its bars and milestones as tables. */
export const roadmapSheets = (roadmap: Roadmap, options: SheetOptions): readonly Sheet[] => [
  chartSheet(roadmap, options),
  barsSheet(roadmap),
  ...(roadmap.milestones.length === 0 ? [] : [milestonesSheet(roadmap)]),
];
