import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import type { Stretch } from './link-lines.ts';
import { targetOfMention } from './mention.ts';
import type { MentionChooser } from './mention-chooser.ts';
import { LONGEST_TYPED, readTypedMention, type TypedMention } from './mention-marks.ts';
import { selectedNode } from './selected-node.ts';

/** The menu that a mark opens. */
export type MentionMenu = Stretch & Pick<TypedMention, 'kind' | 'typed'>;

type MentionState = {
  readonly menu: MentionMenu | null;
  /** Where a mark stands that was told to be one and nothing else. */
  readonly dismissed: number | null;
};

const key = new PluginKey<MentionState>('mentionMenu');
const CLOSED: MentionState = { menu: null, dismissed: null };
export const mentionMenuOf = (state: EditorState): MentionMenu | null =>
  key.getState(state)?.menu ?? null;

const readMenu = (state: EditorState): MentionMenu | null => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const start = Math.max(0, $from.parentOffset - LONGEST_TYPED);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc');
  const read = readTypedMention(before);
  if (read === null) return null;
  const { kind, typed, length } = read;
  return { kind, typed, from: $from.pos - length, to: $from.pos };
};

const next = (tr: Transaction, before: MentionState, state: EditorState): MentionState => {
  if (tr.getMeta(key) !== undefined) return { menu: null, dismissed: before.menu?.from ?? null };
  if (!tr.docChanged && !tr.selectionSet) return before;
  const found = readMenu(state);
  if (found === null) return CLOSED;
  const dismissed = before.dismissed === null ? null : tr.mapping.map(before.dismissed);
  if (dismissed === found.from) return { menu: null, dismissed };
  const isOpen = before.menu !== null && tr.mapping.map(before.menu.from, -1) === found.from;
  const isTyped = tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined;
  return isOpen || isTyped ? { menu: found, dismissed: null } : CLOSED;
};

type MentionMenuOptions = {
  readonly chooser: MentionChooser;
  readonly onOpen: (target: MentionTarget) => void;
};

/** Opens a list on the marks, and what is mentioned on Enter and a click. No key acts during a conversion. */
export const mentionMenu = ({ chooser, onOpen }: MentionMenuOptions): Extension =>
  Extension.create({
    name: 'mentionMenu',
    // Before Enter and Tab mean anything else.
    priority: 1090,
    addProseMirrorPlugins: () => [
      new Plugin<MentionState>({
        key,
        state: { init: () => CLOSED, apply: (tr, before, _, state) => next(tr, before, state) },
        props: {
          handleClickOn: (_, __, node, ___, event) => {
            const target = targetOfMention(node);
            const isPlain = event.button === 0 && !event.shiftKey && !event.altKey;
            if (target === undefined || !isPlain) return false;
            onOpen(target);
            return true;
          },
          handleKeyDown: (view, event) => {
            if (event.isComposing || view.composing) return false;
            if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
            const chosen = selectedNode(view.state);
            const target = chosen === undefined ? undefined : targetOfMention(chosen);
            if (target !== undefined && event.key === 'Enter') {
              onOpen(target);
              return true;
            }
            if (mentionMenuOf(view.state) === null) return false;
            switch (event.key) {
              case 'ArrowDown':
                return chooser.move(1);
              case 'ArrowUp':
                return chooser.move(-1);
              case 'Enter':
              case 'Tab':
                return chooser.pick();
              case 'Escape':
                event.stopPropagation();
                view.dispatch(view.state.tr.setMeta(key, true));
                return true;
              default:
                return false;
            }
          },
        },
      }),
    ],
  });
