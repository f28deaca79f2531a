import * as Y from 'yjs';
import { pictureWords } from '#shared/domain/attachment/picture-in-note.ts';
import {
  type MentionAt,
  mentionKey,
  type NoteWords,
  type PictureAt,
} from '#shared/domain/record/mention.ts';
import { wordsOfElement } from './note-links.ts';
import { type Mention, mentionOf } from './note-mentions.ts';
import { type NotePicture, pictureOf } from './note-pictures.ts';

type Picture = { readonly picture: NotePicture };
type Part = string | Mention | Picture;

/** The plain text of a note, a line for each block, and where it says what a record is called and shows pictures. */
export const wordsOfNote = (note: Y.XmlFragment): NoteWords => {
  let text = '';
  let line = 0;
  const mentions: MentionAt[] = [];
  const pictures: PictureAt[] = [];
  for (const part of partsOf(note)) {
    if (typeof part === 'string') {
      text += part;
      line += part.split('\n').length - 1;
    } else if ('picture' in part) {
      const { hash, attachment } = part.picture;
      if (hash !== '') pictures.push({ line, hash, attachment });
      text += wordsOf(part);
    } else {
      const { target, words } = part;
      if (target !== undefined) mentions.push({ key: mentionKey(target), at: text.length, words });
      text += words;
    }
  }
  // A note without pictures is as it was before there were any.
  return { text, mentions, ...(pictures.length > 0 && { pictures }) };
};

const wordsOf = (part: Part): string => {
  if (typeof part === 'string') return part;
  return 'picture' in part ? pictureWords(part.picture.name) : part.words;
};

const partsOf = (node: Y.XmlFragment | Y.XmlElement): readonly Part[] => {
  const line: Part[] = [];
  const below: (readonly Part[])[] = [];
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) {
      line.push(textOf(child));
    } else if (child instanceof Y.XmlElement) {
      const mention = mentionOf(child);
      if (mention === undefined) {
        const picture = pictureOf(child);
        const words = wordsOfElement(child);
        if (picture !== undefined) below.push([{ picture }]);
        else below.push(words === undefined ? partsOf(child) : [words]);
      } else line.push(mention);
    }
  }
  const lines = below.filter(isSaying);
  return joined(isSaying(line) ? [line, ...below] : lines);
};

const isSaying = (parts: readonly Part[]): boolean => parts.some((part) => wordsOf(part) !== '');

const joined = (lines: readonly (readonly Part[])[]): readonly Part[] =>
  lines.flatMap((parts, index) => (index === 0 ? parts : ['\n', ...parts]));

const textOf = (node: Y.XmlText): string =>
  node
    .toDelta()
    .map((part: { readonly insert: unknown }) =>
      typeof part.insert === 'string' ? part.insert : '',
    )
    .join('');
