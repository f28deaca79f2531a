import { ClipboardPaste, FileSpreadsheet } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { Copied } from '#adapters/table-source/table-source.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import styles from './import-page.module.css';

type SourceAreaProps = {
  readonly onPaste: (copied: Copied) => void;
  readonly onFile: (file: File) => void;
};

/** Where a table comes in: by Ctrl+V, by a file, or dropped. */
export const SourceArea = ({ onPaste, onFile }: SourceAreaProps) => {
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
      className={cx(styles.source, isOver && styles.over)}
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
          <label className={styles.wayTitle} htmlFor="import-paste">
            ExcelやWordの表を貼り付ける
          </label>
          <p>表の範囲をコピーし、下の枠かこの画面のどこででも Ctrl+V を押します。</p>
          <textarea
            className={styles.paste}
            id="import-paste"
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
            Excelブック（.xlsx）かCSV・テキスト（.csv・.txt）、表のあるウェブページ（.htm、中身がそれの.xls）。ここへ引いて落とすこともできます。20
            MBまで。
          </p>
          <input
            accept=".xlsx,.xlsm,.xls,.csv,.tsv,.txt,.htm,.html"
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
      <div className={styles.forms}>
        <p className={styles.wayTitle}>読み取れる表</p>
        <ul>
          <li>
            <b>支援（詳細）</b>　時期・内容・支援者・備考。「〃」は上の値で埋めます。
          </li>
          <li>
            <b>1〜3回目支援</b>　日時・参加者・内容・支援のまとめを、回ごとに横へ並べた表。
          </li>
          <li>
            <b>支援の流れ</b>　日にち・内容。
          </li>
          <li>ほかの形の表は、どの列が何かをこの次の画面で選べます。</li>
        </ul>
      </div>
    </section>
  );
};
