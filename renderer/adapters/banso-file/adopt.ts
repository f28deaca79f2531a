import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { Adopt } from '#data/startup/take-in.ts';
import type { LogPart, SourceName } from '#shared/ipc/logs.ts';
import type { BansoWorker } from './in-worker.ts';

/** Puts documents that are new here into the cache, in workers: the window has nothing to do meanwhile. */
export const adoptIn =
  (source: BansoSource, worker: BansoWorker): Adopt =>
  async ({ document, sources }) => {
    const parts: [SourceName, LogPart][] = [];
    for (const name of sources) {
      const part = await source.read(document, name);
      // What cannot be read now is read, and told, as at any start.
      if (!part.ok) return undefined;
      parts.push([name, part.value]);
    }
    const { cache, device } = source;
    const adopted = await worker.adopt({ kind: 'adopt', cache, device, document, parts });
    return adopted.ok && adopted.value.kind === 'adopted' ? adopted.value : undefined;
  };
