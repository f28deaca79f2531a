import { cases as caseCollection } from '../case/case.ts';
import { inTime } from '../ladder/timeline.ts';
import { reasonWords } from '../meeting/finding-reason.ts';
import {
  FINDING_KIND_NAMES,
  type FindingKind,
  type FindingRow,
  MEETING_STATE_NAMES,
} from '../meeting/meeting.ts';
import { fieldName } from '../record/collection.ts';
import { compareOrder, isBlank } from '../record/row-values.ts';
import { groupName, labelled, linesOf, meetingWords, placeWords } from './draft-words.ts';
import { groupOf } from './groups.ts';
import { type BookKind, type BookRows, ofDocument } from './rows.ts';
import { TACIT_FIELDS } from './tacit.ts';

/*
 * What was decided, and what to mind. The 引継書 of a case has all of it; that of the office has the latest of each
 * case, and says how much more there is.
 */

/** How many of what was written at meetings the office reads of each case. */
const LATEST = 5;

/** What was said at a meeting, and which of them it was in the order of time; -1 for none. Worded where it is shown. */
type Told = { readonly at: number; readonly words: () => string };

const placesIn = (rows: BookRows): ReadonlyMap<string, number> =>
  new Map(inTime(rows.meetings).map(({ id }, index) => [id, index]));

const findingWords = (rows: BookRows, row: FindingRow, hasKind: boolean): string => {
  const text = hasKind ? `${FINDING_KIND_NAMES[row.kind]}：${row.text}` : row.text;
  const notes = [reasonWords(row), placeWords(rows, row)].filter(Boolean);
  return notes.length === 0 ? text : `${text}（${notes.join('／')}）`;
};

const findingsTold = (
  rows: BookRows,
  places: ReadonlyMap<string, number>,
  kind: FindingKind,
  hasKind: boolean,
): readonly Told[] => {
  const at = ({ meeting }: FindingRow): number => places.get(meeting) ?? -1;
  return rows.findings
    .filter((row) => row.kind === kind)
    .toSorted((a, b) => at(a) - at(b) || compareOrder(a, b))
    .map((row) => ({ at: at(row), words: () => findingWords(rows, row, hasKind) }));
};

/** Why meetings did not take place as they were planned. */
const putOffTold = (rows: BookRows): readonly Told[] =>
  inTime(rows.meetings).flatMap((row, at): readonly Told[] => {
    if (row.state !== 'postponed' && row.state !== 'cancelled') return [];
    const reason = isBlank(row.stateReason) ? '理由は書かれていません' : row.stateReason;
    const words = `${MEETING_STATE_NAMES[row.state]}：${meetingWords(rows, row)}（${reason}）`;
    return [{ at, words: () => words }];
  });

const decisionsTold = (rows: BookRows): readonly Told[] => [
  ...findingsTold(rows, placesIn(rows), 'decision', false),
  ...putOffTold(rows),
];

const cautionsTold = (rows: BookRows): readonly Told[] => {
  const places = placesIn(rows);
  return [
    ...findingsTold(rows, places, 'care', true),
    ...findingsTold(rows, places, 'reflection', true),
  ];
};

const tacitLines = (rows: BookRows): readonly string[] =>
  rows.cases.flatMap((row) =>
    TACIT_FIELDS.map((field) => labelled(fieldName(caseCollection, field), row[field])),
  );

/** The latest of what was told, as they follow each other, each in one line. */
const latest = (told: readonly Told[]): readonly string[] => {
  const shown = told.toSorted((a, b) => a.at - b.at).slice(-LATEST);
  const more = told.length - shown.length;
  return [
    ...shown.map(({ words }) => oneLine(words())),
    ...(more === 0 ? [] : [`ほか${more}件は、案件の引継書にあります`]),
  ];
};

const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('　');

/** What each case says, under its name. */
const byCase = (rows: BookRows, lines: (ofCase: BookRows) => readonly string[]): string =>
  linesOf(
    ...rows.cases.map((row) =>
      groupOf(groupName(rows, row), lines(ofDocument(rows, row.document))),
    ),
  );

/** Decisions and why, and why meetings did not take place as they were planned. */
export const decisions =
  (kind: BookKind) =>
  (rows: BookRows): string =>
    kind === 'case'
      ? linesOf(...decisionsTold(rows).map(({ words }) => words()))
      : byCase(rows, (own) => latest(decisionsTold(own)));

/** What nobody would find in the records, and what was noted to be minded. */
export const cautions =
  (kind: BookKind) =>
  (rows: BookRows): string =>
    kind === 'case'
      ? linesOf(...tacitLines(rows), ...cautionsTold(rows).map(({ words }) => words()))
      : byCase(rows, (own) => [...tacitLines(own).map(oneLine), ...latest(cautionsTold(own))]);
