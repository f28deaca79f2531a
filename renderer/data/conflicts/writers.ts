import type { Origin } from '#shared/domain/record/conflict.ts';
import type { FrameNode, FrameTree } from './frame-tree.ts';

/**
 * Who wrote something: an edit, which may stand in two files (sent twice, from an old and a new device
 * id); or, where the file of an edit is missing, those who passed its structs on.
 */
export type Writer = {
  readonly index: number;
  /** The frames that hold what was written, in an order that is the same on all devices. */
  readonly nodes: readonly FrameNode[];
  /** Writers of one line follow each other. */
  readonly line: string;
  readonly place: number;
  /** Erased: it fills its place and says nothing. */
  readonly isSilent: boolean;
  /** Set where the edit's own file is missing: what its author knew is told by what he built on. */
  readonly passedOn: PassedOn | undefined;
};

export type PassedOn = {
  readonly client: number;
  readonly clock: number;
  readonly knew: () => readonly Writer[];
};

export type Writers = {
  readonly edit: (node: FrameNode) => Writer;
  readonly passedOn: (carriers: readonly FrameNode[], what: PassedOn, line: string) => Writer;
  /** Whether the author of `later` had taken in what `earlier` wrote. */
  readonly saw: (later: Writer, earlier: Writer) => boolean;
};

/** A cheap fingerprint: two frames of one command with equal updates are one edit sent twice. */
const fingerprint = (bytes: Uint8Array): number => {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
};

const inSameOrder = (nodes: readonly FrameNode[]): readonly FrameNode[] =>
  nodes.toSorted(
    (a, b) =>
      a.frame.time - b.frame.time ||
      (a.device < b.device ? -1 : a.device > b.device ? 1 : 0) ||
      a.frame.seq - b.frame.seq ||
      (a.frame.hash < b.frame.hash ? -1 : 1),
  );

export const createWriters = (tree: FrameTree): Writers => {
  let count = 0;
  const sent = new Map<string, FrameNode[]>();
  const keyOf = ({ frame }: FrameNode): string =>
    `${frame.command} ${frame.update.length} ${fingerprint(frame.update)}`;
  for (const node of tree.nodes) {
    if (node.frame.kind !== 'update') continue;
    const key = keyOf(node);
    const same = sent.get(key);
    if (same === undefined) sent.set(key, [node]);
    else same.push(node);
  }
  const edits = new Map<FrameNode, Writer>();
  for (const found of sent.values()) {
    const nodes = inSameOrder(found);
    const [first] = nodes;
    if (first === undefined) continue;
    const writer: Writer = {
      index: count,
      nodes,
      line: `${first.line}`,
      place: first.enter,
      isSilent: nodes.some(({ frame }) => frame.redacted),
      passedOn: undefined,
    };
    count += 1;
    for (const node of nodes) edits.set(node, writer);
  }

  const answers = new Map<Writer, Map<Writer, boolean>>();
  const look = (later: Writer, earlier: Writer): boolean => {
    const { passedOn } = later;
    if (passedOn === undefined) {
      return later.nodes.some((node) => earlier.nodes.some((other) => tree.saw(node, other)));
    }
    const other = earlier.passedOn;
    if (other !== undefined && other.client === passedOn.client && other.client !== -1) {
      if (other.clock < passedOn.clock) return true;
    }
    return passedOn.knew().some((known) => known === earlier || saw(known, earlier));
  };
  const saw = (later: Writer, earlier: Writer): boolean => {
    if (later === earlier) return false;
    let own = answers.get(later);
    if (own === undefined) {
      own = new Map();
      answers.set(later, own);
    }
    let answer = own.get(earlier);
    if (answer === undefined) {
      // While it is being looked for: damage may make two build on each other.
      own.set(earlier, false);
      answer = look(later, earlier);
      own.set(earlier, answer);
    }
    return answer;
  };

  return {
    edit: (node) => {
      const writer = edits.get(node);
      if (writer === undefined) throw new Error('only an update is an edit');
      return writer;
    },
    passedOn: (carriers, what, line) => {
      const writer: Writer = {
        index: count,
        nodes: inSameOrder(carriers),
        line,
        place: what.clock,
        isSilent: false,
        passedOn: what,
      };
      count += 1;
      return writer;
    },
    saw,
  };
};

/** Who wrote, as a list shows it. */
export const originOf = (writer: Writer): Origin => {
  const [node] = writer.nodes;
  if (node === undefined) throw new Error('a writer stands in a frame');
  const { author, time, label } = node.frame;
  const via = writer.passedOn !== undefined;
  return { author: author.name, time, device: node.device, label: via ? '' : label, via };
};

/** The latest first; equal times in an order that is the same on all devices. */
export const latestFirst = (a: Writer, b: Writer): number => {
  const [one] = a.nodes;
  const [other] = b.nodes;
  if (one === undefined || other === undefined) return 0;
  return (
    other.frame.time - one.frame.time ||
    (one.device < other.device ? -1 : one.device > other.device ? 1 : 0) ||
    other.frame.seq - one.frame.seq ||
    (one.frame.hash < other.frame.hash ? -1 : one.frame.hash > other.frame.hash ? 1 : 0) ||
    (a.passedOn?.clock ?? 0) - (b.passedOn?.clock ?? 0)
  );
};

/** Those whom no other of them has seen; erased ones neither write nor decide. */
export const unseen = (writers: readonly Writer[], saw: Writers['saw']): readonly Writer[] => {
  const speaking = writers.filter(({ isSilent }) => !isSilent);
  // Of one line only the last can be unseen: a field that one desk wrote a hundred times is one.
  const last = new Map<string, Writer>();
  for (const writer of speaking) {
    const before = last.get(writer.line);
    if (before === undefined || before.place < writer.place) last.set(writer.line, writer);
  }
  const candidates = [...last.values()];
  return candidates.filter((writer) => !candidates.some((other) => saw(other, writer)));
};
