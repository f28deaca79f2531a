import type { TableRequest } from './table-reading/messages.ts';
import { createTableReading } from './table-reading/table-reading.ts';

const read = createTableReading((message) => self.postMessage(message));

/** Reads a table apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<TableRequest>) => read(data);
