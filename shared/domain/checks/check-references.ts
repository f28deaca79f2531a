import { quote } from '../../text/typed.ts';
import { groupBy, isBlank, isLive } from '../record/row-values.ts';
import type { Check, CheckCode, CheckRows } from './check.ts';

/** One record's reference to another. */
type Reference = {
  /** The record that refers. */
  readonly record: string;
  readonly target: string;
  /** The name that is kept beside the reference. */
  readonly name: string;
};

/** References to people, organisations and meetings that are not there; one check for each target. */
export const checkReferences = (rows: CheckRows): readonly Check[] => {
  const meetings = rows.meetings.filter(isLive);
  const meetingIds = new Set(meetings.map(({ id }) => id));
  // Of a meeting in the bin, the list of attendances and the programme lie there with it.
  const binned = new Set(rows.meetings.filter((row) => !isLive(row)).map(({ id }) => id));
  const attendances = rows.attendances.filter((row) => isLive(row) && !binned.has(row.meeting));
  const items = rows.programmeItems.filter((row) => isLive(row) && !binned.has(row.meeting));
  const toMeetings = [
    ...[...attendances, ...items].map(({ id, meeting }) => ({ id, meeting })),
    // What a meeting gave rise to may belong to the case as a whole.
    ...[...rows.findings, ...rows.actions].filter((row) => isLive(row) && row.meeting !== ''),
  ].map(({ id, meeting }): Reference => ({ record: id, target: meeting, name: '' }));
  const toPeople = attendances.map(
    ({ id, person, name }): Reference => ({ record: id, target: person, name }),
  );
  const toOrganizations: readonly Reference[] = [
    ...attendances.map(({ id, organization }) => ({ record: id, target: organization, name: '' })),
    ...rows.caseSupporters
      .filter(isLive)
      .map(({ id, organizationId, name }) => ({ record: id, target: organizationId, name })),
    ...meetings.flatMap((meeting) =>
      meeting.supporters.map(({ id, name }) => ({ record: meeting.id, target: id, name })),
    ),
  ];
  const liveIds = (list: CheckRows['people']): ReadonlySet<string> =>
    new Set(list.filter(isLive).map(({ id }) => id));
  return [
    ...dangling(
      'missing-meeting',
      toMeetings,
      meetingIds,
      (_, count) =>
        `会合がなくなった記録が${count}件あります。会合をごみ箱から戻すか、記録を移してください。`,
    ),
    ...dangling(
      'missing-person',
      known(toPeople),
      liveIds(rows.people),
      (name, count) =>
        `${name === '' ? '人' : quote(name)}が「人・機関」にありません（${count}か所）。`,
    ),
    ...dangling(
      'missing-organization',
      known(toOrganizations),
      liveIds(rows.organizations),
      (name, count) =>
        `${name === '' ? '機関' : quote(name)}が「人・機関」にありません（${count}か所）。`,
    ),
  ];
};

/** A reference that was never made dangles nowhere. */
const known = (references: readonly Reference[]): readonly Reference[] =>
  references.filter(({ target }) => target !== '');

const dangling = (
  code: CheckCode,
  references: readonly Reference[],
  there: ReadonlySet<string>,
  messageOf: (name: string, count: number) => string,
): readonly Check[] => {
  const lost = references.filter(({ target }) => !there.has(target));
  return [...groupBy(lost, ({ target }) => target)].map(([, group]) => {
    const records = [...new Set(group.map(({ record }) => record))];
    const names = group.map(({ name }) => name.trim()).filter((name) => !isBlank(name));
    return { code, message: messageOf(names.toSorted()[0] ?? '', records.length), records };
  });
};
