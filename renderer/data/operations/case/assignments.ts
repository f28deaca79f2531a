import type { Day } from '#shared/dates/types.ts';
import { caseDocument, type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import {
  assignments,
  beginsFrom,
  isInCharge,
  isOverBefore,
  lastDayBefore,
} from '#shared/domain/case/assignment.ts';
import { cases } from '#shared/domain/case/case.ts';
import { staff } from '#shared/domain/office/staff.ts';
import type { CaseId, StaffId } from '#shared/domain/record/ids.ts';
import { ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import { nameKey } from '#shared/text/same-name.ts';
import type { Draft, Named } from '../../records/draft.ts';
import { addRecord, missing } from '../record/records.ts';

/** A member of the office, or the name of one that is to be listed there. */
export type StaffPick = Named<'staff'> | { readonly name: string };

/** The one of that name among the office's staff, or a new one. The command must name OFFICE. */
export const ensureStaff = (draft: Draft, pick: StaffPick): Result<Named<'staff'>> => {
  const all = draft.rows(OFFICE, staff);
  const known =
    'id' in pick
      ? all.find(({ id }) => id === pick.id)
      : all.find(({ name }) => nameKey(name) === nameKey(pick.name));
  if (known !== undefined) return ok({ id: known.id, name: known.name });
  if ('id' in pick) return missing(staff.what);
  const made = addRecord(draft, OFFICE, staff, { name: pick.name });
  return made.ok ? ok({ id: made.value, name: pick.name.trim() }) : made;
};

/** 担当替え */
export type ChangeOfStaff = {
  readonly cases: readonly CaseId[];
  /** Whose cases they were; null for whoever was in charge of each. */
  readonly leaver: StaffId | null;
  readonly successor: StaffPick;
  /** The successor's first day; the day before is the leaver's last. */
  readonly from: Day;
};

/** The documents that a change writes to. */
export const documentsOfChange = ({ cases: ids }: ChangeOfStaff): readonly DocumentId[] => [
  OFFICE,
  ...ids.map(caseDocument),
];

/**
 * Gives cases to a successor from a day on. What the leavers were in charge of before stays theirs; what they
 * would only have begun on that day or later is theirs no more. Said twice, it changes nothing.
 */
export const changeStaff = (draft: Draft, change: ChangeOfStaff): Result<Named<'staff'>> => {
  if (change.cases.length === 0) {
    return refuse('案件が選ばれていません。', '引き継ぐ案件を選んでください。');
  }
  const successor = ensureStaff(draft, change.successor);
  if (!successor.ok) return successor;
  if (successor.value.id === change.leaver) {
    return refuse('前任と後任が同じ人です。', '後任を選び直してください。');
  }
  for (const id of change.cases) {
    if (draft.row(caseDocument(id), cases, id) === undefined) return missing(cases.what);
    changeCase(draft, caseDocument(id), change, successor.value);
  }
  return successor;
};

const changeCase = (
  draft: Draft,
  document: DocumentId,
  { leaver, from }: ChangeOfStaff,
  successor: Named<'staff'>,
): void => {
  const rows = draft.rows(document, assignments);
  const leaving = rows.filter(
    (row) =>
      row.staff !== successor.id &&
      (leaver === null || row.staff === leaver) &&
      !isOverBefore(row, from),
  );
  for (const row of leaving) {
    if (beginsFrom(row, from)) draft.remove(document, assignments, row.id);
    else draft.set(document, assignments, row.id, { until: lastDayBefore(from) });
  }
  if (rows.some((row) => row.staff === successor.id && isInCharge(row, from))) return;
  const { id, name } = successor;
  draft.create(document, assignments, { staff: id, name, from });
};

/** Puts somebody in charge of a case beside those who are. The command must name [OFFICE, the case's document]. */
export const addAssignment = (
  draft: Draft,
  document: DocumentId,
  pick: StaffPick,
): Result<string> => {
  const who = ensureStaff(draft, pick);
  if (!who.ok) return who;
  return addRecord(draft, document, assignments, { staff: who.value.id, name: who.value.name });
};
