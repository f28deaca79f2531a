import { FileInput } from 'lucide-react';
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { useLive } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Comparison } from '#data/banso-file/compare.ts';
import type { Day } from '#shared/dates/types.ts';
import type { LastBanso } from '#shared/ipc/banso.ts';
import type { Problem, Result } from '#shared/result.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Awaiting } from '#ui/awaiting.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PassphraseDialog } from '#ui/passphrase-dialog.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { useFocusKept } from '#ui/use-focus-kept.ts';
import { handedCases } from '../queries.ts';
import { useIncoming, useIsBansoBusy } from '../use-incoming.ts';
import styles from './banso-page.module.css';
import { type ConflictWords, IncomingPreview } from './incoming-preview.tsx';
import { LastImport } from './last-import.tsx';
import { MakeCard, type MakeCardProps } from './make-card.tsx';
import { WorkBar } from './work-bar.tsx';

type BansoPageProps = {
  readonly source: BansoSource;
  readonly userName: string;
  readonly today: Day;
  /** The menu wants a file chosen at once. */
  readonly isAsked: boolean;
  readonly onAsked: () => void;
  readonly conflictWords: (comparison: Comparison) => readonly ConflictWords[];
  /** To the other pages of 引継ぎ. */
  readonly tabs: ReactNode;
};

/** 引継ぎファイル: taking one in, and making one. */
export const BansoPage = ({
  source,
  userName,
  today,
  isAsked,
  onAsked,
  conflictWords,
  tabs,
}: BansoPageProps) => {
  const isWorking = useIsBansoBusy();
  const desk = useIncoming(source);
  const { incoming, open } = desk;
  // While hundreds of cases come in their list would be read and drawn hundreds of times.
  const isListed = incoming.kind !== 'taking';
  // It comes back piece by piece: at once it would hold up the frame that tells of the end.
  const isListedAgain = useDeferredValue(isListed);
  const [problem, setProblem] = useState<Problem>();
  const [last, lookAgain] = useLastImport();
  const told = problem ?? desk.problem;
  const [took, setTook] = useState<'never' | 'now' | 'before'>('never');
  // What was taken in is told a moment after it came: the focus waits for that.
  const stage = took === 'now' ? 'taking' : incoming.kind;
  const place = useFocusKept<HTMLDivElement>(`${stage} ${last?.at ?? ''}`);
  const onResult = useCallback((result: Result<unknown>): void => {
    setProblem(result.ok ? undefined : result.error);
  }, []);

  useEffect(() => {
    if (incoming.kind === 'opening') setTook('never');
  }, [incoming.kind]);
  useEffect(() => {
    if (!isAsked) return;
    onAsked();
    void open('asked');
  }, [isAsked, onAsked, open]);

  const take = async (): Promise<void> => {
    setTook('now');
    const isTaken = await desk.take();
    if (isTaken) showToast('引継ぎファイルを取り込みました。');
    await lookAgain();
    setTook(isTaken ? 'before' : 'never');
  };

  return (
    <Page header={<PageHeader tabs={tabs} title="引継ぎファイル" />}>
      <PageBody>
        <div className={styles.cards} ref={place} tabIndex={-1}>
          {told !== undefined && (
            <Notice
              {...told}
              onDismiss={() => {
                setProblem(undefined);
                desk.forgetProblem();
              }}
              tone={told.code === 'cancelled' ? 'info' : 'warning'}
            />
          )}
          <Card
            actions={
              incoming.kind === 'none' && (
                <Button
                  icon={<FileInput aria-hidden="true" />}
                  isDisabled={isWorking}
                  onPress={() => void open('asked')}
                >
                  引継ぎファイルを開く…
                </Button>
              )
            }
            title="引継ぎファイルを取り込む"
          >
            <Incoming conflictWords={conflictWords} desk={desk} onTake={() => void take()} />
          </Card>
          {desk.isLocked && (
            <PassphraseDialog
              action="開く"
              isNew={false}
              onClose={desk.giveUp}
              onPassphrase={desk.unlock}
              title="この引継ぎファイルには合言葉がかかっています"
            />
          )}
          {last !== null && incoming.kind === 'none' && (
            <LastImport
              isNew={took === 'before'}
              last={last}
              onResult={onResult}
              onUndone={lookAgain}
              source={source}
            />
          )}
          {isListed && isListedAgain && (
            <Making
              isBusy={isWorking || incoming.kind !== 'none'}
              onResult={onResult}
              source={source}
              today={today}
              userName={userName}
            />
          )}
        </div>
      </PageBody>
    </Page>
  );
};

/** Asks for the cases as long as it is there. */
const Making = ({ today, ...props }: Omit<MakeCardProps, 'cases'> & { readonly today: Day }) => {
  const cases = useLive(useMemo(() => handedCases(today), [today]));
  return cases.state === 'ready' ? (
    <MakeCard {...props} cases={cases.value} />
  ) : (
    <Awaiting state={cases.state} what="案件の一覧" />
  );
};

const WORK_NAMES = {
  opening: '引継ぎファイルを調べています。',
  comparing: 'このパソコンの記録と比べています。',
  taking: '取り込んでいます。',
} as const;

type IncomingProps = {
  readonly desk: ReturnType<typeof useIncoming>;
  readonly conflictWords: BansoPageProps['conflictWords'];
  readonly onTake: () => void;
};

const Incoming = ({ desk, conflictWords, onTake }: IncomingProps) => {
  const { incoming } = desk;
  switch (incoming.kind) {
    case 'none':
      return (
        <p className={styles.quiet}>
          前任の人からもらった「.banso」のファイルを開きます。何が変わるかを確かめてから取り込めます。ファイルをこの画面に落としても、ダブルクリックしても開きます。
        </p>
      );
    case 'opening':
    case 'comparing':
    case 'taking':
      return incoming.all === 0 ? (
        <WorkBar label={WORK_NAMES[incoming.kind]} onCancel={desk.cancel} />
      ) : (
        <ProgressBar
          label={WORK_NAMES[incoming.kind]}
          max={incoming.all}
          // Once the files are in their place, only the screens are still to follow.
          onCancel={incoming.kind === 'taking' ? undefined : desk.cancel}
          value={incoming.done}
          valueLabel={`${incoming.done} / ${incoming.all}件`}
        />
      );
    case 'compared':
      return (
        <IncomingPreview
          compared={incoming.compared}
          conflictWords={conflictWords}
          namesOf={desk.namesOf}
          onClose={desk.close}
          onTake={onTake}
          opened={incoming.opened}
        />
      );
  }
};

/** What was taken in last; null where nothing was, or until it is known. */
const useLastImport = (): readonly [LastBanso | null, () => Promise<void>] => {
  const [last, setLast] = useState<LastBanso | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const found = await invoke('lastBanso', undefined);
    if (found.ok) setLast(found.value);
  }, []);
  useEffect(() => void look(), [look]);
  return [last, look];
};
