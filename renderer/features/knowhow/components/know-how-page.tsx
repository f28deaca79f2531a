import { BookOpen, Lightbulb } from 'lucide-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useLive, useRun, useStoreField } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId, Id } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { knowHowCommands } from '../commands.ts';
import { ALL, filterKnowHows, type KnowHowFilter, knowHowLines, NO_FILTER } from '../model.ts';
import { type KnowHowRows, knowHowRows } from '../queries.ts';
import styles from './know-how-page.module.css';
import { KnowHowPanel } from './know-how-panel.tsx';
import { KnowHowTable } from './know-how-table.tsx';
import { KnowHowTools } from './know-how-tools.tsx';

type KnowHowPageProps = {
  readonly today: Day;
  /** The theme of which lessons are shown at first; undefined for all. */
  readonly theme: string | undefined;
  /** The lesson whose panel is open. */
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpenBooklet: () => void;
  /** 変更履歴 of a card */
  readonly onOpenHistory: (id: string) => void;
  /** The files that are attached to a lesson. */
  readonly files: (id: Id<'knowHows'>) => ReactNode;
  readonly onOpenCase: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** ノウハウ: all lessons of the office, each with its panel beside the list. */
export const KnowHowPage = (props: KnowHowPageProps) => {
  const loaded = useLive(knowHowRows);
  if (loaded.state === 'ready') return <KnowHowScreen {...props} rows={loaded.value} />;
  return (
    <Page header={<PageHeader title="ノウハウ" variant="plain" />}>
      <PageBody>
        {loaded.state === 'loading' ? (
          <Loading />
        ) : (
          <Notice
            happened="ノウハウを読み込めませんでした。"
            safe="記録はそのまま残っています。"
            todo="アプリを開き直してください。"
            tone="danger"
          />
        )}
      </PageBody>
    </Page>
  );
};

type KnowHowScreenProps = KnowHowPageProps & { readonly rows: KnowHowRows };

const KnowHowScreen = ({
  today,
  theme,
  selectedId,
  onSelect,
  rows,
  ...places
}: KnowHowScreenProps) => {
  const run = useRun();
  const store = useStoreField();
  const line = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<KnowHowFilter>({ ...NO_FILTER, theme: theme ?? ALL });
  /** The lesson that somebody is about to go through: its text has the focus. */
  const [reviewed, setReviewed] = useState<string | null>(null);
  const lines = useMemo(() => knowHowLines(rows, today), [rows, today]);
  const shown = useMemo(() => filterKnowHows(lines, filter), [lines, filter]);
  const due = lines.filter(({ isDue }) => isDue).length;
  const selected = lines.find(({ id }) => id === selectedId);
  const select = (id: string | null): void => {
    setReviewed(null);
    onSelect(id);
  };
  const confirm = (id: string) => void run(knowHowCommands.confirm(id, today));
  return (
    <Page
      header={
        <PageHeader
          actions={
            <Button
              icon={<BookOpen aria-hidden="true" size={16} />}
              isDisabled={lines.length === 0}
              onPress={places.onOpenBooklet}
            >
              冊子にする
            </Button>
          }
          subtitle={`${lines.length}件${due > 0 ? `・「まだ有効か」の確認待ち ${due}件` : ''}`}
          title="ノウハウ"
          variant="plain"
        />
      }
    >
      <div className={styles.page}>
        <PageBody>
          <div className={styles.add} ref={line}>
            <AddField
              draftKey="add.knowHow"
              label="ノウハウを加える"
              maxLength={NAME_LIMIT}
              onAdd={async (title) => {
                const added = await store(knowHowCommands.add({ title, confirmedOn: today }));
                // Who leaves the line goes somewhere else.
                const isHere = line.current?.contains(document.activeElement) === true;
                if (added.ok && isHere) select(added.value);
                return added;
              }}
              placeholder="ノウハウを加える（題名を書いてEnter）"
            />
          </div>
          {lines.length === 0 ? (
            <Card>
              <EmptyState icon={<Lightbulb aria-hidden="true" />} title="ノウハウはまだありません">
                上の欄に題名を書くか、会合の記録や「課題と対応」で、残したい気づきのメニューから「ノウハウにする」を選んでください。
              </EmptyState>
            </Card>
          ) : (
            <>
              <KnowHowTools due={due} filter={filter} onChange={setFilter} rows={rows} />
              <Card className={styles.card} padding="none">
                <KnowHowTable
                  currentId={selected?.id}
                  empty={
                    <EmptyState
                      actions={
                        <Button onPress={() => setFilter(NO_FILTER)}>絞り込みをやめる</Button>
                      }
                      title={
                        filter.isDue && due === 0
                          ? '確認を待っているものはありません'
                          : 'あてはまるノウハウがありません'
                      }
                    />
                  }
                  lines={shown}
                  onConfirm={confirm}
                  onOpen={(id) => select(id)}
                  onReview={(id) => {
                    onSelect(id);
                    setReviewed(id);
                  }}
                />
              </Card>
            </>
          )}
        </PageBody>
        {selected !== undefined && (
          <KnowHowPanel
            files={places.files(selected.row.id)}
            isReviewed={reviewed === selected.id}
            key={selected.id}
            line={selected}
            onClose={() => select(null)}
            onConfirm={() => confirm(selected.id)}
            onOpenCase={places.onOpenCase}
            onOpenHistory={() => places.onOpenHistory(selected.row.id)}
            onOpenMeeting={places.onOpenMeeting}
            themes={rows.themes}
            today={today}
          />
        )}
      </div>
    </Page>
  );
};
