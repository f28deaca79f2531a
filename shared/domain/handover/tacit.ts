import type { CaseRow, cases } from '../case/case.ts';
import type { TextsOf } from '../record/collection.ts';
import { isBlank } from '../record/row-values.ts';

/** What no record tells, and what a successor needs first: asked of each case, read by the office alone. */
export const TACIT_FIELDS = [
  'minded',
  'deciders',
  'unsaid',
  'failed',
] as const satisfies readonly TextsOf<typeof cases>[];

/** What stands in the empty input of each. */
export const TACIT_HINTS: Readonly<Record<(typeof TACIT_FIELDS)[number], string>> = {
  minded: '連絡のしかた、時期、相手の立場など',
  deciders: '役職の名前だけではわからない、話を通す順番',
  unsaid: '以前に行きちがいになったこと、ふれてほしくないこと',
  failed: '試したこと、うまくいかなかった理由',
};

type Tacit = Pick<CaseRow, (typeof TACIT_FIELDS)[number]>;

/** The questions of a case that nobody has answered. */
export const unanswered = (row: Tacit): readonly (typeof TACIT_FIELDS)[number][] =>
  TACIT_FIELDS.filter((field) => isBlank(row[field]));
