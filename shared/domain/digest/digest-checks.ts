import type { CaseRow } from '../case/case.ts';
import type { Check } from '../checks/check.ts';
import { type OwnRows, referencesToOffice } from '../checks/check-references.ts';
import { checkAlone } from '../checks/checks.ts';
import type { MeetingId } from '../record/ids.ts';
import { compareTexts, isLive } from '../record/row-values.ts';
import type { CaseCheck, OfficeReference } from './digest.ts';

/** What is to be put right in a case, as far as its own rows tell. */
export const checksOf = (rows: OwnRows & { readonly case: CaseRow }): readonly CaseCheck[] => {
  const none = { cases: [], people: [], organizations: [] };
  const subject = subjects(rows);
  return checkAlone({ ...rows, ...none }).map((check) => ({ ...check, meeting: subject(check) }));
};

/** What a case refers to in the office; whoever reads it knows what is there. */
export const referencesOf = (rows: OwnRows): readonly OfficeReference[] => {
  const { people, organizations } = referencesToOffice(rows);
  const subject = subjects(rows);
  return [...people, ...organizations]
    .map(({ target, check }) => ({
      target,
      code: check.code,
      message: check.message,
      meeting: subject(check),
    }))
    .toSorted((a, b) => compareTexts(a.code, b.code) || compareTexts(a.target, b.target));
};

/** Finds the first meeting that a check speaks of, itself or through one of its records. */
const subjects = (rows: OwnRows): ((check: Check) => MeetingId | null) => {
  const live = rows.meetings.filter(isLive).toSorted((a, b) => compareTexts(a.id, b.id));
  const parts = [...rows.attendances, ...rows.programmeItems, ...rows.findings, ...rows.actions];
  const ownerOf = new Map<string, string>(parts.map(({ id, meeting }) => [id, meeting]));
  return ({ records }) => {
    const named = new Set(records);
    const owners = new Set(records.flatMap((id) => ownerOf.get(id) ?? []));
    const own = live.find(({ id }) => named.has(id)) ?? live.find(({ id }) => owners.has(id));
    const session = live.find((row) => row.kind === 'session' && named.has(row.round));
    return (own ?? session)?.id ?? null;
  };
};
