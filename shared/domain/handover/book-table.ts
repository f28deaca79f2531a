import { formatDay, formatPartialDate } from '../../dates/format.ts';
import { type Day, isPartialDate } from '../../dates/types.ts';
import { isUnfinished } from '../meeting/action.ts';
import { privatePeople } from '../office/private-people.ts';
import type { Audience } from '../record/audience.ts';
import { forAudience, type LeftOut } from '../record/outgoing.ts';
import { isBlank } from '../record/row-values.ts';
import { cell, type Table, type TableColumn, textCell } from '../tables/table.ts';
import { draftsOf, signOf, storedParts } from './book.ts';
import { caseWords } from './draft-words.ts';
import { BOOK_CASES, BOOK_OFFICE, type BookKind, type BookRows } from './rows.ts';
import { SECTIONS } from './sections.ts';

export type BookOptions = {
  readonly audience: Audience;
  /** Ids of sections that are left out. */
  readonly hidden: readonly string[];
  readonly today: Day;
};

const COLUMNS: readonly TableColumn[] = [
  { id: 'section', label: '項目', width: 21, isHeading: true },
  { id: 'text', label: '内容', width: 79 },
];

/** To be written in by hand. */
const BLANK = '＿＿＿＿＿＿＿＿＿＿';

/**
 * A 引継書 on paper. For the office what somebody wrote stands there; for others the drafts of what they may
 * read, since nobody can tell how far words may go that were written freely.
 */
export const bookTable = (
  kind: BookKind,
  rows: BookRows,
  { audience, hidden, today }: BookOptions,
): Table<'handover'> => {
  const { sections, shown, leftOut } = bookFor(kind, rows, audience);
  const body = sections
    .filter(({ id }) => !hidden.includes(id))
    .map(({ name, text }) => [cell(name), textCell(text)]);
  return {
    id: 'handover',
    outgoing: { audience, leftOut: leftOut.filter((left) => isInBook(left, kind, rows)) },
    caption: `引継書　${titleOfBook(kind, rows)}　${formatDay(today, 'dotted')}現在`,
    columns: COLUMNS,
    header: [COLUMNS.map(({ label }) => cell(label))],
    body:
      body.length === 0 ? [] : [...body, [cell('引継ぎの確認'), cell(...signLines(kind, shown))]],
    notes: [],
    sources: [],
    remarks: [],
  };
};

/** A section that says something, as an audience may read it. */
export type BookSection = { readonly id: string; readonly name: string; readonly text: string };

/** The sections for an audience, the rows that they are drafted from, and what stays behind. */
export const bookFor = (kind: BookKind, rows: BookRows, audience: Audience) => {
  const { rows: shown, leftOut } = forAudience(
    { ...BOOK_CASES, ...BOOK_OFFICE },
    rows,
    audience,
    privatePeople(rows),
  );
  const drafts = draftsOf(kind, shown);
  const written = new Map<string, string>(
    audience === 'office' ? storedParts(kind, rows).map(({ id, text }) => [id, text]) : [],
  );
  const sections = SECTIONS[kind].flatMap(({ id, name }): readonly BookSection[] => {
    const text = written.get(id) ?? drafts.get(id) ?? '';
    return isBlank(text) ? [] : [{ id, name, text }];
  });
  return { sections, shown, leftOut };
};

/** 益城町（令和4年度・国の伴走支援）, or 課全体（12案件） */
export const titleOfBook = (kind: BookKind, rows: BookRows): string => {
  const [row] = rows.cases;
  if (kind === 'office') return `課全体（${rows.cases.length}案件）`;
  return row === undefined ? '' : caseWords(row);
};

const signLines = (kind: BookKind, rows: BookRows): readonly string[] => {
  const sign = signOf(kind, rows);
  const date = sign?.date ?? '';
  return [
    `引き継いだ日　${date !== '' && isPartialDate(date) ? formatPartialDate(date) : date || BLANK}`,
    `前任　${sign?.from || BLANK}`,
    `後任　${sign?.to || BLANK}`,
    `確認者　${sign?.witness || BLANK}`,
  ];
};

/** Fields of which a 引継書 says something, by collection; a record that stays behind as a whole stands for all. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  cases: ['minded', 'deciders', 'unsaid', 'failed'],
  people: ['name', 'phone'],
  caseSupporters: ['name'],
  attendances: ['name'],
  actions: ['waitingFor', 'promisedTo'],
  findings: ['reason'],
  meetings: [],
  knowHows: [],
  attachments: [],
  officeAttachments: [],
  handoverParts: ['text'],
  officeHandoverParts: ['text'],
  handoverSigns: ['from', 'to', 'witness'],
  officeHandoverSigns: ['from', 'to', 'witness'],
};

const TOLD_FINDINGS: ReadonlySet<string> = new Set(['decision', 'care', 'reflection']);

/** Whether the 引継書 would have told of what was taken out. */
const isInBook = ({ collection, id, field }: LeftOut, kind: BookKind, rows: BookRows): boolean => {
  const told = TOLD[collection];
  if (told === undefined || (field !== null && !told.includes(field))) return false;
  switch (collection) {
    case 'findings':
      return rows.findings.some((row) => row.id === id && TOLD_FINDINGS.has(row.kind));
    case 'actions':
      return rows.actions.some((row) => row.id === id && isUnfinished(row));
    case 'attendances':
    case 'handoverParts':
    case 'handoverSigns':
      return kind === 'case';
    case 'officeAttachments':
    case 'officeHandoverParts':
    case 'officeHandoverSigns':
      return kind === 'office';
    default:
      return true;
  }
};
