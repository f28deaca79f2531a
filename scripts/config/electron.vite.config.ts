import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

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

/** Everything is bundled but Electron itself, so the packaged app carries no node_modules. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: NODE,
      outDir: from('out/app/main'),
      emptyOutDir: true,
      rolldownOptions: {
        input: { main: from('electron/main.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
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
    plugins: [react(), absoluteAddresses],
    worker: { format: 'es' },
    build: {
      target: CHROME,
      minify: true,
      outDir: from('out/app/renderer'),
      emptyOutDir: true,
      // The content security policy has no data: addresses for fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: from('renderer/index.html') },
    },
  },
});
