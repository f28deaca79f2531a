import * as Y from 'yjs';
import { compactUpdate } from '#data/documents/compact-update.ts';
import { stampFormat } from '#data/documents/format.ts';
import { createRecordReader } from '#data/documents/record-reader.ts';
import { createDraft, type Draft } from '#data/records/draft.ts';
import { encodeDrafts } from '#electron/services/log/append.ts';
import { isCheckpointDue } from '#electron/services/log/checkpoint-rule.ts';
import { FIRST_END } from '#electron/services/log/read-part.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { FileHeader } from '#shared/documents/file-header.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import type { CommandId, DeviceId, FolderId } from '#shared/domain/record/ids.ts';
import { FORMAT } from '#shared/domain/schema.ts';
import { createSeeded, type Seeded } from './seeded.ts';

/** Writes one document's log as years of the app's use would: a frame for each edit. */
export type LogWriter = {
  /** Begins a new run of the app, which has a client id of its own, at a time (ms since 1970). */
  readonly begin: (time: number) => void;
  readonly edit: (label: string, run: (draft: Draft, doc: Y.Doc) => void) => void;
  /** The whole file. */
  readonly bytes: () => Uint8Array;
};

const AUTHORS = [1, 2, 3].map((number) => ({
  id: `00000000000${number}`,
  name: `担当者 ${number}`,
}));
const BETWEEN_EDITS_MS = 40_000;
const LAST_CLIENT = 2 ** 32 - 1;

/** The id of the records folder that a set's device writes to. */
export const folderOfSet = (device: DeviceId): FolderId =>
  createSeeded(`folder of ${device}`).hex(16) as FolderId;

export const createLogWriter = (
  document: DocumentId,
  device: DeviceId,
  seeded: Seeded,
): LogWriter => {
  const doc = new Y.Doc();
  const reader = createRecordReader(document, doc);
  const parts: Uint8Array[] = [];
  const folder = folderOfSet(device);
  const header: FileHeader = { document, device, folder, generation: 0, nonce: seeded.hex(16) };
  let fileEnd = FIRST_END;
  let time = 0;
  let author = AUTHORS[0] ?? { id: '', name: '' };
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction) => {
    reader.touched(transaction);
    updates.push(update);
  });

  const append = (draft: FrameDraft): void => {
    const encoded = encodeDrafts([draft], fileEnd, header, undefined, () => seeded.bytes(8));
    if (!encoded.ok) throw new Error(encoded.error.refusal);
    fileEnd = encoded.value.fileEnd;
    parts.push(encoded.value.bytes);
    if (draft.kind === 'checkpoint' || !isCheckpointDue(fileEnd)) return;
    const update = Y.encodeStateAsUpdate(doc);
    const command = seeded.hex(8) as CommandId;
    const covers = fileEnd.head;
    append({ ...draft, kind: 'checkpoint', label: '全体の控え', command, covers, update });
  };

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
      append({
        kind: 'update',
        format: FORMAT,
        time,
        author,
        command: seeded.hex(8) as CommandId,
        label,
        seen: [],
        update: compactUpdate(Y.mergeUpdates(updates)),
      });
    },
    bytes: () => {
      doc.destroy();
      return Buffer.concat(parts);
    },
  };
};
