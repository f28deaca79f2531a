import { Table } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * A table that leaves what it is shown alone. TipTap's evens out the rows of every table as soon as it
 * meets one, which would write to a note that somebody has only opened; here that waits for an edit.
 */
export const NoteTable = Table.extend({
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(({ spec }) => {
      const append = spec.appendTransaction;
      if (!append) return new Plugin(spec);
      return new Plugin({
        ...spec,
        appendTransaction(transactions, before, after) {
          const isShown = transactions.every(
            (each) => each.getMeta(ySyncPluginKey) !== undefined || !each.docChanged,
          );
          const appended = append.call(this, transactions, before, after);
          return isShown && appended?.docChanged ? null : appended;
        },
      });
    });
  },
});
