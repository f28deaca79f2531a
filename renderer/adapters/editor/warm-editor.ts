import { Editor, type JSONContent } from '@tiptap/core';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import { withEmptyNote } from '#data/documents/scratch.ts';
import { noteFits } from './note-fits.ts';
import { noteExtensions, noteSchema } from './note-schema.ts';

/** A bit of each: what a note is mostly made of. */
const TEXT: JSONContent = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '見出し' }] },
    { type: 'paragraph', content: [{ type: 'text', text: '本文', marks: [{ type: 'bold' }] }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '項目' }] }],
        },
      ],
    },
  ],
};

/**
 * Opens and closes an editor that nobody sees: what the first one of a run does for the first time takes
 * as long as all the rest of it, and staff would wait for that when they open their first record.
 * @param pause resolves when nobody waits for anything; each step in between is short
 */
export const warmEditor = async (pause: () => Promise<void>): Promise<void> => {
  await pause();
  withEmptyNote((note) => {
    prosemirrorToYXmlFragment(noteSchema.nodeFromJSON(TEXT), note);
    noteFits(note);
  });
  await pause();
  const editor = new Editor({
    content: TEXT,
    element: null,
    extensions: [...noteExtensions],
    injectCSS: false,
  });
  try {
    await pause();
    editor.mount(document.createElement('div'));
  } finally {
    editor.destroy();
  }
};
