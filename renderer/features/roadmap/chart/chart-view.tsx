import { useCallback, useMemo } from 'react';
import type { Lane, LaneGroup } from '#shared/domain/roadmap/model.ts';
import { isOverdue } from '#shared/domain/roadmap/overdue.ts';
import { GroupMenu } from '../menus/group-menu.tsx';
import { LaneMenu } from '../menus/lane-menu.tsx';
import { Keys } from '../page/keys-help.tsx';
import { Legend } from '../page/legend.tsx';
import styles from '../page/roadmap-page.module.css';
import type { RoadmapScreenProps, RoadmapScreenState } from '../page/use-roadmap-screen.ts';
import { RoadmapBoard } from './board.tsx';

type ChartViewProps = Pick<RoadmapScreenProps, 'caseId' | 'today' | 'view'> & {
  readonly screen: RoadmapScreenState;
};

/** The chart with what explains it. */
export const ChartView = ({ caseId, today, view, screen }: ChartViewProps) => {
  const { actions, bars, handlers, isReadOnly, opened, versions } = screen;
  const compared = versions.compared;
  const laneRows = view.rows.lanes;
  const laneMenu = useCallback(
    (lane: Lane) =>
      isReadOnly ? null : (
        <LaneMenu caseId={caseId} lane={lane} laneRows={laneRows} roadmap={view.roadmap} />
      ),
    [caseId, isReadOnly, laneRows, view.roadmap],
  );
  const groupMenu = useCallback(
    (group: LaneGroup) =>
      isReadOnly ? null : <GroupMenu caseId={caseId} group={group} roadmap={view.roadmap} />,
    [caseId, isReadOnly, view.roadmap],
  );
  const { lateOn, roadmap } = screen;
  const hasLate = useMemo(
    () => lateOn !== null && roadmap.bars.some((bar) => isOverdue(bar, lateOn)),
    [lateOn, roadmap.bars],
  );
  return (
    <>
      <div className={styles.chart} data-compared={compared === null ? undefined : ''}>
        <RoadmapBoard
          cursor={screen.standing?.cursor ?? null}
          cursorLabel={screen.cursorLabel}
          ghosts={compared?.roadmap ?? null}
          groupMenu={groupMenu}
          isReadOnly={isReadOnly}
          laneMenu={laneMenu}
          lateOn={screen.lateOn}
          markedYear={screen.markedYear}
          onCursor={screen.stand}
          onDragging={bars.moves.drag}
          onDrawBar={handlers.onDrawBar}
          onFold={actions.fold}
          onKeyDown={screen.onKeyDown}
          onMoveBar={handlers.onMoveBar}
          onMoveGroup={handlers.onMoveGroup}
          onMoveLane={handlers.onMoveLane}
          onMoveMark={handlers.onMoveMark}
          onOpen={handlers.onOpen}
          preview={bars.preview}
          roadmap={screen.roadmap}
          scale={screen.scale}
          selectedId={opened?.target.id ?? null}
          today={today}
          zoom={screen.zoom}
        />
      </div>
      <div className={styles.below}>
        <Legend comparedName={compared?.name ?? null} hasLate={hasLate} />
        <Keys isReadOnly={isReadOnly} />
      </div>
    </>
  );
};
