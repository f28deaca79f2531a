import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '#shared/documents/crc32.ts';
import { encodeFileHeader, identityOf } from '#shared/documents/file-header.ts';
import type { Frame, FrameDraft } from '#shared/documents/frame.ts';
import { HEADER_BYTES } from '#shared/documents/frame-codec.ts';
import { packFrames, unpackFrames } from '#shared/documents/frame-pack.ts';
import { framesAfter, heldBy, openDamage } from '#shared/documents/log-coverage.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { redactFrame } from '#shared/documents/redaction.ts';
import type { DeviceId } from '#shared/domain/record/ids.ts';
import { anyDraft } from '#tests/support/any-draft.ts';
import { aDraft, commandId, HEADER, PLACE, TOOLS, writeLog } from '#tests/support/logs.ts';

const asDraft = ({
  kind,
  format,
  time,
  author,
  command,
  label,
  seen: saw,
  update,
}: Frame): FrameDraft => ({ kind, format, time, author, command, label, seen: saw, update });

const read = (bytes: Uint8Array) => readLog(bytes, PLACE, TOOLS);
const updatesOf = (frames: readonly Pick<Frame, 'update'>[]) =>
  frames.map(({ update }) => [...update]);

describe('a log file', () => {
  it('gives back what was written, with its place', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 8 }), (drafts) => {
        const { bytes, heads } = writeLog(drafts);
        const { frames, damage, head, end, header } = read(bytes);
        expect(damage).toEqual([]);
        expect(header).toEqual(HEADER);
        expect(frames.map(asDraft)).toEqual(drafts);
        if (heads.length > 0) expect(head).toEqual(heads.at(-1));
        expect(end).toBe(bytes.length);
        expect(unpackFrames(packFrames(frames))).toEqual(frames);
      }),
    );
  });

  it('of two frames cut at any byte gives its longest whole prefix, and calls the rest torn', () => {
    const { bytes, ends, start } = writeLog([aDraft({ label: '一' }), aDraft({ seen: [] })]);
    for (let cut = 1; cut <= bytes.length; cut += 1) {
      const { frames, damage, end } = read(bytes.subarray(0, cut));
      const whole = ends.filter((each) => each <= cut);
      const last = whole.at(-1) ?? (cut >= start ? start : 0);
      expect([cut, frames.length, end]).toEqual([cut, whole.length, last]);
      expect(damage).toEqual(last === cut ? [] : [{ kind: 'torn-tail', from: last, to: cut }]);
    }
  });

  it('that a power cut has left with zeros behind its last frame is torn there', () => {
    const { bytes, ends } = writeLog([aDraft(), aDraft({ command: commandId(2) })]);
    const [first = 0] = ends;
    for (const kept of [first, first + 10, first + HEADER_BYTES, first + HEADER_BYTES + 20]) {
      const zeroed = Uint8Array.from(bytes).fill(0, kept);
      const longer = new Uint8Array(bytes.length + 4096);
      longer.set(zeroed.subarray(0, kept));
      for (const torn of [zeroed, longer]) {
        const { frames, damage } = read(torn);
        expect(frames).toHaveLength(1);
        expect(damage.map(({ kind }) => kind)).toEqual(['torn-tail']);
      }
    }
  });

  it('with one damaged frame hides only that frame, and says so', () => {
    fc.assert(
      fc.property(
        fc.array(anyDraft, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (drafts, where, mask) => {
          const { bytes, ends, start } = writeLog(drafts);
          const at = where % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ mask;
          const { frames, damage } = read(bytes);
          if (at < start) {
            // One of the header's two copies: nothing is lost, and nothing needs to be told.
            expect(updatesOf(frames)).toEqual(updatesOf(drafts));
            return;
          }
          const hit = ends.findIndex((end) => at < end);
          expect(updatesOf(frames)).toEqual(updatesOf(drafts.filter((_, index) => index !== hit)));
          expect(damage.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('both of whose headers are damaged belongs to nobody, and says so', () => {
    const { bytes, start } = writeLog([aDraft()]);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    bytes[start / 2 + 20] = (bytes[start / 2 + 20] ?? 0) ^ 1;
    const { frames, damage } = read(bytes);
    expect(frames).toEqual([]);
    expect(damage).toEqual([{ kind: 'no-header' }]);
  });

  it('that lies in the folder of another document or device is refused', () => {
    const { bytes } = writeLog([aDraft()]);
    const place = { ...PLACE, device: 'device2' as DeviceId };
    expect(readLog(bytes, place, TOOLS)).toMatchObject({ state: 'refused', frames: [] });
    const other = { ...PLACE, document: 'case:c1' as typeof PLACE.document };
    expect(readLog(bytes, other, TOOLS)).toMatchObject({ state: 'refused', frames: [] });
    expect(read(bytes)).toMatchObject({ state: 'read' });
  });

  it('takes no frame of another file, wherever it is put', () => {
    const other = writeLog([aDraft({ label: '秘' }), aDraft({ label: '秘' })], {
      ...HEADER,
      nonce: '0b'.repeat(16),
    });
    const own = writeLog([aDraft({ label: '一' }), aDraft({ label: '二' })]);
    const strange = other.bytes.subarray(other.starts[1] ?? 0, other.ends[1] ?? 0);
    for (const at of [own.start, own.ends[0] ?? 0, own.bytes.length]) {
      const mixed = Buffer.concat([own.bytes.subarray(0, at), strange, own.bytes.subarray(at)]);
      const { frames, damage } = read(mixed);
      expect(frames.map(({ label }) => label)).toEqual(['一', '二']);
      expect(damage.length).toBeGreaterThan(0);
    }
  });

  it('reads any bytes at all without failing', () => {
    const anywhere = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .tuple(fc.array(anyDraft, { maxLength: 3 }), fc.array(fc.tuple(fc.nat(), fc.nat(255))))
        .map(([drafts, changes]) => {
          const { bytes } = writeLog(drafts);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          return bytes;
        }),
    );
    fc.assert(
      fc.property(anywhere, (bytes) => {
        const { frames, damage, state, header } = read(bytes);
        if (bytes.length === 0 || state !== 'read' || header !== undefined) return;
        expect(frames.length + damage.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a frame of a later version', () => {
  /** Changes a frame's header or body and makes both CRCs right again, as that version would write it. */
  const changed = (change: (frame: Uint8Array) => void): Uint8Array => {
    const { bytes, starts, ends } = writeLog([aDraft({ label: '一' }), aDraft({ label: '二' })]);
    const [from = 0, to = 0] = [starts[1], ends[1]];
    const frame = bytes.subarray(from, to);
    change(frame);
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
    const identity = identityOf(HEADER, TOOLS);
    view.setUint32(16, crc32(frame.subarray(HEADER_BYTES), crc32(identity)), true);
    view.setUint32(20, crc32(frame.subarray(0, 20)), true);
    return bytes;
  };

  it.each([
    ['layout', (frame: Uint8Array) => frame.fill(3, 8, 9)],
    ['kind', (frame: Uint8Array) => frame.fill(9, 9, 10)],
    ['flag that must be understood', (frame: Uint8Array) => frame.fill(0x80, 11, 12)],
  ])('with an unknown %s is whole, and ends what is read', (_, change) => {
    const reading = read(changed(change));
    expect(reading.frames.map(({ label }) => label)).toEqual(['一']);
    expect(reading).toMatchObject({ unknownFrom: 2, damage: [] });
    // Nothing of it may be cut off.
    expect(reading.end).toBe(
      writeLog([aDraft({ label: '一' }), aDraft({ label: '二' })]).bytes.length,
    );
  });

  it('with a flag that may be passed over is read', () => {
    expect(read(changed((frame) => frame.fill(0x80, 10, 11)))).toMatchObject({
      unknownFrom: undefined,
      damage: [],
      frames: [{ label: '一' }, { label: '二' }],
    });
  });

  it('that is packed in a way this one does not know is whole', () => {
    const { bytes } = writeLog([
      aDraft({ kind: 'checkpoint', covers: { generation: 0, seq: 0, hash: '' } }),
    ]);
    expect(readLog(bytes, PLACE, { sha256 })).toMatchObject({ unknownFrom: 1, frames: [] });
    expect(read(bytes)).toMatchObject({ unknownFrom: undefined, frames: [{ kind: 'checkpoint' }] });
  });

  it('or a whole file of one is told apart from damage', () => {
    const bytes = encodeFileHeader(HEADER);
    const one = bytes.subarray(0, bytes.length / 2);
    one[10] = 9;
    const view = new DataView(one.buffer, one.byteOffset, one.byteLength);
    view.setUint32(one.length - 4, crc32(one.subarray(0, -4)), true);
    expect(read(bytes)).toMatchObject({ state: 'unknown', damage: [] });
  });
});

describe('a checkpoint', () => {
  const at = (seq: number, heads: ReturnType<typeof writeLog>['heads']) => {
    const head = heads[seq - 1];
    if (head === undefined) throw new Error('no such frame');
    return head;
  };
  const plain = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aDraft({ command: commandId(index), update: Uint8Array.of(index) }),
    );

  it('spares reading what it covers, and nothing else', () => {
    const before = writeLog(plain(4));
    const covers = at(2, before.heads);
    const all = [
      ...plain(4),
      aDraft({ kind: 'checkpoint', covers, update: Uint8Array.of(99) }),
      ...plain(1),
    ];
    const { frames } = read(writeLog(all).bytes);
    expect(framesAfter(frames, 0).map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
    expect(framesAfter(frames, 3).map(({ seq }) => seq)).toEqual([4, 5, 6]);
    expect(framesAfter(frames, 5).map(({ seq }) => seq)).toEqual([6]);
    expect(framesAfter(frames, 6)).toEqual([]);
  });

  it('that was erased lets nobody skip anything', () => {
    const covers = at(2, writeLog(plain(2)).heads);
    const written = writeLog([...plain(2), aDraft({ kind: 'checkpoint', covers }), ...plain(1)]);
    const [from = 0, to = 0] = [written.starts[2], written.ends[2]];
    const identity = identityOf(HEADER, TOOLS);
    const redacted = redactFrame(
      written.bytes.subarray(from, to),
      { update: undefined, author: false },
      identity,
      TOOLS,
    );
    if (!redacted.ok) throw new Error(redacted.error);
    const bytes = Buffer.concat([
      written.bytes.subarray(0, from),
      redacted.value,
      written.bytes.subarray(to),
    ]);
    const { frames, damage } = read(bytes);
    // Its place in the chain stays.
    expect(damage).toEqual([]);
    expect(frames[2]).toMatchObject({ redacted: true, label: '' });
    expect(framesAfter(frames, 0).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('holds what lies before it up to the first gap that nothing has filled', () => {
    const plainLog = writeLog(plain(6));
    const genesis = { generation: 0, seq: 0, hash: '' };
    const held = (drafts: Parameters<typeof writeLog>[0], lost: number, known?: number) => {
      const written = writeLog(drafts);
      const damaged = Uint8Array.from(written.bytes);
      damaged.fill(0xff, (written.starts[lost] ?? 0) + 30, (written.starts[lost] ?? 0) + 40);
      const reading = read(damaged);
      const already = known === undefined ? undefined : written.heads[known - 1];
      const head = heldBy(reading, genesis, already);
      return { seq: head.seq, open: openDamage(reading.damage, head).length };
    };
    expect(held(plain(6), 2)).toEqual({ seq: 2, open: 1 });
    // Who had everything already has it still.
    expect(held(plain(6), 2, 4)).toEqual({ seq: 6, open: 0 });
    const small = aDraft({ kind: 'checkpoint', covers: at(2, plainLog.heads) });
    expect(held([...plain(6), small], 2)).toEqual({ seq: 2, open: 1 });
    const whole = aDraft({ kind: 'checkpoint', covers: at(6, plainLog.heads) });
    expect(held([...plain(6), whole], 2)).toEqual({ seq: 7, open: 0 });
  });

  it('goes on after a jump, and is no breach there', () => {
    const jumpFrom = at(4, writeLog(plain(4)).heads);
    const alone = read(
      writeLog([{ ...aDraft({ kind: 'checkpoint', covers: jumpFrom }), jumpFrom }]).bytes,
    );
    expect(alone).toMatchObject({ damage: [], head: { seq: 5 } });
    expect(heldBy(alone, { generation: 0, seq: 0, hash: '' }).seq).toBe(5);
  });
});
