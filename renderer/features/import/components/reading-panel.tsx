import type { ReadColumn, ReadMeetings } from '#adapters/table-source/table-source.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import {
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type Mapping,
} from '#shared/domain/import/import-field.ts';
import { SHAPE_NAMES } from '#shared/domain/import/recognise.ts';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Select } from '#ui/select.tsx';
import type { Importing } from '../use-import.ts';
import styles from './import-page.module.css';

const FIELDS = IMPORT_FIELDS.map((id) => ({ id, label: IMPORT_FIELD_NAMES[id] }));

type ReadingPanelProps = {
  readonly importing: Importing;
  readonly reading: ReadMeetings;
  readonly year: FiscalYear;
};

/** How the table is read: which sheet, which form, which column is what. */
export const ReadingPanel = ({ importing, reading, year }: ReadingPanelProps) => {
  const { source } = importing;
  const { shape, columns } = reading;
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
      {sheets.length > 1 && (
        <Select
          className={styles.sheet}
          label="シート"
          onChange={importing.pickSheet}
          options={sheets.map(({ name }) => ({ id: name, label: name }))}
          value={sheet?.name ?? null}
        />
      )}
      {shape.kind === 'rows' && (
        <MappingFields columns={columns} mapping={shape.mapping} onMap={importing.map} />
      )}
    </Card>
  );
};

type MappingFieldsProps = {
  readonly columns: readonly ReadColumn[];
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
};

const MappingFields = ({ columns, mapping, onMap }: MappingFieldsProps) => (
  <ul aria-label="列の対応" className={styles.mapping}>
    {mapping.map((field, column) => {
      const { heading = '', example = '' } = columns[column] ?? {};
      const name = heading || `${column + 1}列目`;
      return (
        // Columns have no other id than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the column is
        <li key={column}>
          <Select
            description={example === '' ? '' : `例：${clip(example.replaceAll('\n', ' '), 18)}`}
            label={clip(name.replaceAll('\n', ' '), 20)}
            onChange={(next) => onMap(mapping.with(column, next))}
            options={FIELDS}
            value={field}
          />
        </li>
      );
    })}
  </ul>
);
