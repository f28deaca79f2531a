import { SearchField } from '#ui/search-field.tsx';
import { Select } from '#ui/select.tsx';
import { Spinner } from '#ui/spinner.tsx';
import {
  authorChoices,
  type EntryLine,
  type HistoryFilter,
  PERIOD_CHOICES,
  whatChoices,
} from '../model.ts';
import styles from './history-page.module.css';

type HistoryFiltersProps = {
  readonly filter: HistoryFilter;
  /** All lines, from which the choices are made. */
  readonly lines: readonly EntryLine[];
  readonly count: number;
  readonly isReading: boolean;
  readonly onFilter: (filter: HistoryFilter) => void;
};

/** Who, what, and when; and words that stood anywhere. */
export const HistoryFilters = ({
  filter,
  lines,
  count,
  isReading,
  onFilter,
}: HistoryFiltersProps) => {
  const set = (part: Partial<HistoryFilter>): void => onFilter({ ...filter, ...part });
  return (
    <div className={styles.tools}>
      <SearchField
        className={styles.search}
        label="変更履歴を絞り込む"
        onChange={(text) => set({ text })}
        placeholder="変更前後の文字でも探せます"
        value={filter.text}
      />
      <Select
        className={styles.choice}
        isLabelHidden
        label="だれが"
        onChange={(who) => set({ who })}
        options={authorChoices(lines)}
        value={filter.who}
      />
      <Select
        className={styles.choice}
        isLabelHidden
        label="何を"
        onChange={(what) => set({ what })}
        options={whatChoices(lines)}
        value={filter.what}
      />
      <Select
        className={styles.choice}
        isLabelHidden
        label="いつ"
        onChange={(period) => set({ period })}
        options={PERIOD_CHOICES}
        value={filter.period}
      />
      <span className={styles.count} role="status">
        {isReading ? (
          <>
            <Spinner size={14} /> 古い変更を読んでいます
          </>
        ) : (
          `${count.toLocaleString('ja-JP')}件`
        )}
      </span>
    </div>
  );
};
