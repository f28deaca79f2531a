import { assertNever } from '../../result.ts';
import { comparisonTable } from './comparison.ts';
import { detailTable } from './detail.ts';
import type { TableRows } from './entries.ts';
import { flowTable } from './flow-table.ts';
import type { TableId } from './material.ts';
import type { TableOptions } from './options.ts';
import { rosterTable } from './roster.ts';
import type { Table } from './table.ts';

/** One of the tables of 資料, out of a case's rows; the same rows and options give the same table. */
export const buildTable = (id: TableId, rows: TableRows, options: TableOptions): Table<TableId> => {
  switch (id) {
    case 'comparison':
      return comparisonTable(rows, options);
    case 'detail':
      return detailTable(rows, options);
    case 'flow':
      return flowTable(rows, options);
    case 'roster':
      return rosterTable(rows, options);
    default:
      return assertNever(id);
  }
};
