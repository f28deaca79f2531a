import { Node } from '@tiptap/core';
import type { Node as NoteNode } from '@tiptap/pm/model';
import {
  type NotePicture,
  PICTURE_ATTACHMENT,
  PICTURE_ELEMENT,
  PICTURE_HASH,
  PICTURE_NAME,
  readPicture,
} from '#data/documents/note-pictures.ts';
import { isFileHash } from '#shared/domain/attachment/file-kind.ts';
import { nameInWords, pictureWords } from '#shared/domain/attachment/picture-in-note.ts';
import { cleanLine } from '#shared/text/limits.ts';

/** Names a picture in HTML that is copied: `<document>/<attachment>/<hash>`. */
export const PICTURE_ATTRIBUTE = 'data-picture';

const part = (element: HTMLElement, fromEnd: number): string =>
  element.getAttribute(PICTURE_ATTRIBUTE)?.split('/').at(-fromEnd) ?? '';

const attribute = (parseHTML: (element: HTMLElement) => string) => ({
  default: '',
  parseHTML,
  renderHTML: () => ({}),
});

/**
 * An attached picture that stands in the note as a block: the note holds which file, and its name. For everybody
 * else, and in what is copied, it is a line that says so.
 */
export const Picture = Node.create<{ readonly document: string }>({
  name: PICTURE_ELEMENT,
  group: 'block',
  atom: true,
  draggable: true,
  /** The note's document, which lists the files that its pictures show. */
  addOptions: () => ({ document: '' }),
  addAttributes: () => ({
    [PICTURE_ATTACHMENT]: attribute((element) => part(element, 2)),
    [PICTURE_HASH]: attribute((element) => part(element, 1)),
    [PICTURE_NAME]: attribute((element) => nameInWords(cleanLine(element.textContent ?? ''))),
  }),
  // Before the paragraph that it is for everybody else.
  parseHTML: () => [{ tag: `p[${PICTURE_ATTRIBUTE}]`, priority: 70 }],
  renderHTML({ node }) {
    const { attachment, hash, name } = pictureOfNode(node);
    const key = `${this.options.document}/${attachment}/${hash}`;
    return ['p', { [PICTURE_ATTRIBUTE]: key }, pictureWords(name)];
  },
  renderText: ({ node }) => pictureWords(pictureOfNode(node).name),
});

/** Whether HTML that was copied names a picture of a document: the words stay of any other's. */
export const isPictureOf = (document: string, key: string): boolean => {
  const [of, attachment, hash = '', ...rest] = key.split('/');
  return of === document && attachment !== '' && isFileHash(hash) && rest.length === 0;
};

/** The picture that a node of a note shows. */
export const pictureOfNode = (node: NoteNode): NotePicture =>
  readPicture((name) => node.attrs[name]);

export const isPictureNode = (node: NoteNode | null | undefined): boolean =>
  node?.type.name === PICTURE_ELEMENT;
