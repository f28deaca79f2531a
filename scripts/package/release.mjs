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
