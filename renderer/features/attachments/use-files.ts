import { useEffect, useMemo, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { useLive } from '#adapters/store/store.tsx';
import type { FileRow, Owner } from './owner.ts';
import { filesOf } from './queries.ts';

/** What is wrong with an attached file's bytes. */
export type Lost = 'missing' | 'altered';

/** An owner's files; undefined until they are known. */
export const useFiles = (owner: Owner): readonly FileRow[] | undefined => {
  const loaded = useLive(useMemo(() => filesOf(owner), [owner]));
  return loaded.state === 'ready' ? loaded.value : undefined;
};

/**
 * Reads files to their end, behind the screen, and says which are not as they were attached; undefined until
 * that is known, and failed where it cannot be.
 */
export const useLostFiles = (
  files: readonly FileRow[],
): ReadonlyMap<string, Lost> | 'failed' | undefined => {
  const [lost, setLost] = useState<ReadonlyMap<string, Lost> | 'failed'>();
  const asked = [...new Set(files.map(({ hash }) => hash))].join(' ');
  useEffect(() => {
    let isGone = false;
    const hashes = asked === '' ? [] : asked.split(' ');
    if (hashes.length === 0) return;
    void invoke('proveFiles', hashes).then((found) => {
      if (isGone) return;
      if (!found.ok) {
        setLost('failed');
        return;
      }
      const { missing, altered } = found.value;
      setLost(
        new Map([
          ...missing.map((hash) => [hash, 'missing'] as const),
          ...altered.map((hash) => [hash, 'altered'] as const),
        ]),
      );
    });
    return () => {
      isGone = true;
    };
  }, [asked]);
  return lost;
};
