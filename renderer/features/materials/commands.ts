import { onCase } from '#data/operations/record/records.ts';
import { setTableOptions } from '#data/operations/tables/table-options.ts';
import type { Command } from '#data/records/command.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';

export const setTableOptionsCommand = (
  caseId: CaseId,
  table: TableId,
  change: Partial<TableOptions>,
): Command<null> => onCase(caseId, '資料の設定を変更', setTableOptions, table, change);
