import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCmap } from '../../scripts/fonts/read-cmap.mjs';
import { FIRST_FONTS, writeFonts } from '../../scripts/fonts/write-fonts.mjs';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banso-fonts-'));
  writeFonts(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file of the last face whose range has the character: the one that a browser takes. */
const fileOf = (character: string): string => {
  const css = readFileSync(join(folder, 'fonts.css'), 'utf8');
  const code = character.codePointAt(0) ?? 0;
  const faces = (css.match(/@font-face \{.+?\}/gs) ?? []).reverse();
  const face = faces.find((rule) =>
    (/unicode-range: (.+);/.exec(rule)?.[1] ?? '').split(',').some((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((each) => Number.parseInt(each, 16));
      return from <= code && code <= to;
    }),
  );
  return /url\(.*?([\w-]+\.\w+)\)/.exec(face ?? '')?.[1] ?? 'none';
};

/** A table of a font that was written. */
const tableOf = (name: string, tag: string): Buffer => {
  const file = readFileSync(join(folder, name));
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const at = entries.find((entry) => file.toString('latin1', entry, entry + 4) === tag) ?? 0;
  return file.subarray(
    file.readUInt32BE(at + 8),
    file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12),
  );
};

describe('the font of the app', () => {
  it('has what every screen shows in the files that are read first', () => {
    for (const character of '伴走支援、「会合」を記録。益城町 R4.10/3 ①→ム') {
      expect(fileOf(character), character).toMatch(FIRST_FONTS);
    }
  });

  it('still has every character of the slices, rare ones in files of their own', () => {
    expect(fileOf('髙')).toBe('rare.ttf');
    expect(fileOf('舘')).toBe('everyday.ttf');
    expect(fileOf('彌')).toBe('second.ttf');
    expect(fileOf('𠮷')).toBe('rare.ttf');
    expect(fileOf('é')).not.toBe('none');
  });

  it('gives each character of a file one outline, with its changes by weight', () => {
    for (const name of ['everyday.ttf', 'second.ttf', 'rare.ttf']) {
      const glyphs = tableOf(name, 'maxp').readUInt16BE(4);
      const cmap = readCmap(tableOf(name, 'cmap'));
      expect(cmap.size).toBe(glyphs - 1);
      expect(new Set(cmap.values()).size).toBe(cmap.size);
      expect(tableOf(name, 'gvar').readUInt16BE(12)).toBe(glyphs);
      const loca = tableOf(name, 'loca');
      expect(loca.readUInt32BE(glyphs * 4)).toBe(tableOf(name, 'glyf').length);
    }
  });
});
