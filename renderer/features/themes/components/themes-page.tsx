import { Grid3x3, Tags } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive, useStoreField } from '#adapters/store/store.tsx';
import { type ThemeLine, themeLines } from '#shared/domain/knowhow/theme-lines.ts';
import { yearSpans } from '#shared/domain/knowhow/years.ts';
import { fold } from '#shared/text/fold.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { AddField } from '#ui/add-field.tsx';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { addThemeCommand } from '../commands.ts';
import { themeListRows } from '../queries.ts';
import styles from './themes-page.module.css';

type ThemesPageProps = {
  readonly onOpenTheme: (id: string) => void;
  readonly onOpenMatrix: () => void;
};

/** テーマ: all themes of the office, and how often each was taken up. */
export const ThemesPage = ({ onOpenTheme, onOpenMatrix }: ThemesPageProps) => {
  const loaded = useLive(themeListRows);
  const store = useStoreField();
  const [text, setText] = useState('');
  const lines = useMemo(
    () =>
      loaded.state === 'ready'
        ? themeLines(loaded.value.themes, loaded.value.digests, loaded.value.knowHows)
        : undefined,
    [loaded],
  );
  const words = fold(text).split(' ').filter(Boolean);
  const shown = lines?.filter(({ name }) => words.every((word) => fold(name).includes(word)));
  return (
    <Page
      header={
        <PageHeader
          actions={
            <Button
              icon={<Grid3x3 aria-hidden="true" size={16} />}
              isDisabled={!lines?.some((line) => line.cases > 0)}
              onPress={onOpenMatrix}
            >
              市町村とテーマの表
            </Button>
          }
          subtitle={lines && `${lines.length}件`}
          title="テーマ"
          variant="plain"
        />
      }
    >
      <PageBody>
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <Notice
            happened="テーマを読み込めませんでした。"
            safe="記録はそのまま残っています。"
            todo="アプリを開き直してください。"
            tone="danger"
          />
        )}
        {lines !== undefined && shown !== undefined && (
          <>
            <div className={styles.tools}>
              <SearchField
                className={styles.search}
                label="テーマを絞り込む"
                onChange={setText}
                placeholder="名前で絞り込む"
                value={text}
              />
              <div className={styles.add}>
                <AddField
                  draftKey="add.theme"
                  label="テーマを加える"
                  maxLength={NAME_LIMIT}
                  onAdd={(name) => store(addThemeCommand(name))}
                  placeholder="テーマを加える（書いてEnter）"
                />
              </div>
            </div>
            <Card className={styles.card} padding="none">
              <DataTable
                columns={COLUMNS}
                empty={
                  lines.length === 0 ? (
                    <EmptyState icon={<Tags aria-hidden="true" />} title="テーマはまだありません">
                      ここで加えるか、案件をつくるときに「テーマ」へ書くと、並びます。
                    </EmptyState>
                  ) : (
                    <EmptyState
                      actions={<Button onPress={() => setText('')}>絞り込みをやめる</Button>}
                      title="あてはまるテーマがありません"
                    />
                  )
                }
                label="テーマ"
                onRowAction={({ id }) => onOpenTheme(id)}
                rowId={({ id }) => id}
                rows={shown}
                rowText={({ name }) => name}
              />
            </Card>
          </>
        )}
      </PageBody>
    </Page>
  );
};

const counted = (count: number, unit: string) =>
  count === 0 ? <span className={styles.quiet}>なし</span> : `${count}${unit}`;

const COLUMNS: readonly TableColumn<ThemeLine>[] = [
  { id: 'name', label: 'テーマ', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'municipalities',
    label: '取り組んだ市町村',
    width: '150px',
    cell: ({ municipalities }) => counted(municipalities, '市町村'),
  },
  { id: 'cases', label: '案件', width: '90px', cell: ({ cases }) => counted(cases, '件') },
  { id: 'years', label: '年度', width: '26%', cell: ({ years }) => yearSpans(years) },
  {
    id: 'knowHows',
    label: 'ノウハウ',
    width: '96px',
    cell: ({ knowHows }) => counted(knowHows, '件'),
  },
];
