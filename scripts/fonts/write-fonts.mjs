import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../ready/root.mjs';
import { joinFont, tableOf } from './join-font.mjs';
import { readCmap } from './read-cmap.mjs';
import { readWoff2 } from './read-woff2.mjs';

const SOURCE = inRoot('node_modules', '@fontsource-variable', 'noto-sans-jp');

/** Every screen needs these slices: Latin, kana, punctuation. They stay as they are, kerned. */
const KEPT = /-(?:latin|119|117)-wght/;

/** The files that every screen needs, by their names: the slices that stay, and one joined font. */
export const FIRST_FONTS = /(?:noto-sans-jp-(?:latin|119|117)-wght|everyday).*\.(?:woff2|ttf)$/;

/** @typedef {import('./join-font.mjs').Chosen} Chosen */

/**
 * Writes the app's font, joined from the 124 slices of the bundled Noto Sans JP to a few files. Slices
 * spare a network what a page does not show. Here nothing is fetched, but for each slice that is not
 * read yet a browser asks the system for a substitute, once for each size and weight on the screen;
 * and a screen needs dozens of slices, so that its words are laid out twice.
 * @param {string} folder is made anew; gets `fonts.css` and what it names
 */
export function writeFonts(folder) {
  const css = readFileSync(join(SOURCE, 'index.css'), 'utf8').replaceAll(
    'url(./',
    `url(${SOURCE}/`,
  );
  const slices = (css.match(/@font-face \{.+?\}/gs) ?? []).map((rule) => {
    const file = /url\((.+?)\)/.exec(rule)?.[1] ?? '';
    return { rule, isKept: KEPT.test(file), glyphs: readGlyphs(file) };
  });
  const kept = new Set(
    slices.filter(({ isKept }) => isKept).flatMap(({ glyphs }) => glyphs.map(({ code }) => code)),
  );
  const rest = new Map(
    slices.flatMap(({ glyphs }) =>
      glyphs.filter(({ code }) => !kept.has(code)).map((each) => [each.code, each]),
    ),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const everyday = take(rest, charactersOf(FIRST_ROWS) + municipalityNames());
  const second = take(rest, charactersOf(SECOND_ROWS));
  const faces = Object.entries({ everyday, second, rare: [...rest.values()] }).map(
    ([name, chosen]) => {
      writeFileSync(join(folder, `${name}.ttf`), joinFont(chosen));
      return faceOf(name, chosen);
    },
  );
  const rules = slices.flatMap(({ rule, isKept }) => (isKept ? [rule] : []));
  writeFileSync(join(folder, 'fonts.css'), [...rules, ...faces].join('\n'));
}

/** @param {string} file @returns {Chosen[]} */
function readGlyphs(file) {
  const font = readWoff2(readFileSync(file));
  const glyphs = [...readCmap(tableOf(font, 'cmap'))];
  return glyphs.map(([code, glyph]) => ({ code, font, glyph }));
}

/** @param {Map<number, Chosen>} from loses what is taken @param {string} text @returns {Chosen[]} */
function take(from, text) {
  const codes = new Set([...text].map((each) => each.codePointAt(0) ?? 0));
  return [...codes].flatMap((code) => {
    const found = from.get(code);
    from.delete(code);
    return found === undefined ? [] : [found];
  });
}

const span = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Rows of JIS X 0208: signs, kana, and ideographs of the first level, nearly all of 常用漢字 in them. */
const FIRST_ROWS = [...span(1, 8), 13, ...span(16, 47)];
/** Ideographs of the second level: old forms, and rare names. */
const SECOND_ROWS = span(48, 84);

/** @param {readonly number[]} rows of JIS X 0208 */
function charactersOf(rows) {
  const bytes = rows.flatMap((row) => span(1, 94).flatMap((cell) => [0xa0 + row, 0xa0 + cell]));
  return new TextDecoder('euc-jp').decode(Uint8Array.from(bytes));
}

const municipalityNames = () => readFileSync(inRoot('resources', 'municipalities.json'), 'utf8');

/** @param {string} name @param {readonly Chosen[]} chosen */
function faceOf(name, chosen) {
  const codes = chosen.map(({ code }) => code).sort((a, b) => a - b);
  return `@font-face {
  font-family: 'Noto Sans JP Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url(./${name}.ttf) format('truetype');
  unicode-range: ${codes.map((code) => `U+${code.toString(16)}`).join(',')};
}`;
}
