import type { FiscalYear } from '../../dates/types.ts';
import { plainOf } from '../../text/folded.ts';
import { countOf, readMark } from './cell-marks.ts';
import { isDitto } from './ditto.ts';
import { findRounds, guessRounds } from './find-rounds.ts';
import { type Grid, isBlankRow } from './grid.ts';
import { fieldOfHeading, headingKey, type ImportField, type Mapping } from './import-field.ts';
import { isBody } from './read-supporters.ts';
import { readWhen } from './read-when.ts';
import { type Form, type RowShape, SEARCHED_ROWS, type Shape } from './shape.ts';
import { isOther, subHeadings } from './sub-headings.ts';

/**
 * What kind of table a grid is; where its headings say nothing, a guess that staff may change. Headings
 * of columns come before those of rounds where both are there: 第1回支援 may stand in any cell.
 */
export const recognise = (grid: Grid, year: FiscalYear): Shape => {
  const rows = findRows(grid);
  const rounds = findRounds(grid, year);
  if (rounds && (rows?.header === null || rows === null || rounds.header <= (rows.header ?? 0))) {
    return rounds;
  }
  return rows ?? guessColumns(grid, year);
};

/** A table read in the form that staff chose. */
export const recogniseAs = (grid: Grid, form: Form, year: FiscalYear): Shape =>
  form === 'rounds'
    ? (findRounds(grid, year) ?? guessRounds(grid, year))
    : (findRows(grid) ?? guessColumns(grid, year));

/** Whether a table's own words say what it is. */
export const isRecognised = (grid: Grid, year: FiscalYear): boolean =>
  findRows(grid) !== null || findRounds(grid, year) !== null;

const findRows = (grid: Grid): RowShape | null => {
  for (const [header, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const { fields, names, lastHeader } = subHeadings(grid, header);
    const known = fields.filter((field) => field !== null);
    if (!known.includes('content') || new Set(known).size < 2) continue;
    const marked = markColumns(grid, fields, names, lastHeader);
    const all = among(fields, names).map((field, column) =>
      marked.includes(column) ? 'supporters' : field,
    );
    const when = row[fields.findIndex((field) => field === 'when' || field === 'month')]?.text;
    const mapping = once(all, names);
    return {
      kind: 'rows',
      form: formOf(when, all),
      header,
      lastHeader,
      mapping,
      names,
      guessed: [
        ...marked.filter((column) => !isBody(names[column] ?? '', [])),
        ...othersOf(mapping, names),
      ],
    };
  }
  return null;
};

/** So many rows are looked at to see what a column holds. */
const SAMPLE = 300;

/**
 * Columns under unknown headings that hold nothing but ○: those who took part. Numbers are marks, too,
 * where they stand among marks, and where they stand below a body beside a column of marks.
 */
const markColumns = (
  grid: Grid,
  fields: readonly (ImportField | null)[],
  names: readonly string[],
  lastHeader: number,
): readonly number[] => {
  const below = grid.slice(lastHeader + 1, lastHeader + 1 + SAMPLE);
  const kinds = fields.map((field, column): 'marks' | 'counts' | null => {
    const name = names[column] ?? '';
    if (field !== null || name === '' || name.length > 20) return null;
    const texts = below.flatMap((row) => {
      const text = row[column]?.text ?? '';
      return text === '' || isDitto(text) ? [] : [text];
    });
    const marks = texts.flatMap((text) => readMark(text).mark ?? []);
    const counts = texts.flatMap((text) => countOf(text) ?? []);
    if (counts.length + marks.length < texts.length) return null;
    if (marks.includes('yes')) return 'marks';
    return isBody(name, []) && counts.includes(1) && Math.max(...counts) < 2 ? 'counts' : null;
  });
  return kinds.includes('marks')
    ? kinds.flatMap((kind, column) => (kind === null ? [] : [column]))
    : [];
};

/** Columns その他 below those who took part: in any other place they are remarks. */
const othersOf = (mapping: Mapping, names: readonly string[]): readonly number[] =>
  mapping.flatMap((field, column) =>
    (field === 'supporters' || field === 'attendance') && isOther(names[column] ?? '')
      ? [column]
      : [],
  );

const formOf = (
  when: string | undefined,
  fields: readonly (ImportField | null)[],
): RowShape['form'] => {
  if (when === undefined) return 'columns';
  const known = new Set(fields.filter((field) => field !== null));
  if (headingKey(when) === '時期' || (known.has('supporters') && known.has('modes')))
    return 'details';
  return known.size === 2 && known.has('when') ? 'flow' : 'columns';
};

/** Fields that several columns may make up together. */
const isShared = (field: ImportField, names: readonly string[], column: number): boolean => {
  const name = names[column] ?? '';
  if (field === 'time') return /^(?:開始|終了)/.test(headingKey(name));
  const isPeople = field === 'supporters' || field === 'attendance';
  return isPeople && (fieldOfHeading(name) === null || isOther(name));
};

/** 区分 beside 内容 says of what kind a meeting is; 日 without 月 is the whole date. */
const among = (
  fields: readonly (ImportField | null)[],
  names: readonly string[],
): readonly (ImportField | null)[] => {
  const isSort = (column: number): boolean => headingKey(names[column] ?? '') === '区分';
  const hasOther = fields.some((field, column) => field === 'content' && !isSort(column));
  const hasMonth = fields.includes('month');
  return fields.map((field, column) => {
    if (field === 'content' && hasOther && isSort(column)) return 'kind';
    return field === 'day' && !hasMonth ? 'when' : field;
  });
};

/** Each field once; a second column of the same kind is a text that is kept as a remark. */
const once = (fields: readonly (ImportField | null)[], headings: readonly string[]): Mapping => {
  const used = new Set<ImportField>();
  const names = fields.filter((field) => field === 'content').length;
  return fields.map((field, column) => {
    if (field === null) return 'ignore';
    if (!used.has(field) || isShared(field, headings, column)) {
      used.add(field);
      return field;
    }
    // 回 | 日時 | 内容: the first names the meeting, the second is what was done there.
    return field === 'content' && names === 2 && column > 0 ? 'programme' : 'remarks';
  });
};

const FORMS: readonly (readonly [number, RowShape['form'], Mapping])[] = [
  [4, 'details', ['when', 'content', 'supporters', 'modes']],
  [2, 'flow', ['when', 'content']],
  [1, 'columns', ['content']],
];
const USUAL: Mapping = ['when', 'content', 'supporters', 'modes'];

/** Columns whose place alone says what they hold; a date speaks for itself. */
const byPlace = (mapping: Mapping, names: readonly string[]): readonly number[] =>
  mapping.flatMap((field, column) => {
    const isSure = field === 'ignore' || field === 'when';
    return isSure || fieldOfHeading(names[column] ?? '') === field ? [] : [column];
  });

/**
 * Without headings that are known: as many columns as the forms have are read as those, from the first
 * row with a date on; what else stands over the columns is used as far as it is known.
 */
const guessColumns = (grid: Grid, year: FiscalYear): RowShape => {
  const width = grid[0]?.length ?? 0;
  const first = Math.max(
    0,
    grid.findIndex((row) => !isBlankRow(row)),
  );
  const isDate = (text: string): boolean => (readWhen(text, year)?.date ?? '') !== '';
  const dated = grid.slice(0, SEARCHED_ROWS).findIndex(([cell]) => isDate(cell?.text ?? ''));
  const isData = /\d|^〃$/.test(plainOf(grid[first]?.[0]?.text ?? '')) || width === 1;
  const form = FORMS.find(([columns]) => columns === width);
  const header = isData ? null : Math.max(first, dated - 1);
  const names = Array.from({ length: width }, (_, column) =>
    header === null ? '' : (grid[header]?.[column]?.text ?? ''),
  );
  const rest = { kind: 'rows' as const, lastHeader: header, header, names };
  if (form && (isData || (dated > 0 && names.filter(Boolean).length < width))) {
    return { ...rest, form: form[1], mapping: form[2], guessed: byPlace(form[2], names) };
  }
  if (isData || dated <= 0) {
    const mapping = names.map((_, column) => (isData ? USUAL[column] : undefined) ?? 'ignore');
    return { ...rest, form: 'columns', mapping, guessed: byPlace(mapping, names) };
  }
  const known = once(names.map(fieldOfHeading), names);
  const content = known.findIndex((field, column) => field === 'ignore' && column > 0);
  const mapping = known.map((field, column): ImportField => {
    if (column === 0 && field === 'ignore') return 'when';
    return column === content && !known.includes('content') ? 'content' : field;
  });
  const guessed = mapping.flatMap((field, column) => (field === known[column] ? [] : [column]));
  return { ...rest, form: 'columns', mapping, guessed };
};
