import type { CaseContent } from '#data/documents/case-content.ts';
import { writeCopy } from '#data/operations/case/copy-case.ts';
import { act } from '#data/operations/record/records.ts';
import { caseDocument } from '#shared/documents/document-id.ts';

/** Writes a case that was read from a backup beside today's. */
export const addCopy = (content: CaseContent) =>
  act('復元した写しを追加', [caseDocument(content.id)], writeCopy, content);
