import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isFiscalYear } from '#shared/dates/types.ts';
import { isOverBefore } from '#shared/domain/case/assignment.ts';
import type { CaseDigest } from '#shared/domain/digest/digest.ts';
import {
  type Aspect,
  type Progress,
  progressOf,
  type ReadyCase,
  readinessOf,
} from '#shared/domain/handover/readiness.ts';
import { dueOf, isLate } from '#shared/domain/meeting/action.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import type { Option } from '#ui/option.ts';
import type { ReadinessRows } from './queries.ts';

/** Everybody's, or all of them. */
export const ALL = 'all';
/** Stands for those that name nobody. */
export const NOBODY = ' nobody';

export const yearOptions = (years: readonly number[]): readonly Option[] =>
  years.map((year) => ({ id: String(year), label: yearWords(year) }));

export const yearWords = (year: number): string =>
  isFiscalYear(year) ? formatFiscalYear(year) : `${year}年度`;

/** A case in the list of those that are handed over. */
export type ReadyLine = {
  readonly id: CaseId;
  readonly name: string;
  readonly section: string;
  /** Who of the office is in charge, or is about to be. */
  readonly inCharge: readonly string[];
  readonly progress: Progress;
  readonly aspects: readonly Aspect[];
  readonly ready: ReadyCase;
};

/** The cases of the year, each with what it lacks. */
export const readyLines = (
  { ready, office }: Pick<ReadinessRows, 'ready' | 'office'>,
  today: Day,
): readonly ReadyLine[] =>
  ready.map((one) => {
    const aspects = readinessOf([one], office);
    return {
      id: one.row.id,
      name: one.row.municipalityName || '（市町村名なし）',
      section: one.row.section,
      inCharge: [
        ...new Set(
          one.digest.assignments
            .filter((each) => !isOverBefore(each, today))
            .map(({ name }) => name),
        ),
      ],
      progress: progressOf(aspects),
      aspects,
      ready: one,
    };
  });

/** 担当 to filter by. */
export const sectionOptions = (lines: readonly ReadyLine[]): readonly Option[] => {
  const named = [...new Set(lines.map(({ section }) => section).filter(Boolean))].toSorted();
  return [
    { id: ALL, label: 'すべての担当' },
    ...named.map((section) => ({ id: section, label: section })),
    ...(lines.some(({ section }) => section === '') && named.length > 0
      ? [{ id: NOBODY, label: '担当なし' }]
      : []),
  ];
};

/** Members of the office whose cases are looked at; none where nobody is in charge of any. */
export const personOptions = (lines: readonly ReadyLine[]): readonly Option[] => {
  const named = [...new Set(lines.flatMap(({ inCharge }) => inCharge))].toSorted();
  if (named.length === 0) return [];
  return [
    { id: ALL, label: 'すべての担当者' },
    ...named.map((name) => ({ id: name, label: name })),
    ...(lines.some(({ inCharge }) => inCharge.length === 0)
      ? [{ id: NOBODY, label: '担当者なし' }]
      : []),
  ];
};

export const ofPerson = (lines: readonly ReadyLine[], person: string): readonly ReadyLine[] =>
  lines.filter(
    ({ inCharge }) =>
      person === ALL || (person === NOBODY ? inCharge.length === 0 : inCharge.includes(person)),
  );

export const ofSection = (lines: readonly ReadyLine[], section: string): readonly ReadyLine[] =>
  lines.filter((line) => section === ALL || line.section === (section === NOBODY ? '' : section));

export type Span = 'all' | 'late' | 'coming';
export const SPANS: readonly { readonly id: Span; readonly label: string }[] = [
  { id: 'all', label: 'すべて' },
  { id: 'late', label: '期限切れ' },
  { id: 'coming', label: 'これから' },
];

/** A promise that is not kept yet. */
export type OpenLine = {
  readonly key: string;
  readonly id: string;
  readonly caseId: CaseId;
  readonly document: CaseDigest['case']['document'];
  readonly text: string;
  readonly owner: string;
  readonly dueText: string;
  readonly isLate: boolean;
  readonly caseName: string;
};

/** What is promised in cases of all years; the digests have them by date, those without one last. */
export const openLines = (digests: readonly CaseDigest[], today: Day): readonly OpenLine[] =>
  digests
    .flatMap((digest) =>
      digest.actions.map((action) => ({ digest, action, due: dueOf(action) || '~' })),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ digest: { case: head }, action }) => {
      const year = fiscalYearOfCase(head);
      const due = dueOf(action);
      return {
        key: `${head.document} ${action.id}`,
        id: action.id,
        caseId: head.id,
        document: head.document,
        text: action.text,
        owner: action.owner,
        dueText: due === '' ? action.due : formatPartialDate(due, 'dotted'),
        isLate: isLate(action, today),
        caseName: `${head.municipalityName}${year === null ? '' : `（${formatFiscalYear(year)}）`}`,
      };
    });

export const ownersOf = (lines: readonly OpenLine[]): readonly Option[] => [
  { id: ALL, label: 'すべての担当' },
  ...[...new Set(lines.map(({ owner }) => owner).filter(Boolean))]
    .toSorted()
    .map((owner) => ({ id: owner, label: owner })),
  { id: NOBODY, label: '担当なし' },
];

export const filterOpen = (
  lines: readonly OpenLine[],
  owner: string,
  span: Span,
): readonly OpenLine[] =>
  lines.filter(
    (line) =>
      (owner === ALL || line.owner === (owner === NOBODY ? '' : owner)) &&
      (span === 'all' || line.isLate === (span === 'late')),
  );
