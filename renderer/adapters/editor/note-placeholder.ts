import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Words in an empty note, drawn by the style sheet from the attribute; never a part of the note. */
export const notePlaceholder = (words: string): Extension =>
  Extension.create({
    name: 'notePlaceholder',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const only = doc.childCount === 1 ? doc.firstChild : null;
            if (only?.type.name !== 'paragraph' || only.content.size > 0) return null;
            return DecorationSet.create(doc, [
              Decoration.node(0, only.nodeSize, { 'data-placeholder': words }),
            ]);
          },
        },
      }),
    ],
  });
