/** Letters or values that one Yjs client made in a row: from `clock` up to, but without, `end`. */
export type Range<T> = { readonly clock: number; readonly end: number; readonly by: T };

/** A stretch in which the same ones hold all of it. */
export type Segment<T> = {
  readonly clock: number;
  readonly end: number;
  readonly by: readonly T[];
};

/** Cuts ranges of one client, which may overlap, into stretches in a row that do not. */
export const flatten = <T>(ranges: readonly Range<T>[]): readonly Segment<T>[] => {
  const sorted = ranges.toSorted((a, b) => a.clock - b.clock);
  if (isApart(sorted)) return sorted.map(({ clock, end, by }) => ({ clock, end, by: [by] }));
  const borders = [...new Set(sorted.flatMap(({ clock, end }) => [clock, end]))].sort(
    (a, b) => a - b,
  );
  const segments: Segment<T>[] = [];
  let open: readonly Range<T>[] = [];
  let next = 0;
  for (const [index, clock] of borders.entries()) {
    open = open.filter((range) => range.end > clock);
    const entering: Range<T>[] = [];
    for (let range = sorted[next]; range && range.clock === clock; range = sorted[next]) {
      entering.push(range);
      next += 1;
    }
    open = [...open, ...entering];
    const end = borders[index + 1];
    if (end === undefined || open.length === 0) continue;
    segments.push({ clock, end, by: [...new Set(open.map(({ by }) => by))] });
  }
  return segments;
};

const isApart = <T>(sorted: readonly Range<T>[]): boolean =>
  sorted.every((range, index) => {
    const next = sorted[index + 1];
    return range.end > range.clock && (next === undefined || range.end <= next.clock);
  });

/** The index of the first segment that ends behind a clock. */
const firstBehind = <T>(segments: readonly Segment<T>[], clock: number): number => {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The parts of a range, in a row: what segments hold of it, and what none does (`by` empty). */
export const cutBy = <T>(
  segments: readonly Segment<T>[],
  clock: number,
  end: number,
): readonly Segment<T>[] => {
  const parts: Segment<T>[] = [];
  let at = clock;
  for (let index = firstBehind(segments, clock); at < end; index += 1) {
    const segment = segments[index];
    if (segment === undefined || segment.clock >= end) break;
    if (segment.clock > at) parts.push({ clock: at, end: segment.clock, by: [] });
    const from = Math.max(at, segment.clock);
    at = Math.min(end, segment.end);
    parts.push({ clock: from, end: at, by: segment.by });
  }
  if (at < end) parts.push({ clock: at, end, by: [] });
  return parts;
};

/** Who holds one clock. */
export const holdersAt = <T>(segments: readonly Segment<T>[], clock: number): readonly T[] => {
  const segment = segments[firstBehind(segments, clock)];
  return segment !== undefined && segment.clock <= clock ? segment.by : [];
};
