import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { BansoExtent, BansoVariant } from '#shared/banso-file/manifest.ts';
import type { PageHead } from '#shared/banso-file/page.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type KindCounts, sumKinds } from '#shared/domain/record/outgoing.ts';
import type { BansoMadeAnswer } from '#shared/ipc/banso.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';
import { invoke, openPort } from '../host/host.ts';
import type { BansoWorker } from './in-worker.ts';

export type HandOver = {
  readonly name: string;
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly head: PageHead;
  readonly documents: readonly { readonly document: DocumentId; readonly title: string }[];
  /** Cases of which the readable copy has the 引継書 of their office. */
  readonly together: readonly DocumentId[];
  readonly withAttachments: boolean;
  /** Seals the file; '' for none. */
  readonly passphrase: string;
};

/**
 * Makes a hand-over file. Workers read the documents and give what is made of them, a hundred megabytes and
 * more, straight to the process that writes the file.
 */
export const makeHandOver = async (
  source: BansoSource,
  worker: BansoWorker,
  { name, variant, passphrase, documents, ...handOver }: HandOver,
): Promise<Result<BansoMadeAnswer>> => {
  const there = await source.documents();
  const chosen = documents.filter(({ document }) => there.has(document));
  const extent = variant === 'office' ? handOver.extent : 'state';
  const step = Math.max(1, Math.min(worker.sideBySide, chosen.length));
  const ports: MessagePort[] = [];
  while (ports.length < step) {
    const port = await openPort();
    if (!port.ok) return port;
    ports.push(port.value);
  }
  const { head, withAttachments } = handOver;
  const together = handOver.together.filter((document) => there.has(document));
  const feeding = ports.map((port, first) =>
    worker.prepare({
      ...{ kind: 'prepare', cache: source.cache, variant, extent, withAttachments, head },
      ...{ documents: chosen, together, first, step, port },
    }),
  );
  const made = await invoke('makeBanso', {
    ...{ name, variant, extent, documents: chosen, passphrase, feeds: step },
  });
  worker.stop();
  const refused = (await Promise.all(feeding)).find(isRefused);
  // Whoever writes only knows that nothing more came.
  return made.ok || refused === undefined ? made : refused;
};

/** What would be left out for a municipality, by kind; counted as it would be made. */
export const countLeftOut = async (
  source: BansoSource,
  worker: BansoWorker,
  documents: readonly DocumentId[],
): Promise<Result<KindCounts>> => {
  const step = Math.max(1, Math.min(worker.sideBySide, documents.length));
  const counted = await Promise.all(
    Array.from({ length: step }, (_, first) =>
      worker.leftOut({
        ...{ kind: 'leftOut', cache: source.cache },
        documents: documents.filter((_document, at) => at % step === first),
      }),
    ),
  );
  const all: KindCounts[] = [];
  for (const each of counted) {
    if (!each.ok) return each;
    all.push(each.value);
  }
  return ok(sumKinds(all));
};

const isRefused = (fed: Result<null>): fed is { readonly ok: false; readonly error: Problem } =>
  !fed.ok && fed.error.code !== 'cancelled';
