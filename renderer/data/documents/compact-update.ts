import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export type Structs = ReturnType<typeof Y.decodeUpdate>['structs'];
export type Deletions = {
  readonly clients: ReadonlyMap<
    number,
    readonly { readonly clock: number; readonly len: number }[]
  >;
};

const sameId = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);

/** Whether `right` was typed straight behind `left`, so that Yjs itself would keep both as one. */
const follows = (left: Structs[number], right: Structs[number]): boolean => {
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return false;
  const { client, clock } = left.id;
  return (
    left.content instanceof Y.ContentString &&
    right.content instanceof Y.ContentString &&
    right.id.client === client &&
    right.id.clock === clock + left.length &&
    sameId(right.origin, Y.createID(client, clock + left.length - 1)) &&
    sameId(left.rightOrigin, right.rightOrigin)
  );
};

const joined = (structs: Structs): Structs => {
  const result: Structs = [];
  for (const struct of structs) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      follows(last, struct) &&
      last instanceof Y.Item &&
      struct instanceof Y.Item &&
      last.content instanceof Y.ContentString &&
      struct.content instanceof Y.ContentString
    ) {
      last.content.str += struct.content.str;
      last.length += struct.length;
    } else result.push(struct);
  }
  return result;
};

/** Writes what Yjs reads as an update of version 1: structs by client, then deletions by client. */
export const encodeUpdate = (structs: Structs, deletions: Deletions): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const byClient = new Map<number, Structs>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deletions.clients.size);
  for (const [client, ranges] of deletions.clients) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(restEncoder, clock);
      encoding.writeVarUint(restEncoder, len);
    }
  }
  return encoder.toUint8Array();
};

/**
 * The same update with letters that were typed one after the other as one piece, as Yjs keeps them in
 * the document itself: merged updates hold each letter apart, at five times the bytes.
 */
export const compactUpdate = (update: Uint8Array): Uint8Array => {
  const { structs, ds } = Y.decodeUpdate(update);
  const fewer = joined(structs);
  return fewer.length === structs.length ? update : encodeUpdate(fewer, ds);
};
