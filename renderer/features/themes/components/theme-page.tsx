import { type ReactNode, useMemo } from 'react';
import { BacklinksCard } from '#adapters/mentions/backlinks-card.tsx';
import { useLive, useStoreField, useWorkspace } from '#adapters/store/store.tsx';
import { OFFICE } from '#shared/documents/document-id.ts';
import { type ThemeCase, themeCases } from '#shared/domain/knowhow/theme-cases.ts';
import { placeOf } from '#shared/domain/knowhow/theme-lines.ts';
import { type ThemeRow, themes } from '#shared/domain/office/office.ts';
import { REACH_NAMES } from '#shared/domain/record/audience.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Card } from '#ui/card.tsx';
import { CommitField } from '#ui/commit-field.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { themeCommands } from '../commands.ts';
import { carriersOf, type ThemePageRows, themePageRows } from '../queries.ts';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './themes-page.module.css';

type ThemePageProps = {
  readonly themeId: string;
  readonly onOpenThemes: () => void;
  /** 変更履歴 of the theme */
  readonly onOpenHistory: () => void;
  readonly onOpenTheme: (id: string) => void;
  readonly onOpenCase: (caseId: CaseId) => void;
  readonly onOpenKnowHow: (id: string) => void;
  /** Who helps whom with it. */
  readonly peers: (theme: ThemeRow) => ReactNode;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

/** One theme: who took it up, when, how far it came, who advised, and what was learnt. */
export const ThemePage = ({ themeId, ...places }: ThemePageProps) => {
  const loaded = useLive(useMemo(() => themePageRows(themeId), [themeId]));
  if (loaded.state === 'loading') return <Loading />;
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  if (rows?.theme === undefined) {
    return (
      <Page
        header={
          <PageHeader crumbs={[{ label: 'テーマ', onPress: places.onOpenThemes }]} title="テーマ" />
        }
      >
        <PageBody>
          <EmptyState title="このテーマは見つかりません">
            削除したテーマは、「元に戻す」で戻せます。
          </EmptyState>
        </PageBody>
      </Page>
    );
  }
  return <Theme {...places} rows={rows} theme={rows.theme} />;
};

type ThemeProps = Omit<ThemePageProps, 'themeId'> & {
  readonly rows: ThemePageRows;
  readonly theme: ThemeRow;
};

const Theme = ({ rows, theme, ...places }: ThemeProps) => {
  const store = useStoreField();
  const lines = useMemo(() => themeCases(rows), [rows]);
  const municipalities = new Set(rows.digests.map((digest) => placeOf(digest.case))).size;
  const workspace = useWorkspace();
  /** As things stand when it is done: findings of any case may carry it. */
  const commands = async () => themeCommands(theme.id, await workspace.ask(carriersOf(theme.id)));
  return (
    <Page
      header={
        <PageHeader
          actions={
            <ThemeMenu
              commands={commands}
              counts={{ cases: rows.digests.length, knowHows: rows.knowHows.length }}
              onMerged={places.onOpenTheme}
              onOpenHistory={places.onOpenHistory}
              onRemoved={places.onOpenThemes}
              others={rows.others}
              theme={theme}
            />
          }
          crumbs={[{ label: 'テーマ', onPress: places.onOpenThemes }]}
          subtitle={
            lines.length === 0 ? undefined : `${municipalities}市町村・${lines.length}件の案件`
          }
          title={theme.name}
        />
      }
    >
      <PageBody>
        <div className={styles.cards}>
          <Card className={styles.table} title="取り組んだ市町村">
            <DataTable
              columns={COLUMNS}
              empty={
                <EmptyState title="このテーマの案件はまだありません">
                  案件の「案件の情報を編集」でテーマを選ぶと、ここに並びます。
                </EmptyState>
              }
              label="取り組んだ市町村"
              onRowAction={({ id }) => places.onOpenCase(id)}
              rowId={({ id }) => id}
              rows={lines}
              rowText={({ municipality }) => municipality}
            />
          </Card>
          <div className={styles.side}>
            <Card
              note={rows.knowHows.length > 0 ? `${rows.knowHows.length}件` : undefined}
              title="ノウハウ"
            >
              {rows.knowHows.length === 0 && (
                <p className={styles.quiet}>
                  まだありません。会合の記録や「課題と対応」の気づきを「ノウハウにする」と、ここにも並びます。
                </p>
              )}
              <ul className={styles.list}>
                {rows.knowHows.map(({ id, title, visibility, sourceCaseName }) => (
                  <li key={id}>
                    <LinkButton onPress={() => places.onOpenKnowHow(id)} weight="text">
                      {title}
                    </LinkButton>
                    <span className={styles.quiet}>
                      {[sourceCaseName, REACH_NAMES[visibility]].filter(Boolean).join(' ・ ')}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            {places.peers(theme)}
          </div>
          <div className={styles.side}>
            <BacklinksCard
              empty="記録の本文で「#」を打ってこのテーマにリンクすると、その会合がここに並びます。"
              onOpenMeeting={places.onOpenMeeting}
              target={{ document: OFFICE, collection: 'themes', id: theme.id }}
            />
            <Card title="テーマの名前">
              <CommitField
                description="変えると、このテーマの付いた案件とノウハウでも変わります。"
                draftKey={`themes.${theme.id}.name`}
                label="名前"
                maxLength={themes.fields.name.limit}
                mode="leaving"
                onCommit={async (name: string) => store((await commands()).rename(name))}
                parse={themes.fields.name.check}
                value={theme.name}
              />
            </Card>
          </div>
        </div>
      </PageBody>
    </Page>
  );
};

const COLUMNS: readonly TableColumn<ThemeCase>[] = [
  { id: 'year', label: '年度', width: '96px', cell: ({ year }) => year },
  {
    id: 'municipality',
    label: '市町村',
    width: '110px',
    isRowHeader: true,
    cell: ({ municipality }) => municipality,
  },
  { id: 'stage', label: '段階', width: '124px', cell: ({ stage }) => stage },
  {
    id: 'outcome',
    label: 'まとめ',
    cell: ({ outcome }) =>
      outcome === null ? (
        <span className={styles.quiet}>まだ書かれていません</span>
      ) : (
        <>
          <span className={styles.heading}>{outcome.heading}</span>
          {outcome.text}
        </>
      ),
  },
  { id: 'supporters', label: '支援者', width: '22%', cell: ({ supporters }) => supporters },
];
