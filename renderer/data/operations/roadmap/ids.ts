import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Id } from '#shared/domain/record/ids.ts';

const LENGTH = 16;

/** An id that equal words give on every device: what two of them make side by side becomes one record. */
export const idOfWords = <I extends Id<string>>(words: string): I =>
  bytesToHex(sha256(utf8ToBytes(words))).slice(0, LENGTH) as I;
