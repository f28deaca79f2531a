import type { DocumentId } from '#shared/documents/document-id.ts';
import { MEETING_KIND_NAMES, rounds } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { TABLE_FIELDS } from '#shared/domain/meeting/table-fields.ts';
import type { Id } from '#shared/domain/record/ids.ts';
import { type TableId, tableOptions } from '#shared/domain/tables/material.ts';
import { optionsOf, type TableOptions, writeWidths } from '#shared/domain/tables/options.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';

/** A table's own id is the id of its record. */
const recordOf = (table: TableId) => table as string as Id<'tableOptions'>;

/** Changes how a table of the case looks; what is not named stays as it is. */
export const setTableOptions = (
  draft: Draft,
  document: DocumentId,
  table: TableId,
  change: Partial<TableOptions>,
): Result<null> => {
  const before = optionsOf(table, draft.rows(document, tableOptions));
  const { widths, hiddenKinds, hiddenRounds, shownFields, ...fields } = { ...before, ...change };
  const values = { ...fields, widths: writeWidths(widths) };
  if (draft.row(document, tableOptions, table)) draft.set(document, tableOptions, table, values);
  else draft.create(document, tableOptions, values, recordOf(table));
  const kinds = hiddenKinds.map((id) => ({ id, name: MEETING_KIND_NAMES[id] }));
  draft.setMembers(document, tableOptions, table, 'hiddenKinds', kinds);
  const all = draft.rows(document, rounds);
  const left = hiddenRounds.map((id) => {
    const round = all.find((each) => each.id === id);
    return { id, name: round ? roundTitle(round) : '' };
  });
  draft.setMembers(document, tableOptions, table, 'hiddenRounds', left);
  const shown = TABLE_FIELDS.filter(({ id }) => shownFields.includes(id)).map(({ id, field }) => ({
    id,
    name: field.name,
  }));
  draft.setMembers(document, tableOptions, table, 'shownFields', shown);
  return ok(null);
};
