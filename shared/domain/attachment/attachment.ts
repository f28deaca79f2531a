import { defineCollection, type Row } from '../record/collection.ts';
import {
  choice,
  hidden,
  line,
  order,
  partialDate,
  plainNumber,
  reference,
} from '../record/field.ts';

/** Whom a file is for: one that is internal goes to nobody but the office, nor does a note show it to others. */
export const FILE_AUDIENCES = ['anybody', 'internal'] as const;

/** What a file is, wherever it is attached: its bytes lie in the records folder, by their SHA-256. */
const file = {
  name: line('ファイル名', { called: '添付ファイルの名前', isRequired: true }),
  remark: line('説明', { example: '例：当日の配布資料' }),
  /** SHA-256 of its bytes, 64 hexadecimal digits: the name under which they lie in the records folder. */
  hash: hidden('ファイルの中身', { isWatched: false }),
  /** In bytes. */
  size: plainNumber('大きさ', { isQuiet: true, isWatched: false }),
  addedOn: partialDate('加えた日', { isQuiet: true, isWatched: false }),
  addedBy: line('加えた人', { isQuiet: true, isWatched: false }),
  audience: choice(
    '見せる範囲',
    FILE_AUDIENCES,
    'anybody',
    { anybody: 'だれにでも', internal: '内部の添付ファイル' },
    { isQuiet: true, isWatched: false, reaches: { internal: 'office' } },
  ),
  order: order(),
};

/** A file of a meeting, or of the case itself, where `meeting` names none. */
export const attachments = defineCollection({
  name: 'attachments',
  home: 'case',
  what: '添付ファイル',
  within: 'meeting',
  fields: { ...file, meeting: reference('会合', 'meetings') },
});
export type AttachmentRow = Row<typeof attachments>;

/** A file of a municipality, or of a card of know-how. */
export const officeAttachments = defineCollection({
  name: 'officeAttachments',
  home: 'office',
  what: '添付ファイル',
  within: 'knowHow',
  fields: {
    ...file,
    municipality: reference('市町村', 'municipalities'),
    knowHow: reference('ノウハウ', 'knowHows'),
  },
});
export type OfficeAttachmentRow = Row<typeof officeAttachments>;

/** What a note says of a picture: the attachment that it was put in from, and the hash of its bytes. */
type ShownPicture = { readonly attachment: string; readonly hash: string };

/** Whether a picture of a note goes to nobody but the office. */
export type IsInternalPicture = (picture: ShownPicture) => boolean;

/**
 * The mark is that of the attachment which the picture names, be that taken off since: the same bytes that are attached
 * once more stay what they are there. Where nobody knows that attachment, any internal one of these bytes is enough.
 * @param files all attachments of the note's document, those in the bin too
 */
export const internalPictures = (
  files: readonly Readonly<Record<'id' | 'hash' | 'audience', unknown>>[],
): IsInternalPicture => {
  const known = new Map(files.map((file) => [file.id, file]));
  const internal = files.filter(({ audience }) => audience === 'internal');
  const hashes = new Set(internal.map(({ hash }) => hash));
  return ({ attachment, hash }) => {
    const named = known.get(attachment);
    return named?.hash === hash ? named.audience === 'internal' : hashes.has(hash);
  };
};
