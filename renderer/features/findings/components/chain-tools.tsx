import { Copy, Printer } from 'lucide-react';
import { AudienceSelect } from '#adapters/audience/audience-choice.tsx';
import type { TableOut } from '#adapters/table-out/use-table-out.tsx';
import { FINDING_KIND_NAMES, FINDING_KINDS } from '#shared/domain/meeting/meeting.ts';
import { Button } from '#ui/button.tsx';
import type { Option } from '#ui/option.ts';
import { SearchField } from '#ui/search-field.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { Select } from '#ui/select.tsx';
import {
  ALL,
  type ChainFilter,
  isFiltered,
  NO_FILTER,
  STANDING_NAMES,
  STANDINGS,
} from '../chain.ts';
import styles from './chain-tools.module.css';

export type ChainLook = 'links' | 'table';

type ChainToolsProps = {
  readonly filter: ChainFilter;
  readonly onFilter: (filter: ChainFilter) => void;
  readonly look: ChainLook;
  readonly onLook: (look: ChainLook) => void;
  readonly rounds: readonly Option[];
  readonly themes: readonly Option[];
  readonly owners: readonly Option[];
  readonly out: TableOut;
};

const LOOKS: readonly Option<ChainLook>[] = [
  { id: 'links', label: 'つながり' },
  { id: 'table', label: '表' },
];

const withAll = <Id extends string>(
  label: string,
  options: readonly Option<Id>[],
): readonly Option<Id | typeof ALL>[] => [{ id: ALL, label }, ...options];

/** What is shown of the chain, how, and its ways out. A filter that would have nothing to choose is not there. */
export const ChainTools = ({ filter, onFilter, look, onLook, out, ...lists }: ChainToolsProps) => {
  const set = (part: Partial<ChainFilter>): void => onFilter({ ...filter, ...part });
  return (
    <div className={styles.tools}>
      <SearchField
        className={styles.search}
        label="課題と対応を絞り込む"
        onChange={(text) => set({ text })}
        placeholder="言葉で絞り込む"
        value={filter.text}
      />
      <Select
        className={styles.choice}
        isLabelHidden
        label="種類で絞り込む"
        onChange={(kind) => set({ kind })}
        options={withAll(
          'すべての種類',
          FINDING_KINDS.map((id) => ({ id, label: FINDING_KIND_NAMES[id] })),
        )}
        value={filter.kind}
      />
      {lists.rounds.length > 1 && (
        <Select
          className={styles.choice}
          isLabelHidden
          label="回で絞り込む"
          onChange={(round) => set({ round })}
          options={withAll('すべての回', lists.rounds)}
          value={filter.round}
        />
      )}
      {lists.themes.length > 0 && (
        <Select
          className={styles.choice}
          isLabelHidden
          label="テーマで絞り込む"
          onChange={(theme) => set({ theme })}
          options={withAll('すべてのテーマ', lists.themes)}
          value={filter.theme}
        />
      )}
      {lists.owners.length > 0 && (
        <Select
          className={styles.choice}
          isLabelHidden
          label="担当で絞り込む"
          onChange={(owner) => set({ owner })}
          options={withAll('すべての担当', lists.owners)}
          value={filter.owner}
        />
      )}
      <Select
        className={styles.choice}
        isLabelHidden
        label="状況で絞り込む"
        onChange={(standing) => set({ standing })}
        options={STANDINGS.map((id) => ({ id, label: STANDING_NAMES[id] }))}
        value={filter.standing}
      />
      {isFiltered(filter) && (
        <Button onPress={() => onFilter(NO_FILTER)} size="small" variant="quiet">
          絞り込みをやめる
        </Button>
      )}
      <div className={styles.out}>
        <SegmentedControl label="表示" onChange={onLook} options={LOOKS} value={look} />
        <AudienceSelect {...out.chosen} />
        <Button icon={<Copy aria-hidden="true" size={16} />} onPress={out.copy} size="small">
          表をコピー
        </Button>
        <Button
          icon={<Printer aria-hidden="true" size={16} />}
          isPending={out.isPrinting}
          onPress={out.print}
          size="small"
        >
          印刷
        </Button>
      </div>
    </div>
  );
};
