import { ClipboardCopy, FileDown, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Table } from '#shared/domain/tables/table.ts';
import { Button } from '#ui/button.tsx';
import { usePrintKey } from '#ui/use-print-key.ts';
import { AudienceChoice, LeftOutLine } from '../audience/audience-choice.tsx';
import type { AudienceState } from '../audience/use-audience.ts';
import styles from './paper-desk.module.css';
import { Preview } from './preview.tsx';
import { PrintView } from './print-view.tsx';
import type { Sheet } from './sheet.ts';
import { MeasuringSheet } from './sheets.tsx';
import { USUAL_SMALLEST, usePages } from './use-pages.ts';
import { type PaperPort, usePaperActions } from './use-paper-actions.ts';

type PaperDeskProps = {
  /** For whom the table is made. */
  readonly chosen: AudienceState;
  /** Must stay the same while what it says does: another one is laid out anew. */
  readonly table: Table;
  readonly sheet: Sheet;
  /** Letters may become smaller where that spares a sheet, … */
  readonly isFitted: boolean;
  /** … down to this share of the usual size. */
  readonly smallest?: number | undefined;
  readonly port: PaperPort;
  /** Left of the buttons: which table it is. */
  readonly tools?: ReactNode;
  /** In place of the sheets, where the table holds nothing. */
  readonly empty: ReactNode;
  /** What the settings are called, and the settings themselves, at the right. */
  readonly settingsLabel: string;
  readonly settings: ReactNode;
};

/** A table as it will print, beside its settings: to copy, to print and to save. */
export const PaperDesk = ({
  chosen,
  table,
  sheet,
  isFitted,
  smallest = USUAL_SMALLEST,
  port,
  tools,
  empty,
  settingsLabel,
  settings,
}: PaperDeskProps) => {
  const { host, rows, letters, pages } = usePages(table, sheet, isFitted, smallest);
  const actions = usePaperActions(pages?.table === table ? pages : undefined, port);
  usePrintKey(actions.print);
  const isEmpty = table.body.length === 0 && table.notes.length === 0;
  const isBusy = actions.job !== undefined;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.tools}>
          <div>{tools}</div>
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
          empty
        ) : (
          <>
            {pages && <Preview key={pages.table.id} pages={pages} />}
            <MeasuringSheet
              hostRef={host}
              letters={letters}
              rows={rows}
              sheet={sheet}
              table={table}
            />
          </>
        )}
      </div>
      <section aria-label={settingsLabel} className={styles.panel}>
        <AudienceChoice {...chosen} />
        <LeftOutLine outgoing={table.outgoing} />
        {settings}
      </section>
      {isBusy && pages && <PrintView pages={pages} />}
    </div>
  );
};
