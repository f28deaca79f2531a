import { formatFiscalYear } from '../../dates/format.ts';
import { clip } from '../../text/limits.ts';
import { type CaseRow, type CaseSupporterRow, cases, type YearNoteRow } from '../case/case.ts';
import type { CaseDigest } from '../digest/digest.ts';
import { formatStage } from '../ladder/stage.ts';
import type { RoundRow } from '../meeting/meeting.ts';
import { roundTitle } from '../meeting/meeting-title.ts';
import { fieldName } from '../record/collection.ts';
import type { CaseId } from '../record/ids.ts';
import { compareOrder, compareTexts, fiscalYearOfCase, isBlank } from '../record/row-values.ts';

/** What the page of a theme needs of the cases that took it up. */
export type ThemeCaseRows = {
  readonly digests: readonly CaseDigest[];
  readonly cases: readonly CaseRow[];
  readonly supporters: readonly CaseSupporterRow[];
  readonly yearNotes: readonly YearNoteRow[];
  readonly rounds: readonly RoundRow[];
};

/** What a case came to, in the beginning of its own words. */
export type Outcome = { readonly heading: string; readonly text: string };

export type ThemeCase = {
  readonly id: CaseId;
  readonly municipality: string;
  /** 令和4年度 */
  readonly year: string;
  /** 第2回に向けて, or 終了. */
  readonly stage: string;
  readonly outcome: Outcome | null;
  /** AD、厚生労働省 */
  readonly supporters: string;
};

/** The cases of a theme, the latest year first, then by municipality. */
export const themeCases = (rows: ThemeCaseRows): readonly ThemeCase[] =>
  rows.digests
    .toSorted(
      (a, b) =>
        (b.case.fiscalYear ?? 0) - (a.case.fiscalYear ?? 0) ||
        compareTexts(a.case.municipalityCode, b.case.municipalityCode) ||
        compareTexts(a.case.id, b.case.id),
    )
    .map(({ case: head, stage }) => {
      const year = fiscalYearOfCase(head);
      const of = <R extends { readonly document: string }>(all: readonly R[]): readonly R[] =>
        all.filter((row) => row.document === head.document);
      return {
        id: head.id,
        municipality: head.municipalityName || '（市町村名なし）',
        year: year === null ? '年度未入力' : formatFiscalYear(year),
        stage: head.endedOn === '' ? formatStage(stage) : '終了',
        outcome: outcomeOf(of(rows.cases)[0], of(rows.yearNotes), of(rows.rounds)),
        supporters: of(rows.supporters)
          .toSorted(compareOrder)
          .map(({ name }) => name)
          .join('、'),
      };
    });

/** A line or two of a table. */
const EXCERPT = 90;

/** 年間のまとめ where somebody has written one, else 支援のまとめ of the latest round that has one. */
const outcomeOf = (
  row: CaseRow | undefined,
  notes: readonly YearNoteRow[],
  rounds: readonly RoundRow[],
): Outcome | null => {
  const written = [
    ...(row === undefined
      ? []
      : (['learned', 'felt', 'regretted'] as const).map((field) => ({
          heading: fieldName(cases, field),
          text: row[field],
        }))),
    ...notes.toSorted(compareOrder).map(({ heading, text }) => ({ heading, text })),
    ...rounds
      .toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))
      .map((round) => ({ heading: `${roundTitle(round)}のまとめ`, text: round.summary })),
  ].find(({ text }) => !isBlank(text));
  if (written === undefined) return null;
  return { ...written, text: clip(onOneLine(written.text), EXCERPT) };
};

const onOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
