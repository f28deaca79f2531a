import type { TakeAlong } from '#data/operations/chain/take-along.ts';
import type { ActionFate } from '#data/operations/meeting/case-end.ts';
import type { Day } from '#shared/dates/types.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  countsOf,
  type Offer,
  offerOf,
  TAKEN_KIND_NAMES,
  TAKEN_KINDS,
  type TakenKind,
  type YearRecord,
} from '#shared/domain/chain/offer.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import type { Option } from '#ui/option.ts';
import type { TakingRows } from './queries.ts';

/** What is chosen of what may be taken along. */
export type Taking = { readonly takes: readonly TakenKind[]; readonly fate: ActionFate };

/** All of it, and the year before keeps its promises open: nobody has settled them yet. */
export const USUAL_TAKING: Taking = { takes: TAKEN_KINDS, fate: 'keep' };

export const FATE_NAMES: Readonly<Record<ActionFate, string>> = {
  keep: 'そのまま残す',
  done: '済にする',
  dropped: '中止にする',
};

/** What the form of a case says already that is not made yet: its themes by their names. */
type ComingCase = Pick<CaseRow, 'themeText'> & { readonly themes: readonly string[] };

const comingCase = ({ themes, themeText }: ComingCase): YearRecord => ({
  case: {
    ...emptyRow(cases, '', NO_ID),
    themes: themes.map((name) => ({ id: '', name, order: '' })),
    themeText,
  },
  supporters: [],
  actions: [],
  lanes: 0,
});

/** @param form of a case that is not made yet */
export const offerIn = (
  rows: TakingRows,
  form: ComingCase = { themes: [], themeText: '' },
): Offer => offerOf(rows.before, rows.own ?? comingCase(form));

/** 支援者と役割 4; only what there is to take. */
export const takenOptions = (offer: Offer): readonly Option<TakenKind>[] => {
  const counts = countsOf(offer);
  return TAKEN_KINDS.filter((id) => counts[id] > 0).map((id) => ({
    id,
    label:
      id === 'roadmap'
        ? `${TAKEN_KIND_NAMES[id]}（取組み ${counts[id]}）`
        : `${TAKEN_KIND_NAMES[id]} ${counts[id]}`,
  }));
};

/** The order to take along what is chosen and there; null for nothing. */
export const takingOf = (
  rows: TakingRows | undefined,
  { takes, fate }: Taking,
  today: Day,
): TakeAlong | null => {
  if (rows === undefined || takes.length === 0) return null;
  return { from: rows.before.case.id, kinds: takes, fate, today, roadmap: rows.roadmap };
};
