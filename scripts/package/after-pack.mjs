import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeNotices } from '../licences/write-notices.mjs';

/** What loads any app by its path, and the stand-in's own mark: neither has a place in a product. */
const FOREIGN = ['default_app.asar', 'loader.sha256'];

/**
 * electron-builder copies the distribution as it is; this runs before fuses are set and installers made.
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  for (const name of FOREIGN) rmSync(join(resources, name), { force: true });
  writeNotices(appOutDir);
}
