import { useState } from 'react';
import type { KindCount } from '#adapters/search/search-desk.ts';
import { useLive } from '#adapters/store/store.tsx';
import { formatFiscalYear } from '#shared/dates/format.ts';
import {
  type FilterKey,
  parseQuery,
  type TypedFilter,
  typedFilters,
  withFilter,
} from '#shared/domain/search/query.ts';
import { Select } from '#ui/select.tsx';
import { TagList } from '#ui/tag-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { filterChoices } from '../queries.ts';
import styles from './search-page.module.css';

type FilterBarProps = {
  readonly typed: string;
  /** Kinds of what was found, with how many there are. */
  readonly kinds: readonly KindCount[];
  readonly onChange: (typed: string) => void;
  /** Somebody is about to choose who wrote: those are found out who are not known yet. */
  readonly onAskWriters: () => void;
};

/** Filters stand in what is typed (年度:R4); here they are chosen, seen as chips, and taken out. */
export const FilterBar = ({ typed, kinds, onChange, onAskWriters }: FilterBarProps) => {
  const loaded = useLive(filterChoices);
  const choices = loaded.state === 'ready' ? loaded.value : NO_CHOICES;
  const filters = typedFilters(typed);
  const set = (key: FilterKey, value: string | null): void =>
    onChange(withFilter(typed, key, value));
  const select = (
    key: FilterKey,
    options: readonly { id: string; label: string }[],
    onFocus?: () => void,
  ) => (
    <Select
      className={styles.filter}
      label={key}
      onChange={(value) => set(key, value)}
      onFocus={onFocus}
      options={options}
      placeholder="すべて"
      value={chosenOf(filters, key)}
    />
  );
  return (
    <>
      <div className={styles.filters}>
        {select('年度', named(choices.years))}
        {select('市町村', named(choices.municipalities))}
        {select(
          '種別',
          kinds.map(({ what, count }) => ({ id: what, label: `${what}（${count}）` })),
        )}
        {select('テーマ', named(choices.themes))}
        <PeriodField onChange={(value) => set('期間', value)} />
        {select('書いた人', named(choices.writers), onAskWriters)}
      </div>
      <TagList
        items={filters.map(({ key, value }) => ({ id: key, label: `${key}：${value}` }))}
        label="絞り込み"
        onRemove={(key) => set(key as FilterKey, null)}
      />
    </>
  );
};

/** As the choices have it: R4 is 令和4年度. */
const chosenOf = (filters: readonly TypedFilter[], key: FilterKey): string | null => {
  const value = filters.find((filter) => filter.key === key)?.value;
  const { year } = parseQuery(`年度:${value ?? ''}`).filters;
  if (key === '年度' && year !== null) return formatFiscalYear(year);
  return value ?? null;
};

const NO_CHOICES = { years: [], municipalities: [], themes: [], writers: [] };

/** 生駒 花子 and 生駒花子 are one, called as they come first. */
const named = (names: readonly string[]) => {
  const found = new Map<string, string>();
  for (const name of names) {
    const id = name.replace(/\s+/gu, '');
    if (!found.has(id)) found.set(id, name);
  }
  return [...found].map(([id, label]) => ({ id, label }));
};

/** A period is typed, and goes among the filters at Enter or on leaving. */
const PeriodField = ({ onChange }: { readonly onChange: (value: string) => void }) => {
  const [text, setText] = useState('');
  const value = text.replace(/\s+/gu, '');
  const isWrong = value !== '' && parseQuery(`期間:${value}`).unread.length > 0;
  const [isLeft, setIsLeft] = useState(false);
  const take = (): void => {
    setIsLeft(true);
    if (value === '' || isWrong) return;
    onChange(value);
    setText('');
  };
  return (
    <TextField
      className={styles.filter}
      error={isWrong && isLeft ? '「R4.4～R4.9」のように入力してください。' : undefined}
      label="期間"
      onBlur={take}
      onChange={(next) => {
        setIsLeft(false);
        setText(next);
      }}
      onEnter={take}
      placeholder="例：R4.4～R4.9"
      value={text}
    />
  );
};
