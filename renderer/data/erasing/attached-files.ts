import { attachments, officeAttachments } from '#shared/domain/attachment/attachment.ts';
import { valueIn } from '#shared/domain/record/row-values.ts';
import type { Database } from '../database.ts';
import type { Erasure } from './erasure.ts';

const fileRows = async (database: Database) =>
  (
    await Promise.all(
      [attachments, officeAttachments].map(async ({ name }) =>
        (await database.rowsOf(name).toArray()).map((row) => ({ ...row, collection: name })),
      ),
    )
  ).flat();

/** Hashes of all files that are attached to what would be erased. */
export const filesOf = async (database: Database, erasure: Erasure): Promise<readonly string[]> => {
  const gone = new Set(
    erasure.records.map(({ document, collection, id }) => `${document} ${collection} ${id}`),
  );
  const rows = await fileRows(database);
  return rows
    .filter(
      ({ document, collection, id }) =>
        gone.has(`${document} ${collection} ${id}`) ||
        erasure.cases.some((each) => each === document),
    )
    .map(hashOf)
    .filter((hash) => hash !== '');
};

/** Hashes of all files that are attached in some documents. */
export const filesIn = async (
  database: Database,
  documents: ReadonlySet<string>,
): Promise<readonly string[]> =>
  (await fileRows(database))
    .filter(({ document }) => documents.has(document))
    .map(hashOf)
    .filter((hash) => hash !== '');

/** Hashes that no record in use, or in the bin, names, among those that are given. */
export const unnamedFiles = async (
  database: Database,
  hashes: readonly string[],
): Promise<readonly string[]> => {
  const named = new Set((await fileRows(database)).map(hashOf));
  return [...new Set(hashes)].filter((hash) => !named.has(hash));
};

const hashOf = (row: object): string => {
  const hash = valueIn(row, 'hash');
  return typeof hash === 'string' ? hash : '';
};
