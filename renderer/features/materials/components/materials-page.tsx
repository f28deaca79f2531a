import { ClipboardCopy, FileDown, Printer, TableProperties } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import { optionsOf, type TableOptions } from '#shared/domain/tables/options.ts';
import type { Result } from '#shared/result.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { usePrintKey } from '#ui/use-print-key.ts';
import { setTableOptionsCommand } from '../commands.ts';
import { sheetOf, tableChoices } from '../model.ts';
import { type MaterialRows, materialRows } from '../queries.ts';
import { usePages } from '../use-pages.ts';
import { type PaperPort, usePaperActions } from '../use-paper-actions.ts';
import styles from './materials-page.module.css';
import { OptionsPanel } from './options-panel.tsx';
import { Preview } from './preview.tsx';
import { PrintView } from './print-view.tsx';
import { MeasuringSheet } from './sheets.tsx';

type MaterialsPageProps = { readonly caseId: CaseId; readonly port: PaperPort };

/** 資料: the year's tables as they will print, to copy, to print and to save. */
export const MaterialsPage = ({ caseId, port }: MaterialsPageProps) => {
  const loaded = useLive(useMemo(() => materialRows(caseId), [caseId]));
  if (loaded.state === 'loading') return <Loading />;
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  if (rows === undefined) {
    return (
      <EmptyState title="この案件の記録は読めませんでした">
        一覧から開き直してください。保存済みの記録は残っています。
      </EmptyState>
    );
  }
  return <MaterialsScreen caseId={caseId} port={port} rows={rows} />;
};

type MaterialsScreenProps = MaterialsPageProps & { readonly rows: MaterialRows };

const MaterialsScreen = ({ caseId, port, rows }: MaterialsScreenProps) => {
  const [id, setId] = useState<TableId>('comparison');
  const run = useRun();
  const options = useMemo(() => optionsOf(id, rows.tableOptions), [id, rows.tableOptions]);
  const table = useMemo(() => buildTable(id, rows, options), [id, rows, options]);
  const { paper, orientation } = options;
  const sheet = useMemo(() => sheetOf({ paper, orientation }), [paper, orientation]);
  const { host, rows: laidRows, letters, pages } = usePages(table, sheet, options.fit);
  const actions = usePaperActions(pages?.table === table ? pages : undefined, port);
  usePrintKey(actions.print);
  const isEmpty = table.body.length === 0 && table.notes.length === 0;
  const change = (changed: Partial<TableOptions>): Promise<Result<unknown>> =>
    run(setTableOptionsCommand(caseId, id, changed));
  const isBusy = actions.job !== undefined;

  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.tools}>
          <SegmentedControl
            label="表の種類"
            onChange={setId}
            options={tableChoices(rows)}
            value={id}
          />
          <div className={styles.buttons}>
            <Button
              icon={<ClipboardCopy aria-hidden="true" size={16} />}
              isDisabled={isEmpty || isBusy}
              onPress={actions.copy}
            >
              表をコピー
            </Button>
            <Button
              icon={<Printer aria-hidden="true" size={16} />}
              isDisabled={isEmpty || actions.job === 'pdf'}
              isPending={actions.job === 'print'}
              onPress={actions.print}
            >
              印刷
            </Button>
            <Button
              icon={<FileDown aria-hidden="true" size={16} />}
              isDisabled={isEmpty || actions.job === 'print'}
              isPending={actions.job === 'pdf'}
              onPress={actions.savePdf}
              variant="primary"
            >
              PDFに保存
            </Button>
          </div>
        </div>
        {isEmpty ? (
          <EmptyState
            icon={<TableProperties aria-hidden="true" />}
            title="この表に載せる記録がまだありません"
          >
            「支援の流れ」で会合を追加すると、ここに表ができます。右の設定で、載せる回や種類も選べます。
          </EmptyState>
        ) : (
          <>
            {pages && <Preview key={pages.table.id} pages={pages} />}
            <MeasuringSheet
              hostRef={host}
              letters={letters}
              rows={laidRows}
              sheet={sheet}
              table={table}
            />
          </>
        )}
      </div>
      <OptionsPanel key={id} onChange={change} options={options} rows={rows} table={table} />
      {isBusy && pages && <PrintView pages={pages} />}
    </div>
  );
};
