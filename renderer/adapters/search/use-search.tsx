import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { SearchAnswer, SearchDesk, SearchRequest, SearchState } from './search-desk.ts';

const SearchContext = createContext<SearchDesk | undefined>(undefined);

export const SearchProvider = ({
  desk,
  children,
}: {
  readonly desk: SearchDesk;
  readonly children: ReactNode;
}) => <SearchContext value={desk}>{children}</SearchContext>;

const useSearchDesk = (): SearchDesk => {
  const desk = useContext(SearchContext);
  if (!desk) throw new Error('no SearchProvider above');
  return desk;
};

/**
 * The answer to what is typed, anew as more can be found and whenever something is stored; the last one
 * stays while a new question is answered.
 */
export const useSearch = ({
  typed,
  limit,
  perKind,
  asksWriters,
}: SearchRequest): {
  readonly answer: SearchAnswer | null;
  readonly state: SearchState;
} => {
  const desk = useSearchDesk();
  const state = useSyncExternalStore(desk.state.subscribe, desk.state.get);
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const { version } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored meanwhile may change the answer
  useEffect(() => {
    let isGone = false;
    void desk.ask({ typed, limit, perKind, asksWriters }).then((found) => {
      if (!isGone && found !== null) setAnswer(found);
    });
    return () => {
      isGone = true;
    };
  }, [desk, typed, limit, perKind, asksWriters, version]);
  return { answer, state };
};

/** What is to be said while not all can be found yet; null when it can. */
export const readinessWords = ({ readiness, isFailed }: SearchState): string | null => {
  if (isFailed) return '検索の準備ができませんでした。伴走ノートを開き直してください。';
  if (readiness.isReady) return null;
  const count = readiness.all === 0 ? '' : `（${readiness.done} / ${readiness.all}）`;
  return `検索の準備をしています${count}。いま見つかった分を表示しています。`;
};

/** What is to be said beside the finds where somebody asked who wrote; '' for nothing. */
export const writersWords = ({ writers }: SearchAnswer): string => {
  if (writers === null) return '';
  if (writers.done < writers.all) {
    return `書いた人を調べています（${writers.done} / ${writers.all}）。いま分かった分を表示しています。`;
  }
  return writers.unknown === 0
    ? ''
    : `ほかに、書いた人が分からないものが${countWords(writers.unknown)}あります。`;
};

/** 1,000件以上 where counting on helps nobody. */
export const countWords = (total: number): string =>
  total > MOST_COUNTED ? `${MOST_COUNTED.toLocaleString('ja-JP')}件以上` : `${total}件`;
const MOST_COUNTED = 1000;
