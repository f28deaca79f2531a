import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import type { LogPart, SourceName } from '#shared/ipc/logs.ts';
import type { Result } from '#shared/result.ts';
import type { LogPort } from '../journal/log-port.ts';
import type { Adopted, AdoptRequest } from './adopt.ts';

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
) => Promise<Extract<Adopted, { readonly kind: 'adopted' }> | undefined>;

type Dependencies = {
  readonly cache: string;
  readonly port: LogPort;
  readonly device: DeviceId;
  readonly ask: AskAdopt;
};

export const createAdopting =
  ({ cache, port, device, ask }: Dependencies): Adopt =>
  async (document, sources, isTried) => {
    const parts: [SourceName, LogPart][] = [];
    for (const source of sources) {
      // What staff have seen tried was read from its last checkpoint on; the next start reads all of it behind the screens.
      const part = await port.read({ document, source, known: NO_HEAD, state: isTried });
      // What cannot be read now is read, and told, the other way.
      if (!part.ok) return undefined;
      parts.push([source, part.value]);
    }
    const adopted = await ask({ cache, device, document, parts, isTried });
    return adopted.ok && adopted.value.kind === 'adopted' ? adopted.value : undefined;
  };
