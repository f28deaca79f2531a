import { formatFiscalYear, formatPartialDate } from '../../dates/format.ts';
import type { FiscalYear } from '../../dates/types.ts';
import { isPartialDate } from '../../dates/types.ts';
import { searchForm } from '../../text/search-form.ts';
import type { CaseRow } from '../case/case.ts';
import type { MeetingRow, RoundRow } from '../meeting/meeting.ts';
import { roundTitle, titleOf } from '../meeting/meeting-title.ts';
import { type Collection, choiceWords, type Member } from '../record/collection.ts';
import type { CollectionName } from '../record/ids.ts';
import { fiscalYearOfCase } from '../record/row-values.ts';
import { type AnyRow, type Part, partsOf, titleField } from './parts.ts';

/** All rows of one document, and the texts of its notes by record. */
export type DocumentRows = {
  readonly document: string;
  readonly rows: ReadonlyMap<CollectionName, readonly AnyRow[]>;
  readonly notes: ReadonlyMap<string, string>;
};

/** What stands around a record: its case, and the record that it belongs to. */
export type Context = {
  /** As it is shown: 益城町（令和4年度） ・ 第2回支援 8/24. */
  readonly words: string;
  /** What of it may be searched beside the record's own words. */
  readonly form: string;
};

export type SearchedRecord = {
  readonly collection: CollectionName;
  readonly id: string;
  /** '' where a record has no name: a finding is its sentence. */
  readonly title: string;
  /** What it says beside its title. */
  readonly parts: readonly Part[];
  /** `YYYYMMDD` as a number, the latest first in a list; 0 while unknown. */
  readonly day: number;
  /** Index into the document's contexts. */
  readonly context: number;
  /** The words of its own kind, in their form: 課内協議 of a meeting, 決定 of a finding; '' for none. */
  readonly variety: string;
};

/** What filters ask of a document. */
export type DocumentFacts = {
  readonly year: FiscalYear | null;
  /** In their forms; '' for the office. */
  readonly municipality: string;
  readonly themes: readonly string[];
};

export type SearchedDocument = {
  readonly document: string;
  readonly contexts: readonly Context[];
  readonly facts: DocumentFacts;
  readonly records: readonly SearchedRecord[];
};

/** Office records have no day: there are few of them, and they are names. */
const ALWAYS_NEW = 99_999_999;
const OFFICE_FACTS: DocumentFacts = { year: null, municipality: '', themes: [] };

const isLive = ({ deletedAt }: AnyRow): boolean => deletedAt === '';

/**
 * What of a document is searched: records in use, of a case in use, and not what belongs to a meeting in the
 * bin. Everything comes from the collections' declarations, so that a new one is searched by itself.
 */
export const recordsOf = (
  collections: readonly Collection[],
  { document, rows, notes }: DocumentRows,
): SearchedDocument => {
  const caseRow = rows.get('cases')?.find(isLive) as CaseRow | undefined;
  const isOffice = document === 'office';
  if (!isOffice && caseRow === undefined) {
    return { document, contexts: [], facts: OFFICE_FACTS, records: [] };
  }
  const place = placesOf(collections, rows, caseRow);
  const records = collections.flatMap((collection): readonly SearchedRecord[] =>
    (rows.get(collection.name) ?? []).filter(isLive).flatMap((row) => {
      const parent = parentOf(collection, row);
      const context = place.contextOf(parent);
      if (context === null) return [];
      const name = titleField(collection);
      const title = place.titleOf(collection, row);
      const parts = partsOf(collection, row, notes.get(row.id) ?? '').filter(
        ({ field, text }) => field !== name || text !== title,
      );
      if (title === '' && parts.length === 0) return [];
      const day = isOffice ? ALWAYS_NEW : place.dayOf(row, parent);
      const variety = varietyOf(collection, row);
      return [{ collection: collection.name, id: row.id, title, parts, day, context, variety }];
    }),
  );
  return { document, contexts: place.contexts, facts: factsOf(caseRow), records };
};

/** The field by which records of one collection are told apart. */
export const VARIETY_FIELD = 'kind';

const varietyForms = new Map<string, string>();

const varietyOf = (collection: Collection, row: AnyRow): string => {
  const value = row[VARIETY_FIELD];
  if (typeof value !== 'string' || collection.fields[VARIETY_FIELD]?.kind !== 'choice') return '';
  const words = choiceWords(collection, VARIETY_FIELD, value);
  const known = varietyForms.get(words);
  if (known !== undefined) return known;
  const form = searchForm(words);
  varietyForms.set(words, form);
  return form;
};

/** The id of the record that one belongs to: the meeting of a finding, the lane of a bar; '' for none. */
export const parentOf = ({ within, fields }: Collection, row: AnyRow): string => {
  const field = within ?? (fields.meeting?.kind === 'reference' ? 'meeting' : undefined);
  const id = field === undefined ? '' : row[field];
  return typeof id === 'string' ? id : '';
};

/** What a record is called; '' where it has no name. */
export const titleOfRecord = (
  collection: Collection,
  row: AnyRow,
  roundOf: (id: string) => RoundRow | null,
): string => {
  switch (collection.name) {
    case 'meetings': {
      const meeting = row as unknown as MeetingRow;
      return titleOf(meeting, roundOf(meeting.round)).title;
    }
    case 'rounds':
      return roundTitle(row as unknown as RoundRow);
    case 'cases':
      return caseTitle(row as unknown as CaseRow);
    default: {
      const value = row[titleField(collection)];
      return typeof value === 'string' ? value : '';
    }
  }
};

/** 益城町（令和4年度） */
export const caseTitle = (row: CaseRow): string => {
  const year = fiscalYearOfCase(row);
  const name = row.municipalityName || '名前のない市町村';
  return year === null ? name : `${name}（${formatFiscalYear(year)}）`;
};

const numberOfDay = (date: unknown): number => {
  if (typeof date !== 'string') return 0;
  const [, year, month, day = '00'] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date) ?? [];
  return year === undefined ? 0 : Number(`${year}${month}${day}`);
};

/** Where each record stands. */
const placesOf = (
  collections: readonly Collection[],
  rows: DocumentRows['rows'],
  caseRow: CaseRow | undefined,
) => {
  const live = new Map<string, { readonly collection: Collection; readonly row: AnyRow }>();
  for (const collection of collections) {
    for (const row of rows.get(collection.name) ?? []) {
      if (isLive(row)) live.set(row.id, { collection, row });
    }
  }
  const roundOf = (id: string): RoundRow | null => {
    const found = live.get(id);
    return found?.collection.name === 'rounds' ? (found.row as unknown as RoundRow) : null;
  };
  const title = (collection: Collection, row: AnyRow): string =>
    titleOfRecord(collection, row, roundOf);
  const own = caseContext(caseRow);
  const contexts: Context[] = [own];
  const known = new Map<string, number>([['', 0]]);
  const caseDay = numberOfDay(caseRow?.fiscalYear == null ? '' : `${caseRow.fiscalYear}-04`);
  return {
    contexts,
    titleOf: title,
    /** null where the record that it belongs to is in the bin, or gone. */
    contextOf: (parent: string): number | null => {
      const found = known.get(parent);
      if (found !== undefined) return found;
      const home = live.get(parent);
      if (home === undefined) return null;
      const date = home.row.date;
      const when =
        typeof date === 'string' && date !== '' && isPartialDate(date)
          ? formatPartialDate(date, 'short')
          : '';
      const name = title(home.collection, home.row);
      contexts.push({
        words: [own.words, [name, when].filter(Boolean).join(' ')].filter(Boolean).join(' ・ '),
        form: `${own.form}\n${searchForm(name)}`,
      });
      known.set(parent, contexts.length - 1);
      return contexts.length - 1;
    },
    dayOf: (row: AnyRow, parent: string): number =>
      numberOfDay(row.date) ||
      numberOfDay(live.get(parent)?.row.date) ||
      numberOfDay(row.start) ||
      caseDay,
  };
};

/** 令和4年度, R4, 2022年度: whatever a year is called by. */
const caseContext = (row: CaseRow | undefined): Context => {
  if (row === undefined) return { words: '', form: '' };
  const year = fiscalYearOfCase(row);
  const years =
    year === null
      ? []
      : [
          formatFiscalYear(year),
          `${formatPartialDate(`${year}-05` as never, 'dotted').split('.')[0]}年度`,
          `${year}年度`,
        ];
  const names = [row.prefectureName, row.municipalityName, row.programmeName, ...years];
  return { words: caseTitle(row), form: names.map(searchForm).join('\n') };
};

const factsOf = (row: CaseRow | undefined): DocumentFacts =>
  row === undefined
    ? OFFICE_FACTS
    : {
        year: fiscalYearOfCase(row),
        municipality: searchForm(`${row.prefectureName}${row.municipalityName}`),
        themes: (row.themes as readonly Member[]).map(({ name }) => searchForm(name)),
      };
