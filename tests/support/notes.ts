import { Editor } from '@tiptap/core';
import type { ContentMatch, Mark, Node, NodeType } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import * as Y from 'yjs';
import { attributesOfMention } from '#adapters/editor/mention.ts';
import { noteExtensions, noteSchema } from '#adapters/editor/note-schema.ts';
import { noteSync } from '#adapters/editor/note-sync.ts';
import { attributesOfPicture } from '#data/documents/note-pictures.ts';

/** Where the notes of these tests stand in their documents. */
export const NOTE = 'meetings.m1.note';

/** A note that the schema allows, as ProseMirror's JSON: it can be shrunk and printed. */
export const randomNote: fc.Arbitrary<Node> = fc
  .array(fc.nat(1000), { minLength: 1, maxLength: 120, size: 'max' })
  .map((choices) => growNote(choices));

const WORDS = ['効果の発信', '第2回支援', ' ', '𠮷', 'ADの助言\u3000', 'https://example.jp', 'a'];

/** Grows a note by one choice after the other; when they run out it is closed as soon as possible. */
const growNote = (choices: readonly number[]): Node => {
  let at = 0;
  const choose = (count: number): number => {
    const choice = choices[at] ?? 0;
    at += 1;
    return count === 0 ? 0 : choice % count;
  };
  const isSpent = (): boolean => at >= choices.length;

  const attributesOf = (type: NodeType): Record<string, unknown> => {
    switch (type.name) {
      case 'heading':
        return { level: 1 + choose(3) };
      case 'taskItem':
        return { checked: choose(2) === 1 };
      case 'orderedList':
        return { start: 1 + choose(3) };
      case 'tableCell':
      case 'tableHeader':
        return { colspan: 1 + choose(2), rowspan: 1 + choose(2), colwidth: null };
      case 'mention':
        return attributesOfMention(
          { document: 'office', collection: 'people', id: `p${choose(3)}` },
          WORDS[choose(WORDS.length)] ?? 'a',
        );
      case 'picture':
        return attributesOfPicture({
          attachment: `a${choose(3)}`,
          hash: `${choose(10)}`.repeat(64),
          name: WORDS[choose(WORDS.length)] ?? 'a',
        });
      default:
        return {};
    }
  };

  const marksFor = (parent: NodeType): readonly Mark[] => {
    const allowed = Object.values(noteSchema.marks).filter((mark) => parent.allowsMarkType(mark));
    const marks = allowed
      .filter(() => choose(4) === 1)
      .map((mark) => mark.create(mark.name === 'link' ? { href: 'https://example.jp/' } : null));
    return marks.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []);
  };

  const grow = (type: NodeType, depth: number): Node => {
    const children: Node[] = [];
    let match: ContentMatch = type.contentMatch;
    while (!(match.validEnd && (isSpent() || choose(depth === 0 ? 12 : 3) === 0))) {
      const next = candidates(match, depth, isSpent());
      const edge = next[choose(next.length)];
      if (!edge) break;
      const child =
        edge.type === noteSchema.nodes.text
          ? noteSchema.text(WORDS[choose(WORDS.length)] ?? 'a', marksFor(type))
          : grow(edge.type, depth + 1);
      children.push(child);
      match = edge.next;
    }
    return type.createChecked(attributesOf(type), children);
  };
  return grow(noteSchema.topNodeType, 0);
};

/** What may come next; deep down or at the end only what ends soonest. */
const candidates = (
  match: ContentMatch,
  depth: number,
  isSpent: boolean,
): readonly { readonly type: NodeType; readonly next: ContentMatch }[] => {
  const all = Array.from({ length: match.edgeCount }, (_, index) => match.edge(index));
  const simple = all.filter(({ type }) => type.isTextblock || type.isInline);
  const shallow = depth > 3 || isSpent ? simple : all;
  return shallow.length > 0 ? shallow : all;
};

/** A document that holds one note, as an editor would have written it. */
export const documentWith = (note: Node): Y.Doc => {
  const doc = new Y.Doc();
  prosemirrorToYXmlFragment(note, doc.getXmlFragment(NOTE));
  return doc;
};

export type TestEditor = {
  readonly state: () => EditorState;
  readonly dispatch: (change: (transaction: Transaction) => Transaction) => void;
  /** Dispatches a change that is made already. */
  readonly send: (transaction: Transaction) => void;
  readonly begun: () => number;
  readonly close: () => void;
};

/** Every plugin that the real editor has, on a view without a page. */
export const openEditor = (
  doc: Y.Doc,
  name = NOTE,
  onBegin: () => void = () => undefined,
): TestEditor => {
  let begun = 0;
  const note = {
    fragment: doc.getXmlFragment(name),
    begin: () => {
      begun += 1;
      onBegin();
    },
  };
  const nothing = (): void => undefined;
  const editor = new Editor({
    element: null,
    // They ask the browser what system it runs on.
    enableCoreExtensions: false,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [...noteExtensions, noteSync({ note, onUndo: nothing, onRedo: nothing })],
  });
  const plugins = editor.extensionManager.plugins;
  const views: {
    update?: (view: EditorView, before: EditorState) => void;
    destroy?: () => void;
  }[] = [];
  const view = {
    state: EditorState.create({ schema: editor.schema, plugins }),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const before = view.state;
      view.state = before.apply(transaction);
      for (const each of views) each.update?.(asView, before);
    },
  };
  const asView = view as unknown as EditorView;
  for (const plugin of plugins) {
    // The others draw on the page.
    const made = 'type' in (plugin.getState(view.state) ?? {}) && plugin.spec.view?.(asView);
    if (made) views.push(made);
  }
  return {
    state: () => view.state,
    dispatch: (change) => view.dispatch(change(view.state.tr)),
    send: (transaction) => view.dispatch(transaction),
    begun: () => begun,
    close: () => {
      for (const each of views) each.destroy?.();
      editor.destroy();
    },
  };
};

/** Puts the cursor at the end, as a click does; it writes nothing. */
export const clickAtEnd = (editor: TestEditor): void =>
  editor.dispatch((transaction) => transaction.setSelection(TextSelection.atEnd(transaction.doc)));
