import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import { findings, meetings, rounds } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { type KnowHowRow, knowHows } from '#shared/domain/office/know-how.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase } from '#shared/domain/record/row-values.ts';
import { ok, type Result } from '#shared/result.ts';
import { clip, NAME_LIMIT } from '#shared/text/limits.ts';
import type { Draft, MemberValue } from '../../records/draft.ts';
import { ensureTheme } from '../case/cases.ts';
import { addRecord, missing } from '../record/records.ts';

/**
 * Makes one lesson of what was found in a case: its words, the meetings in which it was found, the case's
 * themes. It is confirmed as of today. The command must name [OFFICE, the case's document].
 */
export const keepAsKnowHow = (
  draft: Draft,
  caseId: CaseId,
  chosen: readonly string[],
  today: Day,
): Result<KnowHowRow['id']> => {
  const document = caseDocument(caseId);
  const row = draft.row(document, cases, caseId);
  const found = draft.rows(document, findings).filter(({ id }) => chosen.includes(id));
  const [first] = found;
  if (row === undefined) return missing(cases.what);
  if (first === undefined) return missing(findings.what);
  const texts = found.map(({ text }) => text);
  const added = addRecord(draft, OFFICE, knowHows, {
    title: clip(first.text, NAME_LIMIT),
    what: texts.length === 1 ? first.text : texts.map((text) => `・${text}`).join('\n'),
    confirmedOn: today,
    sourceCase: caseId,
    sourceCaseName: caseName(row),
  });
  if (!added.ok) return added;
  const id = added.value;
  const born = found.map(({ meeting }) => meeting);
  // What was found bears its own themes more closely than its case does.
  const own = found.flatMap((finding) => finding.themes);
  draft.setMembers(OFFICE, knowHows, id, 'themes', own.length > 0 ? own : row.themes);
  draft.setMembers(OFFICE, knowHows, id, 'sourceMeetings', meetingNames(draft, document, born));
  draft.setMembers(
    OFFICE,
    knowHows,
    id,
    'sourceFindings',
    found.map((finding) => ({ id: finding.id, name: finding.text })),
  );
  return added;
};

/** 益城町（令和4年度） */
const caseName = (row: CaseRow): string => {
  const year = fiscalYearOfCase(row);
  return `${row.municipalityName}${year === null ? '' : `（${formatFiscalYear(year)}）`}`;
};

const meetingNames = (
  draft: Draft,
  document: DocumentId,
  ids: readonly string[],
): readonly MemberValue[] => {
  const roundOf = new Map(draft.rows(document, rounds).map((round) => [round.id, round]));
  return draft
    .rows(document, meetings)
    .filter(({ id }) => ids.some((each) => each === id))
    .map((meeting) => {
      const { title } = titleOf(meeting, roundOf.get(meeting.round) ?? null);
      const date = dateOf(meeting);
      const when = date === '' ? '' : ` ${formatPartialDate(date, 'dotted')}`;
      return { id: meeting.id, name: `${title}${when}` };
    });
};

/** A theme that the office has, or the name of one that is to be made. */
export type ThemePick = MemberValue | { readonly name: string };

/** Files a lesson under a theme, too. The command must name OFFICE. */
export const addKnowHowTheme = (draft: Draft, id: string, pick: ThemePick): Result<null> => {
  const row = draft.row(OFFICE, knowHows, id);
  if (row === undefined) return missing(knowHows.what);
  const theme = 'id' in pick ? ok(pick) : ensureTheme(draft, pick.name);
  if (!theme.ok) return theme;
  const others = row.themes.filter((each) => each.id !== theme.value.id);
  draft.setMembers(OFFICE, knowHows, id, 'themes', [...others, theme.value]);
  return ok(null);
};

/** The sets of a lesson whose members are chosen as a whole. */
type ChosenSet = 'themes' | 'kinds' | 'sizes';

/** Makes a set of a lesson hold these members. The command must name OFFICE. */
export const setKnowHowMembers = (
  draft: Draft,
  id: string,
  set: ChosenSet,
  members: readonly MemberValue[],
): Result<null> => {
  if (draft.row(OFFICE, knowHows, id) === undefined) return missing(knowHows.what);
  draft.setMembers(OFFICE, knowHows, id, set, members);
  return ok(null);
};
