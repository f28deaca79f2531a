import { backupLines, type Held, handedWords, heldWords } from '../model.ts';
import styles from './erasing.module.css';

type StillHeldProps = {
  readonly held: Held;
  /** Names each backup with the day on which it goes. */
  readonly isFull?: boolean;
};

/** What still holds what is erased, and until when. */
export const StillHeld = ({ held, isFull = false }: StillHeldProps) => (
  <ul className={styles.list}>
    {held.backups.map((each) => (
      <li className={styles.path} key={each.path}>
        バックアップ：{heldWords(each)}
        。毎日バックアップをとると、古いものから順に消えます。
        {isFull && (
          <ul className={styles.list}>
            {backupLines(each, Date.now()).map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        )}
      </li>
    ))}
    {held.handed.map((each) => (
      <li className={styles.path} key={`${each.at} ${each.path}`}>
        引継ぎファイル：{handedWords(each)}
        。自動では消えません。このファイルと、渡した先の写しを、手で削除してください。
      </li>
    ))}
    {held.closed.length > 0 && (
      <li className={styles.path}>
        中を調べられない、または残した添付ファイル：
        {held.closed.map(({ name }) => name).join('、')}
        。開いて確かめ、必要なら記録ごと消してください。
      </li>
    )}
    {held.setAside.length > 0 && (
      <li className={styles.path}>
        読めないために脇に置いたファイル（中は調べられません）：{held.setAside.join('、')}
        。設定の「データの置き場所」から開いて、不要なら削除してください。
      </li>
    )}
    <li>
      ほかのパソコンにある記録：このパソコンの記録ファイルが渡ると、そちらの伴走ノートが同じように消します。
    </li>
    <li>印刷したもの、書き出したファイル、別の場所への写し：このアプリからは消せません。</li>
  </ul>
);
