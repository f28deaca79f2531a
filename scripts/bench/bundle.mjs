import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { inRoot, root } from '../ready/root.mjs';

/**
 * Makes a program of tests/bench that plain Node can run: it is TypeScript on top of the app's own code.
 * @param {string} folder below tests/bench
 * @param {string} entry its file without `.ts`
 * @returns {Promise<string>} the program's path
 */
export async function bundle(folder, entry) {
  const name = `${entry}-${folder}.js`;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: inRoot('tests', 'bench', folder, `${entry}.ts`),
      outDir: inRoot('out', 'bench'),
      // The other programs lie there, too.
      emptyOutDir: false,
      target: 'node20',
      // Comments would carry paths of this machine into a hash of the program.
      minify: true,
      rolldownOptions: { output: { format: 'es', entryFileNames: name } },
    },
  });
  return inRoot('out', 'bench', name);
}

/**
 * Makes a script of tests/bench that the bare page can run.
 * @param {string} folder below tests/bench
 * @param {string} entry its file without `.ts`
 * @returns {Promise<string>} the script
 */
export async function bundleForPage(folder, entry) {
  const name = `${entry}-${folder}-page.js`;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      lib: {
        entry: inRoot('tests', 'bench', folder, `${entry}.ts`),
        formats: ['iife'],
        name: 'bench',
        fileName: () => name,
      },
      outDir: inRoot('out', 'bench'),
      emptyOutDir: false,
    },
  });
  return readFileSync(inRoot('out', 'bench', name), 'utf8');
}
