import { invoke } from '#adapters/host/host.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { HandedOver } from '#shared/ipc/erasing.ts';
import type { HeldBy } from './model.ts';

/** Every backup that was made before now. */
export const backupsThatHold = async (): Promise<readonly HeldBy[]> => {
  const state = await invoke('backupState', undefined);
  if (!state.ok) return [];
  const lists = await Promise.all(
    state.value.targets.map(async ({ place, path }): Promise<HeldBy> => {
      const list = await invoke('listGenerations', { source: place });
      return { path, generations: list.ok ? list.value.generations : [] };
    }),
  );
  return lists.filter(({ generations }) => generations.length > 0);
};

/** Hand-over files that were made here, with one of these documents in them. */
export const filesHandedOver = async (
  documents: readonly DocumentId[],
): Promise<readonly HandedOver[]> => {
  const made = await invoke('listHandedOver', undefined);
  if (!made.ok) return [];
  return made.value.filter((file) => file.documents.some((each) => documents.includes(each)));
};
