import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  isFindingKind,
  LINK_KIND_NAMES,
  LINKED_COLLECTIONS,
  type LinkedCollection,
  type LinkKind,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import { actions, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { checkValues } from '#shared/domain/record/check-values.ts';
import type { MeetingId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Command } from '../../records/command.ts';
import type { Draft, Values } from '../../records/draft.ts';
import { missing, setRecord } from '../record/records.ts';

/*
 * Findings and actions that stand in a meeting's note: the note links to them, and says their words.
 * Making one, and removing one, changes the record and the note in one command.
 */

/** A record that is about to be made in a note: what its line says, and the id that the note will link to. */
export type NewLinked = { readonly id: string; readonly text: string };

/**
 * Makes a record for each line of a note. One without words is somebody's beginning, and allowed here alone:
 * its words are typed where it stands.
 */
export const addLinked = (
  draft: Draft,
  document: DocumentId,
  meeting: MeetingId,
  kind: LinkKind,
  lines: readonly NewLinked[],
): Result<readonly RecordLink[]> => {
  if (!draft.row(document, meetings, meeting)) return missing(meetings.what);
  const links: RecordLink[] = [];
  for (const { id, text } of lines) {
    const checked = text === '' ? ok({ text }) : checkValues(actions, { text });
    if (!checked.ok) return checked;
    const values = { ...checked.value, meeting, inNote: true };
    if (isFindingKind(kind)) {
      draft.create(document, findings, { kind, ...values }, id);
      links.push({ collection: 'findings', id });
    } else {
      draft.create(document, actions, values, id);
      links.push({ collection: 'actions', id });
    }
  }
  return ok(links);
};

const rowOf = (draft: Draft, document: DocumentId, { collection, id }: RecordLink) =>
  draft.row(document, LINKED_COLLECTIONS[collection], id);

/**
 * Changes a record that may stand in a note. Where it was born in one, it says so anew: whoever takes its making
 * back on another desk takes away what that desk wrote, and what is written here would be a record of nowhere.
 */
export const setLinked = <N extends LinkedCollection>(
  draft: Draft,
  document: DocumentId,
  { collection, id }: RecordLink & { readonly collection: N },
  values: Values<(typeof LINKED_COLLECTIONS)[N]>,
): Result<null> => {
  const home = LINKED_COLLECTIONS[collection];
  const row = draft.row(document, home, id);
  const done = setRecord(draft, document, home, id, values);
  if (!done.ok || row?.inNote !== true) return done;
  for (const field of ['meeting', 'inNote'] as const) {
    const key = { record: id, field, member: undefined };
    draft.decideKey(document, home, key, { kind: 'set', value: row[field] });
  }
  return done;
};

/** Puts a record into the bin and takes it out of the note of its meeting, and of the one that is shown, if any. */
export const removeLinked = (
  draft: Draft,
  document: DocumentId,
  link: RecordLink,
  shown: MeetingId | '' = '',
): Result<null> => {
  const row = rowOf(draft, document, link);
  if (!row) return missing(LINKED_COLLECTIONS[link.collection].what);
  draft.remove(document, LINKED_COLLECTIONS[link.collection], link.id);
  for (const meeting of new Set([row.meeting, shown])) {
    if (draft.row(document, meetings, meeting)) draft.unlink(document, meetings, meeting, link);
  }
  return ok(null);
};

/** Takes a record out of a note; the record stays. */
export const unlinkRecord = (
  draft: Draft,
  document: DocumentId,
  link: RecordLink,
  meeting: MeetingId,
): Result<null> => {
  if (!draft.row(document, meetings, meeting)) return missing(meetings.what);
  draft.unlink(document, meetings, meeting, link);
  return ok(null);
};

/** Puts a record back into the note of a meeting, at its end. */
export const linkRecord = (
  draft: Draft,
  document: DocumentId,
  link: RecordLink,
  meeting: MeetingId,
): Result<null> => {
  if (!draft.row(document, meetings, meeting)) return missing(meetings.what);
  if (!rowOf(draft, document, link)) return missing(LINKED_COLLECTIONS[link.collection].what);
  draft.appendLink(document, meetings, meeting, link);
  return ok(null);
};

/** Takes a record that a note still links to out of the bin. */
export const restoreLinked = (
  draft: Draft,
  document: DocumentId,
  { collection, id }: RecordLink,
): Result<null> => {
  draft.restore(document, LINKED_COLLECTIONS[collection], id);
  return ok(null);
};

/** What is done to the linked records of one note, as commands. */
export const linkActs = (document: DocumentId, meeting: MeetingId) => {
  const documents = [document];
  const what = ({ collection }: RecordLink): string => LINKED_COLLECTIONS[collection].what;
  return {
    /** @param place writes the links into the note; it is given them in the order of the lines */
    add: (
      kind: LinkKind,
      lines: readonly NewLinked[],
      place: () => void,
    ): Command<readonly RecordLink[]> => ({
      label: `${LINK_KIND_NAMES[kind]}を本文で記録`,
      documents,
      run: (draft) => addLinked(draft, document, meeting, kind, lines),
      alongside: place,
    }),
    set: <N extends LinkedCollection>(
      link: RecordLink & { readonly collection: N },
      values: Values<(typeof LINKED_COLLECTIONS)[N]>,
    ): Command<null> => ({
      label: `${what(link)}を変更`,
      documents,
      run: (draft) => setLinked(draft, document, link, values),
    }),
    remove: (link: RecordLink): Command<null> => ({
      label: `${what(link)}を削除`,
      documents,
      run: (draft) => removeLinked(draft, document, link, meeting),
    }),
    unlink: (link: RecordLink): Command<null> => ({
      label: `${what(link)}を本文から外す`,
      documents,
      run: (draft) => unlinkRecord(draft, document, link, meeting),
    }),
    putBack: (link: RecordLink): Command<null> => ({
      label: `${what(link)}を本文に戻す`,
      documents,
      run: (draft) => linkRecord(draft, document, link, meeting),
    }),
    restore: (link: RecordLink): Command<null> => ({
      label: `${what(link)}を元に戻す`,
      documents,
      run: (draft) => restoreLinked(draft, document, link),
    }),
  };
};
