import { type Editor, Extension } from '@tiptap/core';
import { Table } from '@tiptap/extension-table';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
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

/** The way out of a table by keyboard: Tab makes new rows without end. */
export const tableKeys = Extension.create({
  name: 'tableKeys',
  // Before the line break that this key means elsewhere.
  priority: 110,
  addKeyboardShortcuts: () => ({ 'Mod-Enter': ({ editor }) => leaveTable(editor) }),
});

/** Puts the cursor behind the table that it stands in, on a new line where there is none; false outside of one. */
export const leaveTable = (editor: Editor): boolean => {
  const { $from } = editor.state.selection;
  const depth = tableDepth($from);
  if (depth === null) return false;
  const behind = $from.after(depth);
  return editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const line = state.schema.nodes.paragraph?.create();
      if (!tr.doc.nodeAt(behind)?.isTextblock && line) tr.insert(behind, line);
      tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView();
      return true;
    })
    .run();
};

const tableDepth = ($from: ResolvedPos): number | null => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table') return depth;
  }
  return null;
};
