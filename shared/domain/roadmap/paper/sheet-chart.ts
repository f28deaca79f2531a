import { AUDIENCE_NAMES } from '../../record/audience.ts';
import { BAR_KIND_NAMES, BAR_KINDS } from '../collections.ts';
import type { Roadmap } from '../model.ts';
import { type Scale, scaleOf } from '../scale.ts';
import { headingOf } from './heading.ts';
import { dateWords, notesOf } from './notes.ts';
import type { PageOptions } from './options.ts';
import {
  barLook,
  borders,
  type CellLook,
  type Sheet,
  type SheetCell,
  type SheetRow,
  textCell,
} from './sheet-cells.ts';
import { COLUMN_LETTERS, type SheetItem, tracksOf } from './sheet-tracks.ts';
import { emWidth } from './text-width.ts';
import * as ink from './tokens.ts';

export type SheetOptions = Pick<
  PageOptions,
  'municipality' | 'versionName' | 'date' | 'today' | 'withSources' | 'outgoing'
>;

/** 分野 and 取組み stand before the months. */
const NAMES = 2;
const NAME_LETTERS = [9, 13] as const;
/** Letters of Excel's width unit in a full-width letter, and heights of a line (points). */
const PER_LETTER = 2.15;
const LINE = 14;
/** A folded year's column has room for its name. */
const YEAR_LETTERS = 5.6;
const HIGHEST = 400;

const ALL = ['left', 'right', 'top', 'bottom'] as const;
const MONTH: CellLook = {
  ...borders('thin', ink.LINE_YEAR, ALL),
  backgroundColor: ink.HEAD_GROUND,
  fontSize: 9,
  align: 'center',
  alignVertical: 'center',
  wrap: true,
};
const HEAD: CellLook = { ...MONTH, fontSize: 11, fontWeight: 'bold' };
const NAME: CellLook = {
  ...borders('thin', ink.LINE_YEAR, ALL),
  ...{ backgroundColor: ink.NAME_GROUND, alignVertical: 'center', wrap: true },
};

/** The chart as a worksheet: months in columns, bars as merged cells with their names. */
export const chartSheet = (roadmap: Roadmap, options: SheetOptions): Sheet => {
  const scale = scaleOf(roadmap, 'month');
  const top = headRows(roadmap, options);
  const body = roadmap.groups.flatMap(({ id, name }) => {
    const own = roadmap.lanes.filter((lane) => lane.group === id);
    const rows = own.flatMap((lane) =>
      laneRows(lane.name, tracksOf(roadmap, lane, scale, options.today), scale),
    );
    return withGroup(name, rows.length === 0 ? laneRows('', [[]], scale) : rows);
  });
  const notes = notesOf(roadmap, options);
  return {
    name: 'ロードマップ',
    rows: [
      ...top,
      ...headerRows(scale),
      ...body,
      [],
      legendRow(roadmap, scale),
      ...notes.map((text) => [textCell(text, { textColor: ink.QUIET_INK, fontSize: 9 })]),
    ],
    widths: [
      ...NAME_LETTERS.map((letters) => letters * PER_LETTER),
      ...scale.columns.map(
        ({ isWholeYear }) => (isWholeYear ? YEAR_LETTERS : COLUMN_LETTERS) * PER_LETTER,
      ),
    ],
    frozenRows: top.length + 2,
    frozenColumns: NAMES,
    headingRow: top.length + 1,
  };
};

const headRows = (roadmap: Roadmap, options: SheetOptions): readonly SheetRow[] => {
  const facts = [
    dateWords(options.date, options.versionName),
    options.versionName === '' ? '' : `「${options.versionName}」`,
    roadmap.provisional ? '【暫定版】' : '',
    `【${AUDIENCE_NAMES[options.outgoing.audience]}】`,
  ];
  return [
    [
      textCell(headingOf(roadmap, options.municipality), {
        fontWeight: 'bold',
        fontSize: 16,
        alignVertical: 'center',
        height: 26,
      }),
    ],
    ...(roadmap.caption === '' ? [] : [[textCell(roadmap.caption, { textColor: ink.QUIET_INK })]]),
    [
      textCell(
        facts.filter((fact) => fact !== '').join('　'),
        roadmap.provisional ? { fontWeight: 'bold' } : {},
      ),
    ],
  ];
};

/** 令和N年度 over its months, both rows merged where there is one name for both. */
const headerRows = (scale: Scale): readonly SheetRow[] => {
  const names = (['分野', '取組み'] as const).map((text) => ({
    ...textCell(text, HEAD),
    rowSpan: 2,
  }));
  // A year of which the period has a month or two wraps its name.
  const most = Math.max(
    1,
    ...scale.years
      .filter(({ isFolded }) => !isFolded)
      .map(({ label, columns }) =>
        Math.ceil((emWidth(label) * 1.1 + 0.4) / (columns * COLUMN_LETTERS)),
      ),
  );
  const yearHeight = most * LINE * 1.1 + 5;
  return [
    [
      ...names,
      ...scale.years.flatMap(({ label, columns }) => [
        { ...textCell(label, HEAD), columnSpan: columns, height: yearHeight },
        ...nulls(columns - 1),
      ]),
    ],
    [...nulls(NAMES), ...scale.columns.map(({ label }) => textCell(label, MONTH))],
  ];
};

const nulls = (count: number): readonly null[] => Array.from({ length: count }, () => null);

/** A lane's rows without its group's cell. */
const laneRows = (
  name: string,
  tracks: readonly (readonly SheetItem[])[],
  scale: Scale,
): readonly (readonly (SheetCell | null)[])[] => {
  const nameLines = Math.ceil(emWidth(name) / (NAME_LETTERS[1] - 0.6));
  return tracks.map((items, index) => {
    const lines = Math.max(1, ...items.map((item) => item.lines), nameLines / tracks.length);
    const height = Math.min(HIGHEST, Math.max(22, lines * LINE + 8));
    return [
      index === 0 ? { ...textCell(name, NAME), rowSpan: tracks.length, height } : null,
      ...monthCells(items, scale, index === tracks.length - 1, height),
    ];
  });
};

const monthCells = (
  items: readonly SheetItem[],
  scale: Scale,
  isLast: boolean,
  height: number,
): readonly (SheetCell | null)[] => {
  const yearStarts = new Set(scale.years.map(({ firstColumn }) => firstColumn));
  const look = (isYearStart: boolean): SheetCell => ({
    ...borders('hair', ink.LINE, ['right']),
    ...borders(isYearStart ? 'thin' : 'hair', isYearStart ? ink.LINE_YEAR : ink.LINE, ['left']),
    ...(isLast && borders('thin', ink.LINE, ['bottom'])),
    height,
  });
  const looks = [look(false), look(true)] as const;
  const empty = (column: number): SheetCell => looks[yearStarts.has(column) ? 1 : 0];
  const cells: (SheetCell | null)[] = scale.columns.map((_, column) => empty(column));
  for (const { content, text, from, columns, beside } of items) {
    if (content.kind === 'bar') {
      const isCancelled = content.bar.state === 'cancelled';
      const look = {
        ...barLook(content.bar.kind),
        ...(isCancelled && { backgroundColor: ink.PAPER, textColor: ink.QUIET_INK }),
        height,
      };
      cells[from] = { ...textCell(beside > 0 ? '' : text, look), columnSpan: columns };
      cells.fill(null, from + 1, from + columns);
      if (beside > 0)
        cells[from + columns] = textCell(text, {
          ...empty(from + columns),
          alignVertical: 'center',
        });
    } else {
      // Text runs on over the empty cells behind it.
      cells[from] = textCell(text, {
        ...empty(from),
        textColor: ink.MARK,
        alignVertical: 'center',
      });
    }
  }
  return cells;
};

const withGroup = (
  name: string,
  rows: readonly (readonly (SheetCell | null)[])[],
): readonly SheetRow[] => {
  const lines = Math.ceil(emWidth(name) / (NAME_LETTERS[0] - 0.6));
  const first = rows[0]?.[0]?.height ?? 0;
  const height = Math.min(HIGHEST, Math.max(first, (lines / rows.length) * LINE + 8));
  return rows.map((row, index) => [
    index === 0
      ? { ...textCell(name, { ...NAME, fontWeight: 'bold' }), rowSpan: rows.length, height }
      : null,
    ...row,
  ]);
};

/** The kinds on this sheet, each in a cell of its own look, over three months' columns. */
const legendRow = (roadmap: Roadmap, scale: Scale): SheetRow => {
  const kinds = BAR_KINDS.filter((kind) => roadmap.bars.some((bar) => bar.kind === kind));
  const width = Math.min(3, scale.columns.length);
  const marks =
    roadmap.milestones.length > 0
      ? [textCell('◆ 節目', { textColor: ink.MARK, alignVertical: 'center' })]
      : [];
  return [
    kinds.length + marks.length === 0
      ? null
      : textCell('凡例', { align: 'right', alignVertical: 'center' }),
    null,
    ...kinds.flatMap(
      (kind): SheetRow => [
        {
          ...textCell(BAR_KIND_NAMES[kind], { ...barLook(kind), align: 'center' }),
          columnSpan: width,
          height: 20,
        },
        ...nulls(width - 1),
        null,
      ],
    ),
    ...marks,
  ];
};
