import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import styles from './linked-record.module.css';
import { linkOfNode } from './linked-record.ts';

/** Where the cursor goes within a record's words. */
export type Edge = 'start' | 'end';

/** One linked record on the screen: React draws into its element. */
export type LinkedView = {
  readonly key: string;
  readonly element: HTMLElement;
  /** Undefined where the note names nothing that could be a record. */
  readonly link: RecordLink | undefined;
  /** Where it stands in the note. */
  readonly at: () => number | undefined;
};

/**
 * The linked records that an editor shows. The editor makes their elements and React fills each one apart, so
 * that a key typed in the note draws none of them anew.
 */
export type LinkedViews = {
  readonly get: () => readonly LinkedView[];
  readonly subscribe: (changed: () => void) => () => void;
  readonly create: (node: Node, view: EditorView, at: () => number | undefined) => NodeView;
  /** Puts the cursor into a record's words, as soon as they are drawn. */
  readonly enter: (link: RecordLink, edge: Edge) => void;
  /** Whether a record whose words have just been drawn is to have the cursor, and where. */
  readonly takeEntry: (link: RecordLink) => Edge | undefined;
  /** An arrow key is moving the cursor: a record that it selects is entered. */
  readonly arrive: (edge: Edge) => void;
};

let made = 0;

export const createLinkedViews = (): LinkedViews => {
  const listeners = new Set<() => void>();
  const all = new Set<LinkedView>();
  /** As it was told last. */
  let told: readonly LinkedView[] = [];
  let wanted: { readonly link: RecordLink; readonly edge: Edge } | undefined;
  let arriving: Edge | undefined;
  let isTelling = false;

  /** Not at once: the editor may be drawing in the midst of React's own drawing. */
  const tell = (): void => {
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      told = [...all];
      for (const listener of listeners) listener();
    });
  };

  const enter = (link: RecordLink, edge: Edge): void => {
    const shown = [...all].find((each) => isSame(each.link, link));
    const field = shown && wordsFieldOf(shown.element);
    if (field) putCursor(field, edge);
    else wanted = { link, edge };
  };

  return {
    get: () => told,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    create: (node, view, at) => {
      made += 1;
      const element = document.createElement('div');
      element.className = styles.record ?? '';
      element.contentEditable = 'false';
      const link = linkOfNode(node);
      const own: LinkedView = { key: `linked-${made}`, element, link, at };
      all.add(own);
      tell();
      return {
        dom: element,
        // Comes back as another node whenever the note is read anew: it is the same one all the same.
        update: (next) => next.type === node.type && isSame(linkOfNode(next), link),
        selectNode: () => {
          element.dataset.selected = '';
          if (arriving === undefined || link === undefined) return;
          const edge = arriving;
          // Once the editor has put its own selection where it belongs.
          queueMicrotask(() => enter(link, edge));
        },
        deselectNode: () => {
          delete element.dataset.selected;
        },
        // What happens in its inputs is no business of the editor's.
        stopEvent: ({ target }) =>
          target instanceof Element && target.closest('input, textarea, button') !== null,
        ignoreMutation: () => true,
        destroy: () => {
          all.delete(own);
          tell();
          if (!element.contains(document.activeElement)) return;
          queueMicrotask(() => !view.isDestroyed && view.focus());
        },
      };
    },
    enter,
    takeEntry: (link) => {
      if (wanted === undefined || !isSame(wanted.link, link)) return undefined;
      const { edge } = wanted;
      wanted = undefined;
      return edge;
    },
    arrive: (edge) => {
      arriving = edge;
      setTimeout(() => {
        arriving = undefined;
      });
    },
  };
};

const isSame = (one: RecordLink | undefined, other: RecordLink | undefined): boolean =>
  one?.collection === other?.collection && one?.id === other?.id;

/** The input that holds a record's words, once it is drawn. */
export const wordsFieldOf = (element: HTMLElement): HTMLTextAreaElement | null =>
  element.querySelector('textarea');

export const putCursor = (field: HTMLTextAreaElement, edge: Edge): void => {
  field.focus();
  const at = edge === 'start' ? 0 : field.value.length;
  field.setSelectionRange(at, at);
};
