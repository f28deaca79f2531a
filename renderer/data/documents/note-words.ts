import * as Y from 'yjs';
import { type MentionAt, mentionKey, type NoteWords } from '#shared/domain/record/mention.ts';
import { wordsOfElement } from './note-links.ts';
import { type Mention, mentionOf } from './note-mentions.ts';

type Part = string | Mention;

/** The plain text of a note, a line for each block, and where it says what a record is called. */
export const wordsOfNote = (note: Y.XmlFragment): NoteWords => {
  let text = '';
  const mentions: MentionAt[] = [];
  for (const part of partsOf(note)) {
    if (typeof part === 'string') text += part;
    else {
      const { target, words } = part;
      if (target !== undefined) mentions.push({ key: mentionKey(target), at: text.length, words });
      text += words;
    }
  }
  return { text, mentions };
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
        const words = wordsOfElement(child);
        below.push(words === undefined ? partsOf(child) : [words]);
      } else line.push(mention);
    }
  }
  const lines = below.filter(isSaying);
  return joined(isSaying(line) ? [line, ...below] : lines);
};

const isSaying = (parts: readonly Part[]): boolean =>
  parts.some((part) => (typeof part === 'string' ? part : part.words) !== '');

const joined = (lines: readonly (readonly Part[])[]): readonly Part[] =>
  lines.flatMap((parts, index) => (index === 0 ? parts : ['\n', ...parts]));

const textOf = (node: Y.XmlText): string =>
  node
    .toDelta()
    .map((part: { readonly insert: unknown }) =>
      typeof part.insert === 'string' ? part.insert : '',
    )
    .join('');
