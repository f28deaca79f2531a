import { useMemo, useState } from 'react';
import { useTableOut } from '#adapters/table-out/use-table-out.tsx';
import type { CaseRow } from '#shared/domain/case/case.ts';
import { yearWords } from '#shared/domain/chain/case-years.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import {
  type ChainFilter,
  chainOf,
  filterChain,
  isFiltered,
  NO_FILTER,
  ownerOptions,
  roadmapOptions,
  roundsOf,
  themeOptions,
} from '../chain.ts';
import { type ChainSort, chainLines, sortLines } from '../chain-lines.ts';
import { chainFor } from '../chain-out.ts';
import { ChainContext, type ChainProps, type FindingsPageProps } from '../chain-props.ts';
import { birthplacesOf } from '../model.ts';
import type { FindingsRows } from '../queries.ts';
import { useMarked } from '../use-marked.ts';
import { ActionsCard } from './actions-card.tsx';
import { ChainTable } from './chain-table.tsx';
import { type ChainLook, ChainTools } from './chain-tools.tsx';
import { FindingsCard } from './findings-card.tsx';
import styles from './findings-page.module.css';

type ChainScreenProps = FindingsPageProps & {
  readonly rows: FindingsRows;
  readonly supportCase: CaseRow;
};

/** The page once its rows are there: findings beside actions, or both as a table. */
export const ChainScreen = ({ rows, supportCase, asked, onPrint, ...page }: ChainScreenProps) => {
  const { today } = page;
  const [filter, setFilter] = useState<ChainFilter>(NO_FILTER);
  const [look, setLook] = useState<ChainLook>('links');
  const [sort, setSort] = useState<ChainSort>();
  const marked = useMarked(asked);
  const { places, options, chain, rounds } = useMemo(() => {
    const born = birthplacesOf(rows);
    const items = roadmapOptions(rows, born);
    return { places: born, options: items, chain: chainOf(rows, items), rounds: roundsOf(rows) };
  }, [rows]);
  const shown = useMemo(
    () => filterChain(chain, filter, { choiceOf: rounds.choiceOf, today }),
    [chain, filter, rounds, today],
  );
  const lines = useMemo(() => sortLines(chainLines(shown, places), sort), [shown, places, sort]);
  const caption = `課題と対応（${supportCase.municipalityName}・${yearWords(supportCase)}）`;
  const out = useTableOut(
    'chain',
    (audience) => chainFor(rows, { filter, sort, today }, caption, audience),
    onPrint,
  );
  /** What a filter hides is shown for whoever follows a link to it. */
  const goTo = (id: string): void => {
    const isShown =
      shown.findings.some(({ finding }) => finding.id === id) ||
      shown.actions.some(({ action }) => action.id === id);
    if (!isShown) setFilter(NO_FILTER);
    setLook('links');
    marked.mark(id);
  };
  const parts: ChainProps = {
    ...page,
    ...{ places, findings: chain.findings, actions: chain.actions, themes: rows.themes },
    fiscalYear: supportCase.fiscalYear,
    roadmap: { home: rows.home, options },
    onArrive: marked.arrive,
    onGoTo: goTo,
  };
  const isEmpty = isFiltered(filter) && lines.length === 0;
  const nothing = (
    <EmptyState
      actions={<Button onPress={() => setFilter(NO_FILTER)}>絞り込みをやめる</Button>}
      title="あてはまるものがありません"
    />
  );
  return (
    <>
      <ChainTools
        filter={filter}
        look={look}
        onFilter={setFilter}
        onLook={setLook}
        out={out}
        owners={ownerOptions(rows.actions)}
        rounds={rounds.options}
        themes={themeOptions(chain)}
      />
      {out.said}
      {look === 'table' ? (
        <ChainTable
          empty={
            isEmpty ? (
              nothing
            ) : (
              <EmptyState title="まだありません">「つながり」で加えられます。</EmptyState>
            )
          }
          lines={lines}
          onGoTo={goTo}
          onSort={setSort}
          sort={sort}
          today={today}
        />
      ) : isEmpty ? (
        nothing
      ) : (
        <ChainContext value={parts}>
          <div className={styles.columns}>
            <FindingsCard {...parts} mark={marked.of} shown={shown.findings} />
            <ActionsCard {...parts} mark={marked.of} shown={shown.actions} />
          </div>
        </ChainContext>
      )}
      {out.view}
    </>
  );
};
