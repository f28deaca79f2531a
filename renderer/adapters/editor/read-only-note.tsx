import { Notice } from '#ui/notice.tsx';
import styles from './note-editor.module.css';

type ReadOnlyNoteProps = {
  /** Its name for screen readers. */
  readonly label: string;
  readonly lines: readonly string[];
};

/** The words of a note that an editor of this version would damage. */
export const ReadOnlyNote = ({ label, lines }: ReadOnlyNoteProps) => (
  <div className={styles.editor}>
    <Notice
      happened="この記録には、この版では扱えない書式があるため、書きかえられません。"
      safe="記録はそのまま残っています。下には文字だけを表示しています。"
      todo="書きかえるには、伴走ノートを新しい版にしてください。"
      tone="warning"
    />
    <section aria-label={label} className={styles.page}>
      <div className={styles.text}>
        {lines.map((line, index) => (
          // Lines have nothing else that tells them apart, and never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <p key={index}>{line}</p>
        ))}
      </div>
    </section>
  </div>
);
