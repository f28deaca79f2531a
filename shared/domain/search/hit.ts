import { formatPartialDate } from '../../dates/format.ts';
import { isPartialDate } from '../../dates/types.ts';
import { searchForm } from '../../text/search-form.ts';
import type { CaseRow } from '../case/case.ts';
import type { RoundRow } from '../meeting/meeting.ts';
import type { Collection } from '../record/collection.ts';
import type { CollectionName } from '../record/ids.ts';
import { excerptOf, marked, type Piece } from './marks.ts';
import { type AnyRow, type Part, partsOf, titleField } from './parts.ts';
import type { Word } from './query.ts';
import { parentOf, titleOfRecord } from './records.ts';

/** A find as it is shown, and what is needed to go there. */
export type Hit = {
  readonly key: string;
  readonly document: string;
  readonly collection: CollectionName;
  readonly id: string;
  /** What such a record is called: 会合. */
  readonly what: string;
  /** Empty where it has no name. */
  readonly title: readonly Piece[];
  /** Where it stands: 益城町（令和4年度） ・ 第2回支援 8/24. */
  readonly where: string;
  /** What of it was found; null where its title says all. */
  readonly excerpt: { readonly name: string; readonly pieces: readonly Piece[] } | null;
  /** The field in which it was found; '' for the title. */
  readonly field: string;
  /** The record that it belongs to; '' for none. */
  readonly parent: string;
};

export type HitSource = {
  readonly collection: Collection;
  readonly row: AnyRow;
  readonly note: string;
  /** What stands around it, as its shelf has it. */
  readonly around: string;
  /** Who wrote in it, where that was asked. */
  readonly writers: readonly string[];
  readonly roundOf: (id: string) => RoundRow | null;
};

/** Makes what is shown of a record that was found out of its row as it is now. */
export const hitOf = (source: HitSource, words: readonly Word[]): Hit => {
  const { collection, row, note, roundOf } = source;
  const title = titleOfRecord(collection, row, roundOf);
  const name = titleField(collection);
  const parts = partsOf(collection, row, note).filter(
    ({ field, text }) => field !== name || text !== title,
  );
  const inTitle = countIn(title, words);
  const part = inTitle < words.length || title === '' ? bestPart(parts, words) : null;
  return {
    key: `${row.document} ${collection.name} ${row.id}`,
    document: row.document,
    collection: collection.name,
    id: row.id,
    what: collection.what,
    title: marked(title, words),
    where: [whereOf(source, title), writersOf(source)].filter(Boolean).join(' ・ '),
    excerpt: part && { name: part.name, pieces: excerptOf(part.text, words) },
    field: part?.field ?? (inTitle > 0 ? name : ''),
    parent: parentOf(collection, row),
  };
};

const countIn = (text: string, words: readonly Word[]): number => {
  const form = searchForm(text);
  return words.filter(({ forms }) => forms.some((each) => form.includes(each))).length;
};

/** The part with most of the words; without words, or with none of them, the first. */
const bestPart = (parts: readonly Part[], words: readonly Word[]): Part | null => {
  let best: { readonly part: Part; readonly count: number } | null = null;
  for (const part of parts) {
    const count = countIn(part.text, words);
    if (best === null || count > best.count) best = { part, count };
    if (count === words.length) break;
  }
  return best?.part ?? null;
};

const writersOf = ({ writers }: HitSource): string =>
  writers.length === 0 ? '' : `書いた人 ${writers.join('、')}`;

const whereOf = ({ collection, row, around }: HitSource, title: string): string => {
  if (collection.name === 'cases') {
    return (row as unknown as CaseRow).themes.map(({ name }) => name).join('、');
  }
  const { date } = row;
  const when =
    typeof date === 'string' && date !== '' && isPartialDate(date)
      ? formatPartialDate(date, 'short')
      : '';
  if (around !== '') return [around, when].filter(Boolean).join(' ・ ');
  // A person: the body and the post.
  return partsOf(collection, row, '')
    .filter(({ text }) => text !== title && text.length <= 40)
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' ');
};
