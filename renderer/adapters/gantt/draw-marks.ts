import { isDay } from '#shared/dates/types.ts';
import type { GhostBox, LaneBox, MarkBox } from '#shared/domain/roadmap/layout/layout.ts';
import { drawLabel } from './draw-label.ts';
import { svg } from './svg.ts';

/** Tells whether a lane's milestones and ghosts look the same. */
export const marksKey = ({ marks, ghosts }: LaneBox, selectedId: string | null): string =>
  JSON.stringify([
    marks.map(({ milestone: { id, date }, x, y, label }) => [
      id,
      date,
      x,
      y,
      label,
      id === selectedId,
    ]),
    ghosts.map(({ bar: { id, kind }, change, x, y, width, label }) => [
      id,
      kind,
      change,
      x,
      y,
      width,
      label,
    ]),
  ]);

/** A lane's milestones, and where the compared version had its bars. */
export const drawLaneMarks = (
  { marks, ghosts }: LaneBox,
  selectedId: string | null,
): SVGGElement => {
  const group = svg('g', {});
  for (const ghost of ghosts) drawGhost(ghost, group);
  for (const mark of marks) drawMark(mark, mark.milestone.id === selectedId, group);
  return group;
};

const drawMark = (
  { milestone, x, y, size, label }: MarkBox,
  isSelected: boolean,
  parent: Element,
) => {
  const vague = isDay(milestone.date) ? '' : ' is-vague';
  const group = svg(
    'g',
    {
      class: `mark-wrapper${vague}${isSelected ? ' is-selected' : ''}`,
      'data-id': milestone.id,
    },
    parent,
  );
  const half = size / 2;
  const points = `${x},${y - half} ${x + half},${y} ${x},${y + half} ${x - half},${y}`;
  svg('polygon', { points, class: 'mark' }, group);
  drawLabel(label, group);
};

const drawGhost = ({ bar, change, x, y, width, height, label }: GhostBox, parent: Element) => {
  const group = svg('g', { class: `ghost is-${change}`, 'data-ghost': bar.id }, parent);
  const rx = Math.min(4, height / 2);
  svg('rect', { x: x + 1, y, width: Math.max(3, width - 2), height, rx }, group);
  if (label) drawLabel(label, group);
};
