import { formatFiscalYear } from '../../dates/format.ts';
import type { CaseDigest, CaseHead } from '../digest/digest.ts';
import type { CaseId } from '../record/ids.ts';
import { compareTexts, fiscalYearOfCase, groupBy } from '../record/row-values.ts';
import { hasTheme, placeOf } from './theme-lines.ts';

/** A case, by what is compared with others. */
export type ThemedCase = Pick<CaseHead, 'id' | 'municipalityCode' | 'municipalityName' | 'themes'>;

/** Another municipality that took up the same. */
export type SimilarCase = {
  readonly id: CaseId;
  readonly municipality: string;
  /** 令和4年度 */
  readonly year: string;
  /** The themes that both have. */
  readonly themes: string;
};

/**
 * 似た取組の市町村: each other municipality once, with its case that shares most themes, the latest of such;
 * those that share most first, then the latest.
 */
export const similarCases = (
  own: ThemedCase,
  digests: readonly CaseDigest[],
): readonly SimilarCase[] => {
  const shared = (head: CaseHead) => own.themes.filter(({ id }) => hasTheme(head, id));
  const compare = (a: CaseHead, b: CaseHead): number =>
    shared(b).length - shared(a).length ||
    (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) ||
    compareTexts(placeOf(a), placeOf(b)) ||
    compareTexts(a.id, b.id);
  const others = digests
    .map((digest) => digest.case)
    .filter((head) => head.id !== own.id && shared(head).length > 0)
    // A case without a municipality may be of any.
    .filter((head) => placeOf(head) !== '' && placeOf(head) !== placeOf(own));
  return [...groupBy(others, placeOf).values()]
    .flatMap((cases) => cases.toSorted(compare).slice(0, 1))
    .toSorted(compare)
    .map((head) => {
      const year = fiscalYearOfCase(head);
      return {
        id: head.id,
        municipality: head.municipalityName,
        year: year === null ? '' : formatFiscalYear(year),
        themes: shared(head)
          .map(({ name }) => name)
          .join('・'),
      };
    });
};
