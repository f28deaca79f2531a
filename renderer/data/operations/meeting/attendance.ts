import type { DocumentId } from '#shared/documents/document-id.ts';
import { type AttendanceRow, attendances } from '#shared/domain/meeting/meeting.ts';
import {
  type MeetingId,
  type MunicipalityCode,
  NO_ID,
  type OrganizationId,
  type PersonId,
} from '#shared/domain/record/ids.ts';
import { assertNever, ok, type Result } from '#shared/result.ts';
import { refuse } from '#shared/text/refuse.ts';
import type { Draft } from '../../records/draft.ts';
import { ensureOrganization } from '../office/organizations.ts';
import { ensurePerson, type Introduced, introducePerson } from '../office/people.ts';
import { addRecord } from '../record/records.ts';

/** Whom to add: somebody of the office by id, or a name that is to be made there. */
export type Attendee =
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'group'; readonly id: OrganizationId; readonly name: string }
  | { readonly kind: 'newPerson'; readonly name: string }
  | ({ readonly kind: 'introduced' } & Introduced)
  | { readonly kind: 'newGroup'; readonly name: string; readonly near?: MunicipalityCode };

/**
 * Adds a person or a group; a new name becomes a person or an organisation of the office, which the
 * command must name. Whoever stands in the list already is refused.
 */
export const addAttendee = (
  draft: Draft,
  document: DocumentId,
  meeting: MeetingId,
  attendee: Attendee,
  count: number | null = null,
): Result<AttendanceId> => {
  const who = whoOf(draft, attendee);
  if (!who.ok) return who;
  const { person, organization, name } = who.value;
  const known = draft
    .rows(document, attendances)
    .some(
      (each) =>
        each.meeting === meeting &&
        each.person === person &&
        each.organization === organization &&
        each.name === name,
    );
  if (known) return refuse(`${name}はすでに出席にあります。`, '人数は、その行で直せます。');
  return addRecord(draft, document, attendances, {
    meeting,
    ...who.value,
    count: person === NO_ID ? count : null,
  });
};

type AttendanceId = AttendanceRow['id'];
type Who = Pick<AttendanceRow, 'person' | 'organization' | 'name'>;

const whoOf = (draft: Draft, attendee: Attendee): Result<Who> => {
  switch (attendee.kind) {
    case 'person':
      return ok({ person: attendee.id, organization: NO_ID, name: attendee.name });
    case 'group':
      return ok({ person: NO_ID, organization: attendee.id, name: attendee.name });
    case 'newPerson':
    case 'introduced': {
      const person =
        attendee.kind === 'introduced'
          ? introducePerson(draft, attendee)
          : ensurePerson(draft, { name: attendee.name });
      if (!person.ok) return person;
      return ok({ person: person.value.id, organization: NO_ID, name: person.value.name });
    }
    case 'newGroup': {
      const group = ensureOrganization(draft, attendee.name, { near: attendee.near });
      if (!group.ok) return group;
      return ok({ person: NO_ID, organization: group.value.id, name: group.value.name });
    }
    default:
      return assertNever(attendee);
  }
};
