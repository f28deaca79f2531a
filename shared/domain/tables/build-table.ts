import { assertNever } from '../../result.ts';
import { attachments, internalPictures } from '../attachment/attachment.ts';
import {
  actions,
  attendances,
  findings,
  meetingDays,
  meetings,
  programmeItems,
  rounds,
  variants,
} from '../meeting/meeting.ts';
import { organizations, people, posts } from '../office/office.ts';
import { privatePeople } from '../office/private-people.ts';
import type { Audience } from '../record/audience.ts';
import { forAudience, type LeftOut } from '../record/outgoing.ts';
import { comparedRounds, comparisonTable } from './comparison.ts';
import { detailTable } from './detail.ts';
import { type BornRows, entriesOf, NOTHING_BORN, type TableRows } from './entries.ts';
import { flowTable } from './flow-table.ts';
import type { TableId } from './material.ts';
import type { TableOptions } from './options.ts';
import { paperNoteOf, recordMeeting, recordTable } from './record-table.ts';
import { rosterMeeting, rosterTable } from './roster.ts';
import type { BareTable, Table } from './table.ts';

const READ = {
  ...{ rounds, meetings, attendances, programmeItems, variants },
  ...{ organizations, people, posts },
} as const;
const BORN = { meetingDays, findings, actions, attachments } as const;

/**
 * One of the tables of 資料, out of a case's rows, as an audience may see it; the same rows and options give
 * the same table.
 */
export const buildTable = (
  id: TableId,
  rows: TableRows,
  options: TableOptions,
  audience: Audience,
): Table<TableId> => {
  if (id === 'record') return buildRecord(rows, options, audience);
  const chosen = rosterMeeting(rows, options);
  const { rows: shown, leftOut } = forAudience(READ, rows, audience, privatePeople(rows));
  const table = tableFor(id, { ...rows, ...shown }, options, chosen?.id);
  const isPrinted = printedIn(id, rows, options, chosen?.id);
  return { ...table, outgoing: { audience, leftOut: leftOut.filter(isPrinted) } };
};

const buildRecord = (
  rows: TableRows,
  options: TableOptions,
  audience: Audience,
): Table<'record'> => {
  const isPrivate = privatePeople(rows);
  const born = rows.born ?? NOTHING_BORN;
  const all = { ...rows, ...born };
  const { rows: shown, leftOut } = forAudience({ ...READ, ...BORN }, all, audience, isPrivate);
  const chosen = recordMeeting(rows, options);
  const meeting = shown.meetings.find(({ id }) => id === chosen?.id);
  const kept = new Set<string>(shown.findings.map(({ id }) => id));
  const readers = {
    ...{ audience, isPrivate },
    isHidden: audience === 'office' ? () => false : internalPictures(born.attachments),
    heldBack: born.findings.filter((row) => row.meeting === chosen?.id && !kept.has(row.id)),
  };
  const seen = { ...rows, ...shown, born: { ...shown, notes: born.notes } };
  const table = recordTable(seen, options, meeting, readers);
  const inNote = meeting === undefined ? [] : paperNoteOf(meeting, seen, readers).leftOut;
  const isPrinted = printedInRecord(all, chosen?.id);
  return {
    ...table,
    outgoing: {
      audience,
      leftOut: [
        ...leftOut.filter(isPrinted),
        ...inNote.map((what) => ({
          ...{ collection: 'meetings' as const, field: 'note', what },
          id: chosen?.id ?? '',
        })),
      ],
    },
  };
};

/** What the record of one meeting would have told, were it for the office. */
const printedInRecord = (
  rows: TableRows & BornRows,
  chosen: string | undefined,
): ((left: LeftOut) => boolean) => {
  const { attendances: came, programmeItems: items, findings: found, attachments: files } = rows;
  const own = new Set<string>(
    [...came, ...items, ...found, ...files].flatMap(({ id, meeting }) =>
      meeting === chosen ? [id] : [],
    ),
  );
  return ({ collection, id, field }) => {
    switch (collection) {
      case 'meetings':
        return id === chosen;
      case 'attendances':
      case 'programmeItems':
        return field !== null && own.has(id);
      case 'findings':
        return (field === null || field === 'reason') && own.has(id);
      case 'attachments':
        return field === null && own.has(id);
      default:
        return false;
    }
  };
};

const tableFor = (
  id: Exclude<TableId, 'record'>,
  rows: TableRows,
  options: TableOptions,
  chosen: string | undefined,
): BareTable<TableId> => {
  switch (id) {
    case 'comparison':
      return comparisonTable(rows, options);
    case 'detail':
      return detailTable(rows, options);
    case 'flow':
      return flowTable(rows, options);
    case 'roster':
      // Of the chosen meeting or of none: another one's is not what was asked for.
      return rosterTable(
        { ...rows, meetings: rows.meetings.filter((meeting) => meeting.id === chosen) },
        options,
      );
    default:
      return assertNever(id);
  }
};

/** Whether the table would have shown something, were it for the office. */
const printedIn = (
  id: TableId,
  rows: TableRows,
  options: TableOptions,
  chosen: string | undefined,
): ((left: LeftOut) => boolean) => {
  const compared = new Set<string>(
    comparedRounds(rows.rounds)
      .map((round) => round.id)
      .filter((round) => !options.hiddenRounds.includes(round)),
  );
  const printed = new Set<string>(
    id === 'roster'
      ? [chosen ?? '']
      : entriesOf(rows, id === 'comparison' ? { ...options, hiddenKinds: [] } : options)
          .filter(({ round }) => id !== 'comparison' || compared.has(round?.id ?? ''))
          .flatMap((entry) => entry.meetings.map((meeting) => meeting.id)),
  );
  const hasNames = id === 'roster' || (id === 'comparison' && options.names);
  const meetingOf = new Map<string, string>(rows.attendances.map((row) => [row.id, row.meeting]));
  return (left) => {
    switch (left.collection) {
      case 'meetings':
        return (
          printed.has(left.id) &&
          (left.field === null || options.shownFields.some((shown) => shown === left.field))
        );
      case 'attendances':
        return hasNames && left.field !== null && printed.has(meetingOf.get(left.id) ?? '');
      default:
        return false;
    }
  };
};
