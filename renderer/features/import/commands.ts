import {
  type Imported,
  type ImportValues,
  importMeetings,
  rememberMapping,
} from '#data/operations/import/import-meetings.ts';
import type { Command } from '#data/records/command.ts';
import { caseDocument, OFFICE } from '#shared/documents/document-id.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';

/** How a table's columns were mapped, to be known again. */
export type MappingToKeep = { readonly signature: string; readonly mapping: string };

/** Takes the chosen rows in as one step, which one undo takes back. */
export const importCommand = (
  caseId: CaseId,
  values: ImportValues,
  mapping: MappingToKeep | null,
): Command<Imported> => ({
  label: `表から${values.items.length}件を取り込み`,
  documents: [OFFICE, caseDocument(caseId)],
  run: (draft) => {
    const imported = importMeetings(draft, caseDocument(caseId), values);
    if (imported.ok && mapping) rememberMapping(draft, mapping.signature, mapping.mapping);
    return imported;
  },
});
