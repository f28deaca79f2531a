import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../ready/root.mjs';
import { LICENCES } from './gather.mjs';

/** @typedef {import('./packages.mjs').Notice} Notice */

/** Beside the program, for whoever looks there and not into it. */
const OWN_LICENCE = 'LICENSE.banso-note.txt';
const THIRD_PARTY = 'THIRD-PARTY-LICENSES.txt';

const LINE = '='.repeat(78);

const HEAD = `伴走ノート contains the software below, each under its own licence.
Electron and Chromium have theirs beside this file: LICENSE.electron.txt and LICENSES.chromium.html.
`;

/**
 * Puts the app's licence and those of all that was built into it beside a packaged app.
 * @param {string} folder
 */
export function writeNotices(folder) {
  const list = inRoot('out', 'app', 'renderer', LICENCES);
  /** @type {{ own: string, packages: readonly Notice[] }} */
  const { own, packages } = JSON.parse(readFileSync(list, 'utf8'));
  const parts = packages.map(
    ({ name, version, licence, text }) =>
      `${LINE}\n${name} ${version} (${licence})\n${LINE}\n\n${text}\n`,
  );
  writeFileSync(join(folder, OWN_LICENCE), `${own}\n`);
  writeFileSync(join(folder, THIRD_PARTY), [HEAD, ...parts].join('\n'));
}
