import { formatPartialDate } from '#shared/dates/format.ts';
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
import { type Since, sinceChoices } from '../since.ts';
import styles from './history-page.module.css';

type HistoryFiltersProps = {
  readonly filter: HistoryFilter;
  /** All lines, from which the choices are made. */
  readonly lines: readonly EntryLine[];
  readonly count: number;
  readonly isReading: boolean;
  readonly since: Since;
  readonly onFilter: (filter: HistoryFilter) => void;
};

/** Who, what, and when; and words that stood anywhere. */
export const HistoryFilters = ({
  filter,
  lines,
  count,
  isReading,
  since,
  onFilter,
}: HistoryFiltersProps) => {
  const set = (part: Partial<HistoryFilter>): void => onFilter({ ...filter, ...part });
  return (
    <div className={styles.tools}>
      <SearchField
        className={styles.search}
        label="変更履歴を絞り込む"
        onChange={(text) => set({ text })}
        placeholder="前後の文字も可"
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
        className={styles.period}
        isLabelHidden
        label="いつ"
        onChange={(period) => set({ period })}
        options={[...PERIOD_CHOICES, ...sinceChoices(since)]}
        value={filter.period}
      />
      <span className={styles.count} role="status">
        {isReading ? (
          <>
            <Spinner size={14} /> 古い変更を読んでいます
          </>
        ) : (
          `${beginning(filter, since)}${count.toLocaleString('ja-JP')}件`
        )}
      </span>
    </div>
  );
};

/** R5.4.1から: since when somebody has been in charge, where that is what is asked for. */
const beginning = ({ period }: HistoryFilter, { charge }: Since): string =>
  period === 'charge' && charge !== null ? `${formatPartialDate(charge, 'dotted')}から ` : '';
