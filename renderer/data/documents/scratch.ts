import * as Y from 'yjs';
import { wordsOfElement } from './note-links.ts';
import { mentionOf } from './note-mentions.ts';
import { wordsOfPictureIn } from './note-pictures.ts';

/** A part of a note as it stands in the document, whatever an editor makes of it. */
export type NotePart =
  | {
      readonly kind: 'element';
      readonly name: string;
      readonly attributes: Readonly<Record<string, unknown>>;
      readonly isRoot: boolean;
    }
  | { readonly kind: 'text'; readonly text: string; readonly marks: Readonly<Marks> }
  /** Neither text nor element: nothing that this app writes. */
  | { readonly kind: 'foreign' };

type Marks = Record<string, unknown>;

/**
 * Tries something with a copy of a note that nobody else sees: what is done to it is lost. The copy is of the note
 * alone, in a document of its own.
 * @param note one whose parts are all elements and texts (`notePartsOf`)
 */
export const withNoteCopy = <T>(note: Y.XmlFragment, act: (copy: Y.XmlFragment) => T): T =>
  withEmptyNote((copy) => {
    const parts = note.toArray().filter((part) => part instanceof Y.XmlElement);
    copy.insert(
      0,
      parts.map((part) => part.clone()),
    );
    return act(copy);
  });

/** Gives an empty note of a document that nobody else sees. */
export const withEmptyNote = <T>(act: (note: Y.XmlFragment) => T): T => {
  const scratch = new Y.Doc();
  try {
    return act(scratch.getXmlFragment('note'));
  } finally {
    scratch.destroy();
  }
};

/** Whether something writes to the note's document while it runs. Give it a note in a scratch copy. */
export const changesDocument = (note: Y.XmlFragment, act: () => void): boolean => {
  const { doc } = note;
  if (doc === null) throw new Error('the note belongs to no document');
  let changed = false;
  const onUpdate = (): void => {
    changed = true;
  };
  doc.on('update', onUpdate);
  try {
    act();
  } finally {
    doc.off('update', onUpdate);
  }
  return changed;
};

/** All parts of a note, each before what it holds. */
export const notePartsOf = (note: Y.XmlFragment): readonly NotePart[] => partsIn(note, true);

const partsIn = (parent: Y.XmlFragment | Y.XmlElement, isRoot: boolean): readonly NotePart[] =>
  parent.toArray().flatMap((child): readonly NotePart[] => {
    // Y.XmlHook is an element's subtype in the types only.
    if (child instanceof Y.XmlText) return isRoot ? [{ kind: 'foreign' }] : textParts(child);
    if (!(child instanceof Y.XmlElement)) return [{ kind: 'foreign' }];
    const { nodeName: name } = child;
    const attributes: Readonly<Record<string, unknown>> = child.getAttributes();
    return [{ kind: 'element', name, attributes, isRoot }, ...partsIn(child, false)];
  });

type Delta = readonly { readonly insert?: unknown; readonly attributes?: Marks }[];

const textParts = (text: Y.XmlText): readonly NotePart[] =>
  (text.toDelta() as Delta).map(({ insert, attributes = {} }) =>
    typeof insert === 'string'
      ? { kind: 'text', text: insert, marks: attributes }
      : { kind: 'foreign' },
  );

/** The plain text of a note, each block a line: readable even where its structure is not understood. */
export const noteLinesOf = (note: Y.XmlFragment | Y.XmlElement): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  const endLine = (): void => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const child of note.toArray()) {
    if (child instanceof Y.XmlText) {
      const parts = textParts(child);
      line += parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    } else if (child instanceof Y.XmlElement) {
      const mention = mentionOf(child);
      if (mention !== undefined) {
        line += mention.words;
        continue;
      }
      endLine();
      const words = wordsOfElement(child) ?? wordsOfPictureIn(child);
      lines.push(...(words === undefined ? noteLinesOf(child) : [words]));
    }
  }
  endLine();
  return lines;
};
