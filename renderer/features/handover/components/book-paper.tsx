import { useMemo, useState } from 'react';
import { useAudience } from '#adapters/audience/use-audience.ts';
import { PaperDesk } from '#adapters/paper/paper-desk.tsx';
import { sheetOf } from '#adapters/paper/sheet.ts';
import type { PaperPort } from '#adapters/paper/use-paper-actions.ts';
import type { Day } from '#shared/dates/types.ts';
import { bookTable } from '#shared/domain/handover/book-table.ts';
import type { BookRows } from '#shared/domain/handover/rows.ts';
import { SECTIONS } from '#shared/domain/handover/sections.ts';
import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { BookViewChoice, type BookViewProps } from './book-view.tsx';
import styles from './handover.module.css';

type BookPaperProps = BookViewProps & {
  readonly caseId: CaseId | null;
  readonly rows: BookRows;
  readonly today: Day;
  readonly port: PaperPort;
};

/** A 引継書 as it prints. */
export const BookPaper = ({ caseId, rows, today, port, ...view }: BookPaperProps) => {
  const kind = caseId === null ? 'office' : 'case';
  const chosen = useAudience('handover');
  const { audience } = chosen;
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const table = useMemo(
    () => bookTable(kind, rows, { audience, hidden, today }),
    [kind, rows, audience, hidden, today],
  );
  const sheet = useMemo(() => sheetOf({ paper: 'a4', orientation: 'portrait' }), []);
  const sections = SECTIONS[kind].map(({ id, name }) => ({ id, label: name }));
  const ids = sections.map(({ id }) => id);
  return (
    <PaperDesk
      chosen={chosen}
      empty={<EmptyState title={`${AUDIENCE_NAMES[audience]}の引継書に載せるものがありません`} />}
      isFitted={false}
      port={port}
      settings={
        <>
          <p className={styles.quiet}>
            {audience === 'office'
              ? '書き直した文は、そのまま載ります。'
              : '書き直した文の代わりに、渡してよい記録からの下書きが載ります。'}
          </p>
          <CheckboxGroup
            label="載せる項目"
            onChange={(shown) => setHidden(ids.filter((id) => !shown.includes(id)))}
            options={sections}
            value={ids.filter((id) => !hidden.includes(id))}
          />
        </>
      }
      settingsLabel="引継書の設定"
      sheet={sheet}
      table={table}
      tools={<BookViewChoice {...view} />}
    />
  );
};
