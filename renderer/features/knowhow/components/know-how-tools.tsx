import { Checkbox } from '#ui/checkbox.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Select } from '#ui/select.tsx';
import { ALL, type KnowHowFilter, themeOptions, VISIBILITY_OPTIONS } from '../model.ts';
import type { KnowHowRows } from '../queries.ts';
import styles from './know-how-page.module.css';

type KnowHowToolsProps = {
  readonly rows: KnowHowRows;
  readonly filter: KnowHowFilter;
  /** How many wait to be confirmed. */
  readonly due: number;
  readonly onChange: (filter: KnowHowFilter) => void;
};

/** What narrows the list down. */
export const KnowHowTools = ({ rows, filter, due, onChange }: KnowHowToolsProps) => {
  const change = (values: Partial<KnowHowFilter>): void => onChange({ ...filter, ...values });
  return (
    <div className={styles.tools}>
      <SearchField
        className={styles.search}
        label="ノウハウを絞り込む"
        onChange={(text) => change({ text })}
        placeholder="ことばで絞り込む"
        value={filter.text}
      />
      <Select
        className={styles.theme}
        isLabelHidden
        label="テーマで絞り込む"
        onChange={(theme) => change({ theme })}
        options={themeOptions(rows)}
        value={filter.theme}
      />
      <Select
        className={styles.visibility}
        isLabelHidden
        label="公開の範囲で絞り込む"
        onChange={(visibility) => change({ visibility })}
        options={[{ id: ALL, label: 'すべての範囲' } as const, ...VISIBILITY_OPTIONS]}
        value={filter.visibility}
      />
      <Checkbox isSelected={filter.isDue} onChange={(isDue) => change({ isDue })}>
        まだ有効か確かめるもの（{due}件）
      </Checkbox>
    </div>
  );
};
