import type { FiscalYear } from '../../dates/types.ts';
import { fold } from '../../text/fold.ts';
import type { CaseDigest } from '../digest/digest.ts';
import type { KnowHowRow } from '../office/know-how.ts';
import type { ThemeRow } from '../office/office.ts';
import type { Member } from '../record/collection.ts';
import { compareTexts, fiscalYearOfCase } from '../record/row-values.ts';

/** Whether a record carries a theme. */
export const hasTheme = (row: { readonly themes: readonly Member[] }, theme: string): boolean =>
  row.themes.some(({ id }) => id === theme);

/** Themes by name, as a reader looks for them. */
export const sortThemes = (themes: readonly ThemeRow[]): readonly ThemeRow[] =>
  themes.toSorted((a, b) => compareTexts(fold(a.name), fold(b.name)) || compareTexts(a.id, b.id));

/** A theme in the list of all. */
export type ThemeLine = {
  readonly id: string;
  readonly name: string;
  readonly municipalities: number;
  readonly cases: number;
  readonly years: readonly FiscalYear[];
  readonly knowHows: number;
};

/** Every theme with how often it was taken up. */
export const themeLines = (
  themes: readonly ThemeRow[],
  digests: readonly CaseDigest[],
  knowHows: readonly Pick<KnowHowRow, 'themes'>[],
): readonly ThemeLine[] =>
  sortThemes(themes).map(({ id, name }) => {
    const heads = digests.map((digest) => digest.case).filter((head) => hasTheme(head, id));
    return {
      id,
      name,
      municipalities: new Set(heads.map(placeOf)).size,
      cases: heads.length,
      years: heads.flatMap((head) => fiscalYearOfCase(head) ?? []),
      knowHows: knowHows.filter((row) => hasTheme(row, id)).length,
    };
  });

/** What tells municipalities apart: their code, else their name. */
export const placeOf = ({
  municipalityCode,
  municipalityName,
}: Pick<CaseDigest['case'], 'municipalityCode' | 'municipalityName'>): string =>
  municipalityCode || municipalityName;
