import type { NoteText } from '#data/database.ts';
import type { Query, Reader } from '#data/records/query.ts';
import { comparePartialDates } from '#shared/dates/calendar.ts';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { isFiscalYear, isPartialDate } from '#shared/dates/types.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type CaseRow, cases } from '#shared/domain/case/case.ts';
import {
  type AttendanceRow,
  attendances,
  type MeetingRow,
  meetings,
  rounds,
} from '#shared/domain/meeting/meeting.ts';
import { type MeetingTitle, titleOf } from '#shared/domain/meeting/meeting-title.ts';
import { postsByPerson, postWords } from '#shared/domain/office/bodies.ts';
import { organizations, people, posts, roleNote } from '#shared/domain/office/office.ts';
import { postOn } from '#shared/domain/office/post-on.ts';
import { searchText } from '#shared/domain/record/collection.ts';
import type { Entry } from './search.ts';

const SCREENS: readonly Entry[] = (
  [
    ['home', 'ホーム'],
    ['cases', '案件の一覧'],
    ['promises', '予定（対応事項・全案件）'],
    ['people', '人・機関'],
    ['themes', 'テーマ'],
    ['knowHow', 'ノウハウ'],
    ['newCase', '案件をつくる'],
    ['settings', '設定'],
  ] as const
).map(([kind, title]) => ({
  id: `screen:${kind}`,
  group: '画面',
  title,
  note: '',
  text: '',
  target: { kind },
}));

export const caseName = (row: CaseRow): string => {
  const year = row.fiscalYear ?? 0;
  const name = row.municipalityName || '名前のない市町村';
  return isFiscalYear(year) ? `${name}（${formatFiscalYear(year)}）` : name;
};

const dateText = (date: string): string =>
  isPartialDate(date) ? formatPartialDate(date) : '日付未定';

type Gathered = {
  readonly byDocument: ReadonlyMap<string, CaseRow>;
  readonly meetings: readonly MeetingRow[];
  readonly titles: ReadonlyMap<string, MeetingTitle>;
};

const gather = async (reader: Reader): Promise<Gathered> => {
  const [caseRows, meetingRows, roundRows] = await Promise.all([
    reader.all(cases),
    reader.all(meetings),
    reader.all(rounds),
  ]);
  const byDocument = new Map(caseRows.map((row) => [row.document, row]));
  const roundOf = new Map(roundRows.map((row) => [`${row.document} ${row.id}`, row]));
  // Meetings of a case in the bin are in the bin with it.
  const shown = meetingRows.filter((row) => byDocument.has(row.document)).sort(newestFirst);
  const titles = new Map(
    shown.map((row) => [
      key(row),
      titleOf(row, roundOf.get(`${row.document} ${row.round}`) ?? null),
    ]),
  );
  return { byDocument, meetings: shown, titles };
};

const titleIn = ({ titles }: Gathered, row: MeetingRow): string =>
  titles.get(key(row))?.title ?? '';

const key = (row: { readonly document: string; readonly id: string }): string =>
  `${row.document} ${row.id}`;

const newestFirst = (a: MeetingRow, b: MeetingRow): number =>
  comparePartialDates(isPartialDate(b.date) ? b.date : '', isPartialDate(a.date) ? a.date : '');

/** Screens, cases, meetings, people and organisations: all but the texts of notes. */
export const namesQuery: Query<readonly Entry[]> = async (reader) => {
  const found = await gather(reader);
  const [personRows, organizationRows, postRows, attendanceRows] = await Promise.all([
    reader.all(people),
    reader.all(organizations),
    reader.all(posts),
    reader.all(attendances),
  ]);
  const caseEntries = [...found.byDocument.values()]
    .sort((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))
    .map(
      (row): Entry => ({
        id: `case:${row.id}`,
        group: '案件',
        title: caseName(row),
        note: row.themes.map(({ name }) => name).join('、'),
        text: searchText(cases, row),
        target: { kind: 'case', caseId: row.id },
      }),
    );
  const meetingEntries = found.meetings.flatMap((row): readonly Entry[] => {
    const home = found.byDocument.get(row.document);
    if (!home) return [];
    return [
      {
        id: `meeting:${key(row)}`,
        group: '会合',
        title: `${titleIn(found, row)} ${found.titles.get(key(row))?.subtitle ?? ''}`.trim(),
        note: `${home.municipalityName} ・ ${dateText(row.date)}`,
        text: searchText(meetings, row),
        target: { kind: 'meeting', caseId: home.id, meetingId: row.id },
      },
    ];
  });
  const lastSeen = lastMeetings(found, attendanceRows);
  const held = postsByPerson(postRows);
  const bodies = new Map(organizationRows.map((row) => [row.id as string, row]));
  const known = [
    ...personRows.map((row) => ({
      kind: 'person' as const,
      id: row.id,
      title: row.name,
      words: postWords(postOn(held.get(row.id) ?? [], ''), bodies),
    })),
    ...organizationRows.map((row) => ({
      kind: 'organization' as const,
      id: row.id,
      title: row.name,
      words: roleNote(row.role),
    })),
  ];
  const peopleEntries = known.map(({ kind, id, title, words }): Entry => {
    const meeting = lastSeen.get(id);
    const home = meeting && found.byDocument.get(meeting.document);
    const last = home ? `最後は${home.municipalityName} ${titleIn(found, meeting)}` : '';
    return {
      id: `who:${id}`,
      group: '人・機関',
      title,
      note: [words, last].filter(Boolean).join(' ・ '),
      text: '',
      target: { kind, id },
    };
  });
  return [...SCREENS, ...caseEntries, ...meetingEntries, ...peopleEntries];
};

/** The latest meeting at which each person or organisation was, or which it supported. */
const lastMeetings = (
  { meetings: rows }: Gathered,
  attended: readonly AttendanceRow[],
): ReadonlyMap<string, MeetingRow> => {
  const byKey = new Map(rows.map((row) => [key(row), row]));
  const last = new Map<string, MeetingRow>();
  const see = (id: string, row: MeetingRow | undefined): void => {
    if (id === '' || !row) return;
    const before = last.get(id);
    if (!before || newestFirst(row, before) < 0) last.set(id, row);
  };
  for (const row of attended) {
    const meeting = byKey.get(`${row.document} ${row.meeting}`);
    see(row.person, meeting);
    see(row.organization, meeting);
  }
  for (const row of rows) for (const member of row.supporters) see(member.id, row);
  return last;
};

/** The texts of notes: many characters, so they come after the names. */
export const notesQuery: Query<readonly Entry[]> = async (reader) => {
  const found = await gather(reader);
  const notes: readonly NoteText[] = await reader.notes([
    ...(found.byDocument.keys() as Iterable<DocumentId>),
  ]);
  const texts = new Map(notes.map((note) => [key(note), note.text]));
  return found.meetings.flatMap((row): readonly Entry[] => {
    const text = texts.get(key(row));
    const home = found.byDocument.get(row.document);
    if (!text || !home) return [];
    return [
      {
        id: `note:${key(row)}`,
        group: '記録の本文',
        title: titleIn(found, row),
        note: home.municipalityName,
        text,
        target: { kind: 'meeting', caseId: home.id, meetingId: row.id },
      },
    ];
  });
};
