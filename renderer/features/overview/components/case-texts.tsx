import { memo } from 'react';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { caseDocument } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { TACIT_FIELDS, TACIT_HINTS } from '#shared/domain/handover/tacit.ts';
import { fieldName, type TextsOf } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import styles from './overview-page.module.css';

type Text = {
  readonly field: TextsOf<typeof cases>;
  readonly label: string;
  readonly hint: string;
};

/** The long texts of a case, in the order in which a year of support begins. */
const TEXTS: readonly Text[] = [
  { field: 'situation', label: '現状', hint: '数値や実績からわかること' },
  { field: 'issues', label: '課題', hint: '何に困っているか、その元は何か' },
  { field: 'vision', label: '目指す姿', hint: '支援が終わるとき、どうなっていたいか' },
  { field: 'plan', label: '検討していた取組み', hint: '市町村がはじめに考えていたこと' },
  { field: 'strengths', label: '強み', hint: '市町村の力、協力してくれる人' },
  { field: 'reception', label: '受援体制', hint: '市町村のなかで、だれがどう進めるか' },
];

/** What the municipality and the prefecture agreed on, in whole sentences; saved as it is typed. */
export const CaseTexts = ({ row }: { readonly row: CaseRow }) => (
  <Card title="市町村のようす">
    <div className={styles.texts}>
      {TEXTS.map((text) => (
        <CaseText id={row.id} key={text.field} text={text} value={row[text.field]} />
      ))}
    </div>
  </Card>
);

const TACIT: readonly Text[] = TACIT_FIELDS.map((field) => ({
  field,
  label: fieldName(cases, field),
  hint: TACIT_HINTS[field],
}));

/** What no record tells of the municipality, for those who come after. */
export const TacitTexts = ({ row }: { readonly row: CaseRow }) => (
  <Card note="課内だけで読みます" title="書かれていない知識">
    <div className={styles.texts}>
      {TACIT.map((text) => (
        <CaseText id={row.id} key={text.field} text={text} value={row[text.field]} />
      ))}
    </div>
  </Card>
);

type CaseTextProps = { readonly id: CaseId; readonly text: Text; readonly value: string };

const CaseText = memo(({ id, text: { field, label, hint }, value }: CaseTextProps) => (
  <LongTextArea
    collection={cases}
    document={caseDocument(id)}
    field={field}
    id={id}
    label={label}
    maxRows={30}
    placeholder={hint}
    value={value}
  />
));
