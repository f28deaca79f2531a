import fc from 'fast-check';
import type { FrameDraft } from '#shared/documents/frame.ts';
import type { CommandId, DeviceId } from '#shared/domain/record/ids.ts';

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((value) => Buffer.from(value).toString('hex'));
const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((value) => value.toWellFormed());

const seen = fc
  .uniqueArray(
    fc.record({ device: fc.constantFrom('b', 'c', 'd'), seq: fc.nat(9), hash: hex(16) }),
    {
      selector: ({ device }) => device,
    },
  )
  .map((heads) =>
    heads
      .map((head) => ({ ...head, device: head.device as DeviceId }))
      .sort((a, b) => (a.device < b.device ? -1 : 1)),
  );

/** What somebody may write into a log. */
export const anyDraft: fc.Arbitrary<FrameDraft> = fc.record({
  kind: fc.constantFrom('update' as const, 'update' as const, 'adopt' as const),
  format: fc.integer({ min: 1, max: 65_535 }),
  time: fc.integer({ min: 0, max: 4e12 }),
  author: fc.record({ id: fc.constantFrom('a1', 'b2b2'), name: text(10) }),
  command: hex(8).map((value) => value as CommandId),
  label: text(20),
  seen,
  update: fc.uint8Array({ maxLength: 60 }),
});
