import { Grid3x3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAudience } from '#adapters/audience/use-audience.ts';
import { PaperDesk } from '#adapters/paper/paper-desk.tsx';
import { sheetOf } from '#adapters/paper/sheet.ts';
import type { PaperPort } from '#adapters/paper/use-paper-actions.ts';
import { useLive } from '#adapters/store/store.tsx';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { matrixTable } from '#shared/domain/knowhow/matrix.ts';
import { hasTheme, sortThemes } from '#shared/domain/knowhow/theme-lines.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Select } from '#ui/select.tsx';
import { type ThemeListRows, themeListRows } from '../queries.ts';

type MatrixPageProps = { readonly port: PaperPort; readonly onOpenThemes: () => void };

/** 市町村とテーマの表: in which years each municipality was at which theme, on one A3. */
export const MatrixPage = (props: MatrixPageProps) => {
  const loaded = useLive(themeListRows);
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: 'テーマ', onPress: props.onOpenThemes }]}
          title="市町村とテーマの表"
        />
      }
    >
      <PageBody layout="fill">
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <EmptyState title="テーマを読み込めませんでした">
            アプリを開き直してください。記録はそのまま残っています。
          </EmptyState>
        )}
        {loaded.state === 'ready' && <Matrix port={props.port} rows={loaded.value} />}
      </PageBody>
    </Page>
  );
};

type MatrixProps = { readonly port: PaperPort; readonly rows: ThemeListRows };

/** 45 municipalities and 30 themes are meant to stand on one sheet: 10.5 pt may become 5.3 pt. */
const SMALLEST = 0.5;
const SHEET = sheetOf({ paper: 'a3', orientation: 'landscape' });
const ALL_YEARS = 'all';

const Matrix = ({ port, rows: { themes, digests } }: MatrixProps) => {
  const chosen = useAudience('matrix');
  const { audience } = chosen;
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [since, setSince] = useState<FiscalYear | null>(null);
  const table = useMemo(
    () => matrixTable(themes, digests, { hidden, since, audience }),
    [themes, digests, hidden, since, audience],
  );
  const years = useMemo(() => yearsOf(digests), [digests]);
  const options = useMemo(
    () =>
      sortThemes(themes)
        .filter(({ id }) => digests.some((digest) => hasTheme(digest.case, id)))
        .map(({ id, name }) => ({ id: id as string, label: name })),
    [themes, digests],
  );
  const ids = options.map(({ id }) => id);
  return (
    <PaperDesk
      chosen={chosen}
      empty={
        <EmptyState icon={<Grid3x3 aria-hidden="true" />} title="表に載せるものがありません">
          案件にテーマを付けると、ここに表ができます。右の設定で、載せる年度とテーマも選べます。
        </EmptyState>
      }
      isFitted
      port={port}
      settings={
        <>
          <Select
            label="載せる年度"
            onChange={(id) => setSince(years.find((year) => String(year) === id) ?? null)}
            options={[
              { id: ALL_YEARS, label: 'すべての年度' },
              ...years.map((year) => ({
                id: String(year),
                label: `${formatFiscalYear(year)}から`,
              })),
            ]}
            value={since === null ? ALL_YEARS : String(since)}
          />
          {options.length > 0 && (
            <CheckboxGroup
              label="載せるテーマ"
              onChange={(shown) => setHidden(ids.filter((id) => !shown.includes(id)))}
              options={options}
              value={ids.filter((id) => !hidden.includes(id))}
            />
          )}
        </>
      }
      settingsLabel="表の設定"
      sheet={SHEET}
      smallest={SMALLEST}
      table={table}
    />
  );
};

const yearsOf = (digests: ThemeListRows['digests']): readonly FiscalYear[] =>
  [...new Set(digests.flatMap((digest) => fiscalYearOfCase(digest.case) ?? []))].toSorted(
    (a, b) => b - a,
  );
