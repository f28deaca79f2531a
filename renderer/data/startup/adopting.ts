import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD, sameHead } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { type LogPart, type SourceName, sourceOf } from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';
import type { Database } from '../database.ts';
import type { LogPort } from '../journal/log-port.ts';
import { newsFrom, type SourceNews } from '../journal/read-sources.ts';
import { type Adopted, type AdoptRequest, type Told, toldOf } from './adopt.ts';

/** `createAdopt`, in workers or not. */
export type AskAdopt = (request: AdoptRequest) => Promise<Result<Adopted>>;

/**
 * Puts a document into the cache that is not in it.
 * @returns nothing where it is in the cache already, could not be put there, or has to be looked at more closely
 */
export type Adopt = (
  document: DocumentId,
  sources: readonly SourceName[],
  isTried: boolean,
) => Promise<Told | undefined>;

type Dependencies = {
  readonly database: Database;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly ask: AskAdopt;
};

export const createAdopting = ({ database, port, device, ask }: Dependencies): Adopt => {
  const readAll = async (document: DocumentId, sources: readonly SourceName[]) => {
    const parts: [SourceName, LogPart][] = [];
    for (const source of sources) {
      const part = await port.read({ document, source, known: NO_HEAD });
      // What cannot be read now is read, and told, the other way.
      if (!part.ok) return undefined;
      parts.push([source, part.value]);
    }
    return parts;
  };

  /** Reads the files once more: whoever stored them can no longer say what stood in them. */
  const standing = async (
    document: DocumentId,
    sources: readonly SourceName[],
  ): Promise<Told | undefined> => {
    const record = await database.documents.get(document);
    const parts = record && (await readAll(document, sources));
    if (record === undefined || parts === undefined) return undefined;
    const news: SourceNews[] = [];
    for (const [source, part] of parts) {
      const read = newsFrom(part, source, undefined, source === sourceOf(device));
      const known = record.sources[source];
      if (!read.ok || !known || !sameHead(known.head, read.value.known.head)) return undefined;
      news.push(read.value);
    }
    return toldOf(news, record);
  };

  return async (document, sources, isTried) => {
    const parts = await readAll(document, sources);
    if (parts === undefined) return undefined;
    const answer = await ask({ cache: database.name, device, document, parts, isTried });
    if (!answer.ok) return undefined;
    if (answer.value.kind === 'unknown') return standing(document, sources);
    return answer.value.kind === 'adopted' ? answer.value : undefined;
  };
};
