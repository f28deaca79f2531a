import { type ContentRequest, readContent } from '#data/documents/case-content.ts';

/** Reads a case of a backup apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<ContentRequest>) => {
  self.postMessage(readContent(data) ?? null);
};
