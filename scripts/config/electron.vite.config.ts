import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { FIRST_FONTS, writeFonts } from '../fonts/write-fonts.mjs';
import { gatherLicences } from '../licences/gather.mjs';

const root = process.cwd();
const from = (...parts: string[]) => resolve(root, ...parts);

/** The oldest Electron that runs the app in development: Chromium 130, Node 20.18. */
const CHROME = 'chrome130';
const NODE = 'node20.18';

/** electron-vite builds for file://, with relative addresses; ours is app://, where a deep page may be reloaded. */
const absoluteAddresses: Plugin = {
  name: 'absolute-addresses',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

/**
 * write-excel-file packs sheets of more than 160 KB in a worker out of a blob: address, which the content
 * security policy refuses, without a word: it would wait for ever. It gets a `zip` that packs at once.
 */
const packInPlace: Plugin = {
  name: 'pack-in-place',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('/write-excel-file/') ? '\0zip-at-once' : undefined,
  load: (id) =>
    id === '\0zip-at-once'
      ? `import { zipSync } from 'fflate';
         export * from 'fflate';
         export const zip = (files, done) => done(null, zipSync(files));`
      : undefined,
};

/**
 * frappe-gantt sets its variables on the whole page. Its style comes when the roadmap's page is read ahead, and
 * had every element of whatever page is open styled anew in one frame: all are inherited by all.
 */
const chartKeepsToItself: Plugin = {
  name: 'chart-keeps-to-itself',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/frappe-gantt.css')
      ? replaced(
          replaced(code, /:root\s*\{/, '.gantt-container{'),
          /html\[data-theme=dark\]\s*\{/,
          'html[data-theme=dark] .gantt-container{',
        )
      : undefined,
};

const FONTS = from('out/fonts');

/** Makes the app's font, and has what every screen shows of it read together with the program. */
const fonts: Plugin = {
  name: 'fonts',
  config: () => {
    writeFonts(FONTS);
    return { resolve: { alias: { '#fonts': FONTS } } };
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => FIRST_FONTS.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        })),
  },
};

/** What the bundles are made of must be named in the app, with its licence. */
const licences = gatherLicences();
/** @throws where a library no longer has what is replaced in it */
const replaced = (code: string, part: RegExp, by: string): string => {
  if (!part.test(code)) throw new Error(`There is no ${part} to replace`);
  return code.replace(part, by);
};

/**
 * Two libraries ask `Intl` while they load: react-aria for the system's language, which no screen of ours
 * goes by, and its numbers for a sign that Chromium has had for years. The first such question reads all
 * locales, before anything is shown.
 */
const askNoLocales: Plugin = {
  name: 'ask-no-locales',
  transform: (code, id) => {
    if (id.endsWith('/i18n/useDefaultLocale.mjs')) {
      const readsLanguage = /let locale = typeof window[\s\S]*?'en-US';\s*\}/;
      return replaced(code, readsLanguage, "let locale = 'ja-JP';");
    }
    if (id.endsWith('/number/dist/private/NumberFormatter.mjs')) {
      return replaced(code, /new Intl\.NumberFormat\('de-DE'[\s\S]*?=== 'exceptZero'/, 'true');
    }
    return undefined;
  },
};

/**
 * React Aria shows a dialog or a list only once a keyboard on the screen has come up: on a PC with a touch
 * screen, and on any whose window was made lower while somebody typed, all of them came 0.6 s late. It also
 * measures the window for that at the start and at each focus, and has everything laid out there and then. The
 * keyboard of a desktop system lies over the window and changes no measure of it: there is none to wait for.
 */
const awaitNoScreenKeyboard: Plugin = {
  name: 'await-no-screen-keyboard',
  transform: (code, id) =>
    id.endsWith('/dist/private/utils/keyboard.mjs')
      ? replaced(
          // What it knows of the keyboard is then what it begins with: none is open.
          replaced(code, /if \(typeof document !== 'undefined'\) \{[^}]*\}\n/, ''),
          /return window\.navigator\.maxTouchPoints > 0;/,
          'return false;',
        )
      : undefined,
};

/**
 * React Aria closes a list under a field when the page scrolls. It also scrolls by itself: a row that was
 * stored a moment ago comes above the field, and the list that somebody picks from is gone. The list goes
 * along with its field, and closes when the field is out of sight.
 */
const listFollowsField: Plugin = {
  name: 'list-follows-field',
  transform: (code, id) =>
    id.endsWith('/overlays/useOverlayPosition.mjs')
      ? replaced(
          code,
          /if \(!isResizing\.current\) onClose\?\.\(\);\s*\}, \[/,
          `if (isResizing.current) return;
           const field = targetRef.current;
           const box = field?.getBoundingClientRect();
           const isSeen = box && document
             .elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
             .some((element) => field.contains(element));
           if (isSeen) updatePosition();
           else onClose?.();
         }, [updatePosition, targetRef,`,
        )
      : undefined,
};

/** Everything is bundled but Electron itself, so the packaged app carries no node_modules. */
export default defineConfig({
  main: {
    plugins: [licences.plugin('main')],
    build: {
      externalizeDeps: false,
      sourcemap: false,
      minify: true,
      target: NODE,
      outDir: from('out/app/main'),
      emptyOutDir: true,
      rolldownOptions: {
        // Logs are read in a thread of their own, backups made in a process of their own.
        input: {
          'backup-process': from('electron/services/backup/backup-process.ts'),
          main: from('electron/main.ts'),
          'log-worker': from('electron/services/log/log-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [licences.plugin('preload')],
    build: {
      externalizeDeps: false,
      sourcemap: false,
      target: NODE,
      outDir: from('out/app/preload'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { preload: from('electron/preload/preload.ts') },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    publicDir: false,
    plugins: [
      react(),
      absoluteAddresses,
      packInPlace,
      askNoLocales,
      awaitNoScreenKeyboard,
      listFollowsField,
      chartKeepsToItself,
      fonts,
      licences.plugin('renderer', ['main', 'preload', 'worker']),
    ],
    worker: { format: 'es', plugins: () => [licences.plugin('worker')] },
    resolve: {
      // The package does not export its style.
      alias: { 'frappe-gantt.css': from('node_modules/frappe-gantt/dist/frappe-gantt.css') },
    },
    build: {
      target: CHROME,
      sourcemap: false,
      minify: true,
      outDir: from('out/app/renderer'),
      emptyOutDir: true,
      // The content security policy has no data: addresses for fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The first screen's file is read from the disk beside it.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: from('renderer/index.html'),
        // One file for all that the first screen needs: each takes a way through the main process.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
