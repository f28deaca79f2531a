import { formatFiscalYear } from '../../dates/format.ts';
import { isFiscalYear } from '../../dates/types.ts';
import { type CaseRow, PROGRAMME_NAMES, PROGRAMMES } from '../case/case.ts';
import type { CaseId } from '../record/ids.ts';
import { compareTexts, isLive } from '../record/row-values.ts';

/** What a case's place among the years is made of. */
export type YearRow = Pick<
  CaseRow,
  | 'id'
  | 'municipalityCode'
  | 'fiscalYear'
  | 'programme'
  | 'programmeName'
  | 'continuesCase'
  | 'deletedAt'
>;

/** A case by its year; by its programme too where another case would be called the same. */
export type CaseLink = {
  readonly id: CaseId;
  readonly label: string;
  /** 前年度 or 翌年度 of the case that is looked at, or 前の案件 or 次の案件 where years lie between. */
  readonly relation: string;
};

/** The case that one continues, or why there is no way to it. */
export type CaseBefore =
  | { readonly kind: 'none' | 'binned' | 'missing' }
  | { readonly kind: 'case'; readonly link: CaseLink };

export type CaseYears = {
  readonly before: CaseBefore;
  /** The cases that continue it: more than one where a support was divided. */
  readonly after: readonly CaseLink[];
  /** All cases of its municipality, the earliest first, itself among them. */
  readonly line: readonly CaseLink[];
};

/**
 * Where a case stands among the years of its municipality, whatever links merged into: nothing is followed
 * further than one step, so that a loop is two links and no more.
 * @param cases of its municipality and those that it is linked with, in the bin or not
 */
export const yearsOf = (own: YearRow, cases: readonly YearRow[]): CaseYears => {
  const all = [...new Map([...cases, own].map((row) => [row.id, row])).values()];
  const previous = all.find(({ id }) => id === own.continuesCase);
  const next = all.filter((row) => row.continuesCase === own.id && row.id !== own.id);
  const line = all
    .filter((row) => isLive(row) || row.id === own.id)
    .filter((row) => belongs(row, own, [previous, ...next]))
    .toSorted(compareYears);
  const links = new Map(
    linksOf(line).map((link) => [link.id, { ...link, relation: relationOf(own, link.row) }]),
  );
  const linkOf = (row: YearRow): readonly CaseLink[] => {
    const found = links.get(row.id);
    if (found === undefined) return [];
    const { row: _, ...link } = found;
    return [link];
  };
  return {
    before: beforeOf(own, previous, linkOf),
    after: next.toSorted(compareYears).flatMap(linkOf),
    line: line.flatMap(linkOf),
  };
};

/** A case without a code shares its municipality with nobody. */
const belongs = (row: YearRow, own: YearRow, linked: readonly (YearRow | undefined)[]): boolean =>
  row.id === own.id ||
  linked.some((each) => each?.id === row.id) ||
  (own.municipalityCode !== '' && row.municipalityCode === own.municipalityCode);

const beforeOf = (
  own: YearRow,
  previous: YearRow | undefined,
  linkOf: (row: YearRow) => readonly CaseLink[],
): CaseBefore => {
  if (own.continuesCase === '' || own.continuesCase === own.id) return { kind: 'none' };
  if (previous === undefined) return { kind: 'missing' };
  const [link] = linkOf(previous);
  return isLive(previous) && link !== undefined ? { kind: 'case', link } : { kind: 'binned' };
};

const compareYears = (a: YearRow, b: YearRow): number =>
  (a.fiscalYear ?? Number.POSITIVE_INFINITY) - (b.fiscalYear ?? Number.POSITIVE_INFINITY) ||
  PROGRAMMES.indexOf(a.programme) - PROGRAMMES.indexOf(b.programme) ||
  compareTexts(a.id, b.id);

/** How a case of the line is linked with the one that is looked at; '' for none. */
const relationOf = (own: YearRow, row: YearRow): string => {
  if (row.id === own.id) return '';
  const years = (row.fiscalYear ?? Number.NaN) - (own.fiscalYear ?? Number.NaN);
  if (row.id === own.continuesCase) return years === -1 ? '前年度' : '前の案件';
  if (row.continuesCase !== own.id) return '';
  return years === 1 ? '翌年度' : '次の案件';
};

/** 令和4年度, 年度未入力 */
export const yearWords = ({ fiscalYear }: Pick<YearRow, 'fiscalYear'>): string =>
  fiscalYear !== null && isFiscalYear(fiscalYear) ? formatFiscalYear(fiscalYear) : '年度未入力';

/** Each by as few words as set it apart: 令和4年度, 令和4年度（県事業）, 令和4年度（県事業・その2）. */
const linksOf = (
  rows: readonly YearRow[],
): readonly (Pick<CaseLink, 'id' | 'label'> & { readonly row: YearRow })[] => {
  const programmeOf = (row: YearRow): string =>
    row.programmeName.trim() || PROGRAMME_NAMES[row.programme];
  const wordsOf = (row: YearRow): string => `${yearWords(row)}（${programmeOf(row)}）`;
  return rows.map((row) => {
    const id = row.id;
    const year = rows.filter((other) => yearWords(other) === yearWords(row));
    if (year.length === 1) return { id, row, label: yearWords(row) };
    const same = year.filter((other) => wordsOf(other) === wordsOf(row));
    const place = same.indexOf(row);
    const which = place === 0 ? '' : `・その${place + 1}`;
    return { id, row, label: `${yearWords(row)}（${programmeOf(row)}${which}）` };
  });
};
