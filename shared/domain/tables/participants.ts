import { headCountOf } from '../meeting/attendance.ts';
import type { AttendanceRow, MeetingRow } from '../meeting/meeting.ts';
import { dateOf } from '../meeting/typed-values.ts';
import { ROLE_NAMES, ROLES } from '../office/office.ts';
import { postOn } from '../office/post-on.ts';
import { compareOrder, isLive } from '../record/row-values.ts';
import type { TableRows } from './entries.ts';
import type { TableOptions } from './options.ts';
import { supporterWords } from './words.ts';

const COUNTED = /^(?:合計|計|約)?\s*[\d０-９,，]+\s*[人名]\s*/;
const BRACKETS = /^（(.*)）$|^\((.*)\)$/s;

/**
 * Who came to one meeting: 38人（町、地域包括支援センター、SC等）. The words are the source's where there
 * are some, else those of the list of attendances, else the audience; the count is the one that
 * screens show.
 */
export const participantsOf = (
  meeting: MeetingRow,
  rows: TableRows,
  options: TableOptions,
): string => {
  const { shown } = headCountOf(meeting, rows.attendances);
  const source = meeting.attendanceText.replace(/\s+/g, ' ').trim();
  const isCounted = COUNTED.test(source);
  const rest = isCounted ? source.replace(COUNTED, '') : source;
  const listed = listedWords(meeting, rows, options);
  const own = options.names && listed !== '' ? listed : rest || listed || meeting.audience.trim();
  const bare =
    BRACKETS.exec(own)
      ?.slice(1)
      .find((part) => part !== undefined) ?? own;
  if (shown === null) return isCounted && own === rest ? source : bare;
  return bare === '' ? `${shown}人` : `${shown}人（${bare}）`;
};

/** Those on the list: groups as they are called, people by name or by where they belong. */
const listedWords = (meeting: MeetingRow, rows: TableRows, options: TableOptions): string => {
  const listed = rows.attendances
    .filter((row) => row.meeting === meeting.id && isLive(row))
    .toSorted(compareOrder);
  const names = listed.map((row) => attendeeWords(row, meeting, rows, options)).filter(Boolean);
  return [...new Set(names)].join('、');
};

const attendeeWords = (
  row: AttendanceRow,
  meeting: MeetingRow,
  rows: TableRows,
  options: TableOptions,
): string => {
  const name = row.name.trim();
  // A name that does not go out leaves where somebody belongs.
  if (row.person === '' || (options.names && name !== '')) return supporterWords(name, rows);
  const person = rows.people.find(({ id }) => id === row.person);
  const held = postOn(
    rows.posts.filter((post) => post.person === row.person),
    dateOf(meeting),
  );
  const body = row.organization || held?.organization;
  const place =
    rows.organizations.find(({ id }) => id !== '' && id === body)?.name ||
    held?.organizationName.trim();
  if (place) return supporterWords(place, rows);
  // Whoever is something of their own (AD) is that, whatever was noted beside them.
  const [role] = [person?.role, row.role].flatMap(
    (said) => ROLES.find((id) => id !== 'unknown' && id === said) ?? [],
  );
  return role === undefined || role === 'other' ? '' : ROLE_NAMES[role];
};
