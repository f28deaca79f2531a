import { clip } from '#shared/text/limits.ts';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import styles from './reading-parts.module.css';
import type { OpenTable } from './table-source.ts';

/** What was passed over, left out or hidden in a table that is to be taken in. */
export const ReadingNotes = ({ notes }: { readonly notes: readonly string[] }) =>
  notes.length === 0 ? null : (
    <ul aria-label="読み取りについて" className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );

type SheetSelectProps = {
  readonly sheets: OpenTable['sheets'];
  readonly index: number;
  readonly onPick: (index: number) => void;
  readonly className?: string | undefined;
};

/** Which of several tables or sheets is read; nothing where there is one. */
export const SheetSelect = ({ sheets, index, onPick, className }: SheetSelectProps) =>
  sheets.length < 2 ? null : (
    <Select
      className={className}
      label={sheets.some(({ name }) => name.endsWith('つめの表')) ? '表' : 'シート'}
      onChange={(id) => onPick(Number(id))}
      options={sheets.map(({ name, isHidden }, at) => ({
        id: String(at),
        label: isHidden ? `${name}（非表示）` : name,
      }))}
      value={String(index)}
    />
  );

type LineFieldsProps<Field extends string> = {
  readonly label: string;
  /** What a line without a heading is called: 列目, 行目. */
  readonly unit: string;
  readonly lines: readonly {
    readonly at: number;
    readonly heading: string;
    readonly example: string;
    readonly field: Field;
  }[];
  readonly options: readonly Option<Field>[];
  readonly onMap: (at: number, field: Field) => void;
};

/** What each column of a table (or each row, below rounds) is, for staff to say otherwise. */
export const LineFields = <Field extends string>(props: LineFieldsProps<Field>) => (
  <ul aria-label={props.label} className={styles.mapping}>
    {props.lines.map(({ at, heading, example, field }) => (
      <li key={at}>
        <Select
          description={example === '' ? '' : `例：${clip(example.replaceAll('\n', ' '), 18)}`}
          label={clip((heading || `${at + 1}${props.unit}`).replaceAll('\n', ' '), 20)}
          onChange={(next) => props.onMap(at, next)}
          options={props.options}
          value={field}
        />
      </li>
    ))}
  </ul>
);
