import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { cx } from '#ui/class-names.ts';
import styles from './mention-list.module.css';
import type { MentionKind } from './mention-marks.ts';
import { type MentionMenu, mentionMenuOf } from './mention-menu.ts';
import { mentionOptions } from './mention-options.ts';
import { mentionRows } from './mention-rows.ts';
import { placeBelow } from './place-below.ts';
import type { NoteMentions } from './use-mentions.ts';

type MentionListProps = { readonly editor: Editor; readonly mentions: NoteMentions };

const LIST = 'note-mention-list';
const optionId = (index: number): string => `${LIST}-${index}`;

const LABELS: Readonly<Record<MentionKind, string>> = {
  who: '人・機関へのリンク',
  theme: 'テーマへのリンク',
  case: '案件・会合・版へのリンク',
};

/** The list that @, # and [[ open, below them; the cursor stays in the note. */
export const MentionList = ({ editor, mentions }: MentionListProps) => {
  const menu = useEditorState({ editor, selector: () => mentionMenuOf(editor.state) });
  if (menu === null || !editor.isFocused) return null;
  return <Options editor={editor} key={menu.kind} mentions={mentions} menu={menu} />;
};

const Options = ({ editor, mentions, menu }: MentionListProps & { readonly menu: MentionMenu }) => {
  const { chooser, place } = mentions;
  const { kind, typed, from } = menu;
  const { document, meeting } = place;
  // Only of cases does it depend on what was typed which rows are read.
  const sought = kind === 'case' ? typed : '';
  const loaded = useLive(
    useMemo(
      () => mentionRows(kind, { document, meeting }, sought),
      [kind, document, meeting, sought],
    ),
  );
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  const options = useMemo(
    () => (rows === undefined ? [] : mentionOptions({ kind, typed }, rows.candidates, rows)),
    [rows, kind, typed],
  );
  useEffect(() => chooser.show(options), [chooser, options]);
  useEffect(() => () => chooser.show([]), [chooser]);
  const { options: shown, active } = useSyncExternalStore(chooser.subscribe, chooser.get);

  const isThere = shown.length > 0;
  useEffect(() => {
    const { dom } = editor.view;
    if (!isThere) return undefined;
    dom.setAttribute('aria-controls', LIST);
    if (active >= 0) dom.setAttribute('aria-activedescendant', optionId(active));
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, isThere, active]);

  const at = placeBelow(editor, from, { width: 380, height: 300 });
  if (!isThere || at === null) return null;
  return (
    <div aria-label={LABELS[kind]} className={styles.list} id={LIST} role="listbox" style={at}>
      {shown.map((option, index) => (
        // The cursor is in the note, whose keys move and pick; this is for the mouse alone.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          aria-selected={index === active}
          className={cx(styles.option, option.pick.kind === 'new' && styles.fresh)}
          id={optionId(index)}
          key={option.id}
          onClick={() => mentions.pick(option)}
          // Else the press would take the focus out of the note.
          onMouseDown={(event) => event.preventDefault()}
          role="option"
        >
          <span className={styles.words}>{option.label}</span>
          {option.note !== '' && <span className={styles.note}>{option.note}</span>}
        </div>
      ))}
    </div>
  );
};
