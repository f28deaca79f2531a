import { Node } from '@tiptap/core';
import type { Node as NoteNode } from '@tiptap/pm/model';
import {
  MENTION_COLLECTION,
  MENTION_DOCUMENT,
  MENTION_ELEMENT,
  MENTION_ID,
  MENTION_WORDS,
} from '#data/documents/note-mentions.ts';
import {
  type MentionTarget,
  mentionKey,
  readMentionTarget,
  targetOfKey,
} from '#shared/domain/record/mention.ts';
import { cleanLine } from '#shared/text/limits.ts';

/** Names what is mentioned in HTML that is copied: `<document>/<collection>/<id>`. */
export const MENTION_ATTRIBUTE = 'data-mention';

const targetIn = (element: HTMLElement): MentionTarget | undefined =>
  targetOfKey(element.getAttribute(MENTION_ATTRIBUTE) ?? '');

const attribute = (parseHTML: (element: HTMLElement) => string) => ({
  default: '',
  parseHTML,
  renderHTML: () => ({}),
});

/**
 * A record that is mentioned within a line. The note holds which one, and what it was called then; the editor shows
 * what it is called today (`liveMention`).
 */
export const Mention = Node.create({
  name: MENTION_ELEMENT,
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    [MENTION_DOCUMENT]: attribute((element) => targetIn(element)?.document ?? ''),
    [MENTION_COLLECTION]: attribute((element) => targetIn(element)?.collection ?? ''),
    [MENTION_ID]: attribute((element) => targetIn(element)?.id ?? ''),
    [MENTION_WORDS]: attribute((element) => cleanLine(element.textContent ?? '')),
  }),
  parseHTML: () => [
    {
      tag: `span[${MENTION_ATTRIBUTE}]`,
      // One that leads nowhere is its words.
      getAttrs: (element) => (targetIn(element) === undefined ? false : null),
      priority: 70,
    },
  ],
  renderHTML: ({ node }) => mentionHtml(node, wordsOfMention(node)),
  renderText: ({ node }) => wordsOfMention(node),
  /** What a line says: names of check boxes, say. */
  extendNodeSchema: ({ name }) => (name === MENTION_ELEMENT ? { leafText: wordsOfMention } : {}),
});

export const mentionHtml = (node: NoteNode, words: string) => {
  const target = targetOfMention(node);
  return ['span', { [MENTION_ATTRIBUTE]: target ? mentionKey(target) : '' }, words] as const;
};

/** What it was called when it was mentioned. */
export const wordsOfMention = (node: NoteNode): string => String(node.attrs[MENTION_WORDS]);

/** What a node of a note mentions; undefined for any other node, and where it can lead nowhere. */
export const targetOfMention = (node: NoteNode): MentionTarget | undefined =>
  node.type.name === MENTION_ELEMENT
    ? readMentionTarget(
        node.attrs[MENTION_DOCUMENT],
        node.attrs[MENTION_COLLECTION],
        node.attrs[MENTION_ID],
      )
    : undefined;

/** What a node that mentions a record holds. */
export const attributesOfMention = (
  { document, collection, id }: MentionTarget,
  words: string,
) => ({
  [MENTION_DOCUMENT]: document,
  [MENTION_COLLECTION]: collection,
  [MENTION_ID]: id,
  [MENTION_WORDS]: words,
});
