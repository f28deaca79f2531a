/** Little-endian bytes, written one value behind the other. Lengths and counts are varints (LEB128). */
export type ByteWriter = {
  readonly u8: (value: number) => ByteWriter;
  readonly u16: (value: number) => ByteWriter;
  readonly u32: (value: number) => ByteWriter;
  readonly u48: (value: number) => ByteWriter;
  readonly varint: (value: number) => ByteWriter;
  readonly raw: (bytes: Uint8Array) => ByteWriter;
  /** Bytes with their length before them. */
  readonly block: (bytes: Uint8Array) => ByteWriter;
  /** UTF-8 with its length before it; a lone surrogate becomes U+FFFD. */
  readonly text: (value: string) => ByteWriter;
  readonly bytes: () => Uint8Array;
};

const encoder = new TextEncoder();
// A text may begin with U+FEFF and must come back as it went in.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const FIRST_BYTES = 128;

export const writeBytes = (): ByteWriter => {
  let buffer = new Uint8Array(FIRST_BYTES);
  let view = new DataView(buffer.buffer);
  let length = 0;
  const room = (more: number): number => {
    if (length + more > buffer.length) {
      const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
      view = new DataView(buffer.buffer);
    }
    const at = length;
    length += more;
    return at;
  };
  const writer: ByteWriter = {
    u8: (value) => {
      const at = room(1);
      view.setUint8(at, value);
      return writer;
    },
    u16: (value) => {
      const at = room(2);
      view.setUint16(at, value, true);
      return writer;
    },
    u32: (value) => {
      const at = room(4);
      view.setUint32(at, value, true);
      return writer;
    },
    u48: (value) => {
      const at = room(6);
      view.setUint32(at, value % 2 ** 32, true);
      view.setUint16(at + 4, Math.floor(value / 2 ** 32), true);
      return writer;
    },
    varint: (value) => {
      let rest = value;
      while (rest > 127) {
        writer.u8((rest % 128) + 128);
        rest = Math.floor(rest / 128);
      }
      return writer.u8(rest);
    },
    raw: (bytes) => {
      const at = room(bytes.length);
      buffer.set(bytes, at);
      return writer;
    },
    block: (bytes) => writer.varint(bytes.length).raw(bytes),
    text: (value) => writer.block(encoder.encode(value)),
    bytes: () => buffer.slice(0, length),
  };
  return writer;
};

/** Nothing that we write needs more than 53 bits. */
const MAX_VARINT_BYTES = 8;

/**
 * Reads what a `ByteWriter` wrote. Every call throws a RangeError where the bytes end too early.
 * A class: a long log makes a quarter of a million of these, and closures of each cost as much as the hashes.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = from;
  }

  #step(length: number): number {
    if (length > this.#bytes.length - this.#at) throw new RangeError('the bytes end too early');
    const start = this.#at;
    this.#at += length;
    return start;
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#step(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#step(4), true);
  }

  u48(): number {
    const start = this.#step(6);
    return this.#view.getUint32(start, true) + this.#view.getUint16(start + 4, true) * 2 ** 32;
  }

  varint(): number {
    let value = 0;
    for (let index = 0; index < MAX_VARINT_BYTES; index += 1) {
      const byte = this.u8();
      value += (byte & 127) * 128 ** index;
      if (byte < 128) {
        if (!Number.isSafeInteger(value)) break;
        return value;
      }
    }
    throw new RangeError('a number is too large');
  }

  /** So many bytes as a view of the whole. */
  raw(length: number): Uint8Array {
    const start = this.#step(length);
    return this.#bytes.subarray(start, this.#at);
  }

  block(): Uint8Array {
    return this.raw(this.varint());
  }

  text(): string {
    return decoder.decode(this.block());
  }

  at(): number {
    return this.#at;
  }

  isDone(): boolean {
    return this.#at >= this.#bytes.length;
  }
}

export const readBytes = (bytes: Uint8Array, from = 0): ByteReader => new ByteReader(bytes, from);

/**
 * Values by tag, so that later versions may add some: an odd tag must be understood by whoever reads,
 * an even one may be passed over.
 */
export type TaggedFields = ReadonlyMap<number, Uint8Array>;

export const writeFields = (fields: TaggedFields): Uint8Array => {
  const writer = writeBytes();
  for (const [tag, value] of [...fields].sort(([a], [b]) => a - b)) {
    writer.varint(tag).block(value);
  }
  return writer.bytes();
};

const NO_FIELDS: TaggedFields = new Map();

export const readFields = (bytes: Uint8Array): TaggedFields => {
  // Most frames have none in most places, and there are three places in each.
  if (bytes.length === 0) return NO_FIELDS;
  const fields = new Map<number, Uint8Array>();
  const reader = readBytes(bytes);
  while (!reader.isDone()) fields.set(reader.varint(), reader.block());
  return fields;
};

/** Whether fields hold one that must be understood and is not among the known ones. */
export const hasUnknownField = (fields: TaggedFields, known: readonly number[]): boolean =>
  [...fields.keys()].some((tag) => tag % 2 === 1 && !known.includes(tag));
