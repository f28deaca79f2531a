import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { LinkedRecordView } from './linked-record-view.tsx';
import type { LinkedView } from './linked-views.ts';
import type { NoteLinking } from './use-note-linking.ts';

type LinkedRecordsProps = { readonly linking: NoteLinking };

const keyOf = ({ key }: LinkedView): string => key;

/** Draws each linked record into the element that the editor has made for it. */
export const LinkedRecords = ({ linking }: LinkedRecordsProps) => {
  const views = useSyncExternalStore(linking.views.subscribe, linking.views.get);
  return useFewAtATime(views, keyOf).map((view) =>
    createPortal(<LinkedRecordView linking={linking} view={view} />, view.element, view.key),
  );
};
