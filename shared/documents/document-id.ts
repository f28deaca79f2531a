import { type CaseId, isId } from '../domain/record/ids.ts';

/** A Yjs document: one for the office, one for each case. */
export type DocumentId = 'office' | `case:${CaseId}`;

export const OFFICE: DocumentId = 'office';

export const caseDocument = (id: CaseId): DocumentId => `case:${id}`;

/** The case that a document holds, or undefined for the office. */
export const caseOf = (document: DocumentId): CaseId | undefined =>
  document === OFFICE ? undefined : (document.slice('case:'.length) as CaseId);

export const isDocumentId = (value: string): value is DocumentId =>
  value === OFFICE || (value.startsWith('case:') && isId(value.slice('case:'.length)));

/** The name of a document's folder of log files; a colon is not allowed in Windows file names. */
export const folderOf = (document: DocumentId): string => document.replace(':', '-');

export const documentOfFolder = (folder: string): DocumentId | undefined => {
  const document = folder.replace('-', ':');
  return isDocumentId(document) ? document : undefined;
};
