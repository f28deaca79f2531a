import type { FiscalYear } from '../../dates/types.ts';
import type { CaseDigest } from '../digest/digest.ts';
import type { ThemeRow } from '../office/office.ts';
import type { Audience } from '../record/audience.ts';
import { compareTexts, fiscalYearOfCase, groupBy } from '../record/row-values.ts';
import { cell, type Table, type TableRow } from '../tables/table.ts';
import { hasTheme, placeOf, sortThemes } from './theme-lines.ts';
import { yearSpans } from './years.ts';

export type MatrixOptions = {
  /** Ids of themes that are left out. */
  readonly hidden: readonly string[];
  /** The first fiscal year that counts; null for all. */
  readonly since: FiscalYear | null;
  readonly audience: Audience;
};

/** The column of the municipalities' names, in percent. */
const NAMES = 8;

/** Municipalities × themes: in which years each was at which. Themes and municipalities without any are left out. */
export const matrixTable = (
  themes: readonly ThemeRow[],
  digests: readonly CaseDigest[],
  { hidden, since, audience }: MatrixOptions,
): Table<'matrix'> => {
  const heads = digests
    .map((digest) => digest.case)
    .filter((head) => since === null || (fiscalYearOfCase(head) ?? since) >= since);
  const shown = sortThemes(themes).filter(
    ({ id }) => !hidden.includes(id) && heads.some((head) => hasTheme(head, id)),
  );
  const places = [...groupBy(heads, placeOf)]
    .filter(([, own]) => own.some((head) => shown.some(({ id }) => hasTheme(head, id))))
    .toSorted(([a], [b]) => compareTexts(a, b));
  const share = shown.length === 0 ? 0 : (100 - NAMES) / shown.length;
  const body = places.map(
    ([, own]): TableRow => [
      cell(own[0]?.municipalityName ?? ''),
      ...shown.map(({ id }) => {
        const taken = own.filter((head) => hasTheme(head, id));
        const words = yearSpans(taken.flatMap((head) => fiscalYearOfCase(head) ?? []));
        // A case without a year was at it, too.
        if (taken.length > 0 && words === '') return cell('○');
        return words === '' ? cell() : cell(words);
      }),
    ],
  );
  return {
    id: 'matrix',
    // Which themes a municipality took up is nobody's secret.
    outgoing: { audience, leftOut: [] },
    caption: '市町村とテーマ　取り組んだ年度',
    columns: [
      {
        id: 'municipality',
        label: '市町村',
        width: shown.length === 0 ? 100 : NAMES,
        isHeading: true,
      },
      ...shown.map(({ id, name }) => ({ id, label: name, width: share })),
    ],
    header: [[cell('市町村'), ...shown.map(({ name }) => cell(name))]],
    body,
    notes: [],
    sources: [],
    remarks: [],
  };
};
