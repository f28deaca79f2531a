import {
  memo,
  type ReactNode,
  type RefObject,
  startTransition,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { BoardLayout, GroupBox, LaneBox } from '#shared/domain/roadmap/layout/layout.ts';
import styles from './board.module.css';
import type { RoadmapBoardProps } from './board-props.ts';
import type { LaneRange } from './use-lanes-in-view.ts';
import { type NameGrab, useNameDrag } from './use-name-drag.ts';

type Props = Pick<
  RoadmapBoardProps,
  'laneMenu' | 'groupMenu' | 'onMoveLane' | 'onMoveGroup' | 'isReadOnly'
> & {
  readonly layout: BoardLayout;
  readonly range: LaneRange;
  readonly scroller: RefObject<HTMLElement | null>;
};

/** 分野 and 取組み beside the chart: only those in view. */
export const BoardNames = memo(
  ({ layout, range, scroller, laneMenu, groupMenu, ...deeds }: Props): ReactNode => {
    const names = useRef<HTMLDivElement>(null);
    const line = useRef<HTMLDivElement>(null);
    const drag = useNameDrag(layout, deeds, scroller, names, line);
    // The menus come behind the first paint: many of them take as long as the rest together.
    const [hasMenus, setHasMenus] = useState(false);
    useEffect(() => {
      const frame = requestAnimationFrame(() =>
        setTimeout(() => startTransition(() => setHasMenus(true))),
      );
      return () => cancelAnimationFrame(frame);
    }, []);
    const isFixed = deeds.isReadOnly === true;
    const listeners = (grab: NameGrab) => ({
      onPointerDown: (event: React.PointerEvent<HTMLElement>) => drag.start(grab, event),
      onPointerMove: drag.move,
      onPointerUp: drag.finish,
      onPointerCancel: drag.cancel,
    });
    const hasMenu = hasMenus && !isFixed;
    const groups = groupsIn(layout, range);
    return (
      <div className={styles.names} ref={names} style={{ height: layout.height }}>
        {groups.map((box) => (
          <div
            className={styles.group}
            data-fixed={isFixed || undefined}
            key={box.group.id}
            style={{ top: box.y, height: box.height }}
            {...listeners({ kind: 'group', id: box.group.id })}
          >
            <div className={styles.groupName}>
              <NameLines lines={box.nameLines} />
              {hasMenu && <span className={styles.menu}>{groupMenu(box.group)}</span>}
            </div>
          </div>
        ))}
        {groups
          .filter((box) => box.lanes === 0)
          .map((box) => (
            <div
              className={`${styles.lane} ${styles.empty}`}
              key={box.group.id}
              style={{ top: box.y, height: box.height }}
            >
              取組みなし
            </div>
          ))}
        {layout.lanes.slice(range.first, range.end).map((box) => (
          <div
            className={styles.lane}
            data-fixed={isFixed || undefined}
            key={box.lane.id}
            style={{ top: box.y, height: box.height }}
            {...listeners({ kind: 'lane', id: box.lane.id })}
          >
            <NameLines lines={box.nameLines} />
            {hasMenu && <span className={styles.menu}>{laneMenu(box.lane)}</span>}
          </div>
        ))}
        <div className={styles.dropLine} hidden ref={line} />
      </div>
    );
  },
);

/** Broken as the layout has it, so that the row is as high as its name. */
const NameLines = ({ lines }: { readonly lines: readonly string[] }) => (
  <span>
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have nothing else
      <span className={styles.nameLine} key={index}>
        {line}
      </span>
    ))}
  </span>
);

/** The groups of the lanes in view, and those without lanes between them. */
const groupsIn = (
  { groups, lanes, height }: BoardLayout,
  { first, end }: LaneRange,
): readonly GroupBox[] => {
  const top = lanes[first]?.y ?? 0;
  const last: LaneBox | undefined = lanes[end - 1];
  const isToTheEnd = end >= lanes.length;
  const bottom = !last || isToTheEnd ? height : last.y + last.height;
  return groups.filter(
    (group) => group.y + group.height >= (first === 0 ? 0 : top) && group.y <= bottom,
  );
};
