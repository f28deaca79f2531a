import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';

/** For the bare page: TipTap as its documentation begins, with lines of text in it and the caret at their end. */
Object.assign(globalThis, {
  openPlainEditor: (lines: readonly string[]): void => {
    const element = document.createElement('div');
    document.body.replaceChildren(element);
    const content = lines.map((text) => ({
      type: 'paragraph',
      content: text === '' ? [] : [{ type: 'text', text }],
    }));
    const extensions = [StarterKit];
    new Editor({ element, extensions, content: { type: 'doc', content } }).commands.focus('end');
  },
});
