import { describe, expect, it } from 'vitest';
import { identityOf } from '#shared/documents/file-header.ts';
import { digestOf } from '#shared/documents/frame-codec.ts';
import { encodePart } from '#shared/documents/frame-parts.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { redactFrame } from '#shared/documents/redaction.ts';
import { aDraft, commandId, HEADER, PLACE, TOOLS, writeLog } from '../support/logs.ts';

const read = (bytes: Uint8Array) => readLog(bytes, PLACE, TOOLS);

describe('what was erased', () => {
  const SECRET = '096-286-3111';
  const secretUpdate = (number: string): Uint8Array => new TextEncoder().encode(`tel ${number}.`);

  const erased = () => {
    const written = writeLog([
      aDraft({ label: `「${SECRET}」を追加`, update: secretUpdate(SECRET) }),
      aDraft({ command: commandId(2) }),
    ]);
    const [from = 0, to = 0] = [written.starts[0], written.ends[0]];
    const frame = written.bytes.subarray(from, to);
    const identity = identityOf(HEADER, TOOLS);
    const redacted = redactFrame(
      frame,
      { update: secretUpdate('000'), author: false },
      identity,
      TOOLS,
    );
    if (!redacted.ok) throw new Error(redacted.error);
    return { written, from, to, frame: redacted.value };
  };

  it('leaves its place in the chain, and nothing that anybody wrote', () => {
    const { written, from, to, frame } = erased();
    const bytes = Buffer.concat([
      written.bytes.subarray(0, from),
      frame,
      written.bytes.subarray(to),
    ]);
    const { frames, damage } = read(bytes);
    expect(damage).toEqual([]);
    expect(frames[0]).toMatchObject({ redacted: true, author: { id: 'a1', name: '******' } });
    expect(frames[0]?.hash).toBe(written.heads[0]?.hash);
    expect(bytes.includes(SECRET)).toBe(false);
  });

  it('cannot be found by trying all numbers against what is kept', () => {
    const { written, from, to, frame } = erased();
    const original = written.bytes.subarray(from, to);
    const kept = Buffer.from(frame);
    /** Whoever tries knows all but the number, and the random bytes as they are kept. */
    const isFound = (number: string, salt: Uint8Array): boolean => {
      const guess = aDraft({ label: `「${number}」を追加`, update: secretUpdate(number) });
      return kept.includes(Buffer.from(digestOf(encodePart(guess, undefined, salt), TOOLS)));
    };
    const blank = new Uint8Array(8);
    for (let number = 0; number < 10_000; number += 1) {
      expect(isFound(`096-286-${String(number).padStart(4, '0')}`, blank)).toBe(false);
    }
    // With the random bytes of before it would be: they are what the eraser has to take out.
    const windows = Array.from({ length: original.length - 8 }, (_, at) =>
      Buffer.from(original.subarray(at, at + 8)),
    );
    expect(windows.some((salt) => isFound(SECRET, salt))).toBe(true);
    expect(windows.some((salt) => kept.includes(Buffer.from(salt)) && isFound(SECRET, salt))).toBe(
      false,
    );
  });

  it('keeps the name of its author where that is not what is erased', () => {
    const { written } = erased();
    const frame = written.bytes.subarray(written.starts[0], written.ends[0]);
    const identity = identityOf(HEADER, TOOLS);
    const redacted = redactFrame(
      frame,
      { update: secretUpdate(''), author: true },
      identity,
      TOOLS,
    );
    if (!redacted.ok) throw new Error(redacted.error);
    const { frames } = read(
      Buffer.concat([written.bytes.subarray(0, written.start), redacted.value]),
    );
    expect(frames[0]?.author.name).toBe('山田');
    expect(frames[0]?.label).not.toContain(SECRET);
  });
});
