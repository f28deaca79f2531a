import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameDraft, Head } from '#shared/documents/frame.ts';
import { encodeFrame, genesis } from '#shared/documents/frame-codec.ts';
import { framesAfter, readHead, readLog } from '#shared/documents/log-reader.ts';
import type { DeviceId } from '#shared/domain/ids.ts';

const START = genesis('office', 'device1' as DeviceId);

const draft = fc.record({
  kind: fc.constantFrom('update' as const, 'update' as const, 'checkpoint' as const),
  format: fc.constant(1),
  time: fc.integer({ min: 0, max: 4e12 }),
  author: fc.string({ unit: 'grapheme', maxLength: 10 }),
  command: fc.string({ maxLength: 16 }),
  label: fc.string({ unit: 'grapheme', maxLength: 20 }),
  update: fc.uint8Array({ maxLength: 60 }),
});

type Written = {
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
  readonly heads: readonly Head[];
};

const write = (drafts: readonly FrameDraft[]): Written => {
  const parts: number[] = [];
  const ends: number[] = [];
  const heads: Head[] = [];
  for (const each of drafts) {
    const { bytes, head } = encodeFrame(each, heads.at(-1) ?? START);
    parts.push(...bytes);
    ends.push(parts.length);
    heads.push(head);
  }
  return { bytes: Uint8Array.from(parts), ends, heads };
};

describe('a log file', () => {
  it('gives back what was written, with its place', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 8 }), (drafts) => {
        const { bytes, heads } = write(drafts);
        const { frames, damage, head } = readLog(bytes, START);
        expect(damage).toEqual([]);
        expect(frames.map(({ seq: _, hash: __, previous: ___, ...rest }) => rest)).toEqual(drafts);
        expect(head).toEqual(heads.at(-1) ?? START);
        if (heads.length > 0) expect(readHead(bytes)).toEqual(head);
      }),
    );
  });

  it('cut at any byte gives its longest whole prefix', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 1, maxLength: 4 }), (drafts) => {
        const { bytes, ends } = write(drafts);
        for (let cut = 0; cut <= bytes.length; cut += 1) {
          const { frames, damage, end } = readLog(bytes.subarray(0, cut), START);
          const whole = ends.filter((each) => each <= cut);
          expect(frames).toHaveLength(whole.length);
          expect(end).toBe(whole.at(-1) ?? 0);
          expect(damage).toEqual(end === cut ? [] : [{ kind: 'torn-tail', from: end, to: cut }]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('with one damaged frame hides only that frame, and says so', () => {
    fc.assert(
      fc.property(
        fc.array(draft, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (drafts, where, mask) => {
          const { bytes, ends } = write(drafts);
          const at = where % bytes.length;
          const hit = ends.findIndex((end) => at < end);
          bytes[at] = (bytes[at] ?? 0) ^ mask;
          const { frames, damage } = readLog(bytes, START);
          const expected = drafts.filter((_, index) => index !== hit);
          expect(frames.map((frame) => [...frame.update])).toEqual(
            expected.map((each) => [...each.update]),
          );
          expect(damage.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('that belongs to another document or device breaks the chain at its first frame', () => {
    const { bytes } = write([
      {
        kind: 'update',
        format: 1,
        time: 0,
        author: '',
        command: '',
        label: '',
        update: Uint8Array.of(1),
      },
    ]);
    expect(readLog(bytes, genesis('office', 'device2' as DeviceId)).damage).toEqual([
      { kind: 'broken-chain', seq: 1 },
    ]);
    expect(readLog(bytes, START).damage).toEqual([]);
  });

  it('gives a reader nothing older than the checkpoint that saves reading it', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 10 }), fc.nat(11), (drafts, after) => {
        const { frames } = readLog(write(drafts).bytes, START);
        const given = framesAfter(frames, after);
        const isWhole =
          given[0]?.kind === 'checkpoint' || given[0] === undefined || given[0].seq === after + 1;
        expect(isWhole).toBe(true);
        expect(given.slice(1).some((frame) => frame.kind === 'checkpoint')).toBe(false);
        expect(given.at(-1)?.seq ?? drafts.length).toBe(
          Math.max(drafts.length, given.at(-1)?.seq ?? 0),
        );
      }),
    );
  });

  it('reads any bytes at all without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { frames, damage } = readLog(bytes, START);
        expect(frames.length + damage.length > 0).toBe(bytes.length > 0);
      }),
    );
  });
});
