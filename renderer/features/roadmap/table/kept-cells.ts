import type { CaseId } from '#shared/domain/record/ids.ts';
import { ROADMAP_COLUMNS, type RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import type { InputDraft } from '#ui/commit/drafts.ts';
import {
  type AddedRow,
  nothingTyped,
  putCells,
  type Typed,
  type TypedCell,
} from './typed-cells.ts';

/** What a cell says that was not handed over when the app ended. */
const LEFT = '書きかけの入力です。Enterを2回押すと決まります。';
const NEW = 'new:';

export const tableDraftKey = (caseId: CaseId): string => `roadmap.table.${caseId}`;

export const cellDraftPrefix = (caseId: CaseId): string => `${tableDraftKey(caseId)}#`;

export const cellDraftKey = (caseId: CaseId, row: string, column: RoadmapColumn): string =>
  `${cellDraftPrefix(caseId)}${row} ${column}`;

type KeptCell = readonly [row: string, column: RoadmapColumn, text: string];

/** Whether nothing is typed but what its record holds. */
export const isAllStored = (typed: Typed): boolean =>
  cellsOf(typed).length === 0 && addedOf(typed).length === 0;

/** What was typed, as a draft keeps it. */
export const keptOf = (typed: Typed): Readonly<Record<string, string>> => ({
  cells: JSON.stringify(cellsOf(typed)),
  added: JSON.stringify(addedOf(typed)),
});

const addedOf = ({ added }: Typed): readonly AddedRow[] => added.filter((row) => !row.isStored);

/** Whether a cell holds what an earlier table has left. */
export const isLeft = ({ error }: TypedCell): boolean => error === LEFT;

const cellsOf = ({ cells }: Typed): readonly KeptCell[] =>
  [...cells].flatMap(([row, columns]) =>
    ROADMAP_COLUMNS.flatMap((column): readonly KeptCell[] => {
      const cell = columns[column];
      return cell === undefined || cell.isStored ? [] : [[row, column, cell.text]];
    }),
  );

export const textOf = (typed: Typed): string =>
  cellsOf(typed)
    .map(([, , text]) => text)
    .filter((text) => text !== '')
    .join(' / ');

/** Whether all that is typed has been sent off, so that nobody has to do anything. */
export const isOnItsWay = (typed: Typed): boolean =>
  addedOf(typed).length === 0 &&
  [...typed.cells.values()].every((row) =>
    Object.values(row).every(({ error, sentOver }) => error === null && sentOver !== undefined),
  );

/** What an earlier table has left, and the cells in which somebody was typing when it ended. */
export const typedOf = (table: InputDraft | undefined, open: readonly InputDraft[]): Typed => {
  const added = read(table?.parts?.added).flatMap((each) =>
    isAdded(each) ? [{ id: each.id, after: each.after }] : [],
  );
  const start: Typed = { ...nothingTyped(), added };
  const kept = read(table?.parts?.cells).filter(isKeptCell);
  const typing = open.flatMap(({ key, text }): readonly KeptCell[] => {
    const [row = '', column] = key.slice(key.indexOf('#') + 1).split(' ');
    const cell = [row, column, text];
    return isKeptCell(cell) ? [cell] : [];
  });
  return [...kept, ...typing].reduce(withCell, start);
};

const withCell = (typed: Typed, [row, column, text]: KeptCell): Typed => {
  const isNew = row.startsWith(NEW);
  const isMissing = isNew && !typed.added.some(({ id }) => id === row);
  const placed = isMissing ? { ...typed, added: [...typed.added, { id: row, after: '' }] } : typed;
  return putCells(placed, row, { [column]: { text, error: isNew ? null : LEFT } });
};

const read = (json: string | undefined): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

const isKeptCell = (value: unknown): value is KeptCell =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  ROADMAP_COLUMNS.some((column) => column === value[1]) &&
  typeof value[2] === 'string';

const isAdded = (value: unknown): value is { readonly id: string; readonly after: string } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'after' in value &&
  typeof value.after === 'string';
