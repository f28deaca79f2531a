import { formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isPartialDate } from '#shared/dates/types.ts';
import { NO_THEME, NO_THEME_NAME } from '#shared/domain/knowhow/booklet.ts';
import { isReviewDue } from '#shared/domain/knowhow/review.ts';
import { hasTheme, sortThemes } from '#shared/domain/knowhow/theme-lines.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';
import { AUDIENCES, type Audience, REACH_NAMES } from '#shared/domain/record/audience.ts';
import { compareOrder } from '#shared/domain/record/row-values.ts';
import { partsOf } from '#shared/domain/search/parts.ts';
import { fold } from '#shared/text/fold.ts';
import type { KnowHowRows } from './queries.ts';

/** A lesson in the list. */
export type KnowHowLine = {
  readonly row: KnowHowRow;
  readonly id: string;
  /** The beginning of what it says. */
  readonly beginning: string;
  readonly themes: string;
  readonly visibility: string;
  /** R5.2.13, or まだ. */
  readonly confirmed: string;
  readonly isDue: boolean;
  /** Everything that the filter searches, folded. */
  readonly searched: string;
};

/** All lessons, the latest first. */
export const knowHowLines = ({ knowHows: rows }: KnowHowRows, today: Day): readonly KnowHowLine[] =>
  rows.toSorted((a, b) => compareOrder(b, a)).map((row) => lineOf(row, today));

const lineOf = (row: KnowHowRow, today: Day): KnowHowLine => ({
  row,
  id: row.id,
  beginning: row.what.trim() === row.title.trim() ? '' : row.what.trim(),
  themes: row.themes.map(({ name }) => name).join('・'),
  visibility: REACH_NAMES[row.visibility],
  confirmed: confirmedWords(row.confirmedOn),
  isDue: isReviewDue(row, today),
  searched: fold(
    [...partsOf(knowHows, row, '').map(({ text }) => text), row.sourceCaseName].join(' '),
  ),
});

const confirmedWords = (date: string): string => {
  if (date === '') return 'まだ';
  return isPartialDate(date) ? formatPartialDate(date, 'dotted') : date;
};

/** Stands for whatever theme, and whatever visibility. */
export const ALL = 'all';

export type KnowHowFilter = {
  readonly text: string;
  /** The id of a theme, `NO_THEME` or `ALL`. */
  readonly theme: string;
  readonly visibility: Audience | typeof ALL;
  /** Only those that nobody has confirmed for a year. */
  readonly isDue: boolean;
};

export const NO_FILTER: KnowHowFilter = { text: '', theme: ALL, visibility: ALL, isDue: false };

export const filterKnowHows = (
  lines: readonly KnowHowLine[],
  { text, theme, visibility, isDue }: KnowHowFilter,
): readonly KnowHowLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(
    (line) =>
      (theme === ALL || isOf(line.row, theme)) &&
      (visibility === ALL || line.row.visibility === visibility) &&
      (!isDue || line.isDue) &&
      words.every((word) => line.searched.includes(word)),
  );
};

const isOf = (row: KnowHowRow, theme: string): boolean =>
  theme === NO_THEME ? row.themes.length === 0 : hasTheme(row, theme);

/** Themes to filter by: all that the office has. */
export const themeOptions = ({ themes }: KnowHowRows) => [
  { id: ALL, label: 'すべてのテーマ' },
  ...sortThemes(themes).map(({ id, name }) => ({ id: id as string, label: name })),
  { id: NO_THEME, label: NO_THEME_NAME },
];

export const VISIBILITY_OPTIONS: readonly {
  readonly id: Audience;
  readonly label: string;
}[] = AUDIENCES.map((id) => ({ id, label: REACH_NAMES[id] }));
