import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { LinkedRecordView } from './linked-record-view.tsx';
import type { NoteLinking } from './use-note-linking.ts';

type LinkedRecordsProps = { readonly linking: NoteLinking };

/** So many are drawn in one frame: hundreds at once would hold up the window. */
const AT_ONCE = 24;

/** Draws each linked record into the element that the editor has made for it. */
export const LinkedRecords = ({ linking }: LinkedRecordsProps) => {
  const views = useSyncExternalStore(linking.views.subscribe, linking.views.get);
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const waiting = views.filter(({ key }) => !drawn.has(key));
  const next = waiting.slice(0, AT_ONCE);
  const isMore = waiting.length > AT_ONCE;
  const shown = new Set(next);

  useEffect(() => {
    if (!isMore) return undefined;
    const frame = requestAnimationFrame(() =>
      setDrawn((before) => new Set([...before, ...next.map(({ key }) => key)])),
    );
    return () => cancelAnimationFrame(frame);
  });

  return views
    .filter((view) => drawn.has(view.key) || shown.has(view))
    .map((view) =>
      createPortal(<LinkedRecordView linking={linking} view={view} />, view.element, view.key),
    );
};
