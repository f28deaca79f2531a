import { formatFiscalYear } from '#shared/dates/format.ts';
import { type Day, isFiscalYear, month } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId } from '#shared/documents/document-id.ts';
import { caseSupporters, cases } from '#shared/domain/case/case.ts';
import {
  type Offer,
  offerOf,
  roadmapHomeOf,
  type TakenKind,
  takenFrom,
  type YearRecord,
} from '#shared/domain/chain/offer.ts';
import { type ActionRow, actions } from '#shared/domain/meeting/meeting.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { lanes, ROADMAP_ID, roadmaps } from '#shared/domain/roadmap/collections.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Draft } from '../../records/draft.ts';
import type { ActionFate } from '../meeting/case-end.ts';
import { missing } from '../record/records.ts';
import { foldYear, growPeriod } from '../roadmap/roadmap.ts';
import { nameVersion } from '../roadmap/versions.ts';

export type TakeAlong = {
  readonly from: CaseId;
  readonly kinds: readonly TakenKind[];
  /** What becomes in the year before of the promises that are taken along. */
  readonly fate: ActionFate;
  /** The day of the version that is kept of the roadmap. */
  readonly today: Day;
  /** The case whose document holds the roadmap of the year before, and all others that show it. */
  readonly roadmap: { readonly home: CaseId; readonly shownBy: readonly CaseId[] };
};

/** The documents that a command which takes along must name. */
export const documentsOfTaking = (id: CaseId, { from, roadmap }: TakeAlong): DocumentId[] => [
  ...new Set([id, from, roadmap.home, ...roadmap.shownBy].map(caseDocument)),
];

/**
 * Copies into a case what is chosen of the case that it continues, and is not there yet; what is written
 * stays as it is. The roadmap is not copied: the case shows and edits that of the year before from now on,
 * of which a version is kept as it stood. The command must name `documentsOfTaking`.
 */
export const takeAlong = (draft: Draft, id: CaseId, taking: TakeAlong): Result<null> => {
  const { from, kinds, fate, today } = taking;
  const document = caseDocument(id);
  const before = recordOf(draft, from, taking.roadmap.home);
  const own = recordOf(draft, id, id);
  if (before === undefined || own === undefined) return missing(cases.what);
  if (roadmapHomeOf(before.case) !== taking.roadmap.home) return fail(changed());
  const offer = offerOf(before, own);
  const has = (kind: TakenKind): boolean => kinds.includes(kind);
  if (has('supporters')) takeSupporters(draft, document, offer);
  if (has('texts')) draft.set(document, cases, id, offer.texts);
  if (has('themes')) {
    if (offer.themeText !== '') draft.set(document, cases, id, { themeText: offer.themeText });
    draft.setMembers(document, cases, id, 'themes', [...own.case.themes, ...offer.themes]);
  }
  if (has('actions')) {
    for (const each of offer.actions) {
      takeAction(draft, document, each, takenFrom(before.case, each.source));
      if (fate !== 'keep') draft.set(caseDocument(from), actions, each.id, { state: fate });
    }
  }
  if (has('roadmap') && offer.roadmap !== null) {
    goOnWithRoadmap(draft, taking, today, own.case.fiscalYear);
    draft.set(document, cases, id, { roadmapCase: offer.roadmap.home });
  }
  return ok(null);
};

/** What it answers stays with the findings of the year before; its place in the roadmap goes on. */
const takeAction = (
  draft: Draft,
  document: DocumentId,
  before: ActionRow,
  source: string,
): void => {
  const { text, owner, due, state, waitingFor, roadmapItems } = before;
  const values = { text, owner, due, state, waitingFor, meeting: NO_ID, source };
  const taken = draft.create(document, actions, values);
  if (roadmapItems.length > 0) {
    draft.setMembers(document, actions, taken, 'roadmapItems', roadmapItems);
  }
};

const recordOf = (draft: Draft, id: CaseId, home: CaseId): YearRecord | undefined => {
  const document = caseDocument(id);
  const row = draft.row(document, cases, id);
  return (
    row && {
      case: row,
      supporters: draft.rows(document, caseSupporters),
      actions: draft.rows(document, actions),
      lanes: draft.rows(caseDocument(home), lanes).length,
    }
  );
};

const takeSupporters = (draft: Draft, document: DocumentId, offer: Offer): void => {
  for (const { organizationId, person, name, role } of offer.supporters) {
    draft.create(document, caseSupporters, { organizationId, person, name, role });
  }
  for (const { id, role } of offer.roles) draft.set(document, caseSupporters, id, { role });
};

/**
 * Keeps the roadmap as it stands, and lets it reach to the end of the year that begins, if it can,
 * which stands open.
 */
const goOnWithRoadmap = (
  draft: Draft,
  { roadmap: { home, shownBy } }: TakeAlong,
  today: Day,
  year: number | null,
): void => {
  const document = caseDocument(home);
  const isKnown = year !== null && isFiscalYear(year);
  const name = `${isKnown ? formatFiscalYear(year) : '次の年度'}のはじめ`;
  // A version of that name is kept already: two cases of a year may go on with one roadmap.
  nameVersion(draft, document, { name, date: today }, shownBy.map(caseDocument));
  if (!isKnown) return;
  growPeriod(draft, document, [month(`${year}-04`), month(`${year + 1}-03`)]);
  const folded = draft.row(document, roadmaps, ROADMAP_ID)?.foldedYears ?? [];
  if (folded.some(({ id }) => id === String(year))) foldYear(draft, document, year, false);
};

const changed = () => ({
  code: 'taken' as const,
  happened: '前年度の案件のロードマップが、ほかで変わりました。',
  safe: '何も引き継いでいません。',
  todo: 'もう一度お試しください。',
});
