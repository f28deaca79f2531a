import { type CountRequest, countRecords } from '#data/documents/count-records.ts';

/** Replays documents of a backup apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<CountRequest>) => {
  self.postMessage(countRecords(data) ?? null);
};
