import { type Dirent, mkdtempSync, promises, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const real = promises.readdir;

/** An entry of a file of each of some names, as the system tells it. */
const entriesOf = async (names: readonly string[]): Promise<readonly Dirent[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'entry-'));
  writeFileSync(join(folder, 'one'), '');
  const [one] = await real(folder, { withFileTypes: true });
  rmSync(folder, { recursive: true });
  return names.map((name) =>
    Object.assign(Object.create(Object.getPrototypeOf(one)), one, { name }),
  );
};

/**
 * Makes the system list files in folders beside those that are there; whoever opens one finds it gone. To write so
 * many would take the most of a test's time.
 * @param crowds names by folder
 * @returns what ends it
 */
export const crowded = async (
  crowds: ReadonlyMap<string, readonly string[]>,
): Promise<() => void> => {
  const added = new Map<string, readonly Dirent[]>();
  for (const [folder, names] of crowds) added.set(folder, await entriesOf(names));
  const listing = async (folder: string, options: { readonly withFileTypes: true }) => [
    ...(await real(folder, options)),
    ...(added.get(folder) ?? []),
  ];
  Object.assign(promises, { readdir: listing });
  syncBuiltinESMExports();
  return () => {
    Object.assign(promises, { readdir: real });
    syncBuiltinESMExports();
  };
};
