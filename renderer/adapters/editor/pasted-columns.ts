/** A table that is being read: which of its columns are hidden, and where we are in it. */
type Columns = {
  readonly hidden: Set<number>;
  /** How many columns `col` elements have told of. */
  told: number;
  at: number;
  /** For each column, in how many rows below a cell of above still stands. */
  readonly taken: Map<number, number>;
};

const LIMIT = 1000;

const spanOf = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), LIMIT) : 1;

/** Knows which cells stand in columns that Excel does not show (a `col` with display:none). */
export const createHiddenColumns = () => {
  const tables: Columns[] = [];
  let hasHidden = false;

  const openCell = (table: Columns, attributes: ReadonlyMap<string, string>): boolean => {
    while ((table.taken.get(table.at) ?? 0) > 0) {
      table.taken.set(table.at, (table.taken.get(table.at) ?? 0) - 1);
      table.at += 1;
    }
    const columns = spanOf(attributes.get('colspan'));
    const rows = spanOf(attributes.get('rowspan'));
    let isHidden = true;
    for (let column = table.at; column < table.at + columns; column += 1) {
      isHidden &&= table.hidden.has(column);
      if (rows > 1) table.taken.set(column, rows - 1);
    }
    table.at += columns;
    return isHidden;
  };

  return {
    /** @returns whether the element is a cell that is not shown */
    open: (name: string, attributes: ReadonlyMap<string, string>): boolean => {
      if (name === 'table') {
        tables.push({ hidden: new Set(), told: 0, at: 0, taken: new Map() });
        return false;
      }
      const table = tables.at(-1);
      if (table === undefined) return false;
      if (name === 'tr') table.at = 0;
      if (name === 'col') {
        const span = spanOf(attributes.get('span'));
        const isHidden = /display\s*:\s*none/i.test(attributes.get('style') ?? '');
        for (let more = 0; more < span && table.told < LIMIT; more += 1) {
          if (isHidden) table.hidden.add(table.told);
          table.told += 1;
        }
      }
      if (name !== 'td' && name !== 'th') return false;
      const isHidden = openCell(table, attributes);
      hasHidden ||= isHidden;
      return isHidden;
    },
    close: (name: string): void => {
      if (name === 'table') tables.pop();
    },
    hasHidden: (): boolean => hasHidden,
  };
};
