import { describe, expect, it } from 'vitest';
import {
  hasUnknownField,
  readBytes,
  readFields,
  writeBytes,
  writeFields,
} from '#shared/documents/bytes.ts';
import { crc32 } from '#shared/documents/crc32.ts';
import {
  caseDocument,
  caseOf,
  documentOfFolder,
  folderOf,
  isDocumentId,
  OFFICE,
} from '#shared/documents/document-id.ts';
import type { Damage, Frame, FrameDraft, Head, Seen, SeenHead } from '#shared/documents/frame.ts';
import { sameHead } from '#shared/documents/frame.ts';
import { packFrames, unpackFrames } from '#shared/documents/frame-pack.ts';
import {
  blankPart,
  decodeChained,
  decodePart,
  encodeChained,
  encodePart,
} from '#shared/documents/frame-parts.ts';
import { codeLabel, readLabel } from '#shared/documents/labels.ts';
import { framesAfter, hashAt, heldBy, openDamage } from '#shared/documents/log-coverage.ts';
import { mergeSeen, sameSeen } from '#shared/documents/seen.ts';
import type { CaseId, DeviceId } from '#shared/domain/record/ids.ts';
import { aDraft, commandId } from '#tests/support/logs.ts';

const list = (bytes: Uint8Array): readonly number[] => [...bytes];

describe('numbers as bytes', () => {
  it.each([
    ['u8', 0, [0]],
    ['u8', 255, [255]],
    ['u16', 0x0102, [2, 1]],
    ['u32', 0x01020304, [4, 3, 2, 1]],
    ['u48', 0x010203040506, [6, 5, 4, 3, 2, 1]],
    ['u48', 2 ** 32, [0, 0, 0, 0, 1, 0]],
    ['varint', 0, [0]],
    ['varint', 127, [127]],
    ['varint', 128, [128, 1]],
    ['varint', 16_383, [255, 127]],
    ['varint', 16_384, [128, 128, 1]],
    ['varint', Number.MAX_SAFE_INTEGER, [255, 255, 255, 255, 255, 255, 255, 15]],
  ] as const)('%s %i', (kind, value, bytes) => {
    const written = writeBytes()[kind](value).bytes();
    expect(list(written)).toEqual(bytes);
    const reader = readBytes(written);
    expect(reader[kind]()).toBe(value);
    expect([reader.at(), reader.isDone()]).toEqual([bytes.length, true]);
  });

  it.each([
    ['too large', [255, 255, 255, 255, 255, 255, 255, 31], 'a number is too large'],
    ['too long', [128, 128, 128, 128, 128, 128, 128, 128, 0], 'a number is too large'],
    ['cut off', [128], 'the bytes end too early'],
  ] as const)('a length that is %s is refused', (_, bytes, words) => {
    expect(() => readBytes(Uint8Array.from(bytes)).varint()).toThrow(words);
  });

  it('are read up to the last byte and no further', () => {
    const reader = readBytes(Uint8Array.of(1, 2, 3), 1);
    expect(list(reader.raw(2))).toEqual([2, 3]);
    expect(() => reader.raw(1)).toThrow('the bytes end too early');
    expect(list(reader.raw(0))).toEqual([]);
    expect(() => readBytes(Uint8Array.of(2, 1)).block()).toThrow(RangeError);
  });

  it('grow as far as they must', () => {
    const long = new Uint8Array(1000).fill(7);
    const written = writeBytes().u8(1).raw(new Uint8Array(127).fill(2)).u8(3).block(long).bytes();
    expect(written.length).toBe(1 + 127 + 1 + 2 + 1000);
    expect([written[0], written[127], written[128], written.at(-1)]).toEqual([1, 2, 3, 7]);
  });

  it('stand inside a larger buffer', () => {
    const inside = new Uint8Array([9, 9, 4, 3, 2, 1]).subarray(2);
    expect(readBytes(inside).u32()).toBe(0x01020304);
  });

  it.each(['', 'あ', '\ufeff𠮷'])('a text comes back as it went in: %j', (text) => {
    expect(readBytes(writeBytes().text(text).bytes()).text()).toBe(text);
  });
});

describe('fields by tag', () => {
  const fields = new Map([
    [9, Uint8Array.of(1)],
    [2, Uint8Array.of()],
  ]);
  it('stand in the order of their tags', () => {
    expect(list(writeFields(fields))).toEqual([2, 0, 9, 1, 1]);
    expect([...readFields(writeFields(fields))].map(([tag]) => tag)).toEqual([2, 9]);
    expect(readFields(new Uint8Array()).size).toBe(0);
  });
  it.each([
    [[2], [], false],
    [[1], [], true],
    [[1], [1], false],
    [[1, 3], [1], true],
    [[], [], false],
  ])('%j, of which %j are known, hold one that must be understood: %s', (tags, known, is) => {
    expect(hasUnknownField(new Map(tags.map((tag) => [tag, Uint8Array.of()])), known)).toBe(is);
  });
});

it('the checksum is the usual one, and goes on from one part to the next', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});

describe('the name of a document', () => {
  const CASE = caseDocument('abc123' as CaseId);
  it.each([
    ['office', true],
    ['case:abc123', true],
    ['case:', false],
    ['case:A', false],
    ['case:a/b', false],
    ['abc123', false],
    ['cases:abc', false],
    ['', false],
  ])('%j: %s', (value, is) => {
    expect(isDocumentId(value)).toBe(is);
  });
  it('names its case and its folder, and comes back from both', () => {
    expect([caseOf(OFFICE), caseOf(CASE)]).toEqual([undefined, 'abc123']);
    expect([folderOf(OFFICE), folderOf(CASE)]).toEqual(['office', 'case-abc123']);
    expect(['office', 'case-abc123', 'case-', 'other'].map(documentOfFolder)).toEqual([
      ...[OFFICE, CASE, undefined, undefined],
    ]);
  });
});

describe('a label', () => {
  it.each([
    ['記録の入力', 1, []],
    ['場所を入力', 4, ['場所']],
    ['場所を変更', 5, ['場所']],
    ['元に戻す：場所を変更', 5, ['元に戻す：場所']],
    ['元に戻す：視察', 10, ['視察']],
    ['会合をつくる（視察）', 12, ['会合', '視察']],
    ['会合をごみ箱から戻す（視察）', 14, ['会合', '視察']],
    ['会合をごみ箱から戻す', 15, ['会合']],
    ['を変更', 5, ['']],
    ['何か', 0, ['何か']],
    ['', 0, ['']],
    ['記録の入力！', 0, ['記録の入力！']],
  ])('%j has the code %i', (label, code, parameters) => {
    expect(codeLabel(label)).toEqual({ code, parameters });
    expect(readLabel({ code, parameters })).toBe(label);
  });
  it('of a later version is read by its parameters, one that lacks them without', () => {
    expect(readLabel({ code: 999, parameters: ['会合', '視察'] })).toBe('会合 視察');
    expect(readLabel({ code: 12, parameters: ['会合'] })).toBe('会合をつくる（）');
  });
});

const saw = (device: string, seq: number, hash = `${device}${seq}`): SeenHead => ({
  ...{ device: device as DeviceId, seq, hash },
});

describe('what was seen', () => {
  it.each([
    ['nothing', [], [], []],
    ['one of each', [saw('b', 1)], [saw('a', 2)], [saw('a', 2), saw('b', 1)]],
    ['the furthest of one device', [saw('a', 1)], [saw('a', 3)], [saw('a', 3)]],
    ['one place once', [saw('a', 1)], [saw('a', 1)], [saw('a', 1)]],
    [
      'both ends of a fork',
      [saw('a', 1, 'y')],
      [saw('a', 1, 'x')],
      [saw('a', 1, 'x'), saw('a', 1, 'y')],
    ],
    ['what lies behind both', [saw('a', 1, 'x'), saw('a', 1, 'y')], [saw('a', 2)], [saw('a', 2)]],
  ])('together: %s', (_, a, b, together) => {
    expect(mergeSeen(a, b)).toEqual(together);
    expect(mergeSeen(b, a)).toEqual(together);
  });
  it('keeps places of one device that are known to be told apart', () => {
    const [low, high] = [saw('a', 1, 'x'), saw('a', 2)];
    expect(mergeSeen([low], [high], (one, other) => one === low && other === high)).toEqual([
      ...[low, high],
    ]);
    expect(mergeSeen([low], [saw('b', 2)], () => true)).toEqual([low, saw('b', 2)]);
  });
  it.each([
    [[], [], true],
    [[saw('a', 1)], [saw('a', 1)], true],
    [[saw('a', 1)], [], false],
    [[saw('a', 1)], [saw('b', 1, 'a1')], false],
    [[saw('a', 1)], [saw('a', 2, 'a1')], false],
    [[saw('a', 1)], [saw('a', 1, 'x')], false],
  ])('%j is the same as %j: %s', (a, b, same) => {
    expect(sameSeen(a, b)).toBe(same);
  });
});

const head = (seq: number, hash = `${seq}`.padStart(32, '0')): Head => ({
  generation: 0,
  seq,
  hash,
});
const frame = (seq: number, change: Partial<Frame> = {}): Frame => ({
  ...aDraft({ command: commandId(seq) }),
  ...head(seq),
  ...{ previous: head(seq - 1).hash, jump: false, redacted: false },
  ...change,
});
const checkpoint = (seq: number, covers: number, change: Partial<Frame> = {}): Frame =>
  frame(seq, { kind: 'checkpoint', covers: head(covers), ...change });
const seqs = (frames: readonly Frame[]): readonly number[] => frames.map(({ seq }) => seq);

describe('places of frames', () => {
  it.each([
    [head(1), head(1), true],
    [head(1), head(2, head(1).hash), false],
    [head(1), head(1, 'x'), false],
    [head(1), { ...head(1), generation: 1 }, false],
  ])('%j is %j: %s', (a, b, same) => {
    expect(sameHead(a, b)).toBe(same);
  });

  it.each([
    ['all', [frame(1), frame(2)], 0, 2],
    ['in any order', [frame(2), frame(1)], 0, 2],
    ['up to a gap', [frame(1), frame(3)], 0, 1],
    ['behind what the reader has', [frame(4), frame(5)], 3, 5],
    ['nothing new behind a gap', [frame(5)], 3, 3],
    ['over a gap that a checkpoint fills', [frame(1), checkpoint(4, 3)], 0, 4],
    ['not by one that was erased', [frame(1), checkpoint(4, 3, { redacted: true })], 0, 1],
    ['not by what is no checkpoint', [frame(1), frame(4, { covers: head(3) })], 0, 1],
    ['up to a checkpoint’s cover alone', [frame(1), checkpoint(9, 3)], 0, 3],
    ['by the furthest cover', [checkpoint(5, 4), checkpoint(8, 2)], 0, 5],
  ] as const)('hold %s', (_, frames, from, held) => {
    expect(heldBy({ frames }, head(0), head(from)).seq).toBe(held);
  });

  it.each([
    [0, [frame(1), frame(2)], [1, 2]],
    [1, [frame(1), frame(2)], [2]],
    [2, [frame(1), frame(2)], []],
    [0, [frame(1), frame(2), checkpoint(3, 2), frame(4)], [3, 4]],
    [0, [frame(1), frame(2), checkpoint(3, 1), frame(4)], [2, 3, 4]],
    [2, [frame(1), frame(2), checkpoint(3, 2), frame(4)], [3, 4]],
    [0, [checkpoint(2, 1), frame(3), checkpoint(4, 1)], [3, 4]],
    [0, [frame(1), checkpoint(2, 1, { redacted: true }), frame(3)], [1, 2, 3]],
  ] as const)('behind %i, of some frames, are needed', (after, frames, needed) => {
    expect(seqs(framesAfter(frames, after))).toEqual(needed);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, undefined],
    [4, 4],
    [0, 0],
  ])('at %i have the hash', (seq, hash) => {
    const frames = [frame(1), frame(2), frame(5)];
    expect(hashAt(frames, seq)).toBe(hash === undefined ? undefined : head(hash).hash);
  });
});

describe('damage', () => {
  const bytes = { from: 0, to: 9 };
  it.each([
    [{ kind: 'unreadable', after: 2, before: 4, ...bytes }, 2, true],
    [{ kind: 'unreadable', after: 2, before: 4, ...bytes }, 3, false],
    [{ kind: 'missing-frames', after: 2, before: 4 }, 2, true],
    [{ kind: 'missing-frames', after: 2, before: 4 }, 3, false],
    [{ kind: 'broken-chain', seq: 3 }, 2, true],
    [{ kind: 'broken-chain', seq: 3 }, 3, false],
    [{ kind: 'torn-tail', ...bytes }, 0, false],
    [{ kind: 'no-header' }, 99, true],
  ] as readonly (readonly [Damage, number, boolean])[])(
    '%j hides something from who holds all to %i: %s',
    (damage, held, open) => {
      expect(openDamage([damage], head(held))).toEqual(open ? [damage] : []);
    },
  );
});

describe('frames on their way', () => {
  const SEEN: Seen = [saw('b', 1, 'ab'.repeat(16))];
  const AUTHOR = { id: 'a1', name: '山田' };
  it('come back as they went, whatever they share', () => {
    const frames = [
      frame(1, { author: AUTHOR, seen: SEEN }),
      frame(2, { author: AUTHOR, seen: SEEN, kind: 'adopt' }),
      checkpoint(3, 2, { author: { id: 'b2', name: '' }, seen: [], jump: true }),
      frame(7, { redacted: true, previous: '', generation: 2, time: 2 ** 40, format: 65_535 }),
    ];
    const back = unpackFrames(packFrames(frames));
    const expected = frames.map((each) => ({
      ...each,
      previous: each.previous === '' ? '0'.repeat(32) : each.previous,
    }));
    expect(back).toEqual(expected);
    expect(back.map((each) => 'covers' in each)).toEqual([false, false, true, false]);
    expect(packFrames([]).length).toBe(0);
  });
});

describe('the two halves of a frame', () => {
  const SALT = new Uint8Array(8).fill(5);
  const draft = (change: Partial<FrameDraft> = {}) => ({ ...aDraft(change), previous: '' });
  const SEEN: Seen = [saw('b', 300, 'ab'.repeat(16))];

  it.each([
    ['an update says what was seen first', {}, undefined, SEEN],
    ['and not again', {}, SEEN, undefined],
    ['but again where it changed', {}, [], SEEN],
    ['a checkpoint says it always', { kind: 'checkpoint', covers: head(2) }, SEEN, SEEN],
  ] as const)('%s', (_, change, last, said) => {
    const bytes = encodeChained(draft({ seen: SEEN, ...change }), last);
    const read = decodeChained(readBytes(bytes));
    expect(read).toMatchObject({ previous: '0'.repeat(32), format: 1, time: 1_660_000_000_000 });
    expect(read === 'unknown' ? '' : read.seen).toEqual(said);
    expect(read === 'unknown' ? '' : read.covers).toEqual('covers' in change ? head(2) : undefined);
  });

  it('an update has no cover, whatever it is given', () => {
    const read = decodeChained(readBytes(encodeChained(draft({ covers: head(2) }), undefined)));
    expect(read === 'unknown' ? '' : 'covers' in read).toBe(false);
  });

  it.each([
    ['first', {}, undefined, '山田'],
    ['not again', {}, { id: 'a1', name: '山田' }, undefined],
    ['again once it is another name', {}, { id: 'a1', name: '山本' }, '山田'],
    ['again once it is somebody else', {}, { id: 'b1', name: '山田' }, '山田'],
    ['in each checkpoint', { kind: 'checkpoint' }, { id: 'a1', name: '山田' }, '山田'],
  ] as const)('a name is said %s', (_, change, last, name) => {
    const part = decodePart(encodePart(draft(change), last, SALT));
    expect(part).toMatchObject({ author: { name }, label: '場所を変更', command: commandId(1) });
    expect(part === 'unknown' ? '' : part.author.id).toBe('00a1'.slice(-2));
  });

  it('a part is blanked in the length of each: names and texts, not ids and codes', () => {
    const part = encodePart(draft({ update: Uint8Array.of(1, 2, 3) }), undefined, SALT);
    const blank = blankPart(part, Uint8Array.of(0, 0, 0), false);
    expect(blank.length).toBe(part.length);
    expect(list(blank.subarray(0, 8))).toEqual(Array(8).fill(0));
    expect(decodePart(blank)).toEqual({
      ...{ command: commandId(1), author: { id: 'a1', name: '******' } },
      ...{ label: '******を変更', update: Uint8Array.of(0, 0, 0) },
    });
    const other = decodePart(blankPart(part, Uint8Array.of(0, 0), true));
    expect(other).toMatchObject({ author: draft().author, update: Uint8Array.of(0, 0) });
  });

  it('a part that a later version has written with what must be understood is unknown', () => {
    const strange = writeBytes()
      .raw(new Uint8Array(16))
      .block(writeFields(new Map([[1, Uint8Array.of(1)]])))
      .bytes();
    expect(decodePart(strange)).toBe('unknown');
    const empty = writeBytes().raw(new Uint8Array(16)).block(new Uint8Array()).bytes();
    expect(decodePart(empty)).toMatchObject({ author: { id: '', name: undefined }, label: '' });
  });
});
