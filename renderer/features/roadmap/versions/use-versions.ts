import { useCallback, useMemo, useState } from 'react';
import { showProblem } from '#adapters/store/store.tsx';
import type { RoadmapVersionRow } from '#shared/domain/roadmap/collections.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { readSnapshot } from '#shared/domain/roadmap/snapshot.ts';
import { inOrder, type NamedRoadmap, NOW, type VersionKey } from './versions-model.ts';

export type { NamedRoadmap, VersionKey } from './versions-model.ts';

export type Versions = {
  /** By their dates. */
  readonly list: readonly RoadmapVersionRow[];
  /** What the page shows. */
  readonly shown: NamedRoadmap;
  /** What it is compared with (drawn as ghosts), or null. */
  readonly compared: NamedRoadmap | null;
  /** True while a version is shown: nothing may be edited. */
  readonly isReadOnly: boolean;
  readonly show: (key: VersionKey) => void;
  readonly compare: (key: VersionKey | null) => void;
};

/**
 * Which version is looked at, and which it is compared with.
 * @param asked the version that somebody came for
 */
export const useVersions = (
  now: Roadmap,
  rows: readonly RoadmapVersionRow[],
  asked: VersionKey = NOW,
): Versions => {
  const [shownKey, setShown] = useState<VersionKey>(asked);
  const [comparedKey, setCompared] = useState<VersionKey | null>(null);
  const list = useMemo(() => inOrder(rows), [rows]);
  const chosen = useRead(list, shownKey);
  const other = useRead(list, comparedKey);
  const current = useMemo((): NamedRoadmap => ({ key: NOW, name: 'いま', roadmap: now }), [now]);

  // A version that was removed meanwhile gives its place to now.
  const shown = chosen ?? current;
  const against = comparedKey === NOW ? current : other;
  const compared = against === null || against.key === shown.key ? null : against;

  const canRead = useCallback(
    (key: VersionKey | null): boolean => {
      const row = list.find(({ id }) => id === key);
      const read = row && readSnapshot(row.snapshot);
      if (read === undefined || read.ok) return true;
      showProblem(read.error);
      return false;
    },
    [list],
  );
  const show = useCallback(
    (key: VersionKey) => {
      if (canRead(key)) setShown(key);
    },
    [canRead],
  );
  const compare = useCallback(
    (key: VersionKey | null) => {
      if (canRead(key)) setCompared(key);
    },
    [canRead],
  );
  return useMemo(
    () => ({ list, shown, compared, isReadOnly: shown.key !== NOW, show, compare }),
    [list, shown, compared, show, compare],
  );
};

/** A version's roadmap; null for now, for none, and for what cannot be read. */
const useRead = (
  list: readonly RoadmapVersionRow[],
  key: VersionKey | null,
): NamedRoadmap | null => {
  const row = list.find(({ id }) => id === key);
  const [id, name, snapshot] = [row?.id, row?.name ?? '', row?.snapshot ?? ''];
  const roadmap = useMemo(() => {
    if (id === undefined) return null;
    const read = readSnapshot(snapshot);
    return read.ok ? read.value : null;
  }, [id, snapshot]);
  return useMemo(
    () => (id === undefined || roadmap === null ? null : { key: id, name, roadmap }),
    [id, name, roadmap],
  );
};
