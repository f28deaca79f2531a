import type { DocumentId } from '#shared/documents/document-id.ts';
import type { KindCounts } from '#shared/domain/record/outgoing.ts';
import { openCache } from '../open-cache.ts';
import { piecesIn } from './banso-source.ts';
import { feed } from './feed.ts';
import { countLeftOut } from './left-out.ts';
import { bansoPieces, type PieceRequest } from './pieces.ts';

/** Made in a worker: `cache` is the name of the cache, and the pieces go through the port. */
export type PrepareRequest = PieceRequest & {
  readonly kind: 'prepare';
  readonly cache: string;
  readonly port: MessagePort;
};

/** Gives the pieces of a hand-over file to whoever writes it. Slow: call it in a worker. */
export const prepareBanso = async ({ cache, port, ...request }: PrepareRequest): Promise<null> => {
  const database = await openCache(cache);
  await feed(
    port,
    bansoPieces(request, (document) => piecesIn(database, document)),
  );
  database.close();
  return null;
};

export type LeftOutRequest = {
  readonly kind: 'leftOut';
  /** The name of the cache. */
  readonly cache: string;
  readonly documents: readonly DocumentId[];
};

/** Counts what would be left out for a municipality. Slow: call it in a worker. */
export const leftOutIn = async ({ cache, documents }: LeftOutRequest): Promise<KindCounts> => {
  const database = await openCache(cache);
  const counted = await countLeftOut(documents, (document) => piecesIn(database, document));
  database.close();
  return counted;
};
