import { type Grid, isBlankRow } from './grid.ts';
import {
  fieldOfHeading,
  HEADING_LIMIT,
  headingKey,
  type ImportField,
  type Mapping,
} from './import-field.ts';

/** A table with a meeting in each row. */
export type RowShape = {
  readonly kind: 'rows';
  readonly form: 'details' | 'flow' | 'columns';
  /** The row of headings; null where there is none. */
  readonly header: number | null;
  readonly mapping: Mapping;
};

/** 「1〜3回目支援」: a round in each column, 日時／参加者／内容／支援のまとめ below it. */
export type RoundsShape = {
  readonly kind: 'rounds';
  /** The row that names the rounds. */
  readonly header: number;
  readonly columns: readonly { readonly column: number; readonly round: number }[];
  /** What each row below says, by row. */
  readonly rows: ReadonlyMap<number, ImportField>;
};

export type Shape = RowShape | RoundsShape;

export const SHAPE_NAMES: Readonly<Record<'rounds' | RowShape['form'], string>> = {
  rounds: '「1〜3回目支援」の表',
  details: '「支援（詳細）」の表',
  flow: '「支援の流れ」の表',
  columns: '列を指定した表',
};

/** Captions and notes may stand above the headings; never more than this. */
const SEARCHED_ROWS = 15;
const ROUND = /^第?(\d{1,2})回(?:目)?(?:支援)?$/;

/** What kind of table a grid is; where its headings say nothing, a guess that staff may change. */
export const recognise = (grid: Grid): Shape =>
  findRounds(grid) ?? findRows(grid) ?? guessColumns(grid);

const findRounds = (grid: Grid): RoundsShape | null => {
  for (const [header, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const columns = row.flatMap(({ text }, column) => {
      if (text === '' || text.length > HEADING_LIMIT) return [];
      const round = ROUND.exec(headingKey(text))?.[1];
      return round === undefined ? [] : [{ column, round: Number(round) }];
    });
    const [first] = columns;
    if (first === undefined || first.column === 0) continue;
    const rows = new Map<number, ImportField>();
    for (const [index, below] of grid.entries()) {
      if (index <= header) continue;
      const field = labelOf(below.slice(0, first.column).map(({ text }) => text));
      if (field !== null) rows.set(index, field);
    }
    // A table of rows may have 1回目支援 in a cell; only labels at the side make it this form.
    if ([...rows.values()].some((field) => field === 'when' || field === 'attendance')) {
      return { kind: 'rounds', header, columns, rows };
    }
  }
  return null;
};

/** In this form 内容 is the programme of the day. */
const labelOf = (texts: readonly string[]): ImportField | null => {
  for (const text of texts) {
    const field = fieldOfHeading(text);
    if (field === 'content') return 'programme';
    if (field !== null) return field;
  }
  return null;
};

const findRows = (grid: Grid): RowShape | null => {
  for (const [header, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const fields = row.map(({ text, covered }) => (covered ? null : fieldOfHeading(text)));
    if (!fields.includes('content') || fields.filter((field) => field !== null).length < 2)
      continue;
    return {
      kind: 'rows',
      form: formOf(row[fields.indexOf('when')]?.text, fields),
      header,
      mapping: once(fields),
    };
  }
  return null;
};

const formOf = (
  when: string | undefined,
  fields: readonly (ImportField | null)[],
): RowShape['form'] => {
  if (when === undefined) return 'columns';
  const known = new Set(fields.filter((field) => field !== null));
  if (headingKey(when) === '時期' || (known.has('supporters') && known.has('modes')))
    return 'details';
  return known.size === 2 ? 'flow' : 'columns';
};

/** Each field once; a second column of the same kind is a text that is kept as a remark. */
const once = (fields: readonly (ImportField | null)[]): Mapping => {
  const used = new Set<ImportField>();
  const names = fields.filter((field) => field === 'content').length;
  return fields.map((field, column) => {
    if (field === null) return 'ignore';
    if (!used.has(field)) {
      used.add(field);
      return field;
    }
    // 回 | 日時 | 内容: the first names the meeting, the second is what was done there.
    return field === 'content' && names === 2 && column > 0 ? 'programme' : 'remarks';
  });
};

/** Without headings: as many columns as the forms have are read as those, the rest is for staff to say. */
const guessColumns = (grid: Grid): RowShape => {
  const width = grid[0]?.length ?? 0;
  const first = grid.find((row) => !isBlankRow(row)) ?? [];
  const forms: readonly (readonly [number, RowShape['form'], Mapping])[] = [
    [4, 'details', ['when', 'content', 'supporters', 'modes']],
    [2, 'flow', ['when', 'content']],
    [1, 'columns', ['content']],
  ];
  const form = forms.find(([columns]) => columns === width);
  const isData = /\d|^〃$/.test(first[0]?.text.normalize('NFKC') ?? '') || width === 1;
  if (form && isData) return { kind: 'rows', form: form[1], header: null, mapping: form[2] };
  const guess: readonly ImportField[] = ['when', 'content', 'supporters', 'modes'];
  return {
    kind: 'rows',
    form: 'columns',
    header: isData ? null : grid.indexOf(first),
    mapping: Array.from(
      { length: width },
      (_, column) => (isData ? guess[column] : undefined) ?? 'ignore',
    ),
  };
};

/** What stands over each column, for the one who maps them. */
export const headingsOf = (grid: Grid, shape: RowShape): readonly string[] => {
  const row = shape.header === null ? undefined : grid[shape.header];
  return Array.from({ length: grid[0]?.length ?? 0 }, (_, column) => row?.[column]?.text ?? '');
};
