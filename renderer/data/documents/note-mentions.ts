import type * as Y from 'yjs';
import { type MentionTarget, readMentionTarget } from '#shared/domain/record/mention.ts';

/** The element of a note that mentions a record within a line. */
export const MENTION_ELEMENT = 'mention';
export const MENTION_DOCUMENT = 'document';
export const MENTION_COLLECTION = 'collection';
export const MENTION_ID = 'record';
/** What the record was called when it was mentioned. */
export const MENTION_WORDS = 'words';

export type Mention = {
  /** Undefined where it names nothing that could be a record. */
  readonly target: MentionTarget | undefined;
  readonly words: string;
};

/** What an element mentions; undefined for any other element. */
export const mentionOf = (element: Y.XmlElement): Mention | undefined => {
  if (element.nodeName !== MENTION_ELEMENT) return undefined;
  const words: unknown = element.getAttribute(MENTION_WORDS);
  return {
    target: readMentionTarget(
      element.getAttribute(MENTION_DOCUMENT),
      element.getAttribute(MENTION_COLLECTION),
      element.getAttribute(MENTION_ID),
    ),
    words: typeof words === 'string' ? words : '',
  };
};
