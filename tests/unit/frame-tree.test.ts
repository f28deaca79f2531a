import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { frameTree, type SourceFrames } from '#data/conflicts/frame-tree.ts';
import {
  isShared,
  outdatedLists,
  placesOf,
  storeConflicts,
} from '#data/conflicts/store-conflicts.ts';
import {
  createWriters,
  latestFirst,
  originOf,
  unseen,
  type Writer,
} from '#data/conflicts/writers.ts';
import { Database, type DocumentRecord } from '#data/database.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import type { Frame, Head } from '#shared/documents/frame.ts';
import type { Conflict } from '#shared/domain/record/conflict.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { aDraft, commandId } from '#tests/support/logs.ts';

let commands = 0;
/** A frame called by its hash, behind another; its number is the digit in its name. */
const frame = (hash: string, previous = '', change: Partial<Frame> = {}): Frame => {
  commands += 1;
  return {
    ...aDraft({ command: commandId(commands), update: Uint8Array.of(commands % 256, 1) }),
    ...{ generation: 0, seq: Number(/\d+/.exec(hash)?.[0]), hash, previous },
    ...{ jump: false, redacted: false, ...change },
  };
};
const file = (device: string, frames: readonly Frame[], source = device): SourceFrames => ({
  ...{ source, device: device as DeviceId, frames },
});
const saw = (device: string, hash: string) => ({
  ...{ device: device as DeviceId, hash, seq: Number(/\d+/.exec(hash)?.[0]) },
});
const treeOf = (...files: readonly SourceFrames[]) => {
  const tree = frameTree(files);
  const node = (hash: string) =>
    tree.nodes.find((each) => each.frame.hash === hash) ?? expect.fail(`no ${hash}`);
  return {
    tree,
    node,
    order: tree.nodes.map((each) => each.frame.hash),
    parent: (hash: string) => node(hash).parent?.frame.hash,
    saw: (later: string, earlier: string) => tree.saw(node(later), node(earlier)),
  };
};

describe('the frames of all files, joined', () => {
  it('stand one behind the other, and have seen all before them', () => {
    const tree = treeOf(file('a', [frame('a1'), frame('a2', 'a1'), frame('a3', 'a2')]));
    expect(tree.order).toEqual(['a1', 'a2', 'a3']);
    expect(['a1', 'a2', 'a3'].map(tree.parent)).toEqual([undefined, 'a1', 'a2']);
    expect([tree.saw('a3', 'a1'), tree.saw('a1', 'a3'), tree.saw('a2', 'a2')]).toEqual([
      ...[true, false, false],
    ]);
    expect(new Set(tree.tree.nodes.map(({ line }) => line)).size).toBe(1);
  });

  it('of two devices are two lines, which know of each other by what they say', () => {
    const tree = treeOf(
      file('b', [frame('b1', '', { seen: [saw('a', 'a1')] }), frame('b2', 'b1')]),
      file('a', [frame('a1'), frame('a2', 'a1')]),
    );
    expect(tree.order).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect([tree.saw('b1', 'a1'), tree.saw('b1', 'a2'), tree.saw('b2', 'a1')]).toEqual([
      ...[true, false, false],
    ]);
    expect(tree.saw('a2', 'b1')).toBe(false);
    expect(tree.node('a1').line).not.toBe(tree.node('b1').line);
  });

  it('come each after what it has seen, whatever the order of the files', () => {
    const a = file('a', [frame('a1', '', { seen: [saw('b', 'b1')] }), frame('a2', 'a1')]);
    const b = file('b', [frame('b1'), frame('b2', 'b1', { seen: [saw('a', 'a2')] })]);
    expect(treeOf(a, b).order).toEqual(['b1', 'a1', 'a2', 'b2']);
    expect(treeOf(b, a).order).toEqual(['b1', 'a1', 'a2', 'b2']);
  });

  it('come all, though damage lets two have seen each other', () => {
    const a = file('a', [frame('a1', '', { seen: [saw('b', 'b1')] }), frame('a2', 'a1')]);
    const b = file('b', [frame('b1', '', { seen: [saw('a', 'a1')] })]);
    expect(treeOf(a, b).order).toEqual(['a1', 'a2', 'b1']);
  });

  it('of a fork share what stands before it, and have not seen each other', () => {
    const trunk = [frame('a1'), frame('a2', 'a1')];
    const tree = treeOf(
      file('a', [...trunk, frame('a3', 'a2')]),
      file('a', [...trunk, frame('a3x', 'a2'), frame('a4x', 'a3x')], 'a~x'),
    );
    expect(tree.tree.nodes).toHaveLength(5);
    expect([tree.saw('a3', 'a2'), tree.saw('a4x', 'a1'), tree.saw('a4x', 'a3')]).toEqual([
      ...[true, true, false],
    ]);
    expect(tree.node('a3').line).not.toBe(tree.node('a3x').line);
    expect(tree.node('a3x').line).toBe(tree.node('a4x').line);
  });

  it.each([
    ['over a gap', frame('a5', 'a4'), 'a2'],
    ['by a jump', frame('a3', 'other', { jump: true }), 'a2'],
    ['not where somebody else followed', frame('a3', 'other'), undefined],
    ['by name before all', frame('a9', 'a1'), 'a1'],
  ])('go on %s', (_, next, parent) => {
    const tree = treeOf(file('a', [frame('a1'), frame('a2', 'a1'), next]));
    expect(tree.parent(next.hash)).toBe(parent);
  });

  it('that name a place which is not here have seen all up to it, unless another stands there', () => {
    const b = (hash: string) => file('b', [frame('b1', '', { seen: [saw('a', hash)] })]);
    const a = (...names: readonly string[]) =>
      file(
        'a',
        names.map((name, at) => frame(name, names[at - 1])),
      );
    expect(treeOf(a('a1', 'a2'), b('a3y')).saw('b1', 'a2')).toBe(true);
    expect(treeOf(a('a1', 'a2', 'a3'), b('a3y')).saw('b1', 'a2')).toBe(false);
    expect(treeOf(a('a1', 'a4'), b('a3y')).saw('b1', 'a4')).toBe(false);
    expect(treeOf(a('a1', 'a3'), b('a3')).saw('b1', 'a3')).toBe(true);
  });

  it('that pass others’ edits on were taken in by who had seen at least as much', () => {
    const adopt = frame('a1', '', { kind: 'adopt', seen: [saw('b', 'b2'), saw('c', 'c1')] });
    const behind = (hash: string, ...seen: readonly ReturnType<typeof saw>[]) =>
      frame(hash, 'a1', { seen });
    const sawWith = (...seen: readonly ReturnType<typeof saw>[]) =>
      treeOf(file('a', [adopt, behind('a2', ...seen)])).saw('a2', 'a1');
    expect(sawWith(saw('b', 'b2'), saw('c', 'c1'))).toBe(true);
    expect(sawWith(saw('b', 'b3'), saw('c', 'c2'))).toBe(true);
    expect(sawWith(saw('b', 'b1'), saw('c', 'c1'))).toBe(false);
    expect(sawWith(saw('b', 'b2'))).toBe(false);
  });
});

describe('who wrote', () => {
  it('is one for each edit, and one for an edit that was sent twice', () => {
    const one = frame('a1', '', { time: 2000 });
    const again: Frame = { ...one, hash: 'b1', time: 1000 };
    const other = { ...frame('b2', 'b1'), command: one.command };
    const { tree, node } = treeOf(file('a', [one]), file('b', [again, other]));
    const writers = createWriters(tree);
    expect(writers.edit(node('a1'))).toBe(writers.edit(node('b1')));
    expect(writers.edit(node('a1')).nodes.map((each) => each.frame.hash)).toEqual(['b1', 'a1']);
    expect(writers.edit(node('b2'))).not.toBe(writers.edit(node('b1')));
    expect(writers.saw(writers.edit(node('b2')), writers.edit(node('a1')))).toBe(true);
    expect(writers.saw(writers.edit(node('a1')), writers.edit(node('a1')))).toBe(false);
  });

  it.each([
    ['time', { time: 2 }, { time: 1 }, ['b1', 'a1']],
    ['device', { time: 1 }, { time: 1 }, ['a1', 'b1']],
  ])('stands in its frames in the order of their %s', (_, a, b, order) => {
    const one = frame('a1', '', a);
    const { tree, node } = treeOf(file('a', [one]), file('b', [{ ...one, ...b, hash: 'b1' }]));
    const { nodes } = createWriters(tree).edit(node('a1'));
    expect(nodes.map((each) => each.frame.hash)).toEqual(order);
  });

  it('is silent where one of its frames was erased, and is no edit where none is', () => {
    const one = frame('a1');
    const { tree, node } = treeOf(
      file('a', [one, frame('a2', 'a1', { kind: 'checkpoint' })]),
      file('b', [{ ...one, hash: 'b1', redacted: true }]),
    );
    const writers = createWriters(tree);
    expect(writers.edit(node('a1')).isSilent).toBe(true);
    expect(() => writers.edit(node('a2'))).toThrow('only an update is an edit');
  });

  const passing = () => {
    const { tree, node } = treeOf(
      file('a', [frame('a1'), frame('a2', 'a1', { kind: 'adopt', label: '取り込み' })]),
      file('b', [frame('b1')]),
    );
    const writers = createWriters(tree);
    const [a1, b1] = [writers.edit(node('a1')), writers.edit(node('b1'))];
    const pass = (client: number, clock: number, knew: readonly Writer[] = []) =>
      writers.passedOn([node('a2')], { client, clock, knew: () => knew }, `line ${client}`);
    return { writers, a1, b1, pass };
  };

  it('is passed on by others: what its author knew is told by what he built on', () => {
    const { writers, a1, b1, pass } = passing();
    const built = pass(7, 3, [a1]);
    expect([writers.saw(built, a1), writers.saw(built, b1), writers.saw(a1, built)]).toEqual([
      ...[true, false, false],
    ]);
    const later = pass(8, 0, [built]);
    expect(writers.saw(later, a1)).toBe(true);
    expect(new Set([a1, b1, built, later].map(({ index }) => index)).size).toBe(4);
    expect([built.line, built.place, built.isSilent]).toEqual(['line 7', 3, false]);
  });

  it('of one client knew what that client had written before', () => {
    const { writers, pass } = passing();
    const [first, second, other] = [pass(7, 1), pass(7, 5), pass(8, 9)];
    expect([writers.saw(second, first), writers.saw(first, second)]).toEqual([true, false]);
    expect(writers.saw(other, first)).toBe(false);
    expect(writers.saw(pass(7, 1), first)).toBe(false);
    expect(writers.saw(pass(-1, 5), pass(-1, 1))).toBe(false);
  });

  it('is not looked for without end where two build on each other', () => {
    const { writers, a1, pass } = passing();
    const knew: Writer[] = [];
    const one = writers.passedOn([], { client: 1, clock: 0, knew: () => knew }, 'x');
    knew.push(pass(2, 0, [one]));
    expect(writers.saw(one, a1)).toBe(false);
  });

  it('is shown with name, time and what was done, or by way of whom it came', () => {
    const { a1, pass } = passing();
    expect(originOf(a1)).toMatchObject({
      author: '山田',
      device: 'a',
      label: '場所を変更',
      via: false,
    });
    expect(originOf(pass(7, 1))).toMatchObject({ device: 'a', label: '', via: true });
    expect(() => originOf({ ...a1, nodes: [] })).toThrow('a writer stands in a frame');
  });
});

describe('of several', () => {
  const writersOf = (...files: readonly SourceFrames[]) => {
    const { tree, node } = treeOf(...files);
    const writers = createWriters(tree);
    return { saw: writers.saw, writer: (hash: string) => writers.edit(node(hash)) };
  };
  const names = (list: readonly Writer[]) => list.map(({ nodes }) => nodes[0]?.frame.hash);

  it('the latest stands first, then by device, number and hash', () => {
    const { writer } = writersOf(
      file('a', [
        frame('a1', '', { time: 5 }),
        frame('a2', 'a1', { time: 5 }),
        frame('a2x', 'a1', { time: 5 }),
      ]),
      file('b', [frame('b1', '', { time: 5 }), frame('b2', 'b1', { time: 9 })]),
    );
    const all = ['a1', 'b1', 'a2x', 'a2', 'b2'].map(writer);
    expect(names(all.toSorted(latestFirst))).toEqual(['b2', 'a2', 'a2x', 'a1', 'b1']);
    expect(names(all.toReversed().toSorted(latestFirst))).toEqual(['b2', 'a2', 'a2x', 'a1', 'b1']);
  });

  it('those are left whom no other has seen, the last of each line, none that was erased', () => {
    const { writer, saw: has } = writersOf(
      file('a', [frame('a1'), frame('a2', 'a1')]),
      file('b', [frame('b1', '', { seen: [saw('a', 'a1')] })]),
      file('c', [frame('c1', '', { redacted: true })]),
      file('d', [frame('d1', '', { seen: [saw('b', 'b1')] })]),
    );
    const left = (...hashes: readonly string[]) => names(unseen(hashes.map(writer), has)).sort();
    expect(left('a1', 'a2')).toEqual(['a2']);
    expect(left('a2', 'a1', 'b1')).toEqual(['a2', 'b1']);
    expect(left('a1', 'b1')).toEqual(['b1']);
    expect(left('b1', 'd1', 'c1')).toEqual(['d1']);
    expect(left('c1')).toEqual([]);
  });
});

describe('the list of a document', () => {
  const A = caseDocument('a' as CaseId);
  const B = caseDocument('b' as CaseId);
  const head = (seq: number): Head => ({ generation: 0, seq, hash: `${seq}` });
  const known = (at: number) => ({ head: head(at), held: head(at), format: 1 });
  const record = (id: typeof A, change: Partial<DocumentRecord> = {}): DocumentRecord => ({
    ...{ id, sources: { x: known(1), y: known(2) }, seen: [], notesDirty: 0 },
    ...change,
  });
  const conflict = (document: typeof A, id: string) => ({ document, id }) as unknown as Conflict;

  it.each([
    [{ sources: { x: known(1) } }, false],
    [{ sources: {} }, false],
    [{}, true],
    [{ sources: { x: known(1) }, seen: [saw('y', 'y1')] }, true],
  ])('is made where somebody else may have written: %j', (change, shared) => {
    expect(isShared(record(A, change))).toBe(shared);
  });

  it('knows the files that it was made from, in whatever order', () => {
    const { x, y } = { x: known(1), y: known(2) };
    expect(placesOf({ sources: { x, y } })).toBe(placesOf({ sources: { y, x } }));
    const others = [
      { x, y: known(3) },
      { x },
      { x: y, y: x },
      { x, y: { ...y, held: head(1) } },
      { x, y: { ...y, head: { ...head(2), generation: 1 } } },
      { x, y: { ...y, head: { ...head(2), hash: 'z' } } },
    ];
    for (const sources of others)
      expect(placesOf({ sources })).not.toBe(placesOf({ sources: { x, y } }));
  });

  it('takes the place of the one before, of its own document alone', async () => {
    const database = new Database('lists');
    await database.documents.bulkPut([
      record(A),
      record(B),
      record(caseDocument('own' as CaseId), { sources: {} }),
    ]);
    expect(await outdatedLists(database)).toEqual([A, B]);
    await storeConflicts(database, A, [conflict(A, '1'), conflict(A, '2')], placesOf(record(A)));
    await storeConflicts(database, B, [conflict(B, '1')], 'before');
    expect(await outdatedLists(database)).toEqual([B]);
    await storeConflicts(database, A, [conflict(A, '3')], placesOf(record(A)));
    const left = await database.conflicts.toArray();
    expect(left.map(({ document, id }) => `${document} ${id}`)).toEqual([`${A} 3`, `${B} 1`]);
    await database.documents.put(record(A, { sources: { x: known(1), y: known(9) } }));
    expect(await outdatedLists(database)).toEqual([A, B]);
    await database.delete();
  });
});
