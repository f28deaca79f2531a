import { noteFits } from '#adapters/editor/note-fits.ts';
import { type InspectionRequest, inspect } from '#data/documents/inspect.ts';

/** Tries one foreign file's updates apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<InspectionRequest>) => {
  self.postMessage(inspect(data, noteFits));
};
