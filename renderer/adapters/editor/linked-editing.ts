import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  LINK_KINDS,
  type LinkKind,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import { selectBehind } from './link-lines.ts';
import { isLinkNode, LINK_ATTRIBUTE, LinkedRecord, linkOfNode } from './linked-record.ts';
import type { LinkedViews } from './linked-views.ts';
import { isPictureNode } from './picture.ts';

type LinkedEditingOptions = {
  readonly views: LinkedViews;
  /** A record's words, as they are now. */
  readonly words: (link: RecordLink) => string;
  /** The note's document, which names the records that its links mean. */
  readonly document: string;
  /** Makes records of the lines that are selected. */
  readonly onLink: (kind: LinkKind) => void;
};

/** The linked record as an editor has it: drawn by React, and copied with its words. */
export const liveLinkedRecord = ({ views, words, document }: LinkedEditingOptions) => {
  const wordsOf = (node: Node): string => {
    const link = linkOfNode(node);
    return link === undefined ? '' : words(link);
  };
  return LinkedRecord.extend({
    renderHTML: ({ node }) => {
      const { collection, id } = linkOfNode(node) ?? { collection: '', id: '' };
      return ['p', { [LINK_ATTRIBUTE]: `${document}/${collection}/${id}` }, wordsOf(node)];
    },
    renderText: ({ node }) => wordsOf(node),
    addNodeView:
      () =>
      ({ node, view, getPos }) =>
        views.create(node, view, getPos),
  });
};

const HEADINGS = [1, 2, 3] as const;

/** How one moves to linked records by keyboard, and what no key may do to one, or to a picture, unasked. */
export const linkedEditing = ({ views, onLink }: LinkedEditingOptions): Extension =>
  Extension.create({
    name: 'linkedEditing',
    priority: 950,
    addKeyboardShortcuts: () => ({
      ...Object.fromEntries(
        LINK_KINDS.map((kind, index) => [
          `Mod-Alt-${index + 1}`,
          () => {
            onLink(kind);
            return true;
          },
        ]),
      ),
      // With everything selected and a record at either end, the browser itself would not move.
      'Mod-Home': ({ editor }) => leaveSelection(editor, (doc) => Selection.atStart(doc)),
      'Mod-End': ({ editor }) => leaveSelection(editor, (doc) => Selection.atEnd(doc)),
      // Those are TipTap's keys for headings, which therefore have these.
      ...Object.fromEntries(
        HEADINGS.map((level) => [
          `Mod-Shift-${level}`,
          ({ editor }: { readonly editor: Editor }) => editor.commands.toggleHeading({ level }),
        ]),
      ),
    }),
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
            const edge = ARROWS[event.key];
            if (edge !== undefined) views.arrive(edge);
            const link = selectedLink(view);
            if (event.key === 'Enter' && link !== undefined) {
              views.enter(link, 'end');
              return true;
            }
            if (event.key === 'Enter' && isBlockSelected(view)) {
              leaveSelected(view);
              return true;
            }
            const beside = recordBeside(view, event.key);
            if (beside === undefined) return false;
            selectRecord(view, beside);
            return true;
          },
          // Typing in place of a selected block would take it out: the letters go on a line behind it.
          handleTextInput: (view, _, __, text) => {
            if (!isBlockSelected(view)) return false;
            leaveSelected(view);
            view.dispatch(view.state.tr.insertText(text));
            return true;
          },
          handleDOMEvents: {
            compositionstart: (view) => {
              if (isBlockSelected(view)) leaveSelected(view);
              return false;
            },
          },
        },
      }),
    ],
  });

const ARROWS: Readonly<Record<string, 'start' | 'end'>> = {
  ArrowDown: 'start',
  ArrowRight: 'start',
  ArrowUp: 'end',
  ArrowLeft: 'end',
};

/** Goes on from a selection that is no stretch of text. */
const leaveSelection = ({ state, view }: Editor, to: (doc: Node) => Selection): boolean => {
  if (state.selection instanceof TextSelection) return false;
  view.dispatch(state.tr.setSelection(to(state.doc)).scrollIntoView());
  return true;
};

/** A block of its own, which no key may take out, or write over, unasked: a record or a picture. */
const isBlock = (node: Node | null): boolean => isLinkNode(node) || isPictureNode(node);

const isBlockSelected = ({ state }: EditorView): boolean =>
  state.selection instanceof NodeSelection && isBlock(state.selection.node);

const selectedLink = ({ state }: EditorView): RecordLink | undefined =>
  state.selection instanceof NodeSelection ? linkOfNode(state.selection.node) : undefined;

/** Where the block stands that Backspace or Delete would take out: it is selected first. */
const recordBeside = ({ state }: EditorView, key: string): number | undefined => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.depth === 0) return undefined;
  if (key === 'Backspace' && $from.parentOffset === 0) {
    const at = $from.before();
    const { nodeBefore } = state.doc.resolve(at);
    return nodeBefore !== null && isBlock(nodeBefore) ? at - nodeBefore.nodeSize : undefined;
  }
  if (key === 'Delete' && $from.parentOffset === $from.parent.content.size) {
    const at = $from.after();
    return isBlock(state.doc.nodeAt(at)) ? at : undefined;
  }
  return undefined;
};

const leaveSelected = (view: EditorView): void => {
  const { tr, selection } = view.state;
  selectBehind(tr, selection.from);
  view.dispatch(tr);
};

/** Goes from a record's words to what stands behind it, or to a new line where Enter asks for one. */
export const goBehind = (
  views: LinkedViews,
  view: EditorView,
  at: number,
  isEnter: boolean,
): void => {
  const { tr, doc } = view.state;
  const behind = at + (doc.nodeAt(at)?.nodeSize ?? 0);
  const next = doc.nodeAt(behind);
  const link = next === null ? undefined : linkOfNode(next);
  if (!isEnter && link !== undefined) {
    views.enter(link, 'start');
    return;
  }
  const isReady = next?.isTextblock === true && (!isEnter || next.content.size === 0);
  if (!isReady) {
    const line = view.state.schema.nodes.paragraph?.create();
    if (line) tr.insert(behind, line);
  }
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView());
  view.focus();
};

/** Goes from a record's words to what stands before it; where nothing does, the record is selected. */
export const goBefore = (views: LinkedViews, view: EditorView, at: number): void => {
  const { tr, doc } = view.state;
  const before = doc.resolve(at).nodeBefore;
  const link = before === null ? undefined : linkOfNode(before);
  if (link !== undefined) {
    views.enter(link, 'end');
    return;
  }
  if (before === null) {
    selectRecord(view, at);
    return;
  }
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at), -1)).scrollIntoView());
  view.focus();
};

/** Selects a record as a whole: the next Backspace or Delete takes it out. */
export const selectRecord = (view: EditorView, at: number): void => {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
  view.focus();
};
