import { comparePartialDates } from '../../dates/calendar.ts';
import { isPartialDate, type PartialDate } from '../../dates/types.ts';
import type { PreparationRow } from '../case/case.ts';
import { roundNumberOf } from '../meeting/typed-values.ts';
import { compareOrder, groupBy, isLive } from '../record/row-values.ts';
import type { LadderRung } from './ladder.ts';

/** 【第2回支援に向けて】: the steps that lead to a round, and where they stand on the ladder. */
export type PreparationBlock = {
  readonly towards: number;
  /** The index of the rung before which it stands; as many as there are rungs for the end. */
  readonly at: number;
  readonly steps: readonly PreparationRow[];
};

const dateOf = ({ date }: PreparationRow): PartialDate => (isPartialDate(date) ? date : '');

/** By date, those without one last, as they were put. */
const compareSteps = (a: PreparationRow, b: PreparationRow): number => {
  const [one, other] = [dateOf(a), dateOf(b)];
  if (one === '' || other === '')
    return Number(one === '') - Number(other === '') || compareOrder(a, b);
  return comparePartialDates(one, other) || compareOrder(a, b);
};

/**
 * Steps between rounds, round by round: each block stands right behind the round before, else in front of
 * its own, else at the end.
 * @param opened a round whose block is shown though it has no step yet
 */
export const placePreparations = (
  rungs: readonly LadderRung[],
  rows: readonly PreparationRow[],
  opened: number | null = null,
): readonly PreparationBlock[] => {
  const groups = groupBy(rows.filter(isLive), ({ towards }) => towards ?? 0);
  const numbers = new Set([...groups.keys(), ...(opened === null ? [] : [opened])]);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((towards) => ({
      towards,
      at: indexFor(rungs, towards),
      steps: (groups.get(towards) ?? []).toSorted(compareSteps),
    }));
};

const indexFor = (rungs: readonly LadderRung[], towards: number): number => {
  const indexOf = (number: number): number =>
    rungs.findLastIndex((rung) => rung.kind === 'round' && roundNumberOf(rung.round) === number);
  if (towards <= 1) return 0;
  const before = indexOf(towards - 1);
  if (before >= 0) return before + 1;
  const own = indexOf(towards);
  return own >= 0 ? own : rungs.length;
};
