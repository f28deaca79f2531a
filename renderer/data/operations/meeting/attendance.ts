import type { DocumentId } from '#shared/documents/document-id.ts';
import { type AttendanceRow, attendances } from '#shared/domain/meeting/meeting.ts';
import { ok, type Result } from '#shared/result.ts';
import { COUNT_LIMIT } from '#shared/text/count.ts';
import { checkName, cleanLine } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { ensureOrganization } from '../office/organizations.ts';
import { ensurePerson } from '../office/people.ts';
import { missing, orderAt } from '../record/siblings.ts';

export type AttendanceValues = {
  readonly name: string;
  /** Heads of a group; null or absent counts as one person. */
  readonly count?: number | null;
  readonly role?: string;
  /** Ids of the office's records; '' where none stands behind the name. */
  readonly person?: string;
  readonly organization?: string;
};

/** Whom to add: somebody of the office by id, or a name that is to be made there. */
export type Attendee =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly role?: string }
  | { readonly kind: 'group'; readonly id: string; readonly name: string }
  | { readonly kind: 'newPerson'; readonly name: string }
  | { readonly kind: 'newGroup'; readonly name: string };

/** Adds a line to who came. It needs no record of the office behind it. */
export const addAttendance = (
  draft: Draft,
  document: DocumentId,
  meeting: string,
  values: AttendanceValues,
): Result<string> => {
  const checked = check(values);
  if (!checked.ok) return checked;
  return ok(draft.create(document, attendances, { count: null, ...checked.value, meeting }));
};

/**
 * Adds a person or a group; a new name becomes a person or an organisation of the office, which the
 * command must name. Whoever stands in the list already is refused.
 */
export const addAttendee = (
  draft: Draft,
  document: DocumentId,
  meeting: string,
  attendee: Attendee,
  count: number | null = null,
): Result<string> => {
  const isPerson = attendee.kind === 'person' || attendee.kind === 'newPerson';
  const member =
    'id' in attendee
      ? ok({ id: attendee.id, name: attendee.name })
      : isPerson
        ? ensurePerson(draft, { name: attendee.name })
        : ensureOrganization(draft, attendee.name);
  if (!member.ok) return member;
  const { id, name } = member.value;
  const known = attendancesOf(draft, document, meeting).some(
    (each) => (isPerson ? each.person : each.organization) === id && each.name === name,
  );
  if (known) {
    return refuse(`${name}はすでに出席にあります。`, '人数は、その行で直せます。');
  }
  return addAttendance(draft, document, meeting, {
    name,
    count: isPerson ? null : count,
    role: 'role' in attendee ? (attendee.role ?? '') : '',
    person: isPerson ? id : '',
    organization: isPerson ? '' : id,
  });
};

export const setAttendance = (
  draft: Draft,
  document: DocumentId,
  id: string,
  values: Partial<AttendanceValues>,
): Result<null> => {
  const before = draft.row(document, attendances, id);
  if (!before) return missing('出席者');
  const checked = check({ name: before.name, ...values });
  if (!checked.ok) return checked;
  draft.set(document, attendances, id, checked.value);
  return ok(null);
};

const check = (values: AttendanceValues): Result<AttendanceValues> => {
  const name = checkName(values.name, '出席者の名前');
  if (!name.ok) return name;
  const count = values.count ?? 0;
  if (!Number.isInteger(count) || count < 0 || count > COUNT_LIMIT) {
    return refuse('出席の人数が読み取れません。', '0以上の整数で入力してください。');
  }
  const role = values.role === undefined ? {} : { role: cleanLine(values.role) };
  return ok({ ...values, name: name.value, ...role });
};

export const removeAttendance = (draft: Draft, document: DocumentId, id: string): Result<null> => {
  if (!draft.row(document, attendances, id)) return missing('出席者');
  draft.remove(document, attendances, id);
  return ok(null);
};

/** Who came to a meeting, in the order of the list. */
export const attendancesOf = (
  draft: Draft,
  document: DocumentId,
  meeting: string,
): readonly AttendanceRow[] =>
  draft.rows(document, attendances).filter((each) => each.meeting === meeting);

/** Places a line at an index of its meeting's list. */
export const moveAttendance = (
  draft: Draft,
  document: DocumentId,
  id: string,
  index: number,
): Result<null> => {
  const row = draft.row(document, attendances, id);
  if (!row) return missing('出席者');
  const siblings = attendancesOf(draft, document, row.meeting);
  draft.set(document, attendances, id, { order: orderAt(siblings, id, index) });
  return ok(null);
};
