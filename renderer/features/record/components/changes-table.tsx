import { useHistory } from '#adapters/history/use-history.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import {
  type ChangeMoment,
  type ConfirmedRecord,
  momentsSince,
} from '#shared/domain/history/changed-since.ts';
import type { ConfirmedChange } from '#shared/domain/meeting/confirmed-changes.ts';
import { clip } from '#shared/text/limits.ts';
import { momentOf } from '../model.ts';
import styles from './confirmation.module.css';

/** Of a long text so much is shown, in characters: the whole stands in the record. */
const SHOWN = 300;

type ChangesTableProps = {
  readonly changes: readonly ConfirmedChange[];
  readonly document: DocumentId;
  readonly record: ConfirmedRecord;
};

/** 確定後の変更: each thing that changed, as it was confirmed and as it is now, with when and by whom. */
export const ChangesTable = ({ changes, document, record }: ChangesTableProps) => {
  const { history } = useHistory(document);
  const entries = history.state === 'reading' || history.state === 'ready' ? history.entries : [];
  const moments = momentsSince(entries, record, changes);
  const isReading = history.state === 'loading' || history.state === 'reading';
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th className={styles.what} scope="col">
            項目
          </th>
          <th scope="col">確定したとき</th>
          <th scope="col">いま</th>
          <th className={styles.when} scope="col">
            変えた日時と人
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, what, before, after }) => (
          <tr key={id}>
            <th scope="row">{what}</th>
            <td className={styles.before}>{said(before)}</td>
            <td>{said(after)}</td>
            <td>
              <Moments isReading={isReading} moments={moments.get(id) ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** More than these are counted. */
const SHOWN_MOMENTS = 3;

type MomentsProps = { readonly moments: readonly ChangeMoment[]; readonly isReading: boolean };

const Moments = ({ moments, isReading }: MomentsProps) => {
  if (moments.length === 0) return isReading ? '読んでいます' : '記録なし';
  const more = moments.length - SHOWN_MOMENTS;
  return (
    <ul className={styles.moments}>
      {moments.slice(0, SHOWN_MOMENTS).map(({ time, author }) => (
        <li key={time}>{[momentOfTime(time), author].filter(Boolean).join(' ')}</li>
      ))}
      {more > 0 && <li>{`ほか${more}回`}</li>}
    </ul>
  );
};

const momentOfTime = (time: number): string => momentOf(new Date(time).toISOString())?.short ?? '';

const said = (text: string): string => (text.trim() === '' ? '（なし）' : clip(text, SHOWN));
