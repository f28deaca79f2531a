import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor, type SealKey } from './seal-key.ts';

/*
 * A sealed stream: a header, then chunks of AES-256-GCM. The header goes into each chunk's authentication;
 * a nonce is the chunk's number and whether it is the last, under a key of this stream alone. So no chunk can
 * be changed, moved, left out or put in, and an end that was cut off is known as one.
 *
 *   header: 'BANSOSL1' (8), random salt (16)
 *   chunk:  cipher text of 65,536 bytes, the last one shorter, and a tag of 16
 */

const MAGIC = Buffer.from('BANSOSL1');
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
/** Letters of a chunk before it is sealed. */
export const PLAIN_BYTES = 65_536;
const TAG_BYTES = 16;
const SEALED_BYTES = PLAIN_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';
const PURPOSE = 'banso stream';
const NOTHING = Buffer.alloc(0);

/** What was sealed is not what was read: changed, cut off, or of another key. */
export class SealBroken extends Error {
  readonly code = 'DAMAGED';
}

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** How many bytes a stream of so many has once it is sealed. */
export const sealedLength = (plain: number): number =>
  HEADER_BYTES + plain + TAG_BYTES * Math.max(1, Math.ceil(plain / PLAIN_BYTES));

/** Pieces of any lengths as chunks of one length, with whether each is the last; there is at least one. */
async function* chunksOf(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<{ readonly chunk: Buffer; readonly isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    // The last one is known only when nothing follows it.
    for (; held.length > length; held = held.subarray(length)) {
      yield { chunk: held.subarray(0, length), isLast: false };
    }
  }
  yield { chunk: held, isLast: true };
}

/** @param before what stands before the stream and is proven along with it */
export async function* sealStream(
  pieces: AsyncIterable<Uint8Array>,
  key: SealKey,
  before: Uint8Array = NOTHING,
): AsyncGenerator<Uint8Array> {
  const header = Buffer.concat([MAGIC, randomBytes(SALT_BYTES)]);
  const own = keyFor(key, PURPOSE, header.subarray(MAGIC.length));
  yield header;
  let index = 0;
  for await (const { chunk, isLast } of chunksOf(pieces, PLAIN_BYTES)) {
    const options = { authTagLength: TAG_BYTES };
    const cipher = createCipheriv(CIPHER, own, nonceOf(index, isLast), options);
    cipher.setAAD(Buffer.concat([before, header]));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/** A chunk is given out only when its tag has been checked. @throws SealBroken */
export async function* openStream(
  pieces: AsyncIterable<Uint8Array>,
  key: SealKey,
  before: Uint8Array = NOTHING,
): AsyncGenerator<Uint8Array> {
  const { header, rest } = await takeHeader(pieces);
  const own = keyFor(key, PURPOSE, header.subarray(MAGIC.length));
  let index = 0;
  for await (const { chunk, isLast } of chunksOf(rest, SEALED_BYTES)) {
    yield openChunk(chunk, {
      own,
      header: Buffer.concat([before, header]),
      nonce: nonceOf(index, isLast),
    });
    index += 1;
  }
}

type Opening = { readonly own: Buffer; readonly header: Buffer; readonly nonce: Buffer };

const openChunk = (chunk: Buffer, { own, header, nonce }: Opening): Buffer => {
  if (chunk.length < TAG_BYTES) throw new SealBroken('cut off');
  try {
    const cipher = createDecipheriv(CIPHER, own, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(header);
    cipher.setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
    const plain = cipher.update(chunk.subarray(0, chunk.length - TAG_BYTES));
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    throw new SealBroken('changed');
  }
};

const takeHeader = async (
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly header: Buffer; readonly rest: AsyncIterable<Uint8Array> }> => {
  const source = pieces[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  while (held.length < HEADER_BYTES) {
    const next = await source.next();
    if (next.done === true) throw new SealBroken('cut off');
    held = Buffer.concat([held, next.value]);
  }
  const header = held.subarray(0, HEADER_BYTES);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('no sealed stream');
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield held.subarray(HEADER_BYTES);
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return { header, rest: rest() };
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const gather = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
};

export const sealBytes = (bytes: Uint8Array, key: SealKey): Promise<Buffer> =>
  gather(sealStream(once(bytes), key));

/** @throws SealBroken */
export const openBytes = (bytes: Uint8Array, key: SealKey): Promise<Buffer> =>
  gather(openStream(once(bytes), key));
