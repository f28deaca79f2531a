import 'frappe-gantt.css';
import './gantt.css';
import { type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { BarId, MilestoneId } from '#shared/domain/roadmap/model.ts';
import type { ChartContent } from './chart-content.ts';
import { LaneGantt } from './lane-gantt.ts';

export type { ChartContent } from './chart-content.ts';

export type GanttHandle = {
  /** Shows a bar elsewhere while it is dragged; null puts it back. Bars that are not in view stay as they are. */
  readonly place: (
    id: BarId,
    at: { readonly x: number; readonly y: number; readonly width: number } | null,
  ) => void;
  /** As `place`, for a milestone: `by` says how far from where it is drawn. */
  readonly placeMark: (
    id: MilestoneId,
    by: { readonly x: number; readonly y: number } | null,
  ) => void;
  /** Keeps the labels of long bars in sight where the chart is seen from so many px on. */
  readonly seeFrom: (left: number) => void;
};

/** The chart's body, drawn by frappe-gantt. Assistive technology has the cursor and the table instead. */
export const GanttChart = ({
  content,
  ref,
}: {
  readonly content: ChartContent;
  readonly ref: Ref<GanttHandle>;
}): ReactNode => {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<LaneGantt>(null);
  useImperativeHandle(ref, () => ({
    place: (id, at) => chart.current?.place(id, at),
    seeFrom: (left) => chart.current?.see_from(left),
    placeMark: (id, by) => chart.current?.place_mark(id, by),
  }));
  useLayoutEffect(() => {
    if (!host.current) return;
    if (chart.current) chart.current.show(content);
    else chart.current = new LaneGantt(host.current, content);
  }, [content]);
  useLayoutEffect(() => {
    const element = host.current;
    return () => {
      chart.current = null;
      element?.replaceChildren();
    };
  }, []);
  return <div ref={host} className="roadmap-chart" aria-hidden="true" />;
};
