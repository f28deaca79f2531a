import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
const walls = join(root, 'scripts/config/walls.config.mjs');

/** A breach of each wall: the file that commits it, what it says, and the wall it must meet. */
const breaches: readonly (readonly [file: string, text: string, wall: string])[] = [
  ['shared/a.ts', `import '#electron/target.ts';`, 'shared-stands-alone'],
  ['shared/b.ts', `import 'node:fs';`, 'shared-stands-alone'],
  ['shared/c.ts', `import type { Doc } from 'yjs'; export type D = Doc;`, 'shared-stands-alone'],
  ['electron/a.ts', `import '#ui/target.ts';`, 'electron-knows-shared-only'],
  ['electron/b.ts', `import 'react';`, 'electron-has-no-screens-or-store'],
  ['electron/c.ts', `import './preload/target.ts';`, 'preload-is-apart'],
  ['electron/preload/a.ts', `import '../target.ts';`, 'preload-is-sandboxed'],
  ['electron/preload/b.ts', `import 'node:path';`, 'preload-has-no-node'],
  ['renderer/app/a.ts', `import 'node:fs';`, 'renderer-has-no-node'],
  ['renderer/app/b.ts', `import 'electron';`, 'renderer-has-no-electron'],
  ['renderer/app/c.ts', `import '#electron/target.ts';`, 'renderer-has-no-electron'],
  ['renderer/app/d.ts', `import 'dexie';`, 'dexie-lives-in-data'],
  ['renderer/features/one/a.ts', `import '#features/two/target.ts';`, 'features-are-apart'],
  [
    'renderer/features/one/b.ts',
    `import type { T } from '#data/database.ts'; export type U = T;`,
    'features-see-rows-and-commands',
  ],
  ['renderer/features/one/c.ts', `import 'yjs';`, 'yjs-lives-in-data'],
  ['renderer/features/one/d.ts', `import '@tiptap/core';`, 'tiptap-lives-in-the-editor'],
  ['renderer/features/one/e.ts', `import 'frappe-gantt';`, 'the-chart-lives-in-its-adapter'],
  ['renderer/features/one/g.ts', `import 'frappe-gantt.css';`, 'the-chart-lives-in-its-adapter'],
  ['renderer/features/one/f.ts', `import '#app/target.ts';`, 'only-app-knows-app'],
  ['renderer/ui/a.ts', `import '#shared/domain/target.ts';`, 'ui-knows-no-domain'],
  ['renderer/adapters/x/a.ts', `import '#features/two/target.ts';`, 'adapters-know-no-features'],
  ['renderer/data/a.ts', `import '#ui/target.ts';`, 'data-stands-below'],
  ['renderer/data/b.ts', `import 'react';`, 'data-has-no-react'],
  [
    'shared/domain/meeting/a.ts',
    `import '../ladder/target.ts';`,
    'domain-meeting-knows-what-is-below',
  ],
  [
    'renderer/data/operations/case/a.ts',
    `import '#shared/domain/roadmap/target.ts';`,
    'operations-case-act-by-their-rules',
  ],
  ['renderer/data/c.ts', `import '#tests/target.ts';`, 'nothing-imports-tests'],
  ['renderer/data/d.ts', `import './e.ts';`, 'no-circles'],
  ['renderer/data/f.ts', `import './nowhere.ts';`, 'every-import-is-found'],
];

const targets = [
  ...['shared/domain/ladder/target.ts', 'shared/domain/roadmap/target.ts'],
  ...['shared/domain/target.ts', 'electron/target.ts', 'electron/preload/target.ts'],
  ...['renderer/ui/target.ts', 'renderer/app/target.ts', 'renderer/features/two/target.ts'],
  ...['renderer/data/database.ts', 'tests/target.ts'],
];

/** What all folders may do; none of it may meet a wall. */
const legal: readonly (readonly [file: string, text: string])[] = [
  ['shared/legal.ts', `import 'zod'; import '@noble/hashes/sha2.js'; import './domain/target.ts';`],
  ['electron/legal.ts', `import 'node:fs'; import 'electron'; import '#shared/domain/target.ts';`],
  ['renderer/data/legal.ts', `import 'dexie'; import 'yjs'; import '#shared/domain/target.ts';`],
  // The other half of the circle that data/d.ts closes; a circle is reported once.
  ['renderer/data/e.ts', `import './d.ts';`],
  ['renderer/app/legal.ts', `import '#features/two/target.ts'; import '#data/database.ts';`],
  ['renderer/adapters/gantt/legal.ts', `import 'frappe-gantt'; import 'frappe-gantt.css';`],
  ['renderer/adapters/editor/legal.ts', `import '@tiptap/core'; import 'yjs';`],
];

const run = (cwd: string, script: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd, maxBuffer: 64 * 2 ** 20 };
    execFile(process.execPath, [script, ...args], options, (_error, stdout, stderr) =>
      resolve(stdout || stderr),
    );
  });

const write = async (folder: string, name: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), `${text}\n`);
};

type Cruise = {
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

describe('The walls between the folders', () => {
  let house = '';
  let met: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    await mkdir(join(root, 'out', 'test'), { recursive: true });
    // Inside the project, so that the packages are found.
    house = await mkdtemp(join(root, 'out', 'test', 'walls-'));
    const { imports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    await write(house, 'package.json', JSON.stringify({ type: 'module', imports }));
    for (const name of targets) await write(house, name, 'export type T = 1;');
    for (const [name, text] of [...breaches, ...legal]) await write(house, name, text);
    const folders = ['shared', 'electron', 'renderer', 'tests'];
    const output = await run(house, cruiser, ['--config', walls, '-T', 'json', ...folders]);
    const { summary } = JSON.parse(output) as Cruise;
    met = new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`));
  });

  afterAll(() => rm(house, { recursive: true, force: true }));

  it.each(breaches)('stop %s, which says %s', (file, _text, wall) => {
    expect(met).toContain(`${file} ${wall}`);
  });

  it('let pass what is allowed', () => {
    expect([...met].filter((line) => line.includes('legal.ts'))).toEqual([]);
  });

  it('let only electron/ipc take ipcMain', async () => {
    const config = await readFile(join(root, 'biome.json'), 'utf8');
    await write(house, 'biome.json', config.replace('"enabled": true', '"enabled": false'));
    const text = `import { ipcMain } from 'electron';\n\nipcMain.removeAllListeners();`;
    await write(house, 'electron/services/a.ts', text);
    await write(house, 'electron/ipc/a.ts', text);
    const output = await run(house, biome, [
      'lint',
      '--reporter=github',
      'electron/services',
      'electron/ipc',
    ]);
    expect(output).toContain('electron/services/a.ts');
    expect(output).toContain('noRestrictedImports');
    expect(output).not.toContain('electron/ipc/a.ts');
  });

  it('let only the host adapter touch window.banso', async () => {
    const names = await readdir(join(root, 'renderer'), { recursive: true });
    const sources = names.filter((name) => /\.tsx?$/.test(name) && !/^adapters.host/.test(name));
    const texts = await Promise.all(
      sources.map(async (name) => ({
        name,
        text: await readFile(join(root, 'renderer', name), 'utf8'),
      })),
    );
    const guilty = texts.filter(({ text }) => /\b(window|globalThis)\.banso\b/.test(text));
    expect(guilty.map(({ name }) => name)).toEqual([]);
  });
});
