import { meetings } from '#shared/domain/meeting/meeting.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import type { RecordData } from '../queries.ts';
import styles from './record-page.module.css';

type VariantsProps = { readonly data: RecordData };

/** What another source says: both are kept, and both are shown. */
export const Variants = ({ data }: VariantsProps) =>
  data.variants.length === 0 ? null : (
    <div className={styles.section}>
      <h2 className={styles.title}>資料によってちがうところ</h2>
      <ul className={styles.variants}>
        {data.variants.map(({ id, field, value, source }) => (
          <li key={id}>
            {fieldName(meetings, field)}：{value}
            <span className={styles.source}>{source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
