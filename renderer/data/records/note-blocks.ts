import * as Y from 'yjs';
import { assertNever } from '#shared/result.ts';
import { wellFormed } from '#shared/text/well-formed.ts';

/** A block of a note as code may write it; whatever else a note holds is typed in the editor. */
export type NoteBlock =
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'bullets'; readonly items: readonly string[] }
  | { readonly type: 'quote'; readonly text: string };

/** Under the title of the record's page and the heading of its note. */
const HEADING_LEVEL = 3;

/** Writes blocks into a note, in place of what it holds; in the shapes that the editor itself makes. */
export const writeBlocks = (note: Y.XmlFragment, blocks: readonly NoteBlock[]): void => {
  note.delete(0, note.length);
  note.insert(0, blocks.map(elementOf));
};

const elementOf = (block: NoteBlock): Y.XmlElement => {
  switch (block.type) {
    case 'heading': {
      // The editor keeps the level as a number; Yjs' types know texts only.
      const heading = new Y.XmlElement<{ level: number }>('heading');
      heading.setAttribute('level', HEADING_LEVEL);
      heading.insert(0, [new Y.XmlText(wellFormed(block.text))]);
      return heading as unknown as Y.XmlElement;
    }
    case 'paragraph':
      return paragraph(block.text);
    case 'bullets':
      return parent(
        'bulletList',
        block.items.map((item) => parent('listItem', [paragraph(item)])),
      );
    case 'quote':
      return parent('blockquote', [paragraph(block.text)]);
    default:
      return assertNever(block);
  }
};

const parent = (name: string, children: readonly Y.XmlElement[]): Y.XmlElement => {
  const element = new Y.XmlElement(name);
  element.insert(0, [...children]);
  return element;
};

/** A block of plain text. */
export const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(wellFormed(text))]);
  return element;
};
