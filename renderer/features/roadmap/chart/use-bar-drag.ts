import { type MouseEvent, type PointerEvent, useEffect, useMemo, useState } from 'react';
import { useLatest } from '#ui/use-latest.ts';
import type { Ground } from './drag-plan.ts';
import { cellAt, type Hit, hitAt } from './geometry.ts';
import { type Deeds, holdOf } from './held.ts';
import { hasOwnDate } from './mark-plan.ts';
import {
  createPointerDrag,
  type DragParts,
  type PointerAt,
  type Press,
  pointOn,
} from './pointer-drag.ts';
import { createSettling } from './settling.ts';

/**
 * The pointer on the chart: moves and resizes bars, draws them in empty cells, moves milestones, and
 * selects. Only letting go stores.
 */
export const useBarDrag = (ground: Ground, parts: DragParts, deeds: Deeds) => {
  const latest = useLatest({ ground, deeds });
  const [settling] = useState(createSettling);

  const { layout } = ground;
  useEffect(() => {
    // Whatever has changed, the chart draws it: also what is dragged just now goes on from there.
    if (layout) settling.drawn();
  }, [layout, settling]);

  return useMemo(() => {
    const drag = createPointerDrag(parts, () => latest.current.ground.layout.lanes);
    const pointOf = (event: MouseEvent) => pointOn(parts.chart.current, event);
    return {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        if (event.button !== 0 || drag.isOn()) return;
        const from = pointOf(event);
        const { ground, deeds } = latest.current;
        const hit = hitAt(ground.layout, from.x, from.y);
        if (!hit) return;
        // The cursor takes the focus, not the body.
        event.preventDefault();
        const held = deeds.isReadOnly ? null : holdOf(hit, from.x, { latest, ...parts });
        drag.begin({ hit, held, from }, placeOf(event));
        if (!deeds.isReadOnly) parts.chart.current?.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        if (drag.isOn()) drag.move(placeOf(event));
        else {
          const { ground, deeds } = latest.current;
          const { x, y } = pointOf(event);
          const hit = hitAt(ground.layout, x, y);
          event.currentTarget.style.cursor = cursorFor(hit, deeds.isReadOnly === true);
        }
      },
      onPointerUp: (): void => {
        const ended = drag.end();
        if (ended?.as === 'press') select(ended.press, latest.current);
        else if (ended?.dropped) settling.put(ended.dropped);
      },
      onPointerCancel: drag.cancel,
      onDoubleClick: (event: MouseEvent): void => openCell(pointOf(event), latest.current),
    };
  }, [latest, parts, settling]);
};

type Now = { readonly ground: Ground; readonly deeds: Deeds };

const placeOf = ({ clientX, clientY, altKey }: MouseEvent): PointerAt => ({
  clientX,
  clientY,
  altKey,
});

/** A press that was no drag: the cursor goes there, and what is there opens. */
const select = ({ hit, from }: Press, { ground, deeds }: Now): void => {
  const { layout, scale } = ground;
  deeds.focusCursor();
  if (hit.kind === 'cell') {
    const slot = cellAt(scale, layout.columnWidth, from.x);
    deeds.onCursor({ kind: 'cell', lane: hit.lane.lane.id, slot });
    return;
  }
  const cursor =
    hit.kind === 'bar'
      ? ({ kind: 'bar', id: hit.box.bar.id } as const)
      : ({ kind: 'milestone', id: hit.box.milestone.id } as const);
  deeds.onCursor(cursor);
  deeds.onOpen(cursor);
};

/** A double click in an empty cell begins a bar there. */
const openCell = ({ x, y }: Press['from'], { ground, deeds }: Now): void => {
  const hit = hitAt(ground.layout, x, y);
  if (hit?.kind !== 'cell' || deeds.isReadOnly) return;
  const slot = cellAt(ground.scale, ground.layout.columnWidth, x);
  deeds.onOpen({ kind: 'cell', lane: hit.lane.lane.id, slot });
};

const cursorFor = (hit: Hit | null, isReadOnly: boolean): string => {
  if (!hit) return '';
  if (hit.kind === 'cell') return isReadOnly ? '' : 'cell';
  if (isReadOnly) return 'pointer';
  if (hit.kind === 'mark') return hasOwnDate(hit.box.milestone) ? 'grab' : 'pointer';
  return hit.edge ? 'ew-resize' : 'grab';
};
