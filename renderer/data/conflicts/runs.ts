import type { Writer, Writers } from './writers.ts';

/**
 * Writers of one line who stand alike to everybody else: each has seen the same of others, and whoever
 * has seen one of them has seen all. What holds between two runs holds between any two of their writers.
 */
export type Run = {
  readonly writers: readonly Writer[];
  readonly last: Writer;
};

/** How many of a line somebody has seen: whoever has seen one has seen those before it. */
const seenOf = (line: readonly Writer[], by: Writer, saw: Writers['saw']): number => {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const writer = line[middle];
    if (writer !== undefined && (writer === by || saw(by, writer))) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Cuts all writers of one text into runs. */
export const runsOf = (writers: readonly Writer[], saw: Writers['saw']): readonly Run[] => {
  const lines = new Map<string, Writer[]>();
  for (const writer of writers.toSorted((a, b) => a.place - b.place)) {
    const line = lines.get(writer.line);
    if (line === undefined) lines.set(writer.line, [writer]);
    else line.push(writer);
  }
  const names = [...lines.keys()];
  const seen = new Map<Writer, readonly number[]>();
  /** Places in each line behind which somebody else's sight ended. */
  const cuts = new Map<string, Set<number>>(names.map((name) => [name, new Set()]));
  for (const writer of writers) {
    const counts = names.map((name) =>
      name === writer.line ? 0 : seenOf(lines.get(name) ?? [], writer, saw),
    );
    seen.set(writer, counts);
    for (const [index, name] of names.entries()) cuts.get(name)?.add(counts[index] ?? 0);
  }
  return names.flatMap((name) => {
    const runs: Writer[][] = [];
    let before: Writer | undefined;
    for (const [place, writer] of (lines.get(name) ?? []).entries()) {
      const goesOn =
        before !== undefined &&
        !cuts.get(name)?.has(place) &&
        saw(writer, before) &&
        seen.get(writer)?.join() === seen.get(before)?.join();
      if (goesOn) runs.at(-1)?.push(writer);
      else runs.push([writer]);
      before = writer;
    }
    return runs.flatMap((run): readonly Run[] => {
      const last = run.at(-1);
      return last === undefined ? [] : [{ writers: run, last }];
    });
  });
};
