import type { ImportField, Mapping } from './import-field.ts';

/** A table with a meeting in each row. */
export type RowShape = {
  readonly kind: 'rows';
  readonly form: 'details' | 'flow' | 'columns';
  /** The row of headings, and the last one where there are two; null where there is none. */
  readonly header: number | null;
  readonly lastHeader: number | null;
  readonly mapping: Mapping;
  /** What stands over each column: the name that a ○ below it stands for. */
  readonly names: readonly string[];
  /** Columns that were taken for such names though nothing says so but their ○. */
  readonly guessed: readonly number[];
};

export type RoundColumn = {
  readonly column: number;
  readonly round: number;
  /** What its heading says beyond the round: (R4.8.24). */
  readonly rest: string;
  /** Whether its heading names no round. */
  readonly isGuess: boolean;
};

/** 「1〜3回目支援」: a round in each column, 日時／参加者／内容／支援のまとめ below it. */
export type RoundsShape = {
  readonly kind: 'rounds';
  /** The row that names the rounds. */
  readonly header: number;
  readonly columns: readonly RoundColumn[];
  /** What each row below says, by row. */
  readonly rows: ReadonlyMap<number, ImportField>;
};

export type Shape = RowShape | RoundsShape;

export const SHAPE_NAMES: Readonly<Record<'rounds' | RowShape['form'], string>> = {
  rounds: '「1〜3回目支援」の表',
  details: '「支援（詳細）」の表',
  flow: '「支援の流れ」の表',
  columns: '列を指定した表',
};

/** The two forms that staff choose between. */
export type Form = Shape['kind'];
export const FORM_NAMES: Readonly<Record<Form, string>> = {
  rows: '1行に1つの会合',
  rounds: '1列に1回の支援',
};

/** Captions and notes may stand above the headings; never more than this. */
export const SEARCHED_ROWS = 15;
