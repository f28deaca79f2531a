import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { BansoExtent, BansoVariant } from '#shared/banso-file/manifest.ts';
import type { PageHead } from '#shared/banso-file/page.ts';
import { type DocumentId, OFFICE } from '#shared/documents/document-id.ts';
import type { BansoMadeAnswer } from '#shared/ipc/banso.ts';
import type { Result } from '#shared/result.ts';
import { invoke } from '../host/host.ts';
import type { BansoWorker } from './in-worker.ts';

export type HandOver = {
  readonly name: string;
  readonly variant: BansoVariant;
  readonly extent: BansoExtent;
  readonly head: PageHead;
  readonly documents: readonly { readonly document: DocumentId; readonly title: string }[];
  readonly withAttachments: boolean;
  /** Seals the file; '' for none. */
  readonly passphrase: string;
};

/** Makes a hand-over file: gathers, lets the worker write the readable copy, and hands all of it to main. */
export const makeHandOver = async (
  source: BansoSource,
  worker: BansoWorker,
  { name, variant, extent, head, documents, withAttachments, passphrase }: HandOver,
): Promise<Result<BansoMadeAnswer>> => {
  const there = await source.documents();
  const loaded = [];
  for (const each of documents.filter(({ document }) => there.has(document))) {
    loaded.push({ ...each, ...(await source.pieces(each.document)) });
  }
  const office = await source.pieces(OFFICE);
  const prepared = await worker.prepare({
    ...{ kind: 'prepare', variant, extent, head, office: office.updates },
    documents: loaded.map(({ document, title, updates }) => ({ document, title, updates })),
  });
  if (!prepared.ok) return prepared;
  const { page, states, attachments } = prepared.value;
  const stateOf = new Map(states.map((state) => [state.document, state]));
  return invoke('makeBanso', {
    ...{ name, variant, page, passphrase, extent: variant === 'office' ? extent : 'state' },
    attachments: withAttachments ? attachments : [],
    documents: loaded.map(({ document, title, seen }) => {
      const state = stateOf.get(document);
      if (state === undefined) return { document, title };
      const { update, format } = state;
      // A copy for others says nothing of who has written what.
      return {
        ...{ document, title },
        state: { update, format, seen: variant === 'office' ? seen : [] },
      };
    }),
  });
};
