import { type Editor, useEditorState } from '@tiptap/react';
import { ExternalLink } from 'lucide-react';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { isLinkAddress } from './link-address.ts';
import { unlink } from './link-dialog.tsx';
import styles from './note-editor.module.css';

type LinkBarProps = {
  readonly editor: Editor;
  readonly onOpen: (address: string) => void;
  readonly onChange: () => void;
};

/** While the cursor stands in a link: where it leads, and what can be done about it. */
export const LinkBar = ({ editor, onOpen, onChange }: LinkBarProps) => {
  const address = useEditorState({
    editor,
    selector: (): string | undefined => {
      const href: unknown = editor.getAttributes('link').href;
      return isLinkAddress(href) ? href : undefined;
    },
  });
  if (address === undefined) return null;
  return (
    <section aria-label="リンク" className={styles.link}>
      <span className={styles.address} title={address}>
        {clip(address, 80)}
      </span>
      <Button
        icon={<ExternalLink aria-hidden="true" />}
        onPress={() => onOpen(address)}
        size="small"
      >
        開く
      </Button>
      <Button onPress={onChange} size="small" variant="quiet">
        変える
      </Button>
      <Button onPress={() => unlink(editor)} size="small" variant="quiet">
        外す
      </Button>
    </section>
  );
};
