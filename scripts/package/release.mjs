import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from '../ready/root.mjs';

/** Says of which version the documents' pictures are; `npm run smoke -- --update-docs` writes it. */
export const PICTURES_OF = inRoot('docs', 'images', 'version.json');

/**
 * Whether a runtime may go into a release: only the official binary, of the version that package.json names.
 * @param {import('../runtime/find.mjs').Runtime} runtime
 * @param {string} wanted the version in package.json
 * @returns {string | undefined} the reason why not
 */
export function whyNoRelease({ source, version }, wanted) {
  switch (source) {
    case 'official':
      return version === wanted
        ? undefined
        : `the Electron at hand is ${version}, package.json names ${wanted}`;
    case 'stand-in':
      return `it holds a stand-in Electron (${version}), since the official binary could not be had`;
    default:
      return `it holds the Electron that ELECTRON_OVERRIDE_DIST_PATH names (${version || 'version unknown'})`;
  }
}

/**
 * Whether the documents show the app as it is released. Pictures are renewed for releases only.
 * @param {string} version that is to be released
 * @param {string} [file] that says of which version the pictures are
 * @returns {string | undefined} the reason why not
 */
export function whyOldPictures(version, file = PICTURES_OF) {
  const shown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
  return shown === version
    ? undefined
    : `docs/images shows ${shown ?? 'no version in particular'}, not ${version}: ` +
        'run "npm run smoke -- --update-docs", look at the pictures, and commit them';
}
