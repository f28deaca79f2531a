import { describe, expect, it } from 'vitest';
import { identityOf } from '#shared/documents/file-header.ts';
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
