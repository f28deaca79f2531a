import { invoke } from '#adapters/host/host.ts';
import { rememberedName } from '#data/cache-name.ts';
import { type OpenedDatabase, openDatabase, setAsideDatabase } from '#data/open-database.ts';
import { isCacheAhead } from '#data/restored.ts';
import type { FolderId } from '#shared/domain/record/ids.ts';
import type { Boot, RestoredTimes } from '#shared/ipc/contract.ts';
import { ok, type Problem, type Result } from '#shared/result.ts';

/** `older`: the records as they were put back; `newer`: as the cache still knows them. */
export type WantedState = 'older' | 'newer';

/** Asks staff, before anything is written, which of two states they want. */
export type AskState = (times: RestoredTimes) => Promise<WantedState>;

export type OpenedCache = OpenedDatabase & { readonly boot: Boot };

/**
 * Opens the cache of the records folder that main has, while main is still being asked for it. Where the
 * records were put back by hand and the cache is newer, staff choose; the cache that they do not want is
 * set aside.
 */
export const openCache = async (
  onLost: (problem: Problem) => void,
  askState: AskState,
): Promise<Result<OpenedCache>> => {
  const asked = invoke('boot', undefined);
  const folder = new Promise<FolderId>((resolve) => {
    asked.then((boot) => boot.ok && resolve(boot.value.folder));
  });
  const options = { folder, name: rememberedName(localStorage), onLost };
  const opening = openDatabase(options);
  const boot = await asked;
  if (!boot.ok) return boot;
  const opened = await opening;
  if (!opened.ok) return failed(opened.error);
  if (!boot.value.isRestored) return ok({ ...opened.value, boot: boot.value });

  const files = await invoke('readHeads', undefined);
  if (!files.ok) return files;
  const { database } = opened.value;
  const isNewer = await isCacheAhead(database, files.value);
  const wanted = isNewer ? await askState(boot.value.restoredTimes) : 'newer';
  const used = wanted === 'older' ? await setAsideDatabase(database, options) : opened;
  if (!used.ok) return failed(used.error);
  // Should this fail, the question comes once more.
  await invoke('settleRestored', undefined);
  const notices = [...opened.value.notices, ...(used === opened ? [] : used.value.notices)];
  return ok({ database: used.value.database, notices, boot: boot.value });
};

/** Where no cache can be opened at all, the next start puts the whole store away. */
const failed = async ({
  problem,
  isUnusable,
}: {
  readonly problem: Problem;
  readonly isUnusable: boolean;
}): Promise<Result<never>> => {
  const asked = isUnusable ? await invoke('setAsideCache', undefined) : ok(null);
  return { ok: false, error: asked.ok ? problem : asked.error };
};
