import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPackages } from '#features/settings/licences.ts';
import { gatherLicences } from '../../scripts/licences/gather.mjs';
import { noticeOf, packageFolderOf } from '../../scripts/licences/packages.mjs';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
beforeAll(async () => {
  await mkdir(join(root, 'out', 'test'), { recursive: true });
  // Below the top folder, where packages are found.
  folder = await mkdtemp(join(root, 'out', 'test', 'licences-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds what the files say, and tells which packages are listed. */
const listed = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const licences = gatherLicences();
  const { output } = (await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [licences.plugin('main', ['worker'])],
    worker: { plugins: () => [licences.plugin('worker')] },
    build: { write: false, rolldownOptions: { input: join(folder, 'main.js') } },
  })) as Rollup.RollupOutput;
  const list = output.find(({ fileName }) => fileName === 'licences.json');
  const source = list?.type === 'asset' ? list.source.toString() : '{}';
  const { own, packages } = JSON.parse(source) as {
    readonly own: string;
    readonly packages: readonly { readonly name: string; readonly text: string }[];
  };
  expect(own).toContain('MIT License');
  expect(packages.filter(({ text }) => text === '')).toEqual([]);
  return packages.map(({ name }) => name);
};

describe('the list of licences', () => {
  it('names what is in the bundles: of scripts, workers and styles, and nothing else', async () => {
    const packages = await listed({
      'main.js': `
        import { fold } from './unused.js';
        import papaparse from 'papaparse';
        import './style.css';
        new Worker(new URL('./worker.js', import.meta.url));
        console.log(papaparse);`,
      'unused.js': `import { zipSync } from 'fflate'; export const fold = () => zipSync({});`,
      'worker.js': `import { generateKeyBetween } from 'fractional-indexing'; console.log(generateKeyBetween);`,
      'style.css': `@import '@digital-go-jp/design-tokens/dist/tokens.css';`,
    });
    expect(packages).toEqual(
      expect.arrayContaining(['papaparse', 'fractional-indexing', '@digital-go-jp/design-tokens']),
    );
    expect(packages).not.toContain('fflate');
  });

  it('is not written while a bundle is unknown', async () => {
    await expect(listed({ 'main.js': `console.log('no worker')` })).rejects.toThrow(/worker/);
  });

  it('cannot hold a package without a licence text', async () => {
    const silent = join(folder, 'node_modules', 'silent');
    await mkdir(silent, { recursive: true });
    const description = { name: 'silent', version: '1.0.0', license: 'MIT' };
    await writeFile(join(silent, 'package.json'), JSON.stringify(description));
    expect(packageFolderOf(join(silent, 'dist', 'index.js?worker'))).toBe(silent);
    expect(() => noticeOf(silent)).toThrow('silent 1.0.0 brings no licence text');
  });

  it('is searched by name and licence, whatever the width and case', () => {
    const packages = ['react MIT', 'react-aria Apache-2.0', 'yjs MIT'].map((line) => {
      const [name = '', licence = ''] = line.split(' ');
      return { name, licence, version: '1.0.0', text: 'text' };
    });
    const found = (words: string) => findPackages(packages, words).map(({ name }) => name);
    expect(found('')).toHaveLength(3);
    expect(found('ＲＥＡＣＴ　mit')).toEqual(['react']);
    expect(found('apache')).toEqual(['react-aria']);
    expect(found('vue')).toEqual([]);
  });
});
