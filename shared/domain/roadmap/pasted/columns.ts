import { fold } from '../../../text/fold.ts';
import type { Grid, GridCell } from '../../import/grid.ts';
import { headingKey } from '../../import/import-field.ts';

/** The columns of the table of a roadmap, in its order; rows without headings are read so. */
export const ROADMAP_COLUMNS = [
  'group',
  'lane',
  'label',
  'start',
  'end',
  'kind',
  'state',
  'progress',
  'owner',
  'actualStart',
  'actualEnd',
  'note',
] as const;
export type RoadmapColumn = (typeof ROADMAP_COLUMNS)[number];
export const ROADMAP_COLUMN_NAMES: Readonly<Record<RoadmapColumn, string>> = {
  group: '分野',
  lane: '取組み',
  label: '名前',
  start: '開始',
  end: '終了',
  kind: '種類',
  state: '状態',
  progress: '進み',
  owner: '担当',
  actualStart: '実績開始',
  actualEnd: '実績終了',
  note: '備考',
};

/** What a column of a pasted table may be. */
export type BarColumn = RoadmapColumn | 'period';
export const BAR_COLUMN_NAMES: Readonly<Record<BarColumn | 'ignore', string>> = {
  ...ROADMAP_COLUMN_NAMES,
  period: '期間（開始～終了）',
  ignore: '取り込まない',
};

/** Which column of the table each column of a grid is; null for one that is not known. */
export type ColumnMap = readonly (BarColumn | null)[];

/** What staff say that columns are, by column, in place of what is recognised. */
export type ChosenColumns = readonly (readonly [number, BarColumn | 'ignore'])[];

/** Where the headings of a grid stand, and what its columns are. */
export type Columns = {
  /** The row of headings, and the last one where there are two; null where there is none. */
  readonly header: number | null;
  readonly lastHeader: number | null;
  /** What stands over each column, the lower words where there are two rows. */
  readonly names: readonly string[];
  readonly columns: ColumnMap;
  /** Whether only their order says what they are. */
  readonly isGuess: boolean;
};

/** Captions may stand above the headings; never more than this. */
const SEARCHED_ROWS = 10;

const WORDS: readonly (readonly [RoadmapColumn | 'period', RegExp])[] = [
  ['group', /^(?:分野|区分|大項目|柱|グループ|group)$/],
  ['lane', /^(?:取り?組み?|取組名|取組内容|項目|中項目|事業|事業名|行|lane)$/],
  ['label', /^(?:名前|名称|内容|帯|帯の名前|ラベル|小項目|label)$/],
  ['start', /^(?:開始|始まり|始期|自|から|着手)(?:年?月|時期|年月日|日)?$|^(?:start|from)$/],
  ['end', /^(?:終了|終わり|終期|至|まで|完了)(?:年?月|時期|年月日|日)?$|^(?:end|to)$/],
  ['period', /^(?:期間|実施期間|実施時期|時期|スケジュール)$/],
  ['kind', /^(?:種類|種別|段階|kind)$/],
  ['state', /^(?:状態|状況|進捗状況|state|status)$/],
  ['progress', /^(?:進み|進捗|進捗率|達成率|progress|%)$/],
  ['owner', /^(?:担当|担当者|担当課|主体|実施主体|owner)$/],
  ['actualStart', /^実績の?(?:開始|始まり)(?:年?月)?$/],
  ['actualEnd', /^実績の?(?:終了|終わり|完了)(?:年?月)?$/],
  ['note', /^(?:備考|メモ|注|補足|摘要|note)$/],
];

/** The words as `headingKey` leaves a heading. */
const KEYED = WORDS.map(
  ([column, words]) => [column, new RegExp(fold(words.source), 'u')] as const,
);

/** What the heading of a column says that it is; null where it is not known. */
export const columnOf = ({ text, covered }: GridCell): ColumnMap[number] => {
  if (covered) return null;
  const key = headingKey(text);
  return KEYED.find(([, words]) => words.test(key))?.[0] ?? null;
};

/** Where the headings of a grid stand, and what they say; without any, the table's own order. */
export const findColumns = (grid: Grid, chosen: ChosenColumns | null = null): Columns => {
  const found = recognised(grid);
  if (chosen === null) return found;
  const own = new Map(chosen);
  const columns = found.columns.map((column, at) => {
    const said = own.get(at) ?? column;
    return said === 'ignore' ? null : said;
  });
  return { ...found, columns, isGuess: false };
};

const recognised = (grid: Grid): Columns => {
  for (const [header, row] of grid.slice(0, SEARCHED_ROWS).entries()) {
    const single = { columns: row.map(columnOf), names: row.map(ownText), lastHeader: header };
    const double = belowEachOther(row, grid[header + 1] ?? [], header);
    for (const found of double === null ? [single] : [double, single]) {
      const columns = once(found.columns);
      const known = new Set(columns);
      const hasName = known.has('label') || known.has('lane');
      if (hasName && (known.has('start') || known.has('period')))
        return { ...found, columns, header, isGuess: false };
    }
  }
  const columns = (grid[0] ?? []).map((_, at) => ROADMAP_COLUMNS[at] ?? null);
  return { header: null, lastHeader: null, names: columns.map(() => ''), columns, isGuess: true };
};

const ownText = ({ text, covered }: GridCell): string => (covered ? '' : text);

/** 期間 or 実績 over 開始 and 終了: two rows of headings, of which the lower one holds nothing else. */
const belowEachOther = (
  upper: readonly GridCell[],
  lower: readonly GridCell[],
  header: number,
): Omit<Columns, 'header' | 'isGuess'> | null => {
  const filled = lower.filter((cell) => ownText(cell) !== '');
  if (filled.length === 0 || filled.some((cell) => columnOf(cell) === null)) return null;
  // A caption or a blank row over the headings says nothing of them.
  if (!upper.some((cell) => columnOf(cell) !== null || isActual(cell.text))) return null;
  // A heading reaches over the blanks beside it, merged or not.
  let over = '';
  const columns = upper.map((cell, at): ColumnMap[number] => {
    over = cell.text || over;
    const below = lower[at];
    const own = below === undefined || ownText(below) === '' ? null : columnOf(below);
    if (own === null) return columnOf(cell);
    if (isActual(over) && own === 'start') return 'actualStart';
    return isActual(over) && own === 'end' ? 'actualEnd' : own;
  });
  const names = upper.map((cell, at) => ownText(lower[at] ?? cell) || ownText(cell));
  return { columns, names, lastHeader: header + 1 };
};

const isActual = (heading: string): boolean => /^実績/.test(headingKey(heading));

/** Of two columns with the same heading the first counts. */
const once = (columns: ColumnMap): ColumnMap =>
  columns.map((column, at) => (columns.indexOf(column) === at ? column : null));
