import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import {
  MENTIONED,
  type MentionTarget,
  type ProjectedNote,
  retold,
} from '#shared/domain/record/mention.ts';
import type { Database, NoteText } from '../database.ts';
import { keysLeadingTo } from './leading-to.ts';
import { type Mentioned, mentionedWords, readMentioned } from './read-mentioned.ts';

/*
 * What notes say as plain text (search, previews) follows what records are called: a renamed person is found by the
 * new name in every note that mentions them. An index leads from a record to those notes; others are not read.
 */

/** A note as the cache keeps it, what it mentions called as it was written. */
export const storedNote = (
  document: DocumentId,
  { id, text, mentions, pictures }: ProjectedNote,
): NoteText => ({
  document,
  id,
  text,
  ...(pictures !== undefined && { pictures }),
  ...(mentions.length > 0 && { mentions, links: [...new Set(mentions.map(({ key }) => key))] }),
});

/** What a note says today. */
export const textOfToday = ({ text, today = text }: NoteText): string => today;

/** A record that has changed. */
type Changed = { readonly collection: string; readonly id: string };

const NAMING: ReadonlySet<string> = new Set<string>([...MENTIONED, 'rounds']);

/** Whether a change may change what a record is called. */
export const mayRename = (changes: readonly Changed[]): boolean =>
  changes.some(({ collection }) => NAMING.has(collection));

/** Tells notes anew that mention records of a document which have changed. */
export const retellChanged = async (
  database: Database,
  document: DocumentId,
  changes: readonly Changed[],
): Promise<void> => {
  // A case and its rounds are in the names of what belongs to them.
  const isWide = document !== OFFICE && changes.some(({ collection }) => WIDE.has(collection));
  if (isWide) return retellMentioning(database, document);
  const targets = changes.flatMap(({ collection, id }): readonly MentionTarget[] => {
    const known = MENTIONED.find((name) => name === collection);
    return known === undefined ? [] : [{ document, collection: known, id }];
  });
  const keys = await keysLeadingTo(database, targets);
  await retell(database, await database.noteTexts.where('links').anyOf(keys).primaryKeys());
};

const WIDE: ReadonlySet<string> = new Set(['cases', 'rounds']);

/** Tells notes anew that mention any record of a document. */
export const retellMentioning = async (database: Database, document: DocumentId): Promise<void> =>
  retell(
    database,
    await database.noteTexts.where('links').startsWith(`${document}/`).primaryKeys(),
  );

/** Tells those of a document's notes anew that mention anything. */
export const retellOwn = (
  database: Database,
  document: DocumentId,
  notes: readonly ProjectedNote[],
): Promise<void> =>
  retell(
    database,
    notes.flatMap(({ id, mentions }): NoteKey[] => (mentions.length > 0 ? [[document, id]] : [])),
  );

type NoteKey = [DocumentId, string];

/** What records are called is gathered first: what is stored meanwhile is told when its own turn comes. */
const retell = async (database: Database, keys: readonly NoteKey[]): Promise<void> => {
  if (keys.length === 0) return;
  const unique = new Map(keys.map((key) => [key.join(' '), key]));
  const read = await database.noteTexts.bulkGet([...unique.values()]);
  const notes = read.filter((note) => note !== undefined);
  const mentioned = await readMentioned(
    database,
    notes.flatMap(({ links = [] }) => links),
  );
  const told = notes.map((note) => toldToday(note, mentioned));
  const changed = told.filter((note, at) => note.today !== notes[at]?.today);
  if (changed.length > 0) await database.noteTexts.bulkPut(changed);
};

const toldToday = (
  { today: _, ...note }: NoteText,
  mentioned: ReadonlyMap<string, Mentioned>,
): NoteText => {
  const { text, mentions = [], document } = note;
  const today = retold({ text, mentions }, (key) => {
    const found = mentioned.get(key);
    const words = found === undefined || found.isGone ? '' : mentionedWords(found, document);
    return words === '' ? undefined : words;
  });
  return today === text ? note : { ...note, today };
};
