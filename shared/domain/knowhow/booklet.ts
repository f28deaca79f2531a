import { formatDay, formatPartialDate } from '../../dates/format.ts';
import { type Day, isPartialDate } from '../../dates/types.ts';
import { type KnowHowRow, knowHows } from '../office/know-how.ts';
import type { ThemeRow } from '../office/office.ts';
import { type Audience, mayBeShownTo } from '../record/audience.ts';
import { forAudience, type LeftOut } from '../record/outgoing.ts';
import { compareOrder, isBlank } from '../record/row-values.ts';
import {
  cell,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRow,
} from '../tables/table.ts';
import { hasTheme, sortThemes } from './theme-lines.ts';

/** Stands for what has no theme. */
export const NO_THEME = ' none';
export const NO_THEME_NAME = 'テーマなし';

export type BookletOptions = {
  readonly audience: Audience;
  /** Ids of themes that are left out; `NO_THEME` among them. */
  readonly hidden: readonly string[];
  readonly today: Day;
};

type Chapter = { readonly id: string; readonly name: string; readonly rows: readonly KnowHowRow[] };

/** Lessons by theme; one of several themes stands under each, so that every chapter is whole. */
export const chaptersOf = (
  rows: readonly KnowHowRow[],
  themes: readonly ThemeRow[],
): readonly Chapter[] => {
  const sorted = rows.toSorted(compareOrder);
  const chapters = sortThemes(themes).map(({ id, name }) => ({
    id,
    name,
    rows: sorted.filter((row) => hasTheme(row, id)),
  }));
  const filed = new Set(chapters.flatMap((chapter) => chapter.rows.map(({ id }) => id)));
  const rest = sorted.filter(({ id }) => !filed.has(id));
  return [...chapters, { id: NO_THEME, name: NO_THEME_NAME, rows: rest }].filter(
    (chapter) => chapter.rows.length > 0,
  );
};

/** The booklet as a table that goes on from page to page, and what it leaves out. */
export const bookletTable = (
  rows: readonly KnowHowRow[],
  themes: readonly ThemeRow[],
  { audience, hidden, today }: BookletOptions,
): Table<'booklet'> => {
  const shown = forAudience({ knowHows }, { knowHows: rows }, audience, () => false);
  const allowed = shown.rows.knowHows;
  const chapters = chaptersOf(allowed, themes).filter(({ id }) => !hidden.includes(id));
  const wanted = new Set<string>(
    chaptersOf(rows, themes)
      .filter(({ id }) => !hidden.includes(id))
      .flatMap((chapter) => chapter.rows.map(({ id }) => id)),
  );
  const printed = new Set(chapters.flatMap((chapter) => chapter.rows.map(({ id }) => id)));
  const isPublic = !mayBeShownTo('municipalities', audience);
  return {
    id: 'booklet',
    outgoing: { audience, leftOut: leftOutOf(shown.leftOut, wanted) },
    caption: `ノウハウ集　${formatDay(today)}現在`,
    columns: COLUMNS[isPublic ? 'public' : 'inside'],
    header: [COLUMNS[isPublic ? 'public' : 'inside'].map(({ label }) => cell(label))],
    body: chapters.flatMap((chapter) => chapterRows(chapter, isPublic)),
    notes: [],
    sources: [],
    remarks: [
      `全${rows.length}件のうち${printed.size}件を載せます。`,
      ...hiddenWords(allowed.length - printed.size),
      ...(isPublic ? ['もとになった支援と聞く相手は、公開用には載せません。'] : []),
    ],
  };
};

const column = (id: string, label: string, width: number): TableColumn => ({ id, label, width });
const COLUMNS: Readonly<Record<'inside' | 'public', readonly TableColumn[]>> = {
  inside: [
    { ...column('theme', 'テーマ', 11), isHeading: true },
    column('what', 'ノウハウ', 36),
    column('worksWhen', 'うまくいくとき', 20),
    column('avoid', '避けること', 17),
    column('source', 'もとになった支援・聞く相手', 16),
  ],
  public: [
    { ...column('theme', 'テーマ', 13), isHeading: true },
    column('what', 'ノウハウ', 43),
    column('worksWhen', 'うまくいくとき', 24),
    column('avoid', '避けること', 20),
  ],
};

const chapterRows = ({ name, rows }: Chapter, isPublic: boolean): readonly TableRow[] =>
  rows.map((row, index) => [
    { ...cell(name), rowSpan: index === 0 ? rows.length : 0 },
    linesCell([`【${row.title}】`, ...(row.what.trim() === row.title.trim() ? [] : [row.what])]),
    linesCell([row.worksWhen, suitsWords(row)]),
    linesCell([row.avoid]),
    ...(isPublic ? [] : [linesCell(sourceLines(row))]),
  ]);

const linesCell = (texts: readonly string[]): TableCell => ({
  lines: texts.filter((text) => !isBlank(text)).flatMap((text) => text.trim().split(/\r\n|\r|\n/)),
});

/** 向いている市町村：町・村／1万人未満, or '' for any. */
const suitsWords = ({ kinds, sizes }: KnowHowRow): string => {
  const words = [kinds, sizes].map((set) => set.map(({ name }) => name).join('・')).filter(Boolean);
  return words.length === 0 ? '' : `向いている市町村：${words.join('／')}`;
};

const sourceLines = (row: KnowHowRow): readonly string[] => [
  [row.sourceCaseName, ...row.sourceMeetings.map(({ name }) => name)].filter(Boolean).join('　'),
  row.contact === '' ? '' : `聞く相手：${row.contact}`,
  row.confirmedOn !== '' && isPartialDate(row.confirmedOn)
    ? `${formatPartialDate(row.confirmedOn, 'dotted')} 確認`
    : '',
];

/** Lessons that stay behind, and of the others what would stand in their last column: no booklet names findings. */
const leftOutOf = (leftOut: readonly LeftOut[], wanted: ReadonlySet<string>): readonly LeftOut[] =>
  leftOut
    .filter(({ id, field }) => wanted.has(id) && field !== 'sourceFindings')
    .map((left) => (left.field === null ? { ...left, what: `「${left.what}」のノウハウ` } : left));

const hiddenWords = (count: number): readonly string[] =>
  count === 0 ? [] : [`外したテーマの${count}件は載せません。`];
