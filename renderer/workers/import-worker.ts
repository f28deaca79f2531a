import { readTableFile, type TableFile } from './table-file/table-file.ts';

/** Reads one chosen file apart from the screens; whoever asked may kill it. */
self.onmessage = async ({ data }: MessageEvent<TableFile>) => {
  self.postMessage(await readTableFile(data));
};
