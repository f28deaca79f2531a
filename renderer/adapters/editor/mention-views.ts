import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { MENTION_ELEMENT } from '#data/documents/note-mentions.ts';
import { type Mentioned, mentionedWords } from '#data/mentions/read-mentioned.ts';
import { MENTIONED_NAMES, mentionKey } from '#shared/domain/record/mention.ts';
import styles from './mention.module.css';
import { Mention, mentionHtml, targetOfMention, wordsOfMention } from './mention.ts';

/**
 * The mentions that an editor shows: each with what its record is called today, or that there is none. Their words
 * are written into the page apart from the editor, so that a renamed record writes nothing into the note.
 */
export type MentionViews = {
  /** The keys of all that is mentioned; the same list for as long as it holds the same. */
  readonly keys: () => readonly string[];
  readonly subscribe: (changed: () => void) => () => void;
  /** Says what the records are now. */
  readonly tell: (mentioned: ReadonlyMap<string, Mentioned>) => void;
  readonly words: (node: Node) => string;
  /** What a record is, as far as that is known by now. */
  readonly find: (key: string) => Mentioned | undefined;
  readonly create: (node: Node) => NodeView;
};

type View = { readonly draw: () => void };

/** @param document whose note it is: what is of another case says of which */
export const createMentionViews = (document: string): MentionViews => {
  const listeners = new Set<() => void>();
  const views = new Map<string, Set<View>>();
  let known: ReadonlyMap<string, Mentioned> = new Map();
  let keys: readonly string[] = [];
  let isTelling = false;

  /** Once for all that the editor makes in one go, and not in the midst of React's own drawing. */
  const renewKeys = (): void => {
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      const next = [...views.keys()].sort();
      if (next.length === keys.length && next.every((key, at) => key === keys[at])) return;
      keys = next;
      for (const listener of listeners) listener();
    });
  };

  const words = (node: Node): string => {
    const target = targetOfMention(node);
    const found = target && known.get(mentionKey(target));
    const today = found === undefined || found.isGone ? '' : mentionedWords(found, document);
    return today === '' ? wordsOfMention(node) : today;
  };

  const draw = (node: Node, element: HTMLElement): void => {
    const target = targetOfMention(node);
    const found = target && known.get(mentionKey(target));
    element.textContent = words(node);
    const what = target === undefined ? '記録' : MENTIONED_NAMES[target.collection];
    if (target === undefined || found?.isGone === true) {
      const isDeleted = found !== undefined && found.words !== '';
      element.dataset.gone = isDeleted ? '（削除済み）' : '（見つかりません）';
      element.title = isDeleted
        ? `この${what}は削除されています。名前はリンクしたときのものです。`
        : `この${what}は見つかりません。名前はリンクしたときのものです。`;
    } else {
      delete element.dataset.gone;
      element.title = `${what}を開く`;
    }
  };

  return {
    keys: () => keys,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    tell: (mentioned) => {
      known = mentioned;
      for (const own of views.values()) for (const view of own) view.draw();
    },
    words,
    find: (key) => known.get(key),
    create: (node) => {
      const element = globalThis.document.createElement('span');
      element.className = styles.mention ?? '';
      element.setAttribute('role', 'link');
      const target = targetOfMention(node);
      const key = target === undefined ? undefined : mentionKey(target);
      const view: View = { draw: () => draw(node, element) };
      view.draw();
      if (key !== undefined) {
        views.set(key, (views.get(key) ?? new Set()).add(view));
        renewKeys();
      }
      return {
        dom: element,
        // It comes back as another node whenever the note is read anew.
        update: (next) => next.eq(node),
        ignoreMutation: () => true,
        selectNode: () => {
          element.dataset.selected = '';
        },
        deselectNode: () => {
          delete element.dataset.selected;
        },
        destroy: () => {
          if (key === undefined) return;
          const own = views.get(key);
          own?.delete(view);
          if (own?.size === 0) views.delete(key);
          renewKeys();
        },
      };
    },
  };
};

/** The mention as an editor has it: shown, and copied, with what its record is called today. */
export const liveMention = (views: MentionViews) =>
  Mention.extend({
    renderHTML: ({ node }) => mentionHtml(node, views.words(node)),
    renderText: ({ node }) => views.words(node),
    extendNodeSchema: ({ name }) =>
      name === MENTION_ELEMENT ? { leafText: (node: Node) => views.words(node) } : {},
    addNodeView:
      () =>
      ({ node }) =>
        views.create(node),
  });
