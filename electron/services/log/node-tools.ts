import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LogTools } from '#shared/documents/log-tools.ts';

/** What Node has for reading and writing logs. */
export const NODE_TOOLS: LogTools = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  deflate: (bytes) => deflateRawSync(bytes),
  inflate: (bytes, limit) => inflateRawSync(bytes, { maxOutputLength: limit }),
};
