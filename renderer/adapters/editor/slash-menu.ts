import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import {
  LINK_KIND_NAMES,
  LINK_KIND_READINGS,
  LINK_KINDS,
  type LinkKind,
} from '#shared/domain/meeting/linked-record.ts';
import { fold } from '#shared/text/fold.ts';
import type { Stretch } from './link-lines.ts';

/** The menu that 「/」 opens: what was typed behind it, and what of that can be chosen. */
export type SlashMenu = Stretch & {
  readonly kinds: readonly LinkKind[];
  /** The one that Enter takes. */
  readonly active: number;
};

type SlashState = {
  readonly menu: SlashMenu | null;
  /** Where a slash stands that was told to be one and nothing else. */
  readonly dismissed: number | null;
};
type SlashMeta = { readonly active: number } | { readonly dismiss: true };

const key = new PluginKey<SlashState>('slashMenu');
const CLOSED: SlashState = { menu: null, dismissed: null };
/** Letters behind the slash that may still name a kind. */
const LONGEST = 12;

export const SLASH_LIST = 'note-slash-menu';
export const slashOption = (kind: LinkKind): string => `${SLASH_LIST}-${kind}`;

export const slashMenuOf = (state: EditorState): SlashMenu | null =>
  key.getState(state)?.menu ?? null;

/** The kinds that what was typed may name: by their names, their kana, or plain letters. */
export const kindsNamed = (typed: string): readonly LinkKind[] => {
  const folded = fold(typed);
  // A letter on its way to its kana: か → かd → かだ.
  const kana = /^[a-z]+$/.test(folded) ? folded : withoutLetters(folded);
  return LINK_KINDS.filter((kind) =>
    [LINK_KIND_NAMES[kind], ...LINK_KIND_READINGS[kind]].some((name) =>
      fold(name).startsWith(kana),
    ),
  );
};

/** Without plain letters behind. */
export const withoutLetters = (text: string): string => {
  const letters = [...text];
  return letters.slice(0, letters.findLastIndex((letter) => !/[a-z]/.test(letter)) + 1).join('');
};

/** A slash that stands in a date, a fraction or an address asks for nothing. */
const BEFORE_ANY_SLASH = /[\p{N}A-Za-z:./／]$/u;

const readMenu = (state: EditorState): Omit<SlashMenu, 'active'> | null => {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const start = Math.max(0, $from.parentOffset - LONGEST - 2);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc');
  const match = /[/／]([^/／\s]*)$/u.exec(before);
  if (match === null || BEFORE_ANY_SLASH.test(before.slice(0, match.index))) return null;
  const kinds = kindsNamed(match[1] ?? '');
  if (kinds.length === 0) return null;
  return { from: $from.pos - match[0].length, to: $from.pos, kinds };
};

const next = (tr: Transaction, before: SlashState, state: EditorState): SlashState => {
  const meta = tr.getMeta(key) as SlashMeta | undefined;
  if (meta !== undefined && 'dismiss' in meta) {
    return { menu: null, dismissed: before.menu?.from ?? null };
  }
  if (meta !== undefined) {
    return { ...before, menu: before.menu && { ...before.menu, active: meta.active } };
  }
  if (!tr.docChanged && !tr.selectionSet) return before;
  const found = readMenu(state);
  if (found === null) return CLOSED;
  const dismissed = before.dismissed === null ? null : tr.mapping.map(before.dismissed);
  if (dismissed === found.from) return { menu: null, dismissed };
  const isOpen = before.menu !== null && tr.mapping.map(before.menu.from) === found.from;
  const isTyped = tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined;
  if (!isOpen && !isTyped) return CLOSED;
  return { menu: { ...found, active: 0 }, dismissed: null };
};

type SlashMenuOptions = {
  /** One was chosen; the stretch is what was typed to choose it. */
  readonly onPick: (kind: LinkKind, typed: Stretch) => void;
};

/** Opens a menu on 「/」 and 「／」; its keys are those of a list, and none of them acts during a conversion. */
export const slashMenu = ({ onPick }: SlashMenuOptions): Extension =>
  Extension.create({
    name: 'slashMenu',
    // Before Enter and Tab mean anything else.
    priority: 1100,
    addProseMirrorPlugins: () => [
      new Plugin<SlashState>({
        key,
        state: {
          init: () => CLOSED,
          apply: (tr, before, _, state) => next(tr, before, state),
        },
        props: {
          attributes: (state): Record<string, string> => {
            const menu = slashMenuOf(state);
            const kind = menu?.kinds[menu.active];
            return kind === undefined
              ? {}
              : { 'aria-controls': SLASH_LIST, 'aria-activedescendant': slashOption(kind) };
          },
          handleKeyDown: (view, event) => {
            const menu = slashMenuOf(view.state);
            if (menu === null || event.isComposing || view.composing) return false;
            if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
            const count = menu.kinds.length;
            const say = (meta: SlashMeta): boolean => {
              view.dispatch(view.state.tr.setMeta(key, meta));
              return true;
            };
            switch (event.key) {
              case 'ArrowDown':
                return say({ active: (menu.active + 1) % count });
              case 'ArrowUp':
                return say({ active: (menu.active - 1 + count) % count });
              case 'Escape':
                event.stopPropagation();
                return say({ dismiss: true });
              case 'Enter':
              case 'Tab': {
                const kind = menu.kinds[menu.active];
                if (kind !== undefined) onPick(kind, menu);
                return kind !== undefined;
              }
              default:
                return false;
            }
          },
        },
      }),
    ],
  });
