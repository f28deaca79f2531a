import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Half of a letter (a surrogate without its other half). */
const HALF = /\p{Cs}/gu;

/**
 * Puts U+FFFD for half letters that are typed or pasted: the editor would show them as they are, and the
 * document as that sign when it is next read, so that screen and record would differ.
 */
export const wholeLetters = Extension.create({
  name: 'wholeLetters',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _, state) => {
        const isTyped = transactions.some(
          (each) => each.docChanged && each.getMeta(ySyncPluginKey) === undefined,
        );
        if (!isTyped) return null;
        const { tr } = state;
        for (const [from, to] of changedRanges(transactions)) mend(state.doc, from, to, tr);
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

/** Where the text is new, in the document after all transactions. */
const changedRanges = (
  transactions: readonly Transaction[],
): readonly (readonly [number, number])[] =>
  transactions.flatMap((transaction, at) =>
    transaction.mapping.maps.flatMap((map, step) => {
      const ranges: (readonly [number, number])[] = [];
      map.forEach((_, __, from, to) => {
        const inside = transaction.mapping.slice(step + 1);
        let range: readonly [number, number] = [inside.map(from, -1), inside.map(to, 1)];
        for (const later of transactions.slice(at + 1)) {
          range = [later.mapping.map(range[0], -1), later.mapping.map(range[1], 1)];
        }
        ranges.push(range);
      });
      return ranges;
    }),
  );

const mend = (doc: Node, from: number, to: number, tr: Transaction): void => {
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, position) => {
    if (!node.isText || node.text === undefined) return;
    for (const { index } of node.text.matchAll(HALF)) {
      // One sign for another of the same length: no position moves.
      const at = position + index;
      tr.replaceWith(at, at + 1, node.type.schema.text('\ufffd', node.marks));
    }
  });
};
