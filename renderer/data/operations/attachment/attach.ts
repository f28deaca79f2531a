import type { Day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { attachments } from '#shared/domain/attachment/attachment.ts';
import { meetings } from '#shared/domain/meeting/meeting.ts';
import type { CaseId, MeetingId } from '#shared/domain/record/ids.ts';
import type { TakenFile } from '#shared/ipc/attachments.ts';
import { ok, type Result } from '#shared/result.ts';
import type { NotePicture } from '../../documents/note-pictures.ts';
import type { Command } from '../../records/command.ts';
import type { Draft } from '../../records/draft.ts';
import { act, addRecord, missing } from '../record/records.ts';

/*
 * Files of a meeting, and those of them that are pictures in its note. The note holds which file is meant and what
 * it is called; the list of 添付ファイル holds the file itself.
 */

/** Who attaches, and when. */
export type Attacher = { readonly userName: string; readonly today: Day };

/** What a record says of a file that somebody attaches. */
export const attachedBy = (file: TakenFile, { userName, today }: Attacher) => ({
  ...file,
  addedOn: today,
  addedBy: userName,
});

/** Attaches pictures to a meeting; one that is attached to it already is not attached again. */
const attachPictures = (
  draft: Draft,
  document: DocumentId,
  meeting: MeetingId,
  files: readonly TakenFile[],
  by: Attacher,
): Result<readonly NotePicture[]> => {
  if (!draft.row(document, meetings, meeting)) return missing(meetings.what);
  const pictures: NotePicture[] = [];
  for (const file of files) {
    const { hash } = file;
    const known = draft
      .rows(document, attachments)
      .find((row) => row.meeting === meeting && row.hash === hash);
    if (known !== undefined) {
      pictures.push({ attachment: known.id, hash, name: known.name });
      continue;
    }
    const added = addRecord(draft, document, attachments, { ...attachedBy(file, by), meeting });
    if (!added.ok) return added;
    pictures.push({ attachment: added.value, hash, name: file.name });
  }
  return ok(pictures);
};

/**
 * Attaches pictures and puts them into the meeting's note, as one step of undo.
 * @param place writes them into the note that is open; at the note's end they go where none is
 */
export const putPictures = (
  document: DocumentId,
  meeting: MeetingId,
  files: readonly TakenFile[],
  by: Attacher,
  place?: (pictures: readonly NotePicture[]) => void,
): Command<null> => {
  let pictures: readonly NotePicture[] = [];
  return {
    label: '写真・図を本文に入れる',
    documents: [document],
    run: (draft) => {
      const attached = attachPictures(draft, document, meeting, files, by);
      if (!attached.ok) return attached;
      pictures = attached.value;
      if (place === undefined) draft.appendPictures(document, meetings, meeting, pictures);
      return ok(null);
    },
    ...(place !== undefined && { alongside: () => place(pictures) }),
  };
};

/** Puts an attached picture at the end of its meeting's note. */
const appendAttached = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  const row = draft.row(document, attachments, id);
  if (row === undefined || row.deletedAt !== '') return missing(attachments.what);
  if (!draft.row(document, meetings, row.meeting)) return missing(meetings.what);
  const picture = { attachment: row.id, hash: row.hash, name: row.name };
  draft.appendPictures(document, meetings, row.meeting, [picture]);
  return ok(null);
};

/** 「本文に入れる」 of an attached picture. */
export const putAttached = (caseId: CaseId, id: string): Command<null> => {
  const document = caseDocument(caseId);
  return act('写真・図を本文に入れる', [document], appendAttached, document, id);
};
