import { dirname } from 'node:path';
import { openLogStore } from '#electron/services/log/log-store.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import { type FrameDraft, NO_HEAD } from '#shared/documents/frame.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { sourceOf } from '#shared/ipc/logs.ts';
import { HEADER } from './logs.ts';

/** Appends frames to any device's log, as that device itself would. @param logs the folder of all logs */
export const appendToLog = async (
  logs: string,
  document: DocumentId,
  device: DeviceId,
  drafts: readonly FrameDraft[],
): Promise<void> => {
  const store = openLogStore({ records: dirname(logs), device, folder: HEADER.folder });
  const part = await store.read({ document, source: sourceOf(device), known: NO_HEAD });
  if (!part.ok) throw new Error(part.error.happened);
  const [answer] = await store.append([{ document, known: part.value.head, drafts }]);
  if (answer?.kind !== 'appended') throw new Error(`not appended: ${answer?.kind}`);
};
