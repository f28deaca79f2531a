import { OFFICE } from '#shared/documents/document-id.ts';
import { type FigureRow, figures } from '#shared/domain/office/office.ts';
import { ok, type Result } from '#shared/result.ts';
import { checkName, cleanLine } from '#shared/text/limits.ts';
import type { Draft } from '../../records/draft.ts';
import { missing, orderAt } from '../record/siblings.ts';

/** A figure as its source words it: the value keeps its unit, the date its label (平成37年度). */
export type FigureValues = {
  readonly label: string;
  readonly value: string;
  readonly asOf?: string;
  readonly source?: string;
};

/** Adds a figure to a municipality's profile, as its last. The command must name OFFICE. */
export const addFigure = (
  draft: Draft,
  municipality: string,
  values: FigureValues,
): Result<string> => {
  const checked = check(values);
  if (!checked.ok) return checked;
  return ok(
    draft.create(OFFICE, figures, { asOf: '', source: '', ...checked.value, municipality }),
  );
};

export const setFigure = (
  draft: Draft,
  id: string,
  values: Partial<FigureValues>,
): Result<null> => {
  const before = draft.row(OFFICE, figures, id);
  if (!before) return missing('数値');
  const checked = check({ label: before.label, value: before.value, ...values });
  if (!checked.ok) return checked;
  draft.set(OFFICE, figures, id, checked.value);
  return ok(null);
};

const check = (values: FigureValues): Result<FigureValues> => {
  const label = checkName(values.label, '項目の名前');
  if (!label.ok) return label;
  const value = checkName(values.value, '値');
  if (!value.ok) return value;
  const asOf = optional(values.asOf, '時点');
  if (!asOf.ok) return asOf;
  const source = optional(values.source, '出典');
  if (!source.ok) return source;
  return ok({
    label: label.value,
    value: value.value,
    ...(asOf.value !== undefined && { asOf: asOf.value }),
    ...(source.value !== undefined && { source: source.value }),
  });
};

/** A line that may be empty; undefined stays undefined, so that it is left as it is. */
const optional = (text: string | undefined, what: string): Result<string | undefined> =>
  text === undefined || cleanLine(text) === '' ? ok(text && '') : checkName(text, what);

export const removeFigure = (draft: Draft, id: string): Result<null> => {
  if (!draft.row(OFFICE, figures, id)) return missing('数値');
  draft.remove(OFFICE, figures, id);
  return ok(null);
};

/** The figures of a municipality, in their order. */
export const figuresOf = (draft: Draft, municipality: string): readonly FigureRow[] =>
  draft.rows(OFFICE, figures).filter((figure) => figure.municipality === municipality);

/** Places a figure at an index among its municipality's. */
export const moveFigure = (draft: Draft, id: string, index: number): Result<null> => {
  const row = draft.row(OFFICE, figures, id);
  if (!row) return missing('数値');
  const order = orderAt(figuresOf(draft, row.municipality), id, index);
  draft.set(OFFICE, figures, id, { order });
  return ok(null);
};
