import { describe, expect, test } from 'vitest';
import { readPart } from '#electron/services/log/read-part.ts';
import { type FrameDraft, NO_HEAD } from '#shared/documents/frame.ts';
import { unpackFrames } from '#shared/documents/frame-pack.ts';
import { readLog, readLogEnd, readLogState } from '#shared/documents/log-reader.ts';
import { laterFrame } from '#tests/support/later-frame.ts';
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

describe('the state in a log, for somebody who has nothing of it', () => {
  const covering = (covers: number, more: Partial<FrameDraft> = {}): Written => {
    const before = [1, 2, 3].map((seq) => aDraft({ command: commandId(seq) }));
    const { heads } = writeLog(before);
    const state = aDraft({ command: commandId(4), kind: 'checkpoint', covers: heads[covers - 1] });
    return writeLog([
      ...before.slice(0, 2),
      { ...before[2], ...more } as FrameDraft,
      state,
      aDraft(),
    ]);
  };
  const state = (bytes: Uint8Array) => readLogState(bytes, PLACE, TOOLS);

  test('begins with the last checkpoint, where that covers all that stands before', () => {
    const { bytes } = covering(3);
    const reading = state(bytes);
    expect(reading?.frames).toEqual(whole(bytes).frames.slice(3));
    expect(reading?.head).toEqual(whole(bytes).head);
  });

  test('is not told apart where the checkpoint does not cover all, or something before it erases', () => {
    expect(state(covering(2).bytes)).toBeUndefined();
    expect(state(covering(3, { kind: 'erased' }).bytes)).toBeUndefined();
    expect(state(writeLog([aDraft()]).bytes)).toBeUndefined();
  });

  test('is not looked for past what a later version has written', () => {
    const { bytes } = covering(3);
    expect(state(laterFrame(bytes, PLACE.document, PLACE.device, 2))).toBeUndefined();
  });

  test('is the same, as far as anybody needs it, as what all of the file says', () => {
    for (const bytes of [covering(3).bytes, covering(2).bytes, aLog().bytes]) {
      const asked = { ...PLACE, known: NO_HEAD, whole: false };
      const all = readPart(bytes, asked);
      const alone = readPart(bytes, { ...asked, state: true });
      expect(alone.part).toEqual(all.part);
    }
  });
});
