import { type Editor, useEditorState } from '@tiptap/react';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  LINK_KIND_NAMES,
  LINK_KINDS,
  type LinkKind,
} from '#shared/domain/meeting/linked-record.ts';
import { cx } from '#ui/class-names.ts';
import { Kbd } from '#ui/kbd.tsx';
import tones from '#ui/mark-tones.module.css';
import type { Stretch } from './link-lines.ts';
import { placeBelow } from './place-below.ts';
import styles from './slash-list.module.css';
import { SLASH_LIST, slashMenuOf, slashOption } from './slash-menu.ts';

type SlashListProps = {
  readonly editor: Editor;
  readonly onPick: (kind: LinkKind, typed: Stretch) => void;
};

/** The menu of 「/」, below the letters that opened it; the cursor stays in the note. */
export const SlashList = ({ editor, onPick }: SlashListProps) => {
  const menu = useEditorState({ editor, selector: () => slashMenuOf(editor.state) });
  if (menu === null || !editor.isFocused) return null;
  const place = placeBelow(editor, menu.from, { width: 200, height: 250 });
  if (place === null) return null;
  return (
    <div
      aria-label="この行を何にするか"
      className={styles.menu}
      id={SLASH_LIST}
      role="listbox"
      style={place}
    >
      {menu.kinds.map((kind, index) => (
        // The cursor is in the note, whose keys move and pick; this is for the mouse alone.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          aria-selected={index === menu.active}
          className={cx(styles.option, tones[FINDING_TONES[kind]])}
          id={slashOption(kind)}
          key={kind}
          onClick={() => onPick(kind, menu)}
          // Else the press would take the focus out of the note.
          onMouseDown={(event) => event.preventDefault()}
          role="option"
        >
          <span className={styles.word}>{LINK_KIND_NAMES[kind]}</span>
          <Kbd>{`Ctrl Alt ${LINK_KINDS.indexOf(kind) + 1}`}</Kbd>
        </div>
      ))}
    </div>
  );
};
