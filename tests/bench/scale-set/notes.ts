import * as Y from 'yjs';
import type { Seeded } from './seeded.ts';
import { CIRCUMSTANCES, DUTIES, HEADINGS, OUTCOMES, SUBJECTS } from './words.ts';

/** A block of a note, as the note's schema has it. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'bulletList'; readonly items: readonly string[] };

const SHORTEST = 200;
const LONGEST = 800;

export const sentence = (seeded: Seeded): string =>
  seeded.pick(SUBJECTS) + seeded.pick(CIRCUMSTANCES) + seeded.pick(OUTCOMES);

/** Sentences until the length is reached; the last is cut there. */
export const textOf = (seeded: Seeded, length: number): string => {
  let text = '';
  while (text.length < length) text += sentence(seeded);
  return text.slice(0, length);
};

const LIST_ITEMS = 3;

/** A note of 200 to 800 characters, 500 on average: every third with a heading and a list. */
export const noteBlocks = (seeded: Seeded): readonly Block[] => {
  const blocks: Block[] = [];
  let left = seeded.int(SHORTEST, LONGEST);
  const add = (block: Block, length: number): void => {
    blocks.push(block);
    left -= length;
  };
  if (seeded.int(1, 3) === 1) {
    const heading = seeded.pick(HEADINGS);
    add({ kind: 'heading', text: heading }, heading.length);
    const items = Array.from({ length: LIST_ITEMS }, () => seeded.pick(DUTIES));
    add({ kind: 'bulletList', items }, items.join('').length);
  }
  while (left > 0) {
    const length = Math.min(left, seeded.int(60, 180));
    add({ kind: 'paragraph', text: textOf(seeded, length) }, length);
  }
  return blocks;
};

/** How many characters a note's blocks hold. */
export const lengthOfBlocks = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) => sum + ('items' in block ? block.items.join('') : block.text).length,
    0,
  );

/** Puts a block behind a note's last one, laid out as the editor does it. */
export const appendBlock = (note: Y.XmlFragment, block: Block): void => {
  note.push([elementOf(block)]);
};

const LETTERS_IN_A_COMMIT = 4;

/** Types a block behind a note's last one: a commit for each few letters, as the app makes them. */
export const typeBlock = (
  block: Extract<Block, { readonly text: string }>,
  commit: (act: (note: Y.XmlFragment) => void) => void,
): void => {
  commit((note) => appendBlock(note, { ...block, text: '' }));
  for (let at = 0; at < block.text.length; at += LETTERS_IN_A_COMMIT) {
    const letters = block.text.slice(at, at + LETTERS_IN_A_COMMIT);
    commit((note) => {
      const last = note.get(note.length - 1);
      const text = last instanceof Y.XmlElement ? last.get(0) : undefined;
      if (text instanceof Y.XmlText) text.insert(text.length, letters);
    });
  }
};

const element = (name: string, children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, [...children]);
  return made;
};

const elementOf = (block: Block): Y.XmlElement => {
  switch (block.kind) {
    case 'paragraph':
      return element('paragraph', [new Y.XmlText(block.text)]);
    case 'heading': {
      const heading = element('heading', [new Y.XmlText(block.text)]);
      // The editor writes a number; Yjs types attributes as texts.
      heading.setAttribute('level', 2 as unknown as string);
      return heading;
    }
    case 'bulletList':
      return element(
        'bulletList',
        block.items.map((item) =>
          element('listItem', [element('paragraph', [new Y.XmlText(item)])]),
        ),
      );
  }
};
