import type { ConfirmedChange } from '#shared/domain/meeting/confirmed-changes.ts';
import { clip } from '#shared/text/limits.ts';
import styles from './confirmation.module.css';

/** Of a long text so much is shown, in characters: the whole stands in the record. */
const SHOWN = 300;

/** 確定後の変更: each thing that changed, as it was confirmed and as it is now. */
export const ChangesTable = ({ changes }: { readonly changes: readonly ConfirmedChange[] }) => (
  <table className={styles.changes}>
    <thead>
      <tr>
        <th className={styles.what} scope="col">
          項目
        </th>
        <th scope="col">確定したとき</th>
        <th scope="col">いま</th>
      </tr>
    </thead>
    <tbody>
      {changes.map(({ id, what, before, after }) => (
        <tr key={id}>
          <th scope="row">{what}</th>
          <td className={styles.before}>{said(before)}</td>
          <td>{said(after)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const said = (text: string): string => (text.trim() === '' ? '（なし）' : clip(text, SHOWN));
