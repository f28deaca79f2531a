import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from '#shared/documents/file-header.ts';
import { digestOf } from '#shared/documents/frame-codec.ts';
import { encodePart } from '#shared/documents/frame-parts.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import { redactFrame } from '#shared/documents/redaction.ts';
import { anyDraft } from '#tests/support/any-draft.ts';
import { aDraft, HEADER, PLACE, TOOLS, writeLog } from '#tests/support/logs.ts';

/*
 * What takes long to be asked of every byte, or of every number.
 */

describe('a log file', () => {
  it('cut at any byte gives its longest whole prefix, and calls the rest torn', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { minLength: 1, maxLength: 3 }), (drafts) => {
        const { bytes, ends, start } = writeLog(drafts);
        for (let cut = 1; cut <= bytes.length; cut += 1) {
          const { frames, damage, end } = readLog(bytes.subarray(0, cut), PLACE, TOOLS);
          const whole = ends.filter((each) => each <= cut);
          expect(frames).toHaveLength(whole.length);
          const last = whole.at(-1) ?? (cut >= start ? start : 0);
          expect(end).toBe(last);
          expect(damage).toEqual(last === cut ? [] : [{ kind: 'torn-tail', from: last, to: cut }]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what was erased', () => {
  const SECRET = '096-286-3111';
  const secretUpdate = (number: string): Uint8Array => new TextEncoder().encode(`tel ${number}.`);

  it('cannot be found by trying all numbers against what is kept', () => {
    const written = writeLog([
      aDraft({ label: `「${SECRET}」を追加`, update: secretUpdate(SECRET) }),
    ]);
    const original = written.bytes.subarray(written.starts[0] ?? 0, written.ends[0] ?? 0);
    const instead = { update: secretUpdate('000'), author: false };
    const redacted = redactFrame(original, instead, identityOf(HEADER, TOOLS), TOOLS);
    if (!redacted.ok) throw new Error(redacted.error);
    const kept = Buffer.from(redacted.value);
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
});
