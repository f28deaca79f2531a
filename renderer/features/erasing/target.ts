import type { ErasedRecord, Erasure } from '#data/erasing/erasure.ts';
import { isDocumentId } from '#shared/documents/document-id.ts';
import { isId } from '#shared/domain/record/ids.ts';
import { COLLECTIONS } from '#shared/domain/schema.ts';

/** What a page asks to erase, as it stands in the address: records, and words to look for as well. */
export type EraseTarget = { readonly words: string; readonly records: readonly ErasedRecord[] };

export const recordsAsText = (records: readonly ErasedRecord[]): string =>
  records.map(({ document, collection, id }) => `${document}/${collection}/${id}`).join(',');

/** What is no record is passed over: anything may stand in an address. */
export const recordsOfText = (text: string): readonly ErasedRecord[] =>
  text.split(',').flatMap((part): readonly ErasedRecord[] => {
    const [document = '', name = '', id = ''] = part.split('/');
    const collection = COLLECTIONS.find((each) => each.name === name);
    if (!isDocumentId(document) || collection === undefined || !isId(id)) return [];
    return [{ document, collection: collection.name, id }];
  });

/** A case goes with all that is in it. */
export const erasureOf = (typed: string, records: readonly ErasedRecord[]): Erasure => ({
  words: typed.split(/[\n、,]/u),
  records,
  cases: records.flatMap(({ collection, document }) => (collection === 'cases' ? [document] : [])),
});
