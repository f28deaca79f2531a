import { type HeldBy, heldWords } from '../model.ts';
import styles from './erasing.module.css';

/** What still holds what is erased, and until when. */
export const StillHeld = ({ held }: { readonly held: readonly HeldBy[] }) => (
  <ul className={styles.list}>
    {held.map((each) => (
      <li className={styles.path} key={each.path}>
        バックアップ：{heldWords(each)}
        。新しいバックアップがとられるたびに古いものから消え、12か月ぶんが入れかわるとなくなります。
      </li>
    ))}
    <li>
      ほかのパソコンにある記録：このパソコンの記録ファイルが渡ると、そちらの伴走ノートが同じように消します。
    </li>
    <li>印刷したもの、書き出したファイル、別の場所への写し：このアプリからは消せません。</li>
  </ul>
);
