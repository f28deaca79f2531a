import { fiscalYearOf } from '#shared/dates/calendar.ts';
import { parsePartialDate } from '#shared/dates/parse.ts';
import { parseEdge } from '#shared/dates/parse-edge.ts';
import { monthOfEdge, type SpanEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear, PartialDate } from '#shared/dates/types.ts';
import {
  BAR_KIND_NAMES,
  BAR_KINDS,
  BAR_STATE_NAMES,
  BAR_STATES,
  type BarKind,
  type BarState,
} from '#shared/domain/roadmap/collections.ts';
import type { RoadmapColumn } from '#shared/domain/roadmap/pasted/columns.ts';
import { type Read, readKind, readState } from '#shared/domain/roadmap/pasted/read-choices.ts';
import { assertNever, ok, type Result } from '#shared/result.ts';
import { cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { normalizeTyped, quote } from '#shared/text/typed.ts';
import type { TableRow } from './rows.ts';

/** What the cells of one row say of a bar; what a row lacks is absent. */
export type CellValues = {
  readonly label?: string;
  readonly start?: SpanEdge;
  readonly end?: SpanEdge;
  readonly kind?: BarKind;
  readonly state?: BarState;
  readonly progress?: number | null;
  readonly owner?: string;
  readonly actualStart?: SpanEdge | '';
  readonly actualEnd?: SpanEdge | '';
  readonly note?: string;
};

/** All columns but those that say where a row stands. */
export type ValueColumn = Exclude<RoadmapColumn, 'group' | 'lane'>;

export const isValueColumn = (column: RoadmapColumn): column is ValueColumn =>
  column !== 'group' && column !== 'lane';

/** The fiscal year in which months without a year lie: the bar's own, else the case's. */
export const yearFor = (row: TableRow, fiscalYear: FiscalYear | null): FiscalYear | null =>
  row.kind === 'bar' && row.bar.span !== null
    ? fiscalYearOf(monthOfEdge(row.bar.span.start))
    : fiscalYear;

/** Reads what was typed into a cell of a bar. */
export const readCell = (
  column: ValueColumn,
  text: string,
  fiscalYear: FiscalYear | null,
): Result<CellValues> => {
  switch (column) {
    case 'label':
    case 'owner':
      return ok({ [column]: cleanLine(text) });
    case 'note':
      return ok({ note: text.trim() });
    case 'start':
    case 'end': {
      const edge = parseEdge(text, fiscalYear, column);
      return edge.ok ? ok({ [column]: edge.value }) : edge;
    }
    case 'actualStart':
    case 'actualEnd': {
      if (text.trim() === '') return ok({ [column]: '' });
      const edge = parseEdge(text, fiscalYear, column === 'actualStart' ? 'start' : 'end');
      return edge.ok ? ok({ [column]: edge.value }) : edge;
    }
    case 'kind': {
      const kind = readWord(text, BAR_KINDS, BAR_KIND_NAMES, '種類', readKind);
      return kind.ok ? ok({ kind: kind.value }) : kind;
    }
    case 'state': {
      const state = readWord(text, BAR_STATES, BAR_STATE_NAMES, '状態', readState);
      return state.ok ? ok({ state: state.value }) : state;
    }
    case 'progress':
      return readProgress(text);
    default:
      return assertNever(column);
  }
};

/** One of a few words: in full, as much of one as tells it from the others, or a word that means one. */
const readWord = <Word extends string>(
  text: string,
  words: readonly Word[],
  names: Readonly<Record<Word, string>>,
  what: string,
  guess: (text: string) => Read<Word>,
): Result<Word> => {
  const typed = normalizeTyped(text);
  const exact = words.find((word) => names[word] === typed);
  if (exact !== undefined) return ok(exact);
  const fitting = typed === '' ? [] : words.filter((word) => names[word].includes(typed));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return ok(only);
  const guessed = typed === '' ? null : guess(text);
  if (guessed?.doubts.length === 0) return ok(guessed.value);
  const list = words.map((word) => names[word]).join('・');
  return refuse(
    typed === '' ? `${what}が入っていません。` : `${quote(text)}という${what}はありません。`,
    `${list}から選んでください。`,
  );
};

const readProgress = (text: string): Result<CellValues> => {
  const typed = normalizeTyped(text).replace(/(?:%|パーセント|割)$/, '');
  if (typed === '') return ok({ progress: null });
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
  const percent = normalizeTyped(text).endsWith('割') ? number * 10 : number;
  return percent <= 100
    ? ok({ progress: percent })
    : refuse(
        `${quote(text)}は進みとして読み取れません。`,
        '0から100までの数（％）で入力してください。',
      );
};

/** Reads the day or month of a milestone. */
export const readDate = (text: string, fiscalYear: FiscalYear | null): Result<PartialDate> => {
  const read = parsePartialDate(text, fiscalYear === null ? {} : { fiscalYear });
  if (!read.ok) return read;
  return read.value.date === ''
    ? refuse('節目の日が入っていません。', '「R4.12.22」「R4.12」のように入力してください。')
    : ok(read.value.date);
};

/** What a column offers to choose from; [] for free text. */
export const choicesOf = (column: RoadmapColumn): readonly string[] => {
  if (column === 'kind') return BAR_KINDS.map((kind) => BAR_KIND_NAMES[kind]);
  if (column === 'state') return BAR_STATES.map((state) => BAR_STATE_NAMES[state]);
  return [];
};
