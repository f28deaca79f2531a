import { ClipboardPaste, FileSpreadsheet } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import styles from './source-area.module.css';
import { ACCEPTED_FILES, type Copied } from './table-source.ts';

type SourceAreaProps = {
  /** What the paste is to hold, and what stands below that. */
  readonly paste: { readonly title: string; readonly hint: ReactNode };
  readonly onPaste: (copied: Copied) => void;
  readonly onFile: (file: File) => void;
  /** Where it is opened to paste, the place for it has the focus. */
  readonly hasFocus?: boolean;
  readonly className?: string | undefined;
  /** Which tables can be read. */
  readonly children: ReactNode;
};

/** Where a table comes in: by Ctrl+V, by a file, or dropped. */
export const SourceArea = (props: SourceAreaProps) => {
  const { paste, onPaste, onFile, hasFocus = false, className, children } = props;
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [first] = event.dataTransfer.files;
    if (first) {
      onFile(first);
      return;
    }
    const html = event.dataTransfer.getData('text/html');
    const text = event.dataTransfer.getData('text/plain');
    if (html !== '' || text !== '') onPaste({ html, text });
  };
  return (
    <section
      aria-label="取り込む表"
      className={cx(styles.source, isOver && styles.over, className)}
      onDragLeave={() => setIsOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDrop={drop}
    >
      <div className={styles.way}>
        <ClipboardPaste aria-hidden="true" className={styles.wayIcon} />
        <div className={styles.wayWords}>
          <label className={styles.wayTitle} htmlFor="table-paste">
            {paste.title}
          </label>
          <p>{paste.hint}</p>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: a window that is opened to paste says so
            autoFocus={hasFocus}
            className={styles.paste}
            id="table-paste"
            // Nothing is typed here: it is the place that takes a paste, and says so to screen readers.
            onChange={() => undefined}
            onPaste={(event) => {
              event.preventDefault();
              event.stopPropagation();
              const html = event.clipboardData.getData('text/html');
              onPaste({ html, text: event.clipboardData.getData('text/plain') });
            }}
            placeholder="ここに貼り付け（Ctrl+V）"
            rows={3}
            value=""
          />
        </div>
      </div>
      <div className={styles.way}>
        <FileSpreadsheet aria-hidden="true" className={styles.wayIcon} />
        <div className={styles.wayWords}>
          <p className={styles.wayTitle}>ファイルから取り込む</p>
          <p>
            Excelブック（.xlsx）、Word文書（.docx）、CSV・テキスト（.csv・.txt）、表のあるウェブページ（.htm、中身がそれの.xls）。ここへ引いて落とすこともできます。20
            MBまで。
          </p>
          <input
            accept={ACCEPTED_FILES}
            aria-label="取り込むファイル"
            className={styles.file}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              // The same file may be chosen again after it was mended.
              event.target.value = '';
              if (chosen) onFile(chosen);
            }}
            ref={file}
            tabIndex={-1}
            type="file"
          />
          <Button onPress={() => file.current?.click()}>ファイルを選ぶ</Button>
        </div>
      </div>
      <div className={styles.forms}>{children}</div>
    </section>
  );
};
