import { type DocumentId, isDocumentId, OFFICE } from '../../documents/document-id.ts';
import { type CollectionName, isId } from './ids.ts';

/*
 * What a note can mention within a line: `@` a person or a body, `#` a theme, `[[` a case, a meeting or a version
 * of a roadmap. The note holds which record is meant and the words at the time; what is shown is what the record
 * is called today.
 */

const OF_OFFICE = [
  'people',
  'organizations',
  'themes',
] as const satisfies readonly CollectionName[];
const OF_CASE = [
  'cases',
  'meetings',
  'roadmapVersions',
] as const satisfies readonly CollectionName[];
export const MENTIONED = [...OF_OFFICE, ...OF_CASE] as const;
export type MentionedName = (typeof MENTIONED)[number];

/** The record that is meant, wherever it lives. */
export type MentionTarget = {
  readonly document: DocumentId;
  readonly collection: MentionedName;
  readonly id: string;
};

/** What a mention's record is called for whoever is told that it is gone. */
export const MENTIONED_NAMES: Readonly<Record<MentionedName, string>> = {
  people: '人',
  organizations: '機関・団体',
  themes: 'テーマ',
  cases: '案件',
  meetings: '会合',
  roadmapVersions: 'ロードマップの版',
};

const isOne = <N extends string>(names: readonly N[], name: string): name is N =>
  (names as readonly string[]).includes(name);

/** A target as the texts that a note holds of it; undefined where they can name no record. */
export const readMentionTarget = (
  document: unknown,
  collection: unknown,
  id: unknown,
): MentionTarget | undefined => {
  if (typeof document !== 'string' || typeof collection !== 'string' || typeof id !== 'string') {
    return undefined;
  }
  if (!isDocumentId(document) || !isId(id)) return undefined;
  const names: readonly MentionedName[] = document === OFFICE ? OF_OFFICE : OF_CASE;
  return isOne(names, collection) ? { document, collection, id } : undefined;
};

/** One text for a target, to find by: `office/people/<id>`. */
export const mentionKey = ({ document, collection, id }: MentionTarget): string =>
  `${document}/${collection}/${id}`;

/** The target that a key names; undefined for any other text. */
export const targetOfKey = (key: string): MentionTarget | undefined => {
  const [document, collection, id, ...rest] = key.split('/');
  return rest.length > 0 ? undefined : readMentionTarget(document, collection, id);
};

/** Where a note's text says what a record is called. */
export type MentionAt = {
  readonly key: string;
  /** In UTF-16 units of the note's text. */
  readonly at: number;
  /** The words that stand there. */
  readonly words: string;
};

/** Where a note's text says what a picture shows. */
export type PictureAt = {
  /** The line of the text, from 0. What a mention is called never breaks a line. */
  readonly line: number;
  /** SHA-256 of the picture's bytes. */
  readonly hash: string;
  /** The id of the attachment that it was put in from. */
  readonly attachment: string;
};

/** A note as plain text, with the records that it mentions. */
export type NoteWords = {
  readonly text: string;
  readonly mentions: readonly MentionAt[];
  /** The pictures among its lines; absent where it shows none. */
  readonly pictures?: readonly PictureAt[] | undefined;
};

/** The note of a record. */
export type ProjectedNote = NoteWords & { readonly id: string };

/**
 * A note's text with what its records are called today.
 * @param wordsOf undefined where the words of the time are to stay
 */
export const retold = (
  { text, mentions }: NoteWords,
  wordsOf: (key: string) => string | undefined,
): string => {
  let [told, from] = ['', 0];
  for (const { key, at, words } of mentions) {
    told += text.slice(from, at) + (wordsOf(key) ?? words);
    from = at + words.length;
  }
  return told + text.slice(from);
};
