import type { RecordData } from '../queries.ts';
import styles from './record-page.module.css';

type VariantsProps = { readonly data: RecordData };

const FIELD_NAMES: Readonly<Record<string, string>> = {
  modes: '形式',
  date: '日付',
  title: '名称',
  headCount: '出席の計',
  audience: '対象',
  place: '場所',
};

/** What another source says: both are kept, and both are shown. */
export const Variants = ({ data }: VariantsProps) =>
  data.variants.length === 0 ? null : (
    <div className={styles.section}>
      <h2 className={styles.title}>資料によってちがうところ</h2>
      <ul className={styles.variants}>
        {data.variants.map(({ id, field, value, source }) => (
          <li key={id}>
            {FIELD_NAMES[field] ?? field}：{value}
            <span className={styles.source}>{source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
