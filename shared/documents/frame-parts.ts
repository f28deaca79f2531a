import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { CommandId, DeviceId } from '../domain/record/ids.ts';
import {
  type ByteReader,
  hasUnknownField,
  readBytes,
  readFields,
  writeBytes,
  writeFields,
} from './bytes.ts';
import type { Author, FrameDraft, Head, Seen } from './frame.ts';
import { codeLabel, readLabel } from './labels.ts';
import { HASH_BYTES } from './log-tools.ts';
import { sameSeen } from './seen.ts';

/*
 * The two halves of a frame's body. `chained` holds ids, numbers and times only; whatever somebody wrote,
 * names included, stands in the part, which begins with random bytes: nobody who knows the rest of a
 * part that was erased can try all telephone numbers against the digest that is kept of it.
 */
const CHAINED = { covers: 1, seen: 2, undoes: 4, app: 6 } as const;
const PART = { authorId: 2, authorName: 4, label: 6, whose: 8 } as const;
const SALT_BYTES = 8;
const COMMAND_BYTES = 8;

export type Chained = {
  readonly previous: string;
  readonly time: number;
  readonly format: number;
  readonly covers?: Head | undefined;
  readonly seen: Seen | undefined;
};

const padded = (hash: string): Uint8Array =>
  hash === '' ? new Uint8Array(HASH_BYTES) : hexToBytes(hash);

const headBytes = ({ generation, seq, hash }: Head): Uint8Array =>
  writeBytes().varint(generation).varint(seq).raw(padded(hash)).bytes();

const readHead = (bytes: Uint8Array): Head => {
  const reader = readBytes(bytes);
  const generation = reader.varint();
  const seq = reader.varint();
  return { generation, seq, hash: bytesToHex(reader.raw(HASH_BYTES)) };
};

export const seenBytes = (seen: Seen): Uint8Array => {
  const writer = writeBytes().varint(seen.length);
  for (const { device, seq, hash } of seen) writer.text(device).varint(seq).raw(padded(hash));
  return writer.bytes();
};

export const readSeen = (bytes: Uint8Array): Seen => {
  const reader = readBytes(bytes);
  const count = reader.varint();
  const seen: Seen[number][] = [];
  for (let index = 0; index < count; index += 1) {
    const device = reader.text() as DeviceId;
    const seq = reader.varint();
    seen.push({ device, seq, hash: bytesToHex(reader.raw(HASH_BYTES)) });
  }
  return seen;
};

/** `seen` stands whole in each checkpoint, and wherever it differs from the frame before. */
export const encodeChained = (
  { kind, previous, time, format, covers, seen }: FrameDraft & { readonly previous: string },
  lastSeen: Seen | undefined,
): Uint8Array => {
  const fields = new Map<number, Uint8Array>();
  if (kind === 'checkpoint' && covers !== undefined) fields.set(CHAINED.covers, headBytes(covers));
  const isSaid = kind !== 'checkpoint' && lastSeen !== undefined && sameSeen(seen, lastSeen);
  if (!isSaid) fields.set(CHAINED.seen, seenBytes(seen));
  return writeBytes()
    .raw(padded(previous))
    .u48(time)
    .u16(format)
    .block(writeFields(fields))
    .bytes();
};

/** @throws when the bytes end too early */
export const decodeChained = (reader: ByteReader): Chained | 'unknown' => {
  const previous = bytesToHex(reader.raw(HASH_BYTES));
  const time = reader.u48();
  const format = reader.u16();
  const fields = readFields(reader.block());
  if (hasUnknownField(fields, [CHAINED.covers])) return 'unknown';
  const covers = fields.get(CHAINED.covers);
  const seen = fields.get(CHAINED.seen);
  return {
    previous,
    time,
    format,
    ...(covers === undefined ? {} : { covers: readHead(covers) }),
    seen: seen === undefined ? undefined : readSeen(seen),
  };
};

export type Part = {
  readonly command: CommandId;
  readonly author: { readonly id: string; readonly name: string | undefined };
  readonly label: string;
  readonly update: Uint8Array;
};

const evenHex = (hex: string): string => (hex.length % 2 === 0 ? hex : `0${hex}`);

export const encodePart = (
  { author, command, label, update, kind }: FrameDraft,
  lastAuthor: Author | undefined,
  salt: Uint8Array = crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
): Uint8Array => {
  const fields = new Map<number, Uint8Array>();
  fields.set(PART.authorId, hexToBytes(evenHex(author.id)));
  const isSaid =
    kind !== 'checkpoint' && lastAuthor?.id === author.id && lastAuthor.name === author.name;
  if (!isSaid) fields.set(PART.authorName, new TextEncoder().encode(author.name));
  const { code, parameters } = codeLabel(label);
  const said = writeBytes().varint(code);
  for (const parameter of parameters) said.text(parameter);
  fields.set(PART.label, said.bytes());
  return writeBytes()
    .raw(salt)
    .raw(hexToBytes(command))
    .block(writeFields(fields))
    .raw(update)
    .bytes();
};

const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** @throws when the bytes end too early */
export const decodePart = (bytes: Uint8Array): Part | 'unknown' => {
  const reader = readBytes(bytes);
  reader.raw(SALT_BYTES);
  const command = bytesToHex(reader.raw(COMMAND_BYTES)) as CommandId;
  const fields = readFields(reader.block());
  if (hasUnknownField(fields, [])) return 'unknown';
  const name = fields.get(PART.authorName);
  return {
    command,
    author: {
      id: bytesToHex(fields.get(PART.authorId) ?? new Uint8Array()),
      name: name === undefined ? undefined : textOf(name),
    },
    label: labelOf(fields.get(PART.label)),
    // A copy: a view would keep the whole file's buffer alive, and would not survive a transfer.
    update: bytes.slice(reader.at()),
  };
};

const labelOf = (bytes: Uint8Array | undefined): string => {
  if (bytes === undefined) return '';
  const reader = readBytes(bytes);
  const code = reader.varint();
  const parameters: string[] = [];
  while (!reader.isDone()) parameters.push(reader.text());
  return readLabel({ code, parameters });
};

/** The same part with another update, and nothing else in it that anybody wrote, nor the random bytes. */
export const blankPart = (
  part: Uint8Array,
  update: Uint8Array,
  keepsAuthor: boolean,
): Uint8Array => {
  const reader = readBytes(part);
  reader.raw(SALT_BYTES);
  const command = reader.raw(COMMAND_BYTES);
  const kept: readonly number[] = keepsAuthor ? [PART.authorId, PART.authorName] : [PART.authorId];
  const blanked = new Map(
    [...readFields(reader.block())].map(([tag, value]) => [
      tag,
      kept.includes(tag) ? value : blankField(tag, value),
    ]),
  );
  return writeBytes()
    .raw(new Uint8Array(SALT_BYTES))
    .raw(command)
    .block(writeFields(blanked))
    .raw(update)
    .bytes();
};

const FILLER = '*'.charCodeAt(0);

/** Names and parameters become as many asterisks; a label keeps its code and the lengths. */
const blankField = (tag: number, value: Uint8Array): Uint8Array => {
  if (tag !== PART.label) return new Uint8Array(value.length).fill(FILLER);
  const reader = readBytes(value);
  const writer = writeBytes().varint(reader.varint());
  while (!reader.isDone()) writer.block(new Uint8Array(reader.block().length).fill(FILLER));
  return writer.bytes();
};
