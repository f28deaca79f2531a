import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { problemWords } from '#shared/result.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';
import { afterMenu } from './after-menu.ts';
import { parseLinkAddress } from './link-address.ts';
import styles from './note-editor.module.css';

type LinkDialogProps = {
  readonly editor: Editor;
  /** Where what is typed is kept until it is a link, by the address that it had: `meetings.<id>.note.link.`. */
  readonly draftKey: string;
  readonly onClose: () => void;
};

const addressAt = (editor: Editor): string => {
  const href: unknown = editor.getAttributes('link').href;
  return typeof href === 'string' ? href : '';
};

/** Asks where a link leads, and for its words where none are selected. */
export const LinkDialog = ({ editor, draftKey, onClose }: LinkDialogProps) => {
  const [start] = useState(() => addressAt(editor));
  const draft = useDraftForm(`${draftKey}.${start}`, 'リンク', { address: start, words: '' });
  const { address, words } = draft.values;
  const [error, setError] = useState<string>();
  const isChange = addressAt(editor) !== '';
  const needsWords = editor.state.selection.empty && !isChange;

  const close = (): void => {
    draft.reset();
    onClose();
  };
  const finish = (run: () => void): void => {
    close();
    afterMenu(run);
  };
  const apply = (): void => {
    const parsed = parseLinkAddress(address);
    if (!parsed.ok) {
      setError(problemWords(parsed.error));
      return;
    }
    const href = parsed.value;
    finish(() => {
      if (needsWords) {
        const mark = { type: 'link', attrs: { href } };
        const text = words.trim() === '' ? href : words.trim();
        editor
          .chain()
          .focus()
          .insertContent({ type: 'text', text, marks: [mark] })
          .run();
      } else {
        editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run();
      }
    });
  };

  return (
    <Dialog
      actions={
        <>
          {isChange && (
            <Button onPress={() => finish(() => unlink(editor))} variant="quiet">
              リンクを外す
            </Button>
          )}
          <Button onPress={close}>やめる</Button>
          <Button onPress={apply} variant="primary">
            リンクにする
          </Button>
        </>
      }
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      size="small"
      title={isChange ? 'リンクを変える' : 'リンクを付ける'}
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          description="例：https://www.mhlw.go.jp/　メールアドレスも使えます"
          error={error}
          label="リンク先"
          onChange={(text) => {
            draft.set({ address: text });
            setError(undefined);
          }}
          onEnter={apply}
          value={address}
        />
        {needsWords && (
          <TextField
            description="空のときは、リンク先をそのまま表示します"
            label="表示する文字"
            onChange={(text) => draft.set({ words: text })}
            onEnter={apply}
            value={words}
          />
        )}
      </div>
    </Dialog>
  );
};

/** Takes the link off the words around the cursor; the words stay. */
export const unlink = (editor: Editor): void => {
  editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
};
