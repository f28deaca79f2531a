import type { Query } from '#data/records/query.ts';
import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { documentOf, type FileRow, meetingOf, type Owner } from './owner.ts';

/** The files of one owner, in their order. */
export const filesOf =
  (owner: Owner): Query<readonly FileRow[]> =>
  async (reader) => {
    const documents = [documentOf(owner)];
    if ('caseId' in owner) {
      const meeting = meetingOf(owner);
      const rows = await reader.of(attachments, documents);
      return rows.filter((row) => row.meeting === meeting);
    }
    const rows = await reader.of(officeAttachments, documents);
    return rows.filter((row) =>
      owner.kind === 'knowHow' ? row.knowHow === owner.id : row.municipality === owner.code,
    );
  };
