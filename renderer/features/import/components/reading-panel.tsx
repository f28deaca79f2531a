import type { ReadMeetings } from '#adapters/table-source/table-source.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import {
  IMPORT_FIELDS,
  type ImportField,
  importFieldName,
} from '#shared/domain/import/import-field.ts';
import { FORM_NAMES, type Form, SHAPE_NAMES } from '#shared/domain/import/shape.ts';
import { clip, NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { Importing } from '../use-import.ts';
import styles from './import-page.module.css';

const FIELDS = IMPORT_FIELDS.map((id) => ({ id, label: importFieldName(id) }));
const FORMS = (['rows', 'rounds'] satisfies readonly Form[]).map((id) => ({
  id,
  label: FORM_NAMES[id],
}));

type ReadingPanelProps = {
  readonly importing: Importing;
  readonly reading: ReadMeetings;
  readonly year: FiscalYear;
};

/** How the table is read: which sheet or table, which form, which column (or row) is what. */
export const ReadingPanel = ({ importing, reading, year }: ReadingPanelProps) => {
  const { source } = importing;
  const { shape, lines, notes } = reading;
  const sheets = source?.table.sheets ?? [];
  const sheet = sheets[source?.index ?? 0];
  const form = shape.kind === 'rounds' ? SHAPE_NAMES.rounds : SHAPE_NAMES[shape.form];
  return (
    <Card
      actions={<Button onPress={importing.clear}>別の表にする</Button>}
      note={`${source?.words ?? ''}　${sheet?.rows ?? 0}行×${sheet?.columns ?? 0}列`}
      title="読み取り方"
    >
      <p className={styles.form}>
        {form}として読みました。年のない日付は{formatFiscalYear(year)}の日付とします。
      </p>
      {notes.length > 0 && (
        <ul aria-label="読み取りについて" className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className={styles.ways}>
        {sheets.length > 1 && (
          <Select
            className={styles.sheet}
            label={sheets.some(({ name }) => name.endsWith('つめの表')) ? '表' : 'シート'}
            onChange={(id) => importing.pickSheet(Number(id))}
            options={sheets.map(({ name, isHidden }, index) => ({
              id: String(index),
              label: isHidden ? `${name}（非表示）` : name,
            }))}
            value={String(source?.index ?? 0)}
          />
        )}
        <Select
          className={styles.sheet}
          label="表の形"
          onChange={importing.pickForm}
          options={FORMS}
          value={shape.kind}
        />
        <TextField
          className={styles.sheet}
          description="書くと、会合の出典として紙の表にも載ります。"
          label="出典"
          maxLength={NAME_LIMIT}
          onChange={importing.setOrigin}
          value={importing.origin}
        />
      </div>
      <LineFields
        label={shape.kind === 'rounds' ? '行の対応' : '列の対応'}
        lines={lines}
        onMap={importing.map}
        unit={shape.kind === 'rounds' ? '行目' : '列目'}
      />
    </Card>
  );
};

type LineFieldsProps = {
  readonly label: string;
  readonly unit: string;
  readonly lines: ReadMeetings['lines'];
  readonly onMap: (at: number, field: ImportField) => void;
};

const LineFields = ({ label, unit, lines, onMap }: LineFieldsProps) => (
  <ul aria-label={label} className={styles.mapping}>
    {lines.map(({ at, heading, example, field }) => (
      <li key={at}>
        <Select
          description={example === '' ? '' : `例：${clip(example.replaceAll('\n', ' '), 18)}`}
          label={clip((heading || `${at + 1}${unit}`).replaceAll('\n', ' '), 20)}
          onChange={(next) => onMap(at, next)}
          options={FIELDS}
          value={field}
        />
      </li>
    ))}
  </ul>
);
