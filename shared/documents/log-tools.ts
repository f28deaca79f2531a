/** Hashes are cut to 16 bytes: a second preimage of 2^128 is far enough. */
export const HASH_BYTES = 16;

/** What reading and writing a log needs of its surroundings. */
export type LogTools = {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Raw deflate; absent where there is none, and frames are then written plain. */
  readonly deflate?: ((bytes: Uint8Array) => Uint8Array) | undefined;
  /**
   * Undoes `deflate`; absent where there is none, and deflated frames are then not understood.
   * @throws when the bytes are none, or would become more than `limit` bytes
   */
  readonly inflate?: ((bytes: Uint8Array, limit: number) => Uint8Array) | undefined;
};
