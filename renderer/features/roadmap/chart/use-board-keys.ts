import { type KeyboardEvent, useMemo } from 'react';
import { type Bar, type BarId, LOST_LANE } from '#shared/domain/roadmap/model.ts';
import type { Zoom } from '#shared/domain/roadmap/scale.ts';
import { shiftSpan } from '#shared/domain/roadmap/span.ts';
import { assertNever } from '#shared/result.ts';
import { isImeKey } from '#ui/ime.ts';
import { useLatest } from '#ui/use-latest.ts';
import { neighbourLane, type PanelTarget, resized, shiftDate } from '../model.ts';
import type { RoadmapActions } from '../page/use-roadmap-actions.ts';
import { barName } from './announce.ts';
import type { BarPlace } from './board-props.ts';
import { type Chart, type Standing, walk } from './cursor.ts';
import { type BoardKey, boardKeyOf, strideOf } from './keys.ts';
import type { Answer } from './use-bar-moves.ts';

type Options = {
  readonly chart: Chart;
  readonly zoom: Zoom;
  readonly standing: Standing | null;
  readonly isReadOnly: boolean;
  /** Whether a move waits for the answer about its followers. */
  readonly isAsking: boolean;
  readonly isPanelOpen: boolean;
  readonly actions: RoadmapActions;
  readonly announce: (message: string) => void;
  readonly onStand: (standing: Standing) => void;
  readonly onOpen: (target: PanelTarget | null) => void;
  readonly onMove: (id: BarId, place: BarPlace) => void;
  readonly onAnswer: (answer: Answer) => void;
};

/** The keys of the chart. */
export const useBoardKeys = (options: Options) => {
  const latest = useLatest(options);
  return useMemo(
    () =>
      (event: KeyboardEvent<HTMLElement>): void => {
        if (event.defaultPrevented || isImeKey(event)) return;
        const pressed = boardKeyOf(event);
        if (pressed === null || !follow(pressed, latest.current)) return;
        event.preventDefault();
        event.stopPropagation();
      },
    [latest],
  );
};

/** Does what a key asks for; false leaves the key to others. */
const follow = (pressed: BoardKey, options: Options): boolean => {
  const { chart, standing, isAsking, isPanelOpen, announce } = options;
  if (standing === null) return false;
  const { cursor } = standing;
  const bar = cursor.kind === 'bar' ? barOf(chart, cursor.id) : undefined;
  if (pressed.kind === 'walk') {
    const next = walk(chart, standing, pressed.step);
    options.onStand(next);
    // With the panel open, looking goes along with walking.
    if (isPanelOpen && next.cursor.kind !== 'cell') options.onOpen(next.cursor);
    return true;
  }
  if (pressed.kind === 'close') {
    if (isAsking) options.onAnswer('cancel');
    else if (isPanelOpen) options.onOpen(null);
    else return false;
    return true;
  }
  if (pressed.kind === 'undo') {
    if (isAsking) options.onAnswer('cancel');
    return isAsking;
  }
  if (pressed.kind === 'open') {
    if (isAsking) options.onAnswer('together');
    else if (cursor.kind !== 'cell') options.onOpen(cursor);
    else if (options.isReadOnly) announce(READ_ONLY);
    else void options.actions.addBarAt(cursor.lane, cursor.slot);
    return true;
  }
  if (options.isReadOnly) announce(READ_ONLY);
  else edit(pressed, options, standing, bar);
  return true;
};

const READ_ONLY = '残した版は変えられません。「版」から「いま」に戻してください。';

type Edit = Exclude<BoardKey, { readonly kind: 'walk' | 'close' | 'open' | 'undo' }>;

const edit = (pressed: Edit, options: Options, standing: Standing, bar: Bar | undefined): void => {
  const { chart, zoom, actions, announce } = options;
  switch (pressed.kind) {
    case 'add':
      void actions.addBarAt(standing.lane, standing.slot);
      return;
    case 'remove':
      if (bar) void actions.removeBar(bar);
      else if (standing.cursor.kind === 'milestone') removeMilestone(standing.cursor.id, options);
      else announce('ここには削除するものがありません。');
      return;
    case 'duplicate':
      if (bar) void actions.duplicate(bar);
      else announce(NO_BAR);
      return;
    case 'move':
    case 'lane':
    case 'resize': {
      if (standing.cursor.kind === 'milestone') {
        moveMilestone(standing.cursor.id, pressed, options);
        return;
      }
      if (!bar?.span) {
        announce(NO_BAR);
        return;
      }
      const place = placeAfter(pressed, chart, zoom, bar, bar.span);
      if (typeof place === 'string') announce(place);
      else options.onMove(bar.id, place);
      return;
    }
    default:
      assertNever(pressed);
  }
};

const NO_BAR = '帯の上で使うキーです。矢印キーで帯に移ってください。';

const barOf = ({ roadmap }: Chart, id: BarId): Bar | undefined =>
  roadmap.bars.find((each) => each.id === id);

const removeMilestone = (id: string, { chart, actions, announce }: Options): void => {
  const milestone = chart.roadmap.milestones.find((each) => each.id === id);
  if (milestone?.derived) {
    announce('支援の流れの会合は、ここからは削除できません。支援の流れで変えてください。');
  } else if (milestone) void actions.removeMilestone(milestone);
};

const FOLLOWS = '支援の流れの会合と連動しています。日付は支援の流れで変えてください。';

/** A milestone of its own goes month by month, or to the row above or below. */
const moveMilestone = (
  id: string,
  pressed: Placing,
  { chart, zoom, actions, announce }: Options,
): void => {
  const milestone = chart.roadmap.milestones.find((each) => each.id === id);
  if (!milestone || pressed.kind === 'resize') return;
  if (pressed.kind === 'lane') {
    const lane = neighbourLane(chart.roadmap, milestone.lane, pressed.direction);
    if (milestone.derived) announce(FOLLOWS);
    else if (lane === null || lane.id === LOST_LANE) announce(noLane(pressed.direction));
    else void actions.moveMilestone(milestone, { lane: lane.id });
    return;
  }
  if (milestone.derived || milestone.meeting !== '' || milestone.date === '') announce(FOLLOWS);
  else {
    const date = shiftDate(milestone.date, MONTHS[zoom] * pressed.direction);
    void actions.moveMilestone(milestone, { date });
  }
};

const MONTHS: Readonly<Record<Zoom, number>> = { month: 1, quarter: 3, year: 12 };

const noLane = (direction: -1 | 1): string =>
  `${direction < 0 ? '上' : '下'}に移せる行がありません。`;

type Placing = Extract<BoardKey, { readonly kind: 'move' | 'lane' | 'resize' }>;

/** Where a key puts a bar, or why it can't. */
const placeAfter = (
  pressed: Placing,
  { roadmap }: Chart,
  zoom: Zoom,
  bar: Bar,
  span: BarPlace['span'],
): BarPlace | string => {
  const stride = strideOf(span, zoom) * pressed.direction;
  switch (pressed.kind) {
    case 'move':
      return { lane: bar.lane, span: shiftSpan(span, stride) };
    case 'resize': {
      const next = resized(span, pressed.edge, stride);
      return next === null
        ? `${barName(bar)}はこれより短くできません。`
        : { lane: bar.lane, span: next };
    }
    case 'lane': {
      const lane = neighbourLane(roadmap, bar.lane, pressed.direction);
      if (lane === null || lane.id === LOST_LANE) {
        return noLane(pressed.direction);
      }
      return { lane: lane.id, span };
    }
  }
};
