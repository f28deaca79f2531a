import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  countWords,
  readinessWords,
  useSearch,
  writersWords,
} from '#adapters/search/use-search.tsx';
import type { Hit } from '#shared/domain/search/hit.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { useLatest } from '#ui/use-latest.ts';
import { FilterBar } from './filter-bar.tsx';
import { HitList } from './hit-list.tsx';
import styles from './search-page.module.css';

type SearchPageProps = {
  /** As the address has it. */
  readonly typed: string;
  /** Told once typing has paused, so that coming back finds the same. */
  readonly onTyped: (typed: string) => void;
  readonly onOpen: (hit: Hit, typed: string) => void;
};

/** Painted at once; as many again with each press of さらに表示. */
const AT_ONCE = 20;
const PAUSE_MS = 300;

/** 検索: whatever is written anywhere, narrowed by year, municipality, kind, theme and period. */
export const SearchPage = ({ typed: given, onTyped, onOpen }: SearchPageProps) => {
  const [typed, setTyped] = useState(given);
  const [limit, setLimit] = useState(AT_ONCE);
  const [asksWriters, setAsksWriters] = useState(false);
  const { answer, state } = useSearch({ typed, limit, asksWriters });
  const list = useRef<HTMLOListElement>(null);
  const change = (next: string): void => {
    setTyped(next);
    setLimit(AT_ONCE);
  };
  useTyped(given, typed, change, onTyped);
  const isAsked = typed.trim() !== '';
  const hits = isAsked ? (answer?.hits ?? []) : [];
  const total = answer?.total ?? 0;
  const pending = readinessWords(state);
  const unread = answer?.unread ?? [];
  return (
    <Page
      header={
        <PageHeader
          subtitle="記録の本文、課題・気づき、対応事項、人、ロードマップなどを、ことばでさがします"
          title="検索"
          variant="plain"
        />
      }
    >
      <PageBody>
        <search
          className={styles.tools}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            if (!(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            list.current?.querySelector('button')?.focus();
          }}
        >
          <SearchField
            autoFocus
            label="さがすことば"
            onChange={change}
            placeholder="例：移動支援 益城町　　続いたことばは &quot;第2回 支援&quot;"
            value={typed}
          />
          <FilterBar
            kinds={answer?.kinds ?? []}
            onAskWriters={() => setAsksWriters(true)}
            onChange={change}
            typed={typed}
          />
        </search>
        <p className={styles.status} role="status">
          {[
            pending,
            unread.length > 0 && `${unread.join('、')}は読み取れませんでした。`,
            isAsked && answer !== null && total > 0 && countWords(total),
            isAsked && answer !== null && writersWords(answer),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <Card className={styles.card} padding="none">
          {!isAsked && (
            <EmptyState icon={<Search aria-hidden="true" />} title="さがすことばを入力してください">
              いくつか入れると、すべてを含むものが見つかります。全角・半角、ひらがな・カタカナ、大文字・小文字、髙と高のような字の違いは区別しません。
            </EmptyState>
          )}
          {isAsked && answer?.typed === typed && hits.length === 0 && pending === null && (
            <EmptyState title="見つかりません">
              ことばを短くするか、絞り込みを外してみてください。
            </EmptyState>
          )}
          {hits.length > 0 && (
            <HitList hits={hits} listRef={list} onOpen={(hit) => onOpen(hit, typed)} />
          )}
        </Card>
        {isAsked && hits.length < Math.min(total, MOST) && hits.length >= AT_ONCE && (
          <div className={styles.more}>
            <Button onPress={() => setLimit(limit + AT_ONCE * 2)}>さらに表示</Button>
          </div>
        )}
      </PageBody>
    </Page>
  );
};

/** Nobody reads more; words narrow it. */
const MOST = 500;

/** Keeps the address and the field alike, the field first. */
const useTyped = (
  given: string,
  typed: string,
  change: (typed: string) => void,
  onTyped: (typed: string) => void,
): void => {
  const told = useRef(given);
  const latest = useLatest({ change, onTyped });
  useEffect(() => {
    if (given === told.current) return;
    told.current = given;
    latest.current.change(given);
  }, [given, latest]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      latest.current.onTyped(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, latest]);
};
