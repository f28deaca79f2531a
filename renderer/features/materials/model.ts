import { formatPartialDate } from '#shared/dates/format.ts';
import { MEETING_KIND_NAMES, MEETING_KINDS } from '#shared/domain/meeting/meeting.ts';
import { roundTitle } from '#shared/domain/meeting/meeting-title.ts';
import { dateOf } from '#shared/domain/meeting/typed-values.ts';
import { comparedRounds, comparisonName } from '#shared/domain/tables/comparison.ts';
import type { TableRows } from '#shared/domain/tables/entries.ts';
import type {
  Honorific,
  Orientation,
  Paper,
  TableDates,
  TableId,
} from '#shared/domain/tables/material.ts';
import { TABLE_IDS } from '#shared/domain/tables/material.ts';
import type { TableOptions } from '#shared/domain/tables/options.ts';
import { recordMeeting, recordMeetings } from '#shared/domain/tables/record-table.ts';
import { rosterMeeting, rosterMeetings, rosterTitle } from '#shared/domain/tables/roster.ts';
import { columnName, offeredFields } from '#shared/domain/tables/shown-fields.ts';

/** The tables to choose from; the first is called by the rounds that there are: 1〜3回目支援. */
export const tableChoices = ({ rounds }: TableRows) => {
  const names: Readonly<Record<TableId, string>> = {
    comparison: comparisonName(comparedRounds(rounds)),
    detail: '支援（詳細）',
    flow: '支援の流れ',
    roster: '名簿',
    record: '会合の記録',
  };
  return TABLE_IDS.map((id) => ({ id, label: names[id] }));
};

export const PAPER_OPTIONS: readonly { readonly id: Paper; readonly label: string }[] = [
  { id: 'a4', label: 'A4' },
  { id: 'a3', label: 'A3' },
];

export const ORIENTATION_OPTIONS: readonly {
  readonly id: Orientation;
  readonly label: string;
}[] = [
  { id: 'landscape', label: '横' },
  { id: 'portrait', label: '縦' },
];

export const DATE_OPTIONS: readonly {
  readonly id: TableDates;
  readonly label: string;
  readonly note: string;
}[] = [
  { id: 'monthDay', label: '月日だけ', note: '8月24日' },
  { id: 'japanese', label: '和暦', note: '令和4年8月24日' },
  { id: 'short', label: '和暦（短く）', note: 'R4.8.24' },
  { id: 'gregorian', label: '西暦', note: '2022年8月24日' },
];

export const KIND_OPTIONS = MEETING_KINDS.map((id) => ({ id, label: MEETING_KIND_NAMES[id] }));

/** The fields that a table may have beside its own. */
export const fieldOptions = (table: TableId) =>
  offeredFields(table).map((field) => ({ id: field.id, label: columnName(field) }));

/** The rounds to choose from, by number. */
export const roundOptions = ({ rounds }: TableRows) =>
  comparedRounds(rounds).map((round) => ({ id: round.id, label: roundTitle(round) }));

export const HONORIFIC_OPTIONS: readonly { readonly id: Honorific; readonly label: string }[] = [
  { id: 'sama', label: '様' },
  { id: 'shi', label: '氏' },
  { id: 'none', label: 'なし' },
];

/** The meetings that a table of one meeting can be of, in the order of the ladder, and the one that it is of. */
export const meetingOptions = (table: TableId, rows: TableRows, options: TableOptions) => {
  const [all, chosen] =
    table === 'record'
      ? [recordMeetings(rows), recordMeeting(rows, options)]
      : [rosterMeetings(rows, options), rosterMeeting(rows, options)];
  return {
    chosen: chosen?.id,
    options: all.map((meeting) => ({
      id: meeting.id as string,
      label: rosterTitle(meeting, rows),
      note: formatPartialDate(dateOf(meeting)),
    })),
  };
};

/** Tables that tell of one meeting. */
export const isOfOneMeeting = (table: TableId): boolean => table === 'roster' || table === 'record';
