import type { IsInternalPicture } from '../attachment/attachment.ts';
import { modeNamesOf } from '../ladder/ladder-meeting.ts';
import { orderLadder, placeOf } from '../ladder/ladder-order.ts';
import { actionNote } from '../meeting/action.ts';
import { headCountOf } from '../meeting/attendance.ts';
import { groupAttendances } from '../meeting/attendance-groups.ts';
import { placeWords } from '../meeting/day-places.ts';
import { reasonWords } from '../meeting/finding-reason.ts';
import {
  FINDING_KIND_NAMES,
  type FindingRow,
  MEETING_STATE_NAMES,
  type MeetingRow,
  PROGRAMME_PART_NAMES,
  type ProgrammeItemRow,
} from '../meeting/meeting.ts';
import { timesText } from '../meeting/times.ts';
import { dateOf, endDateOf } from '../meeting/typed-values.ts';
import type { Audience } from '../record/audience.ts';
import type { PrivatePeople } from '../record/outgoing.ts';
import { compareOrder, isLive } from '../record/row-values.ts';
import { NOTHING_BORN, type TableRows, yearOf } from './entries.ts';
import { noteForPaper, type PaperNote } from './note-for-paper.ts';
import { columnsFor, type TableOptions } from './options.ts';
import { rosterTitle } from './roster.ts';
import { sourcesOf } from './sources.ts';
import {
  type BareTable,
  cell,
  type LinePictures,
  type TableColumn,
  type TableRow,
} from './table.ts';
import { CHANGED_MARK, captionWords, dateWords, supporterWords } from './words.ts';

const COLUMNS: readonly TableColumn[] = [
  { id: 'field', label: '項目', width: 16, isHeading: true },
  { id: 'content', label: '内容', width: 84 },
];

export type RecordReaders = {
  readonly audience: Audience;
  readonly isPrivate: PrivatePeople;
  /** Pictures that stay behind. */
  readonly isHidden: IsInternalPicture;
  /** Findings that stay behind. */
  readonly heldBack: readonly FindingRow[];
};

/** The note of a record as it is printed for somebody. */
export const paperNoteOf = (
  meeting: MeetingRow,
  rows: TableRows,
  { heldBack, ...readers }: RecordReaders,
): PaperNote =>
  noteForPaper(
    rows.born?.notes.find(({ id }) => id === meeting.id),
    {
      ...readers,
      document: meeting.document,
      meetings: new Set<string>(rows.meetings.map(({ id }) => id)),
      isCounted: (line) => heldBack.some(({ text }) => line.includes(`：${text}`)),
    },
  );

/** The meetings of which a record can be printed, in the order of the ladder. */
export const recordMeetings = ({ meetings, rounds }: TableRows): readonly MeetingRow[] => {
  const live = new Map(rounds.filter(isLive).map((round) => [round.id, round]));
  const placed = meetings
    .filter(isLive)
    .map((meeting) => ({ ...placeOf(meeting, live.get(meeting.round) ?? null), meeting }));
  return orderLadder(placed).map(({ meeting }) => meeting);
};

/** The one that somebody chose, else the last that took place, on a day that is known if any, else the first. */
export const recordMeeting = (rows: TableRows, options: TableOptions): MeetingRow | undefined => {
  const all = recordMeetings(rows);
  return (
    all.find(({ id }) => id === options.meeting) ??
    all.findLast((meeting) => meeting.state === 'held' && dateOf(meeting) !== '') ??
    all.findLast(({ state }) => state === 'held') ??
    all[0]
  );
};

/** 会合の記録: all that is known of one meeting, to be passed round. */
export const recordTable = (
  rows: TableRows,
  options: TableOptions,
  meeting: MeetingRow | undefined,
  readers: RecordReaders,
): BareTable<'record'> => {
  const columns = columnsFor(options, COLUMNS);
  const base = {
    id: 'record' as const,
    columns,
    header: [columns.map(({ label }) => cell(label))],
    notes: [],
    remarks: [],
  };
  if (meeting === undefined) {
    return { ...base, caption: captionWords(rows, '会合の記録', ''), body: [], sources: [] };
  }
  const year = yearOf(rows);
  const day = dateWords(dateOf(meeting), options.dates, year, endDateOf(meeting));
  const isChanged = options.marks && (rows.changed?.has(meeting.id) ?? false);
  const entry = {
    ...{ meetings: [meeting] as const, round: null, isPartly: false },
    ...{ date: dateOf(meeting), endDate: endDateOf(meeting), state: meeting.state },
  };
  return {
    ...base,
    caption: captionWords(rows, `${rosterTitle(meeting, rows)}　記録`, ''),
    body: linesOf(meeting, rows, { day, isChanged, readers }).flatMap(
      ([name, lines, pictures]): readonly TableRow[] =>
        lines.length === 0
          ? []
          : [[cell(name), { ...cell(...lines), ...(pictures && { pictures }) }]],
    ),
    sources: options.sources ? sourcesOf([entry]) : [],
  };
};

/** What the lines say beside the rows. */
type Beside = {
  readonly day: string;
  readonly isChanged: boolean;
  readonly readers: RecordReaders;
};

type Line = readonly [name: string, lines: readonly string[], pictures?: LinePictures];

const linesOf = (
  meeting: MeetingRow,
  rows: TableRows,
  { day, isChanged, readers }: Beside,
): readonly Line[] => {
  const born = rows.born ?? NOTHING_BORN;
  const of = <
    R extends {
      readonly meeting: string;
      readonly deletedAt: string;
      readonly order: string;
      readonly id: string;
    },
  >(
    all: readonly R[],
  ): readonly R[] =>
    all.filter((row) => isLive(row) && row.meeting === meeting.id).toSorted(compareOrder);
  const { lines: note, pictures } = paperNoteOf(meeting, rows, readers);
  /** What the note says where it was written is not said twice. */
  const isInNote = (text: string): boolean => note.some((line) => line.includes(`：${text}`));
  return [
    ['日時', texts([day, timesText(meeting)].filter(Boolean).join('　'))],
    ['状態', stateLines(meeting, isChanged)],
    ['場所', texts(placeWords(meeting, born.meetingDays))],
    ['形式', texts(modeNamesOf(meeting).join('・'))],
    ['対象', texts(meeting.audience)],
    ['ねらい', texts(meeting.aim)],
    [
      '支援者',
      texts(
        meeting.supporters
          .toSorted(compareOrder)
          .map(({ name }) => supporterWords(name, rows))
          .filter(Boolean)
          .join('、'),
      ),
    ],
    ['出席', attendanceLines(meeting, rows)],
    ['次第', of(rows.programmeItems).map(itemWords)],
    Object.keys(pictures).length === 0 ? ['記録', note] : ['記録', note, pictures],
    ['まとめ', texts(meeting.summary)],
    ['効果・方向性', texts(meeting.effect)],
    [
      '課題・気づき',
      of(born.findings)
        .filter((row) => !isInNote(row.text) || reasonWords(row) !== '')
        .map(findingWords),
    ],
    [
      '対応事項',
      of(born.actions).map((action) => {
        const beside = actionNote(action);
        return `${action.text}${beside === '' ? '' : `（${beside}）`}`;
      }),
    ],
    ['備考', texts(meeting.remarks)],
    ['添付ファイル', of(born.attachments).map(({ name }) => name)],
  ];
};

/** 決定：3事業所で試行する（理由：担い手が足りない）; why it was decided stands in no note. */
const findingWords = (row: FindingRow): string => {
  const reason = reasonWords(row);
  return `${FINDING_KIND_NAMES[row.kind]}：${row.text}${reason === '' ? '' : `（${reason}）`}`;
};

/** The lines of a text that has something to say. */
const texts = (text: string): readonly string[] =>
  text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/);

/** What was held needs no word. */
const stateLines = ({ state, stateReason }: MeetingRow, isChanged: boolean): readonly string[] => {
  const changed = isChanged ? [CHANGED_MARK] : [];
  if (state === 'held') return changed;
  const reason = stateReason.trim();
  return [`${MEETING_STATE_NAMES[state]}${reason === '' ? '' : `（${reason}）`}`, ...changed];
};

/** 計46名, then body by body: 福祉課（見本 花子 係長）, 民生委員（49名）. */
const attendanceLines = (meeting: MeetingRow, rows: TableRows): readonly string[] => {
  const listed = rows.attendances
    .filter((row) => isLive(row) && row.meeting === meeting.id)
    .toSorted(compareOrder);
  const { shown } = headCountOf(meeting, rows.attendances);
  const groups = groupAttendances(listed, rows, dateOf(meeting)).map(({ name, attendees }) => {
    const people = attendees
      .map(({ row, post }) =>
        row.person === ''
          ? row.count === null
            ? ''
            : `${row.count}名`
          : [row.name.trim() || '1名', post?.post ?? ''].filter(Boolean).join(' '),
      )
      .filter(Boolean)
      .join('、');
    const body = supporterWords(name, rows);
    if (body === '') return people;
    return people === '' ? body : `${body}（${people}）`;
  });
  return [
    ...(shown === null ? [] : [`計 ${shown}名`]),
    ...(groups.length === 0 ? texts(meeting.attendanceText) : groups),
  ];
};

const itemWords = ({ time, title, part, speaker }: ProgrammeItemRow): string => {
  const who = [part === 'none' ? '' : PROGRAMME_PART_NAMES[part], speaker.trim()]
    .filter(Boolean)
    .join(' ');
  return `${[time, title].filter(Boolean).join(' ')}${who === '' ? '' : `（${who}）`}`;
};
