import type { CollectionName } from '#shared/domain/record/ids.ts';

/*
 * How records lie in a Yjs document. A collection is one flat top-level map, since two devices that
 * make the same nested map lose one side whole; long texts and notes are top-level types of their own.
 */

export const fieldKey = (id: string, field: string): string => `${id}.${field}`;

export const memberKey = (id: string, set: string, member: string): string =>
  `${id}.${set}.${member}`;

/** The name of a long text or a note as a top-level type. */
export const textName = (collection: CollectionName, id: string, field: string): string =>
  `${collection}.${id}.${field}`;

export const NOTE_FIELD = 'note';

/** Id, field or set, and member of a key; undefined for a key that is none of ours. */
export const parseKey = (
  key: string,
):
  | { readonly id: string; readonly field: string; readonly member: string | undefined }
  | undefined => {
  // Thousands of keys are read for each document: not split into parts that nobody needs.
  const first = key.indexOf('.');
  const second = key.indexOf('.', first + 1);
  const field = key.slice(first + 1, second < 0 ? undefined : second);
  if (first <= 0 || field === '') return undefined;
  return { id: key.slice(0, first), field, member: second < 0 ? undefined : key.slice(second + 1) };
};

/** When a record went into the bin. */
export const DELETED_FIELD = 'deletedAt';

/** The top-level map that holds facts about the document itself. */
export const META = 'meta';
export const META_FORMAT = 'format';
