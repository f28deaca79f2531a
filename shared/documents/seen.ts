import type { Seen, SeenHead } from './frame.ts';

const compareHeads = (a: SeenHead, b: SeenHead): number => {
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
};

/**
 * Both together: of one device the furthest place counts, unless two places are told apart.
 * @param isFork whether two places of one device are known not to lie on one chain; without that
 *   knowledge only equal sequence numbers with different hashes are a fork
 */
export const mergeSeen = (
  a: Seen,
  b: Seen,
  isFork: (lower: SeenHead, higher: SeenHead) => boolean = () => false,
): Seen => {
  const all = [...a, ...b].sort(compareHeads);
  return all.filter((head, index) => {
    const next = all[index + 1];
    if (next !== undefined && compareHeads(head, next) === 0) return false;
    return !all
      .slice(index + 1)
      .some(
        (other) => other.device === head.device && other.seq > head.seq && !isFork(head, other),
      );
  });
};

export const sameSeen = (a: Seen, b: Seen): boolean =>
  a.length === b.length &&
  a.every((head, index) => {
    const other = b[index];
    return other !== undefined && compareHeads(head, other) === 0;
  });
