import { noteFits } from '#adapters/editor/note-fits.ts';
import { type CompareRequest, compareBanso } from '#data/banso-file/compare.ts';
import { type PrepareRequest, prepareBanso } from '#data/banso-file/prepare.ts';

/** Prepares what is handed over, and tries what comes in, apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<PrepareRequest | CompareRequest>) => {
  self.postMessage(data.kind === 'prepare' ? prepareBanso(data) : compareBanso(data, noteFits));
};
