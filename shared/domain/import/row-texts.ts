import type { FiscalYear } from '../../dates/types.ts';
import { quote } from '../../text/typed.ts';
import { countOf, readMark } from './cell-marks.ts';
import { isNarrow, TOO_NARROW } from './cell-remarks.ts';
import { fillDitto, isDitto, isNone, isPartDitto } from './ditto.ts';
import { type Grid, type GridCell, isBlankRow } from './grid.ts';
import { fieldOfHeading, type ImportField } from './import-field.ts';
import { noteOf } from './note-row.ts';
import type { Doubt } from './proposal.ts';
import { isRepeatedHeading } from './repeated-headings.ts';
import type { RowShape } from './shape.ts';
import { splitRow } from './split-row.ts';
import { isOther } from './sub-headings.ts';

/** The texts of one meeting by field, with 〃 filled. */
export type Row = {
  readonly index: number;
  readonly source: readonly string[];
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  readonly columns: Readonly<Partial<Record<ImportField, number>>>;
  /** Whether it stands below the table, or as a remark between its rows. */
  readonly isNote: boolean;
  readonly doubts: readonly Doubt[];
  readonly problems: readonly Doubt[];
};

/** What stands between two columns of one field; else they stand one below the other. */
const BETWEEN: Readonly<Partial<Record<ImportField, string>>> = { time: '～', attendance: '、' };

type Gathered = { readonly doubts: Doubt[]; readonly problems: Doubt[] };

/** What Excel shows where it could not reckon. */
const ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;
/** Without these a row is no meeting. */
const NEEDED: readonly ImportField[] = ['when', 'year', 'month', 'day', 'time', 'content'];

/** The rows below the headings; blank rows and repeated headings are none, a row of bullets is several. */
export const rowTexts = (grid: Grid, shape: RowShape, year: FiscalYear): readonly Row[] => {
  const { lastHeader, mapping } = shape;
  const filler = createFiller(shape);
  const rows: Row[] = [];
  const read: RawRow[] = [];
  for (const [index, cells] of grid.entries()) {
    if (lastHeader !== null && index <= lastHeader) continue;
    if (isBlankRow(cells) || isRepeatedHeading(grid, shape, index)) continue;
    const source = cells.map(({ text, covered }) => (covered ? '' : text));
    const found: Gathered = { doubts: remarksOf(cells, index, shape), problems: [] };
    const note = noteOf(cells, shape, year, read.length > 0);
    const texts = new Map<number, string>();
    for (const [column, field] of mapping.entries()) {
      const text = field === 'ignore' ? '' : ownText(cells, shape, column);
      texts.set(column, checked(text, field, { row: index, column }, found));
    }
    const before = read.at(-1);
    if (before && note === null && goesOn(cells, shape, index))
      addLines(before, cells, texts, found);
    else read.push({ index, source, texts, note, found });
  }
  for (const { index, source, texts, note, found } of read) {
    if (note !== null) {
      rows.push({ index, source, texts: note, columns: {}, isNote: true, ...found });
      continue;
    }
    for (const part of splitRow(texts, mapping, year)) {
      const own: Gathered = { doubts: [...found.doubts], problems: [...found.problems] };
      own.doubts.push(
        ...part.doubts.map(({ column, reason }) => ({ cell: { row: index, column }, reason })),
      );
      rows.push({ index, source, isNote: false, ...filler.fill(part.texts, index, own), ...own });
    }
  }
  return rows;
};

type RawRow = {
  readonly index: number;
  readonly source: readonly string[];
  readonly texts: Map<number, string>;
  readonly note: ReturnType<typeof noteOf>;
  readonly found: Gathered;
};

/** Whether a row only goes on with the meeting above: the cell of its name is merged over both. */
const goesOn = (cells: readonly GridCell[], { mapping }: RowShape, row: number): boolean => {
  const content = cells[mapping.indexOf('content')];
  return content?.covered !== undefined && content.covered.row < row && content.text !== '';
};

/** The cells of such a row are further lines of those above; those that are merged say nothing new. */
const addLines = (
  before: RawRow,
  cells: readonly GridCell[],
  texts: ReadonlyMap<number, string>,
  { doubts, problems }: Gathered,
): void => {
  for (const [column, text] of texts) {
    if (cells[column]?.covered || text === '' || isDitto(text)) continue;
    before.texts.set(column, [before.texts.get(column) ?? '', text].filter(Boolean).join('\n'));
  }
  before.found.doubts.push(...doubts);
  before.found.problems.push(...problems);
};

/** A cell that is merged over others to its right says nothing of them, unless they hold the same. */
const ownText = (cells: readonly GridCell[], { mapping }: RowShape, column: number): string => {
  const { text = '', covered } = cells[column] ?? {};
  const isOther = covered !== undefined && covered.column !== column;
  return isOther && mapping[covered.column] !== mapping[column] ? '' : text;
};

const GUESSED = '列の見出しから分からないため、並びから推測しました。';

/** What the source says of the cells that are taken in, each reason once. */
const remarksOf = (
  cells: readonly GridCell[],
  row: number,
  { mapping, names, guessed }: RowShape,
): Doubt[] => {
  const seen = new Set<string>();
  return cells.flatMap(({ text, remarks: own = [] }, column): readonly Doubt[] => {
    // A ○ below a name that nothing else explains is told with the ○.
    const isMark = mapping[column] === 'supporters' && names[column] !== '';
    const isGuess = guessed.includes(column) && !isMark && text !== '';
    const remarks = isGuess ? [...own, GUESSED] : own;
    const isUsed = mapping[column] !== undefined && mapping[column] !== 'ignore';
    const fresh = isUsed ? remarks.filter((reason) => !seen.has(reason)) : [];
    for (const reason of fresh) seen.add(reason);
    return fresh.map((reason) => ({ cell: { row, column }, reason }));
  });
};

const checked = (
  text: string,
  field: ImportField,
  cell: Doubt['cell'],
  { doubts, problems }: Gathered,
): string => {
  if (isNarrow(text)) {
    const reason = TOO_NARROW;
    if (NEEDED.includes(field)) problems.push({ cell, reason });
    else doubts.push({ cell, reason });
    return '';
  }
  if (!ERROR.test(text)) return text;
  doubts.push({ cell, reason: `${quote(text)}は計算のエラーです。空のまま取り込みます。` });
  return '';
};

/** R4 or 4 below 年度 is 令和4年度. */
const asFiscalYear = (text: string): string => {
  const bare = text.trim().replace(/年度?$/, '');
  if (bare === '') return '';
  return /^[\d０-９]{1,2}$/.test(bare) ? `令和${bare}年度` : `${bare}年度`;
};

/** Behind 〃 in a name nobody knows what the rest belongs to; brackets behind people may leave some out. */
const isUnsure = (field: ImportField | undefined, typed: string): boolean =>
  field === 'content' || (field === 'supporters' && /[(（]/.test(typed));

/** Fills 〃 from above, turns marks into the names over them, and joins the columns of one field. */
const createFiller = ({ mapping, names, guessed }: RowShape) => {
  const above = new Map<number, string>();

  const filled = (column: number, typed: string, cell: Doubt['cell'], doubts: Doubt[]): string => {
    const before = above.get(column) ?? '';
    const text = fillDitto(typed, before);
    const isRepeat = isDitto(typed) || isPartDitto(typed);
    if (isRepeat && before === '') {
      const reason = '「〃」の上に値がありません。空のまま取り込みます。';
      doubts.push({ cell, reason });
    } else if (isPartDitto(typed) && isUnsure(mapping[column], typed)) {
      doubts.push({ cell, reason: '「〃」を上の値で埋めました。' });
    }
    above.set(column, text);
    return text;
  };
  /** ○ below 県 is 県; a number of heads below 町 is 町5人. */
  const named = (column: number, text: string, cell: Doubt['cell'], doubts: Doubt[]): string => {
    const field = mapping[column];
    const name = names[column] ?? '';
    if (field === 'year' && /年度/.test(name)) return asFiscalYear(text);
    if ((field !== 'supporters' && field !== 'attendance') || name === '' || text === '')
      return text;
    if (fieldOfHeading(name) !== null && !isOther(name)) return text;
    const doubt = (reason: string): void => void doubts.push({ cell, reason });
    const { mark, more } = readMark(text);
    if (more !== '' && mark !== null) doubt(`${quote(more)}は取り込みません。`);
    const isGuess = guessed.includes(column);
    if (mark === 'no') return '';
    if (mark !== null) {
      if (mark === 'maybe' || isGuess)
        doubt(`${quote(text)}の列の見出し${quote(name)}を名前として取り込みます。`);
      return name.replaceAll('\n', '');
    }
    const count = countOf(text);
    if (field === 'supporters' && count === 0) {
      doubt(`${quote(text)}なので、${quote(name)}は取り込みません。`);
      return '';
    }
    if (field === 'supporters' && count !== null) {
      doubt(`${quote(text)}を○と同じとみて、${quote(name)}を取り込みます。`);
      return name.replaceAll('\n', '');
    }
    if (field === 'attendance' && /^[\d０-９]{1,4}[人名]?$/.test(text))
      return `${name}${text.replace(/[人名]$/, '')}人`;
    if (isGuess && !isNone(text))
      doubt(`列${quote(name)}の${quote(text)}を名前として取り込みます。`);
    return text;
  };

  return {
    fill: (
      texts: ReadonlyMap<number, string>,
      row: number,
      { doubts }: Gathered,
    ): Pick<Row, 'texts' | 'columns'> => {
      const found: Partial<Record<ImportField, string>> = {};
      const columns: Partial<Record<ImportField, number>> = {};
      for (const [column, field] of mapping.entries()) {
        if (field === 'ignore') continue;
        const cell = { row, column };
        const typed = filled(column, texts.get(column) ?? '', cell, doubts);
        const text = named(column, typed, cell, doubts);
        columns[field] ??= column;
        // Two columns of one field stand one below the other; 開始 and 終了 are one time.
        found[field] = [found[field] ?? '', text].filter(Boolean).join(BETWEEN[field] ?? '\n');
      }
      return { texts: found, columns };
    },
  };
};
