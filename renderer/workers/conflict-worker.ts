import { findConflicts } from '#data/conflicts/find-conflicts.ts';
import type { ConflictRequest } from '#data/conflicts/refresh.ts';

/** Derives what several desks leave open, apart from the screens; whoever asked may kill it. */
self.onmessage = ({ data }: MessageEvent<ConflictRequest>) => {
  self.postMessage(findConflicts(data.document, data.files));
};
