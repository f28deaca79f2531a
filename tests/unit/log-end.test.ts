import { describe, expect, test } from 'vitest';
import { readPart } from '#electron/services/log/read-part.ts';
import { type FrameDraft, NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { readLog, readLogEnd } from '#shared/documents/log-reader.ts';
import { aDraft, commandId, PLACE, TOOLS, type Written, writeLog } from '#tests/support/logs.ts';

/** Twelve frames with whole states in the places of 5 and 9, each author and what he had seen said once. */
const aLog = (): Written => {
  const drafts: FrameDraft[] = [];
  for (let seq = 1; seq <= 12; seq += 1) {
    const isState = seq === 5 || seq === 9;
    drafts.push(
      aDraft({
        command: commandId(seq),
        label: `${seq}を変更`,
        kind: isState ? 'checkpoint' : 'update',
      }),
    );
  }
  return writeLog(drafts);
};

const whole = (bytes: Uint8Array) => readLog(bytes, PLACE, TOOLS);
const end = (bytes: Uint8Array, count: number) => readLogEnd(bytes, PLACE, count, TOOLS);

describe('the end of a log', () => {
  test.each([
    [1, 9],
    [3, 9],
    [4, 5],
    [7, 5],
  ])('with at least %i frames begins with the state in the place of %i', (count, seq) => {
    const { bytes } = aLog();
    const reading = end(bytes, count);
    expect(reading?.frames).toEqual(whole(bytes).frames.slice(seq - 1));
    expect(reading?.damage).toEqual([]);
    expect(reading?.head).toEqual(whole(bytes).head);
    expect(reading?.end).toBe(bytes.length);
  });

  test('that no state begins is not told apart from the rest', () => {
    expect(end(aLog().bytes, 8)).toBeUndefined();
    expect(end(writeLog([aDraft()]).bytes, 1)).toBeUndefined();
    expect(end(new Uint8Array(), 1)).toBeUndefined();
  });

  test('is not looked for past damage, nor in another document’s file', () => {
    const { bytes, starts } = aLog();
    const damaged = bytes.slice();
    damaged.fill(7, starts[1], (starts[1] ?? 0) + 8);
    expect(end(damaged, 1)).toBeUndefined();
    expect(
      readLogEnd(bytes, { ...PLACE, device: 'device2' as typeof PLACE.device }, 1, TOOLS),
    ).toBe(undefined);
  });

  test('is not begun by a state whose bytes are damaged', () => {
    const { bytes, ends } = aLog();
    const damaged = bytes.slice();
    const last = (ends[8] ?? 0) - 3;
    damaged[last] = (damaged[last] ?? 0) ^ 0xff;
    expect(end(damaged, 1)).toBeUndefined();
  });

  test('is what main gives who asks for the last frames, and all where there is no such end', () => {
    const { bytes } = aLog();
    const ask = (last: number) =>
      unpackFrames(
        readPart(bytes, { ...PLACE, known: NO_HEAD, whole: true, last }).part.packed,
      ).map(({ seq }) => seq);
    expect(ask(2)).toEqual([9, 10, 11, 12]);
    expect(ask(50)).toHaveLength(12);
  });
});
