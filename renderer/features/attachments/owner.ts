import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { AttachmentRow, OfficeAttachmentRow } from '#shared/domain/attachment/attachment.ts';
import {
  type CaseId,
  type Id,
  type MeetingId,
  type MunicipalityCode,
  NO_ID,
} from '#shared/domain/record/ids.ts';

/** What files are attached to. */
export type Owner =
  | { readonly kind: 'meeting'; readonly caseId: CaseId; readonly meeting: MeetingId }
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'municipality'; readonly code: MunicipalityCode }
  | { readonly kind: 'knowHow'; readonly id: Id<'knowHows'> };

export type FileRow = AttachmentRow | OfficeAttachmentRow;

/** The document whose records say which files an owner has. */
export const documentOf = (owner: Owner): DocumentId =>
  'caseId' in owner ? caseDocument(owner.caseId) : OFFICE;

/** What a record says of whose file it is, for one that is added. */
export const meetingOf = (owner: Extract<Owner, { readonly caseId: CaseId }>): MeetingId =>
  owner.kind === 'meeting' ? owner.meeting : NO_ID;

/** Words that name an owner in keys and drafts. */
export const keyOf = (owner: Owner): string => {
  switch (owner.kind) {
    case 'meeting':
      return `meeting.${owner.meeting}`;
    case 'case':
      return `case.${owner.caseId}`;
    case 'municipality':
      return `municipality.${owner.code}`;
    case 'knowHow':
      return `knowHow.${owner.id}`;
  }
};
