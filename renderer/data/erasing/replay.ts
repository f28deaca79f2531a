import * as Y from 'yjs';
import { says } from '#shared/text/sought-words.ts';
import type { SourceFrames } from '../conflicts/frame-tree.ts';
import { framesInOrder } from '../history/frame-order.ts';
import { applyWhole } from '../history/state-at.ts';
import { deltaOf, eachNode, lineOf } from './fields.ts';

export type Replayed = {
  /** With all that was ever in it: nothing that was deleted is cleared away. */
  readonly doc: Y.Doc;
  /** Names of long texts and notes that have said a word at some moment, though they may not say it now. */
  readonly saidIn: ReadonlySet<string>;
};

/** Puts a document together frame by frame, and looks at each text whenever it changes. */
export const replay = (files: readonly SourceFrames[], pattern: RegExp | undefined): Replayed => {
  const doc = new Y.Doc({ gc: false });
  const saidIn = new Set<string>();
  if (pattern !== undefined) {
    doc.on('afterTransaction', (transaction) => {
      for (const name of textsChangedIn(transaction)) {
        if (!saidIn.has(name) && says(pattern, wordsIn(doc, name))) saidIn.add(name);
      }
    });
  }
  for (const { frame } of framesInOrder(files)) applyWhole(doc, frame.update);
  return { doc, saidIn };
};

/** Long texts and notes are top-level types named after record and field; maps have no dot in their names. */
const textsChangedIn = (transaction: Y.Transaction): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const type of transaction.changed.keys()) {
    const name = rootName(type);
    if (name.includes('.')) names.add(name);
  }
  return names;
};

type AnyType = Parameters<typeof Y.findRootTypeKey>[0];

const rootName = (type: AnyType): string => {
  let root = type;
  for (let item = root._item; item !== null; item = root._item) {
    // Only what stands in another type has an item, and that type is its parent.
    const { parent } = item;
    if (!(parent instanceof Y.AbstractType)) return '';
    root = parent;
  }
  return Y.findRootTypeKey(root);
};

const wordsIn = (doc: Y.Doc, name: string): string => {
  if (!name.endsWith('.note')) return doc.getText(name).toString();
  const lines: string[] = [];
  eachNode(doc.getXmlFragment(name), {
    text: (text) => lines.push(lineOf(deltaOf(text))),
    element: () => undefined,
  });
  return lines.join('\n');
};
