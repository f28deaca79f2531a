import * as Y from 'yjs';
import { type Deletions, encodeUpdate, type Structs } from '../documents/compact-update.ts';

type Range = { readonly clock: number; readonly end: number };

/** What is erased: by Yjs client, in a row and apart from each other. */
export type Erased = ReadonlyMap<number, readonly Range[]>;

/** Puts ranges of clients in a row, so that none touches another. */
export const erasedOf = (
  ranges: readonly { readonly client: number; readonly clock: number; readonly len: number }[],
): Erased => {
  const byClient = new Map<number, Range[]>();
  for (const { client, clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const own = byClient.get(client) ?? [];
    byClient.set(client, own);
    const last = own.at(-1);
    const end = clock + len;
    if (last !== undefined && last.end >= clock) {
      own[own.length - 1] = { clock: last.clock, end: Math.max(last.end, end) };
    } else own.push({ clock, end });
  }
  return byClient;
};

/** Several together. */
export const joinErased = (all: readonly Erased[]): Erased =>
  erasedOf(
    all.flatMap((erased) =>
      [...erased].flatMap(([client, ranges]) =>
        ranges.map(({ clock, end }) => ({ client, clock, len: end - clock })),
      ),
    ),
  );

/** What an `erased` frame holds: an update with nothing but the deletion of what is erased. */
export const updateOfErased = (erased: Erased): Uint8Array => {
  const clients: [number, { readonly clock: number; readonly len: number }[]][] = [...erased].map(
    ([client, ranges]) => [client, ranges.map(({ clock, end }) => ({ clock, len: end - clock }))],
  );
  return encodeUpdate([], { clients: new Map(clients) });
};

export const erasedOfUpdate = (update: Uint8Array): Erased => {
  const { clients }: Deletions = Y.decodeUpdate(update).ds;
  return erasedOf(
    [...clients].flatMap(([client, ranges]) => ranges.map((range) => ({ client, ...range }))),
  );
};

/** As far as a document has it: what is deleted before it has come would wait for it for ever. */
export const heldBy = (doc: Y.Doc, erased: Erased): Erased =>
  erasedOf(
    [...erased].flatMap(([client, ranges]) => {
      const state = Y.getState(doc.store, client);
      return ranges
        .filter(({ clock }) => clock < state)
        .map(({ clock, end }) => ({ client, clock, len: Math.min(end, state) - clock }));
    }),
  );

/** Whether an item says something: the rest is shape. */
export const isSaying = (content: Y.Item['content']): boolean =>
  !(content instanceof Y.ContentType) && !(content instanceof Y.ContentDeleted);

/**
 * The same update with what is erased in it as deleted, and nothing said of it: all that builds on it finds
 * its place.
 * @returns nothing where it holds nothing of what is erased
 */
export const blankUpdate = (update: Uint8Array, erased: Erased): Uint8Array | undefined => {
  const { structs, ds } = Y.decodeUpdate(update);
  let isChanged = false;
  const next: Structs = [];
  for (const struct of structs) {
    const ranges =
      struct instanceof Y.Item && isSaying(struct.content) ? rangesIn(struct, erased) : [];
    if (ranges.length === 0 || !(struct instanceof Y.Item)) next.push(struct);
    else {
      isChanged = true;
      next.push(...blanked(struct, ranges));
    }
  }
  return isChanged ? encodeUpdate(next, ds) : undefined;
};

const rangesIn = ({ id, length }: Y.Item, erased: Erased): readonly Range[] => {
  const end = id.clock + length;
  return (erased.get(id.client) ?? [])
    .filter((range) => range.clock < end && range.end > id.clock)
    .map((range) => ({
      clock: Math.max(range.clock, id.clock),
      end: Math.min(range.end, end),
    }));
};

/** An item cut where erasing begins and ends. */
const blanked = (item: Y.Item, ranges: readonly Range[]): Structs => {
  const start = item.id.clock;
  const end = start + item.length;
  const parts: Y.Item[] = [];
  const add = (from: number, to: number, isErased: boolean): void => {
    if (from >= to) return;
    const content = isErased
      ? new Y.ContentDeleted(to - from)
      : cut(item, from - start, to - start);
    parts.push(partOf(item, from, content));
  };
  let at = start;
  for (const range of ranges) {
    add(at, range.clock, false);
    add(range.clock, range.end, true);
    at = range.end;
  }
  add(at, end, false);
  return parts;
};

const cut = ({ content, length }: Y.Item, from: number, to: number): Y.Item['content'] => {
  const copy = content.copy();
  const behind = from > 0 ? copy.splice(from) : copy;
  if (to < length) behind.splice(to - from);
  return behind;
};

/** A part of an item as Yjs itself would cut it: each part stands behind the one before. */
const partOf = (item: Y.Item, clock: number, content: Y.Item['content']): Y.Item => {
  const { client } = item.id;
  const isFirst = clock === item.id.clock;
  return new Y.Item(
    Y.createID(client, clock),
    null,
    isFirst ? item.origin : Y.createID(client, clock - 1),
    null,
    item.rightOrigin,
    item.parent,
    item.parentSub,
    content,
  );
};
