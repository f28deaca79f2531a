import type { FileEnd } from './read-part.ts';

/** A checkpoint is not worth its bytes before so many stand behind the last one. */
const FLOOR = 64 * 1024;
/** Checkpoints are a quarter of a long log then; written three times as often, they would be half of it. */
const SPACING = 3;

/** Whether so much stands behind the last checkpoint, measured by its own size, that the next one is due. */
export const isCheckpointDue = ({ checkpointBytes, bytesSince }: FileEnd): boolean =>
  bytesSince > Math.max(FLOOR, checkpointBytes * SPACING);
