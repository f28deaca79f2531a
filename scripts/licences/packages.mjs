import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A package of which something is in the app.
 * @typedef {object} Notice
 * @property {string} name as npm knows it
 * @property {string} version
 * @property {string} licence its SPDX expression
 * @property {string} text its own licence files, whole
 */

const MODULES = '/node_modules/';
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)\b/i;
/** Vite lists here what its own program is made of; none of that is in what it builds. */
const REST_OF_A_TOOL = /^# Licenses of bundled dependencies$[\s\S]*/m;

/**
 * @param {string} id of a module, as a bundler names it: a path, maybe with a query
 * @returns {string | undefined} the folder of the npm package that the module belongs to
 */
export function packageFolderOf(id) {
  const path = id.replaceAll('\\', '/').replace(/\?.*$/, '');
  // Some packages put a package.json without a name or version beside modules of another kind.
  for (let folder = dirname(path); folder.includes(MODULES); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && readJson(file).version !== undefined) return folder;
  }
  return undefined;
}

/**
 * @param {string} folder of a package
 * @returns {Notice}
 * @throws when the package brings no licence text: what may not be passed on must not be built in
 */
export function noticeOf(folder) {
  const { name, version, license } = readJson(join(folder, 'package.json'));
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  const text = texts.join('\n\n').replace(REST_OF_A_TOOL, '').trim();
  if (typeof license !== 'string' || text === '') {
    throw new Error(`${name} ${version} brings no licence text: the app cannot contain it`);
  }
  return { name, version, licence: license, text };
}

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
