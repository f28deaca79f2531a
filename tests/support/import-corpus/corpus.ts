import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import { formatTimeRange } from '#shared/dates/format.ts';
import { day, fiscalYear } from '#shared/dates/types.ts';
import type { ImportContext, ImportRow } from '#shared/domain/import/proposal.ts';
import { tsvCell } from '#shared/text/tsv-cell.ts';
import type {
  Chosen,
  Opened,
  ReadMeetings,
  TableAnswer,
  TableRequest,
} from '#workers/table-reading/messages.ts';
import { createTableReading } from '#workers/table-reading/table-reading.ts';
import { type Book, bookBytes } from './books.ts';
import { documentBytes } from './documents.ts';

/*
 * Small tables as offices have them, and what each of them says. They lie in tests/fixtures/import-corpus:
 * a JSON file for each kind, workbooks of other programs beside them (books/, made by write-books.py).
 */

const FOLDER = join(import.meta.dirname, '../../fixtures/import-corpus');

type Encoded = 'utf-8' | 'sjis' | 'iso-2022-jp' | 'euc-jp' | 'utf-16le' | 'utf-16be';

export type CorpusInput =
  /** Cells that were copied; ⏎ is a line break within one. */
  | { readonly cells: readonly (readonly string[])[] }
  | { readonly html: string; readonly text?: string }
  | {
      readonly file: string;
      readonly content: string;
      readonly encoding?: Encoded;
      readonly hasMark?: boolean;
    }
  | { readonly book: Book }
  /** The body of a Word document, as Word writes it. */
  | { readonly document: string }
  | { readonly stored: string };

/** What a row must say; what is not named may be anything. */
export type RowExpected = Readonly<
  Partial<{
    kind: string;
    ordinal: string;
    round: number;
    part: string;
    title: string;
    date: string;
    endDate: string;
    time: string;
    half: string;
    state: string | null;
    reason: string;
    place: string;
    modes: string;
    modeNote: string;
    supporters: readonly string[];
    heads: number | null;
    attendance: string;
    programme: readonly string[];
    aim: string;
    summary: string;
    /** A part of the remarks. */
    remarks: string;
    verdict: string;
    /** Whether it is left out unless staff want it. */
    aside: boolean;
    /** Parts of what the row says of itself. */
    says: readonly string[];
  }>
>;

export type CorpusCase = {
  readonly id: string;
  /** The program whose way of writing this is. */
  readonly writer: string;
  readonly input: CorpusInput;
  readonly year?: number;
  readonly sheet?: string;
  readonly chosen?: Chosen;
  readonly expected: {
    readonly problem?: string;
    readonly form?: string;
    readonly sheets?: readonly string[];
    /** The name of the sheet that is proposed. */
    readonly proposed?: string;
    readonly notes?: readonly string[];
    readonly rows?: readonly RowExpected[];
  };
};

/** All cases of the corpus, by the file that holds them. */
export const corpus = (): readonly (readonly [string, readonly CorpusCase[]])[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as CorpusCase[]]);

const encoded = (text: string, encoding: Encoded, hasMark: boolean): Uint8Array => {
  const whole = hasMark ? `\ufeff${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(whole);
    case 'utf-16le':
      return new Uint8Array(Buffer.from(whole, 'utf16le'));
    case 'utf-16be':
      return new Uint8Array(Buffer.from(whole, 'utf16le').swap16());
    default: {
      const to = ({ sjis: 'SJIS', 'iso-2022-jp': 'JIS', 'euc-jp': 'EUCJP' } as const)[encoding];
      const codes = Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' });
      return new Uint8Array(codes as number[]);
    }
  }
};

const requestOf = (input: CorpusInput): TableRequest => {
  if ('cells' in input) {
    const lines = input.cells.map((row) =>
      row.map((text) => tsvCell(text.replaceAll('⏎', '\n'))).join('\t'),
    );
    return { kind: 'copied', copied: { html: '', text: lines.join('\r\n') } };
  }
  if ('html' in input) {
    return { kind: 'copied', copied: { html: input.html, text: input.text ?? '' } };
  }
  if ('file' in input) {
    const { file, content, encoding = 'utf-8', hasMark = false } = input;
    return { kind: 'file', name: file, bytes: encoded(content, encoding, hasMark) };
  }
  if ('stored' in input) {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, 'books', input.stored)));
    return { kind: 'file', name: input.stored, bytes };
  }
  if ('document' in input) {
    return { kind: 'file', name: '表.docx', bytes: documentBytes(input.document) };
  }
  return { kind: 'file', name: '表.xlsx', bytes: bookBytes(input.book) };
};

const contextFor = (year: number): ImportContext => ({
  fiscalYear: fiscalYear(year),
  meetings: [],
  rounds: [],
  organizations: [],
  prefectureName: '熊本県',
  municipalityName: '益城町',
  today: day('2023-04-10'),
});

export type CorpusRead = {
  readonly problem: string;
  readonly opened: Opened | null;
  readonly meetings: ReadMeetings | null;
};

/** Reads a case the way the app does: opened, then read as meetings. */
export const readCase = async (one: CorpusCase): Promise<CorpusRead> => {
  const answers: TableAnswer[] = [];
  const ask = createTableReading((answer) => answers.push(answer));
  await ask(requestOf(one.input));
  const first = answers.shift();
  if (first?.kind !== 'opened') throw new Error('nothing was opened');
  if (!first.opened.ok) {
    const { happened, todo } = first.opened.error;
    return { problem: `${happened}${todo}`, opened: null, meetings: null };
  }
  const opened = first.opened.value;
  const sheet =
    one.sheet === undefined
      ? opened.index
      : opened.sheets.findIndex(({ name }) => name === one.sheet);
  const context = contextFor(one.year ?? 2022);
  await ask({
    kind: 'meetings',
    wanted: { sheet, chosen: one.chosen ?? null, mappings: [], context },
  });
  const rows = answers.flatMap((answer) => (answer.kind === 'rows' ? answer.rows : []));
  const last = answers.at(-1);
  if (last?.kind !== 'meetings') throw new Error('nothing was read');
  if (!last.read.ok) return { problem: last.read.error.happened, opened, meetings: null };
  return { problem: '', opened, meetings: { ...last.read.value, rows } };
};

/** What a row says, in the words of the corpus. */
export const saidBy = ({ meeting, doubts, problems, verdict, isAside }: ImportRow) => ({
  kind: meeting.kind,
  ordinal: meeting.ordinal,
  round: meeting.round,
  part: meeting.partLabel,
  title: meeting.title,
  date: meeting.date,
  endDate: meeting.endDate,
  time: formatTimeRange(meeting.startTime, meeting.endTime),
  half: meeting.timeNote,
  state: meeting.state,
  reason: meeting.stateReason,
  place: meeting.place,
  modes: meeting.modes.join(' '),
  modeNote: meeting.modeNote,
  supporters: meeting.supporters.map(({ name }) => name),
  heads: meeting.headCount,
  attendance: meeting.attendanceText,
  programme: meeting.programme,
  aim: meeting.aim,
  summary: meeting.summary || meeting.roundSummary,
  remarks: meeting.remarks,
  verdict,
  aside: isAside,
  says: [...problems, ...doubts].map(({ reason }) => reason),
});
