import type { Day } from '#shared/dates/types.ts';
import { actions, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import type { Audience } from '#shared/domain/record/audience.ts';
import { forAudience } from '#shared/domain/record/outgoing.ts';
import { milestones } from '#shared/domain/roadmap/collections.ts';
import type { TableContent } from '#shared/domain/tables/table.ts';
import { type ChainFilter, chainOf, filterChain, roadmapOptions, roundsOf } from './chain.ts';
import { type ChainSort, chainLines, chainTable, sortLines } from './chain-lines.ts';
import { birthplacesOf } from './model.ts';
import type { FindingsRows } from './queries.ts';

/** How the chain is looked at: what of it, in which order, on which day. */
export type ChainView = {
  readonly filter: ChainFilter;
  readonly sort: ChainSort | undefined;
  readonly today: Day;
};

/** The rows of a case as the page shows them. */
export const chainView = (rows: FindingsRows, { filter, sort, today }: ChainView) => {
  const places = birthplacesOf(rows);
  const { choiceOf } = roundsOf(rows);
  const chain = chainOf(rows, roadmapOptions(rows, places));
  const shown = filterChain(chain, filter, { choiceOf, today });
  return sortLines(chainLines(shown, places), sort);
};

/** The chain as a table for an audience: the lines that the page shows, less what stays behind. */
export const chainFor = (
  rows: FindingsRows,
  view: ChainView,
  caption: string,
  audience: Audience,
): TableContent => {
  const seen = new Set(
    chainView(rows, view).flatMap(({ finding, action }) => [
      ...(finding === null ? [] : [finding.finding.id as string]),
      ...(action === null ? [] : [action.action.id as string]),
    ]),
  );
  const { rows: shown, leftOut } = forAudience(
    { findings, actions, meetings, milestones },
    rows,
    audience,
    () => false,
  );
  return chainTable(caption, chainView({ ...rows, ...shown }, view), {
    audience,
    leftOut: leftOut.filter(({ id, field }) => seen.has(id) && (field === null || isColumn(field))),
  });
};

/** Fields that the table would show; who said a finding and what an action waits for it shows to nobody. */
const isColumn = (field: string): boolean => field !== 'saidBy' && field !== 'waitingFor';
