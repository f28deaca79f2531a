import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { RoundRow } from '#shared/domain/meeting/meeting.ts';
import {
  MENTIONED,
  type MentionedName,
  type MentionTarget,
  type ProjectedNote,
  retold,
} from '#shared/domain/record/mention.ts';
import { collectionNamed } from '#shared/domain/schema.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { titleOfRecord } from '#shared/domain/search/records.ts';
import type { Database, NoteText } from '../database.ts';
import type { StoredRow } from '../rows.ts';
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

const NAMING = [...MENTIONED, 'rounds'] as const;

const isNaming = (name: string): name is (typeof NAMING)[number] =>
  (NAMING as readonly string[]).includes(name);

/** Whether a change changes what notes call a record, or whether they can still say it. */
export const isRenamed = (
  before: StoredRow | undefined,
  { collection, row }: Changed & { readonly row: StoredRow | undefined },
): boolean =>
  isNaming(collection) &&
  (before === undefined ||
    row === undefined ||
    NAMED_BY.some((field) => before[field] !== row[field]) ||
    ownName(collection, before) !== ownName(collection, row));

/** Where a record has gone, into what it was merged, and in whose name its own begins. */
const NAMED_BY = ['deletedAt', 'mergedInto', 'round'] as const;

/** What a record is called, with a round and without one: whichever it has is another record's change. */
const ownName = (collection: MentionedName | 'rounds', row: StoredRow): string =>
  [null, SOME_ROUND]
    .map((round) =>
      titleOfRecord(collectionNamed(collection), row as unknown as AnyRow, () => round),
    )
    .join('\n');

const SOME_ROUND = { number: 1 } as RoundRow;

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
