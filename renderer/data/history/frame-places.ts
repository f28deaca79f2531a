import * as Y from 'yjs';
import { parseKey } from '../documents/keys.ts';

/** Where a stretch of letters, or a value, stands: `meetings m1 place`, a field of a record. */
type Stretch = {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly place: string;
};

/**
 * Tells which fields updates write before they are applied, so that one need not keep a second copy of the
 * document to know. What cannot be told stands as a place of its own.
 */
export type FramePlaces = {
  /**
   * The fields of which an update says anything new; it may build on updates that were asked about since
   * `forget`.
   */
  readonly of: (update: Uint8Array) => ReadonlySet<string>;
  /** What was asked about has been applied, but for the last. */
  readonly forget: () => void;
};

const UNKNOWN = '?';

export const createFramePlaces = (doc: Y.Doc): FramePlaces => {
  const roots = new WeakMap<object, string>();
  let waiting: Stretch[] = [];
  /** Where the last that was asked about begins in it. */
  let last = 0;

  const rootOf = (type: Y.AbstractType<unknown>): string => {
    const known = roots.get(type);
    if (known !== undefined) return known;
    let top = type;
    while (top._item !== null && top._item.parent instanceof Y.AbstractType) top = top._item.parent;
    const name = top._item === null ? Y.findRootTypeKey(top) : UNKNOWN;
    roots.set(type, name);
    return name;
  };

  const placeAt = ({ client, clock }: Y.ID): string => {
    const own = waiting.findLast(
      (each) => each.client === client && each.clock <= clock && clock < each.end,
    );
    if (own !== undefined) return own.place;
    if (Y.getState(doc.store, client) <= clock) return UNKNOWN;
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return UNKNOWN;
    return placeOf(rootOf(item.parent), item.parent._item === null ? item.parentSub : null);
  };

  const placeOfStruct = (item: Y.Item): string => {
    // As an update has it: a top-level type by its name, any other by the item that holds it.
    const parent: unknown = item.parent;
    if (typeof parent === 'string') return placeOf(parent, item.parentSub);
    if (parent instanceof Y.ID) return placeAt(parent);
    const beside = item.origin ?? item.rightOrigin;
    return beside === null ? UNKNOWN : placeAt(beside);
  };

  /** Where something is taken out that still stands. */
  const addDeleted = (places: Set<string>, client: number, from: number, end: number): void => {
    const known = Y.getState(doc.store, client);
    let clock = from;
    while (clock < end) {
      if (clock >= known) {
        const own = waiting.find(
          (each) => each.client === client && each.clock <= clock && clock < each.end,
        );
        if (own !== undefined) places.add(own.place);
        clock = own?.end ?? end;
        continue;
      }
      const struct = Y.getItem(doc.store, Y.createID(client, clock));
      if (!struct.deleted) places.add(placeAt(struct.id));
      clock = struct.id.clock + struct.length;
    }
  };

  return {
    of: (update) => {
      const places = new Set<string>();
      last = waiting.length;
      try {
        const { structs, ds } = Y.decodeUpdate(update);
        for (const struct of structs) {
          if (!(struct instanceof Y.Item)) continue;
          const { client, clock } = struct.id;
          if (clock + struct.length <= Y.getState(doc.store, client)) continue;
          const place = placeOfStruct(struct);
          waiting.push({ client, clock, end: clock + struct.length, place });
          places.add(place);
        }
        for (const [client, deletes] of ds.clients) {
          for (const range of deletes)
            addDeleted(places, client, range.clock, range.clock + range.len);
        }
      } catch {
        places.add(UNKNOWN);
      }
      return places;
    },
    forget: () => {
      waiting = waiting.slice(last);
      last = 0;
    },
  };
};

/** A key of a map by its record and field, members of a set together; a text by its own name. */
const placeOf = (root: string, key: string | null): string => {
  if (key === null) return root.split('.').join(' ');
  const parsed = parseKey(key);
  return parsed === undefined ? `${root} ${key}` : `${root} ${parsed.id} ${parsed.field}`;
};
