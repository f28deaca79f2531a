import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { OpenNote } from '#data/records/typing.ts';

type NoteSyncOptions = {
  readonly note: Pick<OpenNote, 'fragment' | 'begin'>;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

const comesFromDocument = (transaction: Transaction): boolean =>
  transaction.getMeta(ySyncPluginKey) !== undefined;

/**
 * Binds an editor to a note. TipTap's own Collaboration is not used: it brings an undo of its own,
 * and ends the recording of a shared one when the editor closes.
 */
export const noteSync = ({ note, onUndo, onRedo }: NoteSyncOptions): Extension =>
  Extension.create({
    name: 'noteSync',
    priority: 1000,
    addProseMirrorPlugins: () => [
      writesEditsOnly(ySyncPlugin(note.fragment) as Plugin),
      new Plugin({
        // Undo and commands end the step that is being typed, so each edit says anew where it is made.
        filterTransaction: (transaction) => {
          if (transaction.docChanged && !comesFromDocument(transaction)) note.begin();
          return true;
        },
        props: {
          handleKeyDown: (_, event) => {
            const act = actOf(event);
            if (act === undefined) return false;
            event.preventDefault();
            // The shell listens to the same keys.
            event.stopPropagation();
            if (act === 'undo') onUndo();
            else onRedo();
            return true;
          },
          handleDOMEvents: {
            // The browser's own undo (a context menu, say) knows nothing of the document.
            beforeinput: (_, event) => {
              if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') {
                return false;
              }
              event.preventDefault();
              if (event.inputType === 'historyUndo') onUndo();
              else onRedo();
              return true;
            },
          },
        },
      }),
    ],
  });

/**
 * Lets the binding compare note and document only after an edit. By itself it does so whenever the
 * cursor moves, too: each time a transaction that changes nothing, which undo would count as a step.
 */
const writesEditsOnly = ({ spec }: Plugin): Plugin =>
  new Plugin({
    ...spec,
    view: (view) => {
      const binding = spec.view?.(view);
      return {
        update: (after, before) => {
          if (after.state.doc !== before.doc) binding?.update?.(after, before);
        },
        destroy: () => binding?.destroy?.(),
      };
    },
  });

const actOf = (event: KeyboardEvent): 'undo' | 'redo' | undefined => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : undefined;
};
