import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { inRoot } from '../ready/root.mjs';
import { NotReady, run, say } from '../ready/run.mjs';
import { bundle } from './bundle.mjs';

/** @typedef {'scale-set' | 'roadmap-set' | 'history-set'} SetName a folder of tests/bench whose write.ts writes a data folder */

/** @returns {Promise<string>} the data folder of the scale set */
export const ensureScaleSet = () => ensureSet('scale-set');

/** @returns {Promise<string>} a small data folder with a roadmap of 300 bars and one of 1,000 */
export const ensureRoadmapSet = () => ensureSet('roadmap-set');

/** @returns {Promise<string>} a data folder with one case of ten years, typed letter by letter */
export const ensureHistorySet = () => ensureSet('history-set');

/**
 * A data folder as its generator writes it: logs and settings, no cache of the app. It is made once and kept
 * until the generator, or what it takes from the app, changes.
 * @param {SetName} name
 */
async function ensureSet(name) {
  const program = await bundle(name, 'write');
  const hash = createHash('sha256').update(readFileSync(program)).digest('hex').slice(0, 12);
  const folder = inRoot('.cache', `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  say(`Writing the ${name.replace('-', ' ')} …`);
  removeOlder(name);
  // Renamed when it is whole: an interrupted run leaves nothing that looks finished.
  const draft = `${folder}.part`;
  mkdirSync(draft, { recursive: true });
  if (run(process.execPath, [program, draft]) !== 0) {
    throw new NotReady('The scale set could not be written; the message is above.');
  }
  renameSync(draft, folder);
  return folder;
}

/** @param {SetName} set */
function removeOlder(set) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  for (const name of readdirSync(inRoot('.cache'))) {
    if (name.startsWith(`${set}-`)) {
      rmSync(inRoot('.cache', name), { recursive: true, force: true });
    }
  }
}
