import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFileHeader, identityOf } from '#shared/documents/file-header.ts';
import type { FrameDraft } from '#shared/documents/frame.ts';
import { encodeFrame } from '#shared/documents/frame-codec.ts';
import { codeLabel, readLabel } from '#shared/documents/labels.ts';
import { readLog } from '#shared/documents/log-reader.ts';
import type { CommandId, DeviceId } from '#shared/domain/record/ids.ts';
import { aDraft, commandId, HEADER, PLACE, TOOLS, writeLog } from '../support/logs.ts';

const text = (maxLength: number) =>
  fc.string({ unit: 'grapheme', maxLength }).map((value) => value.toWellFormed());

const read = (bytes: Uint8Array) => readLog(bytes, PLACE, TOOLS);

describe('a writer', () => {
  const place = {
    identity: identityOf(HEADER, TOOLS),
    after: { generation: 0, seq: 0, hash: '' },
    jump: false,
    lastSeen: undefined,
    lastAuthor: undefined,
  };
  const heads = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      device: `d${String(at).padStart(5, '0')}` as DeviceId,
      ...{ seq: 1, hash: '0b'.repeat(16) },
    }));
  const refused = (change: Partial<FrameDraft>, where = {}) =>
    encodeFrame(aDraft(change), { ...place, ...where }, TOOLS);

  it.each([
    ['an update of 65 MiB', { update: new Uint8Array(65 * 1024 * 1024) }, {}, 'too-large'],
    ['a label of 4,001 letters', { label: 'あ'.repeat(4001) }, {}, 'too-large'],
    ['a name of 4,001', { author: { id: 'a1', name: 'あ'.repeat(4001) } }, {}, 'too-large'],
    ['10,001 heads', { seen: heads(10_001) }, {}, 'too-large'],
    ['a format above 65,535', { format: 65_536 }, {}, 'out-of-range'],
    ['half a format', { format: 1.5 }, {}, 'out-of-range'],
    ['an author whose id is none', { author: { id: 'x', name: '' } }, {}, 'out-of-range'],
    ['one with more before it', { author: { id: 'xa1', name: '' } }, {}, 'out-of-range'],
    ['one with more behind it', { author: { id: 'a1x', name: '' } }, {}, 'out-of-range'],
    ['a place before the first', {}, { after: { ...place.after, seq: -1 } }, 'out-of-range'],
    ['a place between two', {}, { after: { ...place.after, seq: 0.5 } }, 'out-of-range'],
    ['a format of 0', { format: 0 }, {}, 'out-of-range'],
    ['a command that is none', { command: 'x' as CommandId }, {}, 'out-of-range'],
    ['a jump that is no checkpoint', {}, { jump: true }, 'not-a-checkpoint'],
    [
      'a place above 2^32',
      {},
      { after: { generation: 0, seq: 2 ** 32 - 1, hash: '' } },
      'out-of-range',
    ],
  ] as const)('refuses %s, which no reader would take', (_, change, where, error) => {
    expect(refused(change, where)).toEqual({ ok: false, error });
  });

  it.each([
    ['a label of 4,000 letters', { label: 'あ'.repeat(4000) }, {}],
    ['a name of 4,000', { author: { id: 'a1', name: 'あ'.repeat(4000) } }, {}],
    ['10,000 heads', { seen: heads(10_000) }, {}],
    ['the format 65,535', { format: 65_535 }, {}],
    ['the last place', {}, { after: { ...place.after, seq: 2 ** 32 - 2 } }],
    [
      'a jump of a checkpoint',
      { kind: 'checkpoint', covers: { generation: 0, seq: 1, hash: '0b'.repeat(16) } },
      { jump: true },
    ],
  ] as const)('takes %s', (_, change, where) => {
    expect(refused(change, where).ok).toBe(true);
  });

  it.each([
    [-5, 0],
    [Number.NaN, 0],
    [7.6, 8],
    [2 ** 48 - 1, 2 ** 48 - 1],
    [2 ** 48, 2 ** 48 - 1],
  ])('keeps a clock of %s as %s', (time, expected) => {
    const encoded = refused({ time });
    if (!encoded.ok) throw new Error(encoded.error);
    const { frames } = read(Buffer.concat([encodeFileHeader(HEADER), encoded.value.bytes]));
    expect(frames[0]?.time).toBe(expected);
  });

  it('says a name once, and a label as a code', () => {
    const { ends, starts } = writeLog([aDraft(), aDraft({ command: commandId(2) })]);
    const length = (index: number) => (ends[index] ?? 0) - (starts[index] ?? 0);
    expect(length(0) - length(1)).toBeGreaterThanOrEqual('山田'.length * 3);
  });
});

describe('a label', () => {
  it('is the same after it was coded, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text(30),
          fc
            .tuple(
              text(6),
              fc.constantFrom('を入力', 'をつくる（', '：', '）', 'を削除（'),
              text(6),
            )
            .map((parts) => parts.join('')),
        ),
        (label) => {
          expect(readLabel(codeLabel(label))).toBe(label);
        },
      ),
    );
  });

  it('of the app itself has a code, and its names are parameters', () => {
    expect(codeLabel('記録の入力')).toEqual({ code: 1, parameters: [] });
    expect(codeLabel('案件を削除（益城町）')).toMatchObject({ parameters: ['案件', '益城町'] });
  });
});
