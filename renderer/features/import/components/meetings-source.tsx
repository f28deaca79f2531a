import { SourceArea } from '#adapters/table-source/source-area.tsx';
import type { Copied } from '#adapters/table-source/table-source.ts';
import styles from './import-page.module.css';

type MeetingsSourceProps = {
  readonly onPaste: (copied: Copied) => void;
  readonly onFile: (file: File) => void;
};

/** Where a table of meetings comes in, and what such tables look like. */
export const MeetingsSource = (props: MeetingsSourceProps) => (
  <SourceArea
    {...props}
    className={styles.source}
    paste={{
      title: 'ExcelやWordの表を貼り付ける',
      hint: '表の範囲をコピーし、下の枠かこの画面のどこででも Ctrl+V を押します。',
    }}
  >
    <p className={styles.formsTitle}>読み取れる表</p>
    <ul className={styles.forms}>
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
  </SourceArea>
);
