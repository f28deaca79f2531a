import { Check, History } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { caseTitle } from '#shared/domain/search/records.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { useKept } from '#ui/kept-here.ts';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { stopsOf } from '../model.ts';
import { goTo, isWalked, restoreProgress, walkName } from '../progress.ts';
import { type WalkRows, walkRows } from '../queries.ts';
import { STOP_IDS, STOP_NAMES, type StopId, type WalkPlace } from '../stop.ts';
import { StopCard } from './stop-card.tsx';
import styles from './walk.module.css';

type WalkPageProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  readonly onOpen: (place: WalkPlace) => void;
  readonly onOpenCases: () => void;
  /** What was changed since the case was taken over. */
  readonly onOpenChanges: () => void;
  /** Back to the case. */
  readonly onBack: () => void;
};

/** 案件の歩き方: a walk through one case at one's own pace; this PC remembers how far one has come. */
export const WalkPage = (props: WalkPageProps) => {
  const { caseId, onBack, onOpenCases, onOpenChanges } = props;
  const loaded = useLive(useMemo(() => walkRows(caseId), [caseId]));
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  return (
    <Page
      header={
        <PageHeader
          actions={
            <Button
              icon={<History aria-hidden="true" size={16} />}
              onPress={onOpenChanges}
              size="small"
            >
              前任からの変更点
            </Button>
          }
          crumbs={[
            { label: '案件', onPress: onOpenCases },
            { label: rows === undefined ? '案件' : caseTitle(rows.case), onPress: onBack },
          ]}
          subtitle="30分ほどで一回りできます。途中でやめても、このパソコンで続きから歩けます。"
          title="案件の歩き方"
        />
      }
    >
      <PageBody>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state !== 'loading' && rows === undefined && (
          <EmptyState title="この案件は見つかりません">
            削除した案件は、左下の「ごみ箱」から戻せます。
          </EmptyState>
        )}
        {rows !== undefined && <Walk {...props} rows={rows} />}
      </PageBody>
    </Page>
  );
};

const Walk = ({
  caseId,
  today,
  rows,
  onOpen,
  onBack,
}: WalkPageProps & { readonly rows: WalkRows }) => {
  const [progress, setProgress] = useKept(walkName(caseId), restoreProgress);
  const stops = useMemo(() => stopsOf(rows, today), [rows, today]);
  const card = useRef<HTMLDivElement>(null);
  const go = (to: StopId): void => {
    setProgress(goTo(progress, to));
    card.current?.scrollIntoView({ block: 'start' });
    card.current?.focus({ preventScroll: true });
  };
  const stop = stops.find(({ id }) => id === progress.at);
  return (
    <div className={styles.columns}>
      <nav aria-label="見どころ">
        <p className={styles.progress}>
          {isWalked(progress)
            ? '一回りしました。いつでも見直せます。'
            : `${STOP_IDS.length}か所のうち${progress.seen.length}か所を見ました`}
        </p>
        <ol className={styles.stops}>
          {STOP_IDS.map((id, index) => {
            const isSeen = progress.seen.includes(id);
            return (
              <li key={id}>
                <button
                  aria-current={id === progress.at ? 'step' : undefined}
                  className={styles.stop}
                  onClick={() => go(id)}
                  type="button"
                >
                  <span className={cx(styles.number, isSeen && styles.seen)}>
                    {isSeen ? <Check aria-hidden="true" size={14} /> : index + 1}
                  </span>
                  {STOP_NAMES[id]}
                  {isSeen && <VisuallyHidden>（見ました）</VisuallyHidden>}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <div ref={card} tabIndex={-1}>
        {stop !== undefined && (
          <StopCard
            onEnd={() => {
              setProgress(goTo(progress, 'about'));
              onBack();
            }}
            onGo={go}
            onOpen={onOpen}
            stop={stop}
          />
        )}
      </div>
    </div>
  );
};
