import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { showProblem } from '#adapters/store/store.tsx';
import type { OpenNote } from '#data/records/typing.ts';
import { type LinkKind, readLink } from '#shared/domain/meeting/linked-record.ts';
import type { MentionTarget } from '#shared/domain/record/mention.ts';
import { showToast } from '#ui/toast-queue.ts';
import { cleanComposition } from './composition.ts';
import { isLinkAddress } from './link-address.ts';
import { LinkBar } from './link-bar.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { linkedEditing, liveLinkedRecord } from './linked-editing.ts';
import { LinkedRecord } from './linked-record.ts';
import { LinkedRecords } from './linked-records.tsx';
import { Mention } from './mention.ts';
import { MentionList } from './mention-list.tsx';
import { mentionMenu } from './mention-menu.ts';
import { liveMention } from './mention-views.ts';
import styles from './note-editor.module.css';
import { notePaste } from './note-paste.ts';
import { notePictures } from './note-pictures.ts';
import { notePlaceholder } from './note-placeholder.ts';
import { noteExtensions } from './note-schema.ts';
import { noteSync } from './note-sync.ts';
import { tableKeys } from './note-table.ts';
import { NoteToolbar } from './note-toolbar.tsx';
import { isPictureOf, Picture } from './picture.ts';
import { livePicture } from './picture-view.ts';
import { SlashList } from './slash-list.tsx';
import { slashMenu } from './slash-menu.ts';
import { useMentions } from './use-mentions.ts';
import { type NoteHome, useNoteLinking } from './use-note-linking.ts';
import { useNotePictures } from './use-note-pictures.ts';
import { wholeLetters } from './whole-letters.ts';

type NoteEditorProps = {
  /** From `useNote`, which checked that an editor keeps all of it, and releases it. */
  readonly note: OpenNote;
  /** Where its records live. */
  readonly home: NoteHome;
  /** Its name for screen readers. */
  readonly label: string;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** To what is mentioned: a person, a theme, a case … */
  readonly onOpenMention: (target: MentionTarget) => void;
  readonly placeholder?: string | undefined;
};

const openOutside = async (address: string): Promise<void> => {
  const opened = await invoke('openExternal', address);
  if (!opened.ok) showProblem(opened.error);
};

/** The rich text of a record, written to its document key by key. */
export const NoteEditor = ({
  note,
  home,
  label,
  onUndo,
  onRedo,
  onOpenMention,
  placeholder = '',
}: NoteEditorProps) => {
  const [isLinking, setIsLinking] = useState(false);
  // The editor lives as long as the note: callbacks of a later render are reached through here.
  const calls = useRef({ onUndo, onRedo });
  calls.current = { onUndo, onRedo };
  const shown = useRef<Editor>(undefined);
  const getView = useCallback(
    () => (shown.current?.isDestroyed === false ? shown.current.view : undefined),
    [],
  );
  const linking = useNoteLinking(note, home, getView);
  const pictures = useNotePictures(home, getView);
  const mentions = useMentions(note, home, onOpenMention, getView);
  const extensions = useMemo(() => {
    const { linked } = note;
    const options = {
      views: linking.views,
      words: linked.words,
      document: home.document,
      onLink: (kind: LinkKind) => linking.link(kind),
    };
    const isOwn = (name: string): boolean => {
      if (isPictureOf(home.document, name)) return true;
      const [of, collection, id] = name.split('/');
      const link = of === home.document ? readLink(collection, id) : undefined;
      return link !== undefined && linked.read(link) !== undefined;
    };
    return [
      ...noteExtensions.filter(
        (each) => each !== LinkedRecord && each !== Mention && each !== Picture,
      ),
      liveLinkedRecord(options),
      liveMention(mentions.views),
      livePicture(home.document, pictures.views),
      notePictures({ onGiven: (files) => void pictures.take(files) }),
      mentionMenu({ chooser: mentions.chooser, onOpen: mentions.open }),
      linkedEditing(options),
      slashMenu({ onPick: linking.link }),
      cleanComposition,
      wholeLetters,
      tableKeys,
      notePaste({
        onRefused: showProblem,
        onLeftOut: (words) => showToast(words, { tone: 'hint' }),
        isOwn,
      }),
      noteSync({
        note,
        onUndo: () => calls.current.onUndo(),
        onRedo: () => calls.current.onRedo(),
      }),
      notePlaceholder(placeholder),
    ];
  }, [note, placeholder, linking, mentions, pictures, home.document]);
  const editor = useEditor(
    {
      extensions,
      // The content security policy refuses a style element; note-editor.module.css has the rules.
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          'aria-label': label,
          'aria-multiline': 'true',
          class: styles.text ?? '',
          role: 'textbox',
        },
        handleDOMEvents: {
          click: (_, event) => {
            const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
            if (!link) return false;
            // A link never leads the window itself away.
            event.preventDefault();
            const address = link.getAttribute('href');
            if ((event.ctrlKey || event.metaKey) && isLinkAddress(address)) {
              void openOutside(address);
            }
            return false;
          },
        },
        handleKeyDown: (view, event) => {
          if (event.isComposing || event.key.toLowerCase() !== 'k') return false;
          if (!event.ctrlKey || !event.shiftKey || !view.editable) return false;
          event.preventDefault();
          setIsLinking(true);
          return true;
        },
      },
      onFocus: () => note.begin(),
    },
    [extensions, label],
  );
  shown.current = editor;

  return (
    <div className={styles.editor}>
      <NoteToolbar
        editor={editor}
        onLink={() => setIsLinking(true)}
        onPicture={() => void pictures.choose()}
        onRecord={(kind) => linking.link(kind)}
      />
      <EditorContent className={styles.page} editor={editor} />
      <LinkedRecords linking={linking} />
      <SlashList editor={editor} onPick={linking.link} />
      <MentionList editor={editor} mentions={mentions} />
      <LinkBar
        editor={editor}
        onChange={() => setIsLinking(true)}
        onOpen={(address) => void openOutside(address)}
      />
      {isLinking && (
        <LinkDialog
          draftKey={`${note.name}.link`}
          editor={editor}
          onClose={() => setIsLinking(false)}
        />
      )}
    </div>
  );
};
