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

/** A record that others refer to, and what is to be said while it is not there. */
export type Target = { readonly target: string; readonly check: Check };

/** References to people, organisations and meetings that are not there; one check for each target. */
export const checkReferences = (rows: CheckRows): readonly Check[] => {
  const { people, organizations } = referencesToOffice(rows);
  return [
    ...checkMeetingsOf(rows),
    ...missingAmong(people, liveIds(rows.people)),
    ...missingAmong(organizations, liveIds(rows.organizations)),
  ];
};

const liveIds = (list: CheckRows['people']): ReadonlySet<string> =>
  new Set<string>(list.filter(isLive).map(({ id }) => id));

const missingAmong = (targets: readonly Target[], there: ReadonlySet<string>): readonly Check[] =>
  targets.filter(({ target }) => !there.has(target)).map(({ check }) => check);

/** Rows of one case alone. */
export type OwnRows = Omit<CheckRows, 'case' | 'cases' | 'people' | 'organizations'>;

/** Of a meeting in the bin, the list of attendances and the programme lie there with it. */
const withoutBinned = (rows: OwnRows) => {
  const binned = new Set<string>(rows.meetings.filter((row) => !isLive(row)).map(({ id }) => id));
  const isThere = (row: { readonly deletedAt: string; readonly meeting: string }): boolean =>
    isLive(row) && !binned.has(row.meeting);
  return {
    meetings: rows.meetings.filter(isLive),
    attendances: rows.attendances.filter(isThere),
    items: rows.programmeItems.filter(isThere),
  };
};

/** References to meetings of the case that are not there. */
export const checkMeetingsOf = (rows: OwnRows): readonly Check[] => {
  const { meetings, attendances, items } = withoutBinned(rows);
  const references = [
    ...[...attendances, ...items].map(({ id, meeting }) => ({ id, meeting })),
    // What a meeting gave rise to may belong to the case as a whole.
    ...[...rows.findings, ...rows.actions].filter((row) => isLive(row) && row.meeting !== ''),
  ].map(({ id, meeting }): Reference => ({ record: id, target: meeting, name: '' }));
  const targets = targetsOf(
    'missing-meeting',
    references,
    (_, count) =>
      `会合がなくなった記録が${count}件あります。会合をごみ箱から戻すか、記録を移してください。`,
  );
  return missingAmong(targets, new Set<string>(meetings.map(({ id }) => id)));
};

/** All that a case refers to in the office, there or not. */
export const referencesToOffice = (
  rows: OwnRows,
): { readonly people: readonly Target[]; readonly organizations: readonly Target[] } => {
  const { meetings, attendances } = withoutBinned(rows);
  const toPeople = [...attendances, ...rows.caseSupporters.filter(isLive)].map(
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
  return {
    people: targetsOf(
      'missing-person',
      known(toPeople),
      (name, count) =>
        `${name === '' ? '人' : quote(name)}が「人・機関」にありません（${count}か所）。`,
    ),
    organizations: targetsOf(
      'missing-organization',
      known(toOrganizations),
      (name, count) =>
        `${name === '' ? '機関' : quote(name)}が「人・機関」にありません（${count}か所）。`,
    ),
  };
};

/** A reference that was never made dangles nowhere. */
const known = (references: readonly Reference[]): readonly Reference[] =>
  references.filter(({ target }) => target !== '');

const targetsOf = (
  code: CheckCode,
  references: readonly Reference[],
  messageOf: (name: string, count: number) => string,
): readonly Target[] =>
  [...groupBy(references, ({ target }) => target)].map(([target, group]) => {
    const records = [...new Set(group.map(({ record }) => record))];
    const names = group.map(({ name }) => name.trim()).filter((name) => !isBlank(name));
    const message = messageOf(names.toSorted()[0] ?? '', records.length);
    return { target, check: { code, message, records } };
  });
