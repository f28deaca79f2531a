import { BoundField } from '#adapters/store/bound-field.tsx';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases, ENTRIES, ENTRY_NAMES } from '#shared/domain/case/case.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { Card } from '#ui/card.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { setCaseCommand } from '../commands.ts';
import styles from './overview-page.module.css';

const entryOptions = ENTRIES.map((id) => ({ id, label: ENTRY_NAMES[id] }));

/** きっかけ: in which manner the support began, when and why; the one place where it is written. */
export const EntryCard = ({ row }: { readonly row: CaseRow }) => {
  const run = useRun();
  const store = useStoreField();
  const year = fiscalYearOfCase(row);
  const bound = {
    collection: cases,
    row,
    context: year === null ? {} : { fiscalYear: year },
    store: (values: Parameters<typeof setCaseCommand>[1], burst?: string) =>
      store(setCaseCommand(row.id, values), burst),
  } as const;
  return (
    <Card title="きっかけ">
      <div className={styles.texts}>
        <RadioGroup
          label="はじまり方"
          onChange={(entry) => void run(setCaseCommand(row.id, { entry }))}
          options={entryOptions}
          value={row.entry}
        />
        <div className={styles.date}>
          <BoundField {...bound} field="entryDate" label="日付" placeholder="例：5/10、R4.5" />
        </div>
        <BoundField
          {...bound}
          field="entryReason"
          label="理由"
          placeholder="例：総合事業の見直しについて、町から相談があったため"
        />
        <LongTextArea
          collection={cases}
          document={caseDocument(row.id)}
          field="trigger"
          id={row.id}
          label="いきさつ"
          maxRows={30}
          placeholder="支援を受けることになったいきさつ"
          value={row.trigger}
        />
      </div>
    </Card>
  );
};
