import type { DocumentId } from '#shared/documents/document-id.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import type { LogPart, SourceName } from '#shared/ipc/logs.ts';
import { fail, ok, type Problem, type Result } from '#shared/result.ts';
import { Database } from '../database.ts';
import { createIntegrate, type Integration } from '../journal/integrate.ts';
import type { LogPort } from '../journal/log-port.ts';

export type AdoptRequest = {
  readonly kind: 'adopt';
  /** The name of the cache. */
  readonly cache: string;
  readonly device: DeviceId;
  readonly document: DocumentId;
  /** What was read of each file, by its name here. */
  readonly parts: readonly (readonly [SourceName, LogPart])[];
};

/** What came of it; `isHere` where the document was not new any more, and nothing was done. */
export type Adopted =
  | { readonly kind: 'isHere' }
  | ({ readonly kind: 'adopted' } & Pick<Integration, 'problems' | 'isForeign'>);

/**
 * Brings documents into the cache that are not in it: nobody can be writing them, so all of the work is done
 * beside the window. What the files hold was tried when staff looked at what they bring.
 */
export const createAdopt = () => {
  let opened: Promise<Database> | undefined;
  return async (request: AdoptRequest): Promise<Result<Adopted>> => {
    const { cache, device, document, parts } = request;
    try {
      opened ??= open(cache);
      const database = await opened;
      if ((await database.documents.get(document)) !== undefined) return ok({ kind: 'isHere' });
      const integrate = createIntegrate({
        ...{ database, device, port: partsPort(parts), cache: DIRECTLY },
        inspect: async () => ok({ incomplete: false }),
        storeWaiting: async () => undefined,
        loaded: () => undefined,
        setStanding: () => undefined,
      });
      const sources = parts.map(([source]) => source);
      const done = await integrate(document, sources, []);
      if (!done.ok) return done;
      // What one desk has written without having seen another's edits, nobody disagrees with.
      const record = await database.documents.get(document);
      const isForeign = parts.length > 1 || (record?.seen.length ?? 0) > 1;
      return ok({ kind: 'adopted', problems: done.value.problems, isForeign });
    } catch (error) {
      return fail(notStored(error));
    }
  };
};

const open = async (name: string): Promise<Database> => {
  const database = new Database(name);
  // Whoever wants a newer one must not wait for this worker.
  database.on('versionchange', () => database.close());
  await database.open();
  return database;
};

/** Nothing else writes a document that is new here. */
const DIRECTLY = {
  push: (write: () => Promise<void>) => write(),
  pushLast: (write: () => Promise<void>) => write(),
  settle: async () => undefined,
  isFailing: () => false,
  isEmpty: () => true,
};

const refused = async (): Promise<Result<never>> => fail(notStored(undefined));

const partsPort = (parts: AdoptRequest['parts']): LogPort => {
  const known = new Map(parts);
  return {
    heads: refused,
    append: refused,
    erase: refused,
    read: async ({ source }) => {
      const part = known.get(source);
      return part === undefined ? refused() : ok(part);
    },
  };
};

const notStored = (error: unknown): Problem => ({
  code: 'disk-error',
  happened: '取り込んだ記録を、画面用のデータに書けませんでした。',
  safe: '取り込んだ記録はファイルに残っています。',
  todo: '伴走ノートを開き直してください。もう一度読み込みます。',
  detail: error instanceof Error ? error.name : 'unknown',
});
