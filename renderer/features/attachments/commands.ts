import { type Attacher, attachedBy, putAttached } from '#data/operations/attachment/attach.ts';
import { addRecord, recordActs } from '#data/operations/record/records.ts';
import type { Command } from '#data/records/command.ts';
import type { Draft } from '#data/records/draft.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { isPicture } from '#shared/domain/attachment/file-kind.ts';
import { NO_ID } from '#shared/domain/record/ids.ts';
import type { TakenFile } from '#shared/ipc/attachments.ts';
import { ok, type Result } from '#shared/result.ts';
import { documentOf, type FileRow, meetingOf, type Owner } from './owner.ts';

/** Names files that lie in the records folder as those of an owner: one step of undo for all of them. */
export const attachCommand = (
  owner: Owner,
  files: readonly TakenFile[],
  by: Attacher,
): Command<null> => ({
  label: files.length === 1 ? '添付ファイルを追加' : `添付ファイルを追加（${files.length}件）`,
  documents: [documentOf(owner)],
  run: (draft) => {
    for (const file of files) {
      const added = addFor(draft, owner, attachedBy(file, by));
      if (!added.ok) return added;
    }
    return ok(null);
  },
});

type Said = ReturnType<typeof attachedBy>;

const addFor = (draft: Draft, owner: Owner, said: Said): Result<unknown> => {
  if ('caseId' in owner) {
    return addRecord(draft, documentOf(owner), attachments, { ...said, meeting: meetingOf(owner) });
  }
  return addRecord(draft, OFFICE, officeAttachments, {
    ...said,
    municipality: owner.kind === 'municipality' ? owner.code : NO_ID,
    knowHow: owner.kind === 'knowHow' ? owner.id : NO_ID,
  });
};

/** The collection of an owner's files. */
export const collectionOf = (owner: Owner) => ('caseId' in owner ? attachments : officeAttachments);

/** What is done to an owner's files, each under the words that undo says. */
export const fileActs = (owner: Owner) => recordActs(documentOf(owner), collectionOf(owner));

/** 「本文に入れる」, which a picture of a meeting alone has. */
export const putIntoNote = (owner: Owner, { id, name }: FileRow): Command<null> | undefined =>
  owner.kind === 'meeting' && isPicture(name) ? putAttached(owner.caseId, id) : undefined;
