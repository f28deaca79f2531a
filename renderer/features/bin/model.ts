import { formatDay, formatFiscalYear } from '#shared/dates/format.ts';
import type { Day } from '#shared/dates/types.ts';
import { type DocumentId, isDocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { MeetingRow, RoundRow } from '#shared/domain/meeting/meeting.ts';
import { titleOf } from '#shared/domain/meeting/meeting-title.ts';
import {
  type BinnedRow,
  type Deletion,
  dayOfDeletion,
  daysLeft,
  deletionsOf,
} from '#shared/domain/record/bin.ts';
import type { Collection } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { fiscalYearOfCase, groupBy } from '#shared/domain/record/row-values.ts';
import { sayingOf } from '#shared/domain/record/saying.ts';
import { fold } from '#shared/text/fold.ts';
import type { BinDetail, BinRows, Reference } from './queries.ts';

/** One line of the bin: what one command deleted. */
export type BinLine = {
  readonly id: string;
  readonly document: DocumentId;
  readonly head: BinnedRow;
  /** All that comes back: what was deleted together, and what it belongs to where that is deleted too. */
  readonly restored: readonly BinnedRow[];
  /** 会合 */
  readonly kind: string;
  /** 第1回支援 */
  readonly name: string;
  /** 益城町（令和4年度）, or 共通 for what belongs to no case. */
  readonly place: string;
  /** 令和8年11月27日(金) */
  readonly day: string;
  readonly daysLeft: number;
  /** 「支援の回 1件」, what else comes back; '' for nothing. */
  readonly together: string;
  readonly searched: string;
};

/** Kept by the app for itself: nobody looks for it in a bin. */
const NOT_SHOWN: ReadonlySet<CollectionName> = new Set([
  'confirmations',
  'variants',
  'importMappings',
  'tableOptions',
  'dependencies',
]);

export const binLines = (data: BinRows, today: Day): readonly BinLine[] => {
  const byId = new Map(data.rows.map((each) => [`${each.row.document} ${each.row.id}`, each]));
  return deletionsOf(data.rows)
    .filter(({ head }) => !NOT_SHOWN.has(head.collection.name))
    .flatMap((deletion) => lineOf(deletion, data, byId, today) ?? []);
};

const lineOf = (
  deletion: Deletion,
  data: BinRows,
  byId: ReadonlyMap<string, BinnedRow>,
  today: Day,
): BinLine | undefined => {
  const { document, head } = deletion;
  if (!isDocumentId(document)) return undefined;
  const restored = withParents([head, ...deletion.others], document, byId);
  const name = nameOf(head.collection, head.row, data.rounds) || '（名前なし）';
  const place = placeOf(document, data);
  const day = dayOfDeletion(deletion.deletedAt);
  const kind = head.collection.what;
  return {
    id: deletion.id,
    document,
    head,
    restored,
    kind,
    name,
    place,
    day: day === null ? '' : formatDay(day),
    daysLeft: daysLeft(deletion.deletedAt, today),
    together: countsOf(restored.filter((each) => each !== head)),
    searched: fold([kind, name, place].join(' ')),
  };
};

/** What a record stands in: it is nowhere to be seen while that is deleted. */
const parentsOf = ({ collection, row }: BinnedRow): readonly string[] => {
  const fields = collection.name === 'meetings' ? ['round'] : [collection.within ?? ''];
  return Object.entries(row).flatMap(([field, value]) =>
    fields.includes(field) && typeof value === 'string' && value !== '' ? [value] : [],
  );
};

const withParents = (
  rows: readonly BinnedRow[],
  document: DocumentId,
  byId: ReadonlyMap<string, BinnedRow>,
): readonly BinnedRow[] => {
  const found = new Set(rows);
  // What is added while the set is walked is walked as well.
  for (const row of found) {
    for (const id of parentsOf(row)) {
      const parent = byId.get(`${document} ${id}`);
      if (parent !== undefined) found.add(parent);
    }
  }
  return [...found];
};

/** 「課題・気づき 2件、出席 3件」 */
export const countsOf = (rows: readonly { readonly collection: Collection }[]): string =>
  [...groupBy(rows, ({ collection }) => collection.what)]
    .map(([what, group]) => `${what} ${group.length}件`)
    .join('、');

/** By what people know a record. */
const nameOf = (collection: Collection, row: object, rounds: readonly RoundRow[]): string => {
  if (collection.name !== 'meetings') return sayingOf(collection, row);
  // Rows of this collection are meetings.
  const meeting = row as MeetingRow;
  return titleOf(meeting, rounds.find(({ id }) => id === meeting.round) ?? null).title;
};

const placeOf = (document: DocumentId, { cases }: BinRows): string => {
  if (document === OFFICE) return '共通';
  const found = cases.find((each) => each.document === document);
  const year = fiscalYearOfCase(found ?? null);
  const name = found?.municipalityName || '（市町村名なし）';
  return year === null ? name : `${name}（${formatFiscalYear(year)}）`;
};

/** Lines whose words hold all that was typed. */
export const filterLines = (lines: readonly BinLine[], text: string): readonly BinLine[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return lines.filter(({ searched }) => words.every((word) => searched.includes(word)));
};

export type DetailItem = { readonly label: string; readonly value: string };

const HIDDEN_KINDS = new Set(['reference', 'order', 'hidden', 'note']);

/** What stands in a deleted record, field by field, without what is empty. */
export const detailItems = ({ collection, row }: BinnedRow): readonly DetailItem[] => {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.entries(collection.fields).flatMap(([name, field]) => {
    if (HIDDEN_KINDS.has(field.kind)) return [];
    const value = wordsOf(field, values.get(name));
    return value === '' ? [] : [{ label: field.name, value }];
  });
};

const wordsOf = (field: Collection['fields'][string], value: unknown): string => {
  if (field.kind === 'text') return typeof value === 'string' ? value.trim() : '';
  if (field.kind === 'members') {
    return Array.isArray(value) ? value.map((member) => member?.name ?? '').join('、') : '';
  }
  return 'words' in field ? field.words(value).trim() : '';
};

/** 「出席 3件」: what comes back with it, as its detail has found. */
export const ownWords = ({ own, note }: BinDetail): string =>
  [note === '' ? '' : '本文', countsOf(own)].filter(Boolean).join('、');

/** 「対応事項「資料を送る」」, the first few, and how many more. */
export const referenceWords = (references: readonly Reference[]): readonly string[] => {
  const words = references
    .slice(0, SHOWN_REFERENCES)
    .map(
      ({ collection, row }) => `${collection.what}「${sayingOf(collection, row) || '名前なし'}」`,
    );
  const more = references.length - words.length;
  return more > 0 ? [...words, `ほか${more}件`] : words;
};

const SHOWN_REFERENCES = 8;
