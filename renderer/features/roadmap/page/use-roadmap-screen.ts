import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { showProblem, useRun } from '#adapters/store/store.tsx';
import type { BeginValues } from '#data/operations/roadmap/roadmap.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { isEmptyRoadmap } from '#shared/domain/roadmap/build.ts';
import { LOST_LANE, type MilestoneId } from '#shared/domain/roadmap/model.ts';
import { lateOn as lateDay } from '#shared/domain/roadmap/overdue.ts';
import { scaleOf, type Zoom } from '#shared/domain/roadmap/scale.ts';
import type { Result } from '#shared/result.ts';
import { useLatest } from '#ui/use-latest.ts';
import { standingWords } from '../chart/announce.ts';
import type { Cursor, MarkPlace } from '../chart/board-props.ts';
import { type Answer, useBarMoves } from '../chart/use-bar-moves.ts';
import { useBoardKeys } from '../chart/use-board-keys.ts';
import { beginCommand } from '../commands.ts';
import { milestoneOf, type PanelTarget, targetOf } from '../model.ts';
import type { RoadmapView } from '../queries.ts';
import { useVersions } from '../versions/use-versions.ts';
import type { RoadmapPageProps } from './roadmap-props.ts';
import { useRoadmapActions } from './use-roadmap-actions.ts';
import { useStanding } from './use-standing.ts';

export type RoadmapLook = 'chart' | 'table';

/** What is open beside the chart; `isNew` where its name is what comes next. */
export type Opened = { readonly target: PanelTarget; readonly isNew: boolean };

export type RoadmapScreenProps = RoadmapPageProps & { readonly view: RoadmapView };

/**
 * What the page knows and does. Handlers stay the same from render to render: while a bar is dragged,
 * only what shows the drag draws anew.
 */
export const useRoadmapScreen = (props: RoadmapScreenProps) => {
  const { caseId, today, view, asked, askedVersion } = props;
  const run = useRun();
  const [look, setLook] = useState<RoadmapLook>('chart');
  const [zoom, setZoom] = useState<Zoom>('month');
  const [opened, setOpened] = useState<Opened | null>(() => {
    const target = asked === undefined ? null : targetOf(view.roadmap, asked);
    return target && { target, isNew: false };
  });
  const [announcement, announce] = useState('');
  const versions = useVersions(view.roadmap, view.versions, askedVersion);
  const { isReadOnly } = versions;
  const year = fiscalYearOfCase(view.caseRow ?? { fiscalYear: null });
  // A version shows how things stood: what is late today says nothing about it.
  const lateOn = isReadOnly ? null : lateDay(view.lastYear, today);

  const bars = useBarMoves(caseId, view.roadmap, announce, look === 'chart' && !isReadOnly);
  const { moves, pending } = bars;
  const roadmap = isReadOnly ? versions.shown.roadmap : bars.drawn;
  const scale = useMemo(() => scaleOf(roadmap, zoom), [roadmap, zoom]);
  const chart = useMemo(() => ({ roadmap, scale }), [roadmap, scale]);
  const { standing, stand, standAt } = useStanding(chart, today, opened?.target);
  const latest = useLatest({ standing, roadmap, isReadOnly });

  const open = useCallback(
    (target: PanelTarget | null, isNew = false) => {
      setOpened(target && { target, isNew });
      if (target === null) focusBoard();
      else stand(target);
    },
    [stand],
  );
  const actions = useRoadmapActions({ caseId, roadmap, scale, announce, onOpen: open });
  const onKeyDown = useBoardKeys({
    chart,
    zoom,
    standing,
    isReadOnly,
    isAsking: pending !== null,
    isPanelOpen: opened !== null,
    actions,
    announce,
    onStand: (next) => {
      standAt(next);
      announce(standingWords(chart, next, lateOn));
    },
    onOpen: open,
    onMove: (id, place) => void moves.move(id, place).then(showRefusal),
    onAnswer: (answer) => void moves.answer(answer).then(showRefusal),
  });

  const isEmpty = !isReadOnly && isEmptyRoadmap(view.roadmap);
  const hasBegun = useRef(false);
  useEffect(() => {
    if (isEmpty || !hasBegun.current) return;
    hasBegun.current = false;
    focusBoard();
  }, [isEmpty]);

  const handlers = useMemo(() => {
    const goTo = (target: PanelTarget): void => {
      setLook('chart');
      open(target);
    };
    return {
      goTo,
      goToId: (id: string): void => {
        const target = targetOf(latest.current.roadmap, id);
        if (target) goTo(target);
      },
      begin: async (groups: BeginValues['groups']): Promise<void> => {
        hasBegun.current = true;
        const begun = await run(beginCommand(caseId, { groups }));
        if (!begun.ok) hasBegun.current = false;
      },
      answer: async (answer: Answer): Promise<void> => {
        showRefusal(await moves.answer(answer));
        focusBoard();
      },
      /** Adds a bar or a milestone where the keyboard stands; false where there is no row for it. */
      addHere: (kind: 'bar' | 'milestone'): boolean => {
        const { standing } = latest.current;
        if (standing === null || standing.lane === LOST_LANE) return false;
        const add = kind === 'bar' ? actions.addBarAt : actions.addMilestone;
        void add(standing.lane, standing.slot);
        return true;
      },
      onOpen: (at: Cursor): void => {
        if (at.kind !== 'cell') open(at);
        else if (!latest.current.isReadOnly) void actions.addBarAt(at.lane, at.slot);
      },
      onMoveBar: async (...to: Parameters<typeof moves.move>): Promise<boolean> => {
        const moved = await moves.move(...to);
        showRefusal(moved);
        return moved.ok;
      },
      onMoveMark: async (id: MilestoneId, { lane, date }: MarkPlace): Promise<boolean> => {
        const milestone = milestoneOf(latest.current.roadmap, id);
        if (!milestone) return false;
        const patch = {
          ...(lane !== milestone.lane && { lane }),
          ...(date !== milestone.date && { date }),
        };
        return actions.moveMilestone(milestone, patch);
      },
      onDrawBar: (...to: Parameters<typeof actions.addBar>): void => void actions.addBar(...to),
      onMoveLane: (...to: Parameters<typeof actions.moveLane>): void =>
        void actions.moveLane(...to),
      onMoveGroup: (...to: Parameters<typeof actions.moveGroup>): void =>
        void actions.moveGroup(...to),
    };
  }, [actions, caseId, latest, moves, open, run]);

  const cursorLabel = useMemo(
    () => (standing === null ? '' : standingWords(chart, standing, lateOn)),
    [chart, standing, lateOn],
  );
  return {
    ...{ look, setLook, zoom, setZoom, opened, open, announcement, versions, bars, roadmap, scale },
    ...{ standing, stand, cursorLabel, actions, onKeyDown, isEmpty, isReadOnly, handlers },
    ...{ year, lateOn, markedYear: view.shownBy.length > 1 ? year : null },
  };
};

export type RoadmapScreenState = ReturnType<typeof useRoadmapScreen>;

/** Where no field can show it. */
const showRefusal = (result: Result<unknown>): void => {
  if (!result.ok) showProblem(result.error);
};

/** Gives the keyboard back to the chart, or to the table's current cell. */
const focusBoard = (): void =>
  document
    .querySelector<HTMLElement>('[data-roadmap-cursor], [data-roadmap-table] [tabindex="0"]')
    ?.focus();
