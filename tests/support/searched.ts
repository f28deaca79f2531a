import fc from 'fast-check';
import { cases } from '#shared/domain/case/case.ts';
import { actions, findings, meetings } from '#shared/domain/meeting/meeting.ts';
import { people } from '#shared/domain/office/office.ts';
import { type Collection, emptyRow } from '#shared/domain/record/collection.ts';
import type { CollectionName } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';
import { type Finds, find } from '#shared/domain/search/find.ts';
import { wantedKind } from '#shared/domain/search/kinds.ts';
import type { Piece } from '#shared/domain/search/marks.ts';
import type { AnyRow } from '#shared/domain/search/parts.ts';
import { parseQuery } from '#shared/domain/search/query.ts';
import { type DocumentRows, recordsOf } from '#shared/domain/search/records.ts';
import { shelfOf } from '#shared/domain/search/shelf.ts';

export const rowOf = (
  collection: Collection,
  document: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): AnyRow => ({ ...(emptyRow(collection, document, id) as unknown as AnyRow), ...values });

/** Few letters, so that words are found; with those that folding joins, changes and takes away. */
const letter = fc.constantFrom(...'支援移動高髙サさバーー-ｻﾞ゛ 　\nC㈱ςσ𠮷');
export const anyText = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));

const day = fc.constantFrom('', '2022-05', '2022-08-24', '2023-01-10');
const gone = fc.constantFrom('', '', '', '2023-01-01T00:00:00Z');

/** A case with meetings, notes, findings and actions; some of it in the bin, some of it dangling. */
export const anyCase = (id: string): fc.Arbitrary<DocumentRows> => {
  const document = `case:${id}`;
  const meeting = fc.record({
    title: anyText,
    aim: anyText,
    date: day,
    deletedAt: gone,
    note: anyText,
  });
  const child = fc.record({ text: anyText, meeting: fc.nat(4), deletedAt: gone });
  return fc
    .record({
      name: anyText,
      deletedAt: fc.constantFrom('', '', '', '', 'x'),
      meetings: fc.array(meeting, { maxLength: 4 }),
      findings: fc.array(child, { maxLength: 5 }),
      actions: fc.array(child, { maxLength: 3 }),
    })
    .map((made) => {
      const idOf = (at: number) => (at === 0 ? '' : `${id}m${at}`);
      const children = (collection: Collection, list: typeof made.findings) =>
        list.map(({ meeting: at, ...values }, index) =>
          rowOf(collection, document, `${id}${collection.name[0]}${index}`, {
            ...values,
            meeting: idOf(at),
          }),
        );
      const rows = new Map<CollectionName, readonly AnyRow[]>([
        [
          'cases',
          [
            rowOf(cases, document, id, {
              ...{ municipalityName: made.name, fiscalYear: 2022, deletedAt: made.deletedAt },
            }),
          ],
        ],
        [
          'meetings',
          made.meetings.map(({ note: _, ...values }, at) =>
            rowOf(meetings, document, idOf(at + 1), values),
          ),
        ],
        ['findings', children(findings, made.findings)],
        ['actions', children(actions, made.actions)],
      ]);
      const notes = new Map(made.meetings.map(({ note }, at) => [idOf(at + 1), note]));
      return { document, rows, notes };
    });
};

export const anyOffice: fc.Arbitrary<DocumentRows> = fc
  .array(fc.record({ name: anyText, post: anyText, deletedAt: gone }), { maxLength: 4 })
  .map((list) => ({
    document: 'office',
    rows: new Map([['people', list.map((row, at) => rowOf(people, 'office', `p${at}`, row))]]),
    notes: new Map(),
  }));

export const shelvesOf = (documents: readonly DocumentRows[]) =>
  documents.map((rows) => shelfOf(recordsOf(COLLECTIONS, rows)));

/** Finds as the search asks for them: findings and actions weigh less than what has a name. */
export const look = (documents: readonly DocumentRows[], typed: string, limit = 1000): Finds => {
  const query = parseQuery(typed);
  return find(shelvesOf(documents), query, {
    isWanted: wantedKind(COLLECTIONS, query.filters.kind),
    weightOf: (collection) => (collection === 'findings' || collection === 'actions' ? 0 : 1),
    limit,
  });
};

export const DOCUMENT = 'case:c1';
export type Values = Readonly<Record<string, unknown>>;
/** A row of any collection in its document. */
export const of = (collection: Collection, id: string, values: Values = {}): AnyRow =>
  rowOf(collection, collection.home === 'office' ? 'office' : DOCUMENT, id, values);
export const CASE = { municipalityName: '益城町', fiscalYear: 2022 };
export const CASE_ROW = of(cases, 'c1', CASE);

/** A document of some rows; of a case unless told otherwise. */
export const documentOf = (
  all: readonly (readonly [Collection, readonly AnyRow[]])[],
  notes: Readonly<Record<string, string>> = {},
  document = DOCUMENT,
): DocumentRows => ({
  document,
  rows: new Map(all.map(([{ name }, rows]) => [name, rows])),
  notes: new Map(Object.entries(notes)),
});

/** Pieces as one text, with what was found between brackets. */
export const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
export const words = (typed: string) => parseQuery(typed).words;
