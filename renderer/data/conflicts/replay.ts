import * as Y from 'yjs';
import type { FrameNode, FrameTree } from './frame-tree.ts';
import { cutBy, flatten, holdersAt, type Range, type Segment } from './ranges.ts';
import type { Writer, Writers } from './writers.ts';

/** All frames in one document that forgets nothing, and who wrote and who deleted each part of it. */
export type Replay = {
  readonly doc: Y.Doc;
  readonly inserted: Held;
  readonly deleted: Held;
};

/** Who holds letters and values by the client that made them and their clocks. */
export type Held = {
  readonly at: (client: number, clock: number) => readonly Writer[];
  /** The parts of a range in a row, each with those who hold it. */
  readonly parts: (client: number, clock: number, end: number) => readonly Segment<Writer>[];
};

type Ranges<T> = Map<number, Range<T>[]>;
type Segments<T> = ReadonlyMap<number, readonly Segment<T>[]>;

const add = <T>(ranges: Ranges<T>, client: number, range: Range<T>): void => {
  const own = ranges.get(client);
  if (own === undefined) ranges.set(client, [range]);
  else own.push(range);
};

const flattenAll = <T>(ranges: Ranges<T>): Segments<T> =>
  new Map([...ranges].map(([client, own]) => [client, flatten(own)]));

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** What a frame holds; undefined where its bytes are no update, which says nothing. */
const decode = (frame: FrameNode['frame']): Decoded | undefined => {
  try {
    return Y.decodeUpdate(frame.update);
  } catch {
    return undefined;
  }
};

type Visit = (client: number, clock: number, end: number) => void;

const eachStruct = ({ structs }: Decoded, visit: Visit): void => {
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    visit(client, clock, clock + struct.length);
  }
};

const eachDelete = ({ ds }: Decoded, visit: Visit): void => {
  for (const [client, deletes] of ds.clients) {
    for (const { clock, len } of deletes) visit(client, clock, clock + len);
  }
};

/**
 * Replays the frames of all files. A struct belongs to the edit whose frame holds it; only where that
 * is missing, to the frames that pass it on (`adopt`, `checkpoint`).
 */
export const replay = (tree: FrameTree, writers: Writers): Replay => {
  const inserts: Ranges<Writer> = new Map();
  const deletes: Ranges<Writer> = new Map();
  const needed = new Set<FrameNode>();
  for (const node of tree.nodes) {
    // Not kept: the structs of a long case are more than its document.
    const update = node.frame.kind === 'update' ? decode(node.frame) : undefined;
    if (update === undefined) continue;
    needed.add(node);
    const by = writers.edit(node);
    eachStruct(update, (client, clock, end) => add(inserts, client, { clock, end, by }));
    eachDelete(update, (client, clock, end) => add(deletes, client, { clock, end, by }));
  }
  const ownInserts = flattenAll(inserts);
  const ownDeletes = flattenAll(deletes);

  const strayInserts: Ranges<FrameNode> = new Map();
  const strayDeletes: Ranges<FrameNode> = new Map();
  for (const node of tree.nodes) {
    const update = node.frame.kind === 'update' ? undefined : decode(node.frame);
    if (update === undefined) continue;
    const gather =
      (own: Segments<Writer>, strays: Ranges<FrameNode>): Visit =>
      (client, clock, end) => {
        for (const part of cutBy(own.get(client) ?? [], clock, end)) {
          if (part.by.length > 0) continue;
          add(strays, client, { clock: part.clock, end: part.end, by: node });
          needed.add(node);
        }
      };
    eachStruct(update, gather(ownInserts, strayInserts));
    eachDelete(update, gather(ownDeletes, strayDeletes));
  }

  const doc = new Y.Doc({ gc: false });
  doc.transact(() => {
    for (const node of tree.nodes) {
      if (needed.has(node)) applyIfWhole(doc, node.frame.update);
    }
  });

  const inserted = heldBy(ownInserts, new Map());
  const passedOn = passedOnInserts(doc, strayInserts, inserted, writers);
  const all = heldBy(ownInserts, passedOn);
  return {
    doc,
    inserted: all,
    deleted: heldBy(ownDeletes, passedOnDeletes(strayDeletes, all, writers)),
  };
};

const applyIfWhole = (doc: Y.Doc, update: Uint8Array): void => {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    // What cannot be applied here could not be adopted either: it wrote nothing.
  }
};

const heldBy = (own: Segments<Writer>, passedOn: Segments<Writer>): Held => ({
  at: (client, clock) => {
    const found = holdersAt(own.get(client) ?? [], clock);
    return found.length > 0 ? found : holdersAt(passedOn.get(client) ?? [], clock);
  },
  parts: (client, clock, end) =>
    cutBy(own.get(client) ?? [], clock, end).flatMap((part) =>
      part.by.length > 0 ? [part] : cutBy(passedOn.get(client) ?? [], part.clock, part.end),
    ),
});

/**
 * A writer for each stretch that was passed on. What its author knew is not written anywhere; that he
 * had what he wrote beside, or deleted, is certain.
 */
const passedOnInserts = (
  doc: Y.Doc,
  strays: Ranges<FrameNode>,
  own: Held,
  writers: Writers,
): Segments<Writer> => {
  const found = new Map<number, readonly Segment<Writer>[]>();
  const ownerAt = ({ client, clock }: Y.ID): readonly Writer[] => {
    const held = own.at(client, clock);
    return held.length > 0 ? held : holdersAt(found.get(client) ?? [], clock);
  };
  for (const [client, ranges] of strays) {
    const known: (readonly Writer[])[] = [];
    const segments = flatten(ranges);
    /** Of each line the last that the author had at a stretch; he forgets nothing from one to the next. */
    const knownAt = (index: number): readonly Writer[] => {
      for (let next = known.length; next <= index; next += 1) {
        const { clock = 0, end = 0 } = segments[next] ?? {};
        const beside = neighbours(doc, client, clock, end).flatMap(ownerAt);
        known.push(lastOfLines(known[next - 1] ?? [], [...own.at(client, clock - 1), ...beside]));
      }
      return known[index] ?? [];
    };
    found.set(
      client,
      segments.map(({ clock, end, by }, index) => {
        const what = { client, clock, knew: () => knownAt(index) };
        return { clock, end, by: [writers.passedOn(by, what, `client ${client}`)] };
      }),
    );
  }
  return found;
};

const lastOfLines = (known: readonly Writer[], more: readonly Writer[]): readonly Writer[] => {
  const last = new Map(known.map((writer) => [writer.line, writer]));
  let isNew = false;
  for (const writer of more) {
    const before = last.get(writer.line);
    if (before !== undefined && before.place >= writer.place) continue;
    last.set(writer.line, writer);
    isNew = true;
  }
  return isNew ? [...last.values()] : known;
};

/** What a stretch was written beside: to the left, to the right, and in what. */
const neighbours = (doc: Y.Doc, client: number, clock: number, end: number): readonly Y.ID[] => {
  const ids: Y.ID[] = [];
  for (let at = clock; at < end; ) {
    if (Y.getState(doc.store, client) <= at) break;
    const item = Y.getItem(doc.store, Y.createID(client, at));
    at = item.id.clock + item.length;
    if (!(item instanceof Y.Item)) continue;
    const around = [item.origin, item.rightOrigin];
    const parent = item.parent instanceof Y.AbstractType ? (item.parent._item?.id ?? null) : null;
    for (const id of [...around, parent]) if (id !== null) ids.push(id);
  }
  return ids;
};

const passedOnDeletes = (
  strays: Ranges<FrameNode>,
  inserted: Held,
  writers: Writers,
): Segments<Writer> => {
  const all = [...strays].map(([client, ranges]) => {
    const segments = flatten(ranges).map(({ clock, end, by }) => {
      const knew = (): readonly Writer[] =>
        inserted.parts(client, clock, end).flatMap((part) => part.by);
      const line = `deleted ${client} ${clock}`;
      return { clock, end, by: [writers.passedOn(by, { client: -1, clock, knew }, line)] };
    });
    return [client, segments] as const;
  });
  return new Map(all);
};
