import { LineFields, ReadingNotes, SheetSelect } from '#adapters/table-source/reading-parts.tsx';
import type { ReadMeetings } from '#adapters/table-source/table-source.ts';
import { formatFiscalYear } from '#shared/dates/format.ts';
import type { FiscalYear } from '#shared/dates/types.ts';
import { IMPORT_FIELDS, importFieldName } from '#shared/domain/import/import-field.ts';
import { FORM_NAMES, type Form, SHAPE_NAMES } from '#shared/domain/import/shape.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
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
      <ReadingNotes notes={notes} />
      <div className={styles.ways}>
        <SheetSelect
          className={styles.sheet}
          index={source?.index ?? 0}
          onPick={importing.pickSheet}
          sheets={sheets}
        />
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
        options={FIELDS}
        unit={shape.kind === 'rounds' ? '行目' : '列目'}
      />
    </Card>
  );
};
