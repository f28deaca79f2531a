import { useCallback, useMemo, useState } from 'react';
import type { Day } from '#shared/dates/types.ts';
import { useLatest } from '#ui/use-latest.ts';
import type { Cursor } from '../chart/board-props.ts';
import { type Chart, firstStanding, refit, type Standing, standingAt } from '../chart/cursor.ts';

/**
 * Where the keyboard stands on the chart; it finds its way on when what it stood on is gone.
 * @param begin where it stands as the chart opens
 */
export const useStanding = (chart: Chart, today: Day, begin: Cursor | undefined) => {
  const [wanted, setWanted] = useState<Standing | null>(() =>
    begin === undefined ? null : standingAt(chart, begin),
  );
  const standing = useMemo(
    () => refit(chart, wanted) ?? firstStanding(chart, today),
    [chart, wanted, today],
  );
  const latest = useLatest({ chart, standing });
  const stand = useCallback(
    (cursor: Cursor): void => {
      // What was just made is not on the chart yet: it is stood on once it comes.
      const { chart, standing } = latest.current;
      setWanted(standingAt(chart, cursor) ?? (standing && { ...standing, cursor }));
    },
    [latest],
  );
  return { standing, stand, standAt: setWanted };
};
