import type { PartialDate } from '../../dates/types.ts';
import { postsByPerson } from '../office/bodies.ts';
import type { OrganizationRow, PostRow } from '../office/office.ts';
import { postOn } from '../office/post-on.ts';
import { headsOf } from './attendance.ts';
import type { AttendanceRow } from './meeting.ts';

/** One of those who came, with the post of that day. */
export type Attendee = {
  readonly row: AttendanceRow;
  /** What they were on the day of the meeting; undefined for a group, and where nobody has said. */
  readonly post: PostRow | undefined;
};

/** Those of one body who came. */
export type AttendanceGroup = {
  /** The body's id, or '' for those of whom no body is known. */
  readonly body: string;
  /** As it is called today, else as it was called when it was written down. */
  readonly name: string;
  readonly attendees: readonly Attendee[];
  readonly heads: number;
};

export type OfficeOfDay = {
  readonly organizations: readonly Pick<OrganizationRow, 'id' | 'name'>[];
  readonly posts: readonly PostRow[];
};

/**
 * Who came, by the bodies that they belonged to on the day of the meeting, in the order in which the first of
 * each stands in the list; those of no known body together.
 */
export const groupAttendances = (
  rows: readonly AttendanceRow[],
  { organizations, posts }: OfficeOfDay,
  day: PartialDate,
): readonly AttendanceGroup[] => {
  const held = postsByPerson(posts);
  const names = new Map<string, string>(organizations.map(({ id, name }) => [id, name]));
  const groups = new Map<string, { readonly name: string; readonly attendees: Attendee[] }>();
  for (const row of rows) {
    const post = row.person === '' ? undefined : postOn(held.get(row.person) ?? [], day);
    const body = row.organization || post?.organization || '';
    // A group whose body is not known is one by itself.
    const key = body || post?.organizationName || (row.person === '' ? ` ${row.id}` : '');
    const known = groups.get(key);
    if (known !== undefined) known.attendees.push({ row, post });
    else {
      const written = post?.organizationName ?? (row.person === '' ? row.name : '');
      groups.set(key, { name: names.get(body) ?? written, attendees: [{ row, post }] });
    }
  }
  return [...groups].map(([key, { name, attendees }]) => ({
    body: names.has(key) ? key : '',
    name,
    attendees,
    heads: headsOf(attendees.map(({ row }) => row)),
  }));
};
