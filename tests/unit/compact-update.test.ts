import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compactUpdate, encodeUpdate } from '#data/documents/compact-update.ts';

describe('an update with fewer pieces', () => {
  const typed = (act: (text: Y.Text, doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    act(doc.getText('t'), doc);
    const merged = Y.mergeUpdates(updates);
    const compact = compactUpdate(merged);
    const again = new Y.Doc();
    Y.applyUpdate(again, compact);
    expect(again.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
    expect(Y.encodeStateVector(again)).toEqual(Y.encodeStateVector(doc));
    return { merged, compact, pieces: Y.decodeUpdate(compact).structs.length };
  };
  const type = (text: Y.Text, at: number, words: string) => {
    for (const [index, letter] of [...words].entries()) text.insert(at + index, letter);
  };

  it.each<[string, (text: Y.Text, doc: Y.Doc) => void, number]>([
    ['letters that were typed one behind the other', (t) => type(t, 0, 'abcde'), 1],
    ['those and others before them', (t) => [type(t, 0, 'abc'), type(t, 0, 'xy')], 2],
    ['letters that were put between others', (t) => [type(t, 0, 'ac'), type(t, 1, 'b')], 2],
    [
      'letters on both sides of one that is no text',
      (t) => [type(t, 0, 'ab'), t.insertEmbed(2, {}), type(t, 3, 'cd')],
      3,
    ],
    ['letters before which others stood already', (t) => [type(t, 0, 'z'), type(t, 0, 'abc')], 2],
    ['letters that were deleted again', (t) => [type(t, 0, 'abc'), t.delete(1, 1)], 1],
  ])('says the same: %s', (_, act, pieces) => {
    expect(typed(act).pieces).toBe(pieces);
  });

  it('is the same update where there is nothing to join', () => {
    const { merged, compact } = typed((text) => text.insert(0, 'abc'));
    expect(compact).toBe(merged);
  });

  it('keeps those of two devices apart', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    [one.clientID, two.clientID] = [1, 2];
    const updates: Uint8Array[] = [];
    for (const doc of [one, two]) {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === null) updates.push(update);
      });
    }
    type(one.getText('t'), 0, 'ab');
    for (const update of updates) Y.applyUpdate(two, update, 'other');
    type(two.getText('t'), 2, 'cd');
    two.getText('t').delete(0, 1);
    const compact = compactUpdate(Y.mergeUpdates(updates));
    expect(Y.decodeUpdate(compact).structs.map(({ id, length }) => [id.client, length])).toEqual([
      [2, 2],
      [1, 2],
    ]);
    const again = new Y.Doc();
    Y.applyUpdate(again, compact);
    expect(again.getText('t').toJSON()).toBe('bcd');
  });

  it('keeps apart what another typed right behind, though its number is the next', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    [one.clientID, two.clientID] = [2, 1];
    type(one.getText('t'), 0, 'ab');
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one), 'other');
    type(two.getText('u'), 0, 'xy');
    const updates: Uint8Array[] = [Y.encodeStateAsUpdate(one)];
    two.on('update', (update: Uint8Array) => updates.push(update));
    type(two.getText('t'), 2, 'cd');
    const { structs } = Y.decodeUpdate(compactUpdate(Y.mergeUpdates(updates)));
    expect(structs.map(({ id, length }) => [id.client, id.clock, length])).toEqual([
      [2, 0, 2],
      [1, 2, 2],
    ]);
  });

  it('may hold deletions alone', () => {
    const range = { clock: 3, len: 2 };
    const update = encodeUpdate([], { clients: new Map([[5, [range, { clock: 9, len: 1 }]]]) });
    const { structs, ds } = Y.decodeUpdate(update);
    expect(structs).toEqual([]);
    expect([...ds.clients]).toMatchObject([[5, [range, { clock: 9, len: 1 }]]]);
  });
});
