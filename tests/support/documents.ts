import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Frame } from '#shared/documents/frame.ts';
import { packFrames } from '#shared/documents/frame-pack.ts';
import { aDraft } from './logs.ts';

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** A document with these values in its maps. */
export const docOf = (values: Values): Y.Doc => {
  const doc = new Y.Doc();
  for (const [name, own] of Object.entries(values)) {
    for (const [key, value] of Object.entries(own)) doc.getMap(name).set(key, value);
  }
  return doc;
};
export const stateOf = (values: Values) => Y.encodeStateAsUpdate(docOf(values));
/** An update that builds on another, which is not given. */
export const pending = (): Uint8Array => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('meetings').set('m1.title', 'x');
  doc.getMap('meetings').set('m2.title', 'x');
  return updates[1] ?? expect.fail('no update');
};
/** The frames of one file, with these updates. */
export const packed = (...updates: readonly Uint8Array[]): Uint8Array =>
  packFrames(
    updates.map(
      (update, at): Frame => ({
        ...aDraft({ update }),
        ...{ generation: 0, seq: at + 1, hash: 'ab'.repeat(16), previous: 'cd'.repeat(16) },
        ...{ jump: false, redacted: false },
      }),
    ),
  );
