import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { TACIT_FIELDS, TACIT_HINTS } from '#shared/domain/handover/tacit.ts';
import { Card } from '#ui/card.tsx';
import styles from './handover.module.css';

/** 書かれていない知識: four questions about a case, answered in a few lines; saved as they are typed. */
export const TacitCard = ({ row }: { readonly row: CaseRow }) => (
  <Card note="課内だけで読みます" title={`${row.municipalityName}のこと`}>
    <div className={styles.texts}>
      {TACIT_FIELDS.map((field) => (
        <LongTextArea
          collection={cases}
          document={caseDocument(row.id)}
          field={field}
          id={row.id}
          key={field}
          maxRows={20}
          placeholder={TACIT_HINTS[field]}
          value={row[field]}
        />
      ))}
    </div>
  </Card>
);
