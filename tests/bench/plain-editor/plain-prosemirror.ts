import { baseKeymap } from '@tiptap/pm/commands';
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState, Selection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
});

/** For the bare page: ProseMirror with nothing but paragraphs, keys and undo, with lines of text in it and the caret at their end. */
Object.assign(globalThis, {
  openPlainEditor: (lines: readonly string[]): void => {
    const element = document.createElement('div');
    document.body.replaceChildren(element);
    const doc = schema.node(
      'doc',
      null,
      lines.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
    );
    const state = EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] });
    const view = new EditorView(element, { state });
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
    view.focus();
  },
});
