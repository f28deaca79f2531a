import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Lets an input method begin on plain ground: a conversion that replaces a selection of several
 * blocks would leave one of them behind (ueberdosis/tiptap#5416), so they go before it begins.
 */
export const cleanComposition = Extension.create({
  name: 'cleanComposition',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          compositionstart: (view) => {
            const { selection, tr } = view.state;
            if (selection.empty || selection.$from.sameParent(selection.$to)) return false;
            view.dispatch(tr.deleteSelection());
            return false;
          },
        },
      },
    }),
  ],
});
