import { noteFits } from '#adapters/editor/note-fits.ts';
import { type AdoptRequest, createAdopt } from '#data/startup/adopt.ts';

const adopt = createAdopt(noteFits);

/** Puts documents into the cache that are not in it, apart from the screens. */
self.onmessage = async ({ data }: MessageEvent<AdoptRequest>) => {
  self.postMessage(await adopt(data));
};
