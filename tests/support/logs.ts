import { NODE_TOOLS } from '#electron/services/log/node-tools.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import {
  encodeFileHeader,
  type FileHeader,
  genesisOf,
  identityOf,
} from '#shared/documents/file-header.ts';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import { encodeFrame, type FramePlace } from '#shared/documents/frame-codec.ts';
import type { CommandId, DeviceId, FolderId } from '#shared/domain/record/ids.ts';

export const TOOLS = NODE_TOOLS;

export const DEVICE = 'device1' as DeviceId;
export const PLACE = { document: OFFICE, device: DEVICE };
export const HEADER: FileHeader = {
  ...PLACE,
  folder: 'f0'.repeat(16) as FolderId,
  generation: 0,
  nonce: '0a'.repeat(16),
};

/** The nth command of a test. */
export const commandId = (number: number): CommandId =>
  number.toString(16).padStart(16, '0') as CommandId;

export const aDraft = (change: Partial<FrameDraft> = {}): FrameDraft => ({
  kind: 'update',
  format: 1,
  time: 1_660_000_000_000,
  author: { id: 'a1', name: '山田' },
  command: commandId(1),
  label: '場所を変更',
  seen: [],
  // A Yjs update without any change.
  update: Uint8Array.of(0, 0),
  ...change,
});

export type Written = {
  readonly bytes: Uint8Array;
  /** Where the file's header ends. */
  readonly start: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly heads: readonly Head[];
};

/** A whole log file, as the app writes it. */
export const writeLog = (
  drafts: readonly (FrameDraft & { readonly jumpFrom?: Head })[],
  header = HEADER,
): Written => {
  const parts: Uint8Array[] = [encodeFileHeader(header)];
  const start = parts[0]?.length ?? 0;
  let length = start;
  const starts: number[] = [];
  const ends: number[] = [];
  const heads: Head[] = [];
  for (const [index, { jumpFrom, ...draft }] of drafts.entries()) {
    const before = drafts[index - 1];
    const place: FramePlace = {
      identity: identityOf(header, TOOLS),
      after: jumpFrom ?? heads.at(-1) ?? genesisOf(header, TOOLS),
      jump: jumpFrom !== undefined,
      lastSeen: before?.seen,
      lastAuthor: before?.author,
    };
    const encoded = encodeFrame(draft, place, TOOLS);
    if (!encoded.ok) throw new Error(encoded.error);
    starts.push(length);
    parts.push(encoded.value.bytes);
    length += encoded.value.bytes.length;
    ends.push(length);
    heads.push(encoded.value.head);
  }
  return { bytes: Uint8Array.from(Buffer.concat(parts)), start, starts, ends, heads };
};
