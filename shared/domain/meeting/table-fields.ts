import type { FieldsOf, TextsOf } from '../record/collection.ts';
import type { Field, LongTextField, ValueField } from '../record/field.ts';
import { type MeetingRow, meetings } from './meeting.ts';

/** A field of a single value or of a text, but for those that a table says in a way of its own. */
export type TableFieldId = Exclude<
  keyof FieldsOf<typeof meetings> | TextsOf<typeof meetings>,
  'kind' | 'round' | 'state' | 'independent' | 'source' | 'order'
>;

export type TableField = {
  readonly id: TableFieldId;
  readonly field: (ValueField | LongTextField) & { readonly headings: readonly string[] };
};

const isTableField = (field: Field): field is TableField['field'] =>
  field.headings !== undefined && field.kind !== 'members' && field.kind !== 'note';

/** The fields of a meeting that a table has in a column: those that are declared with `headings`. */
export const TABLE_FIELDS: readonly TableField[] = Object.entries<Field>(meetings.fields).flatMap(
  ([id, field]) => (isTableField(field) ? [{ id: id as TableFieldId, field }] : []),
);

/** What a field's value reads like; '' for nothing. */
export const wordsOfField = (
  { id, field }: TableField,
  meeting: Pick<MeetingRow, TableFieldId>,
): string => {
  const value: unknown = meeting[id];
  if (field.kind === 'text') return String(value);
  // The field is the one that declares the value.
  return (field.words as (value: unknown) => string)(value);
};
