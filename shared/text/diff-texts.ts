/** A stretch of two texts laid over each other. */
export type DiffPart = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
};

/** More differences than this are no comparison that anybody reads: all is then removed and added. */
const MOST_CHANGES = 400;

/**
 * What two texts have in common and what tells them apart, by lines first and by words inside of those that
 * differ. `same` and `removed` together are the one, `same` and `added` the other.
 */
export const diffTexts = (before: string, after: string): readonly DiffPart[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const lines = runsOf(diffTokens(linesOf(before), linesOf(after)));
  const parts: DiffPart[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [part, next] = [lines[index], lines[index + 1]];
    if (part === undefined) continue;
    if (part.kind === 'removed' && next?.kind === 'added') {
      parts.push(...withoutCrumbs(runsOf(diffTokens(wordsOf(part.text), wordsOf(next.text)))));
      index += 1;
    } else parts.push(part);
  }
  return runsOf(parts);
};

/** Lines with their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Line by line: segmenting takes a time that grows with the square of what it is given. */
const wordsOf = (text: string): readonly string[] =>
  linesOf(text).flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment));

/** Of each turn of changes what goes comes first; neighbours of one kind are one part. */
const runsOf = (parts: readonly DiffPart[]): readonly DiffPart[] => {
  const runs: DiffPart[] = [];
  let [removed, added, same] = ['', '', ''];
  const end = (): void => {
    if (same !== '') runs.push({ kind: 'same', text: same });
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    [removed, added, same] = ['', '', ''];
  };
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      if (removed !== '' || added !== '') end();
      same += text;
    } else if (kind === 'removed') removed += text;
    else added += text;
  }
  end();
  return runs;
};

/** A single letter that happens to stand in both, amid what differs, only breaks it into crumbs. */
const withoutCrumbs = (parts: readonly DiffPart[]): readonly DiffPart[] =>
  parts.flatMap((part, index): readonly DiffPart[] => {
    const isAmid = index > 0 && index < parts.length - 1;
    if (part.kind !== 'same' || !isAmid || [...part.text].length > 1 || part.text === '\n') {
      return [part];
    }
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ];
  });

/** The shortest way from one row of tokens to the other (Myers, 1986). */
const diffTokens = (before: readonly string[], after: readonly string[]): readonly DiffPart[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const parts = (kind: DiffPart['kind'], tokens: readonly string[]): readonly DiffPart[] =>
    tokens.map((text) => ({ kind, text }));
  return [
    ...parts('same', before.slice(0, start)),
    ...middleOf(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...parts('same', before.slice(before.length - end)),
  ];
};

const middleOf = (before: readonly string[], after: readonly string[]): readonly DiffPart[] => {
  const trace = waysThrough(before, after);
  if (trace === undefined) {
    return [
      ...before.map((text) => ({ kind: 'removed', text }) as const),
      ...after.map((text) => ({ kind: 'added', text }) as const),
    ];
  }
  const parts: DiffPart[] = [];
  let [x, y] = [before.length, after.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const reached = trace[changes];
    const diagonal = x - y;
    const from = reached === undefined ? 0 : cameFrom(reached, diagonal, changes);
    const [fromX, fromY] =
      changes === 0 || reached === undefined
        ? [0, 0]
        : [reachedAt(reached, from), reachedAt(reached, from) - from];
    while (x > fromX && y > fromY && before[x - 1] === after[y - 1]) {
      x -= 1;
      y -= 1;
      parts.push({ kind: 'same', text: before[x] ?? '' });
    }
    if (changes === 0) break;
    if (x > fromX) {
      x -= 1;
      parts.push({ kind: 'removed', text: before[x] ?? '' });
    } else {
      y -= 1;
      parts.push({ kind: 'added', text: after[y] ?? '' });
    }
  }
  return parts.toReversed();
};

type Reached = ReadonlyMap<number, number>;

const reachedAt = (reached: Reached, diagonal: number): number => reached.get(diagonal) ?? -1;

/** From which diagonal the furthest place of one was reached by its last change. */
const cameFrom = (reached: Reached, diagonal: number, changes: number): number => {
  if (diagonal === -changes) return diagonal + 1;
  if (diagonal === changes) return diagonal - 1;
  return reachedAt(reached, diagonal - 1) < reachedAt(reached, diagonal + 1)
    ? diagonal + 1
    : diagonal - 1;
};

/** For each number of changes how far along each diagonal one has come before; undefined beyond the limit. */
const waysThrough = (
  before: readonly string[],
  after: readonly string[],
): readonly Reached[] | undefined => {
  const trace: Reached[] = [];
  let reached: Map<number, number> = new Map([[1, 0]]);
  const most = Math.min(MOST_CHANGES, before.length + after.length);
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(reached);
    const next = new Map(reached);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const from = changes === 0 ? 1 : cameFrom(reached, diagonal, changes);
      let x = reachedAt(reached, from) + (from < diagonal ? 1 : 0);
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      ) {
        x += 1;
      }
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trace;
    }
    reached = next;
  }
  return undefined;
};
