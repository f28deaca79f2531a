import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type ChartContent, GanttChart, type GanttHandle } from '#adapters/gantt/gantt-chart.tsx';
import { layoutRoadmap } from '#shared/domain/roadmap/layout/layout.ts';
import { isSameScale } from '#shared/domain/roadmap/scale.ts';
import styles from './board.module.css';
import { BoardHeader } from './board-header.tsx';
import { BoardNames } from './board-names.tsx';
import { CursorBox, PreviewOutlines } from './board-overlay.tsx';
import type { RoadmapBoardProps } from './board-props.ts';
import { rectOf, todayX } from './geometry.ts';
import { columnWidthFor, metricsFor, NAMES_WIDTH } from './metrics.ts';
import { useBarDrag } from './use-bar-drag.ts';
import { useBoardScroll } from './use-board-scroll.ts';
import { useLabelsInView } from './use-labels-in-view.ts';
import { useLanesInView } from './use-lanes-in-view.ts';

/** Before the board is measured: the frame's side and gutters around it. */
const AROUND = 200 + 2 * 24 + 2;

/**
 * The chart of a roadmap with its header and names, which stay while it scrolls. It says what the pointer
 * and keys ask for; what comes of that, its owner decides.
 */
export const RoadmapBoard = (props: RoadmapBoardProps): ReactNode => {
  const { roadmap, zoom, today, lateOn, ghosts, preview, cursor, selectedId } = props;
  const scale = useSame(props.scale, isSameScale);
  const { isReadOnly = false, onCursor, onOpen, onFold } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const gantt = useRef<GanttHandle>(null);
  const draft = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const cursorBox = useRef<HTMLButtonElement>(null);

  const room = useRoom(scroller) - NAMES_WIDTH;
  const columnWidth = columnWidthFor(zoom, scale.columns.length, room);
  const metrics = useMemo(() => metricsFor(columnWidth), [columnWidth]);
  const layout = useMemo(
    () => layoutRoadmap(roadmap, scale, metrics, { ghosts, today: lateOn }),
    [roadmap, scale, metrics, ghosts, lateOn],
  );
  const { first, end } = useLanesInView(scroller, layout);
  const { dependencies } = roadmap;
  const content = useMemo(
    (): ChartContent => ({ layout, scale, first, end, dependencies, selectedId }),
    [layout, scale, first, end, dependencies, selectedId],
  );
  const range = useMemo(() => ({ first, end }), [first, end]);
  const rect = useMemo(() => cursor && rectOf(layout, scale, cursor), [layout, scale, cursor]);
  useBoardScroll(scroller, layout, scale, today, props.markedYear, rect, room, selectedId);
  useLabelsInView(scroller, gantt);

  const focusCursor = useCallback(() => cursorBox.current?.focus({ preventScroll: true }), []);
  const ground = useMemo(() => ({ layout, scale }), [layout, scale]);
  const parts = useMemo(() => ({ scroller, chart, gantt, draft, tip }), []);
  const pointer = useBarDrag(ground, parts, { ...props, focusCursor });
  const line = todayX(scale, columnWidth, today);
  const width = NAMES_WIDTH + layout.width;
  const firstLane = layout.lanes[0];

  return (
    <div className={styles.card}>
      <div className={styles.scroller} data-roadmap-scroller="" ref={scroller} tabIndex={-1}>
        <div className={styles.sheet} style={{ width }}>
          <div className={styles.header}>
            <div className={styles.corner}>
              <span>分野</span>
              <span>取組み</span>
            </div>
            <BoardHeader
              columnWidth={columnWidth}
              markedYear={props.markedYear}
              onFold={zoom === 'year' || isReadOnly ? null : onFold}
              scale={scale}
            />
          </div>
          <div className={styles.body}>
            <BoardNames
              groupMenu={props.groupMenu}
              isReadOnly={isReadOnly}
              laneMenu={props.laneMenu}
              layout={layout}
              onMoveGroup={props.onMoveGroup}
              onMoveLane={props.onMoveLane}
              range={range}
              scroller={scroller}
            />
            <div
              className={styles.chart}
              data-roadmap-chart=""
              ref={chart}
              style={{ width: layout.width, height: layout.height }}
              {...pointer}
            >
              <GanttChart content={content} ref={gantt} />
              <PreviewOutlines layout={layout} moves={preview} scale={scale} />
              {line !== null && (
                <div className={styles.today} style={{ transform: `translateX(${line - 1}px)` }} />
              )}
              <div className={styles.draft} hidden ref={draft} />
              {firstLane && (
                <CursorBox
                  label={props.cursorLabel}
                  onFocus={() => {
                    if (cursor) return;
                    onCursor({ kind: 'cell', lane: firstLane.lane.id, slot: scale.start });
                  }}
                  onKeyDown={props.onKeyDown}
                  onPress={() => cursor && onOpen(cursor)}
                  rect={
                    rect ?? { x: 0, y: firstLane.y, width: columnWidth, height: firstLane.height }
                  }
                  ref={cursorBox}
                />
              )}
              <div aria-hidden="true" className={styles.tip} hidden ref={tip} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
};

/** The first of values that are the same, so that nothing is drawn anew for the next ones. */
const useSame = <T,>(value: T, isSame: (a: T, b: T) => boolean): T => {
  const [kept, setKept] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  setKept(value);
  return value;
};

/** How wide the board is inside. */
const useRoom = (scroller: React.RefObject<HTMLElement | null>): number => {
  const [room, setRoom] = useState(() => window.innerWidth - AROUND);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
};
