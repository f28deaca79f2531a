import { Node } from '@tiptap/core';
import type { Node as NoteNode } from '@tiptap/pm/model';
import { LINK_COLLECTION, LINK_ELEMENT, LINK_ID } from '#data/documents/note-links.ts';
import { type RecordLink, readLink } from '#shared/domain/meeting/linked-record.ts';

/** Names a linked record in HTML that is copied: `<document>/<collection>/<id>`. */
export const LINK_ATTRIBUTE = 'data-linked-record';

const part = (element: HTMLElement, fromEnd: number): string =>
  element.getAttribute(LINK_ATTRIBUTE)?.split('/').at(-fromEnd) ?? '';

/**
 * A finding or an action that stands in the note as a block: the note holds its id, the record everything
 * else. What it looks like, and what it says when it is copied, is the editor's (`liveLinkedRecord`).
 */
export const LinkedRecord = Node.create({
  name: LINK_ELEMENT,
  group: 'block',
  atom: true,
  addAttributes: () => ({
    [LINK_COLLECTION]: {
      default: '',
      parseHTML: (element: HTMLElement) => part(element, 2),
      renderHTML: () => ({}),
    },
    [LINK_ID]: {
      default: '',
      parseHTML: (element: HTMLElement) => part(element, 1),
      renderHTML: () => ({}),
    },
  }),
  // Before the paragraph that it is for everybody else.
  parseHTML: () => [{ tag: `p[${LINK_ATTRIBUTE}]`, priority: 70 }],
  renderHTML: () => ['p'],
});

/** The record that a node of a note stands for. */
export const linkOfNode = (node: NoteNode): RecordLink | undefined =>
  readLink(node.attrs[LINK_COLLECTION], node.attrs[LINK_ID]);

export const isLinkNode = (node: NoteNode | null | undefined): boolean =>
  node?.type.name === LINK_ELEMENT;

/** What a node that stands for a record holds. */
export const attributesOfLink = ({ collection, id }: RecordLink) => ({
  [LINK_COLLECTION]: collection,
  [LINK_ID]: id,
});
