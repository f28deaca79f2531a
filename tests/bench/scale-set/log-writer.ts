import * as Y from 'yjs';
import { stampFormat } from '#data/documents/format.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { createDraft, type Draft } from '#data/records/draft.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Head } from '#shared/documents/frame.ts';
import { encodeFrame, genesis } from '#shared/documents/frame-codec.ts';
import type { DeviceId } from '#shared/domain/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import type { Seeded } from './seeded.ts';

/** Writes one document's log as years of the app's use would: a frame for each edit. */
export type LogWriter = {
  /** Begins a new run of the app, which has a client id of its own, at a time (ms since 1970). */
  readonly begin: (time: number) => void;
  readonly edit: (label: string, run: (draft: Draft, doc: Y.Doc) => void) => void;
  /** The whole file. */
  readonly bytes: () => Uint8Array;
};

const AUTHORS = ['担当者 1', '担当者 2', '担当者 3'];
const BETWEEN_EDITS_MS = 40_000;
const LAST_CLIENT = 2 ** 32 - 1;

export const createLogWriter = (
  document: DocumentId,
  device: DeviceId,
  seeded: Seeded,
): LogWriter => {
  const doc = new Y.Doc();
  const reader = createRecordReader(document, doc);
  const frames: Uint8Array[] = [];
  let head: Head = genesis(document, device);
  let time = 0;
  let author = AUTHORS[0] ?? '';
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
    reader.touched(transaction);
    updates.push(update);
  });

  return {
    begin: (from) => {
      doc.clientID = seeded.int(1, LAST_CLIENT);
      time = Math.max(time, from);
      author = seeded.pick(AUTHORS);
    },
    edit: (label, run) => {
      updates = [];
      stampFormat(doc, null);
      doc.transact(() => {
        const { draft, writes } = createDraft(
          () => ({ doc, reader }),
          () => time,
        );
        run(draft, doc);
        for (const { apply } of writes) apply();
      });
      time += BETWEEN_EDITS_MS;
      const frame = encodeFrame(
        {
          kind: 'update',
          format: FORMAT,
          time,
          author,
          command: seeded.id(),
          label,
          update: Y.mergeUpdates(updates),
        },
        head,
      );
      head = frame.head;
      frames.push(frame.bytes);
    },
    bytes: () => {
      doc.destroy();
      return Buffer.concat(frames);
    },
  };
};
