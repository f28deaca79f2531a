// For the type of window.banso.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type {} from '#adapters/host/host.ts';
import { expect, test } from '#tests/support/app.ts';
import { STAFF } from '#tests/support/pc.ts';
import { launchOptions, sandboxSwitches } from '../../scripts/runtime/launch.mjs';

const entries = async (folder: string): Promise<readonly string[]> => [
  folder,
  ...(await readdir(folder, { recursive: true, withFileTypes: true })).map((entry) =>
    join(entry.parentPath, entry.name),
  ),
];

test('Nobody else on this PC can look into the data folder or any file in it', async ({ pc }) => {
  await mkdir(pc.data, { recursive: true });
  await pc.settle();
  // As an older version left them.
  await chmod(pc.data, 0o755);
  await chmod(join(pc.data, 'settings', 'settings.json'), 0o644);
  const run = await pc.start();
  await run.page.evaluate(() => window.banso?.invoke('saveSettings', { section: '介護班' }));
  await run.quit();
  const all = await entries(pc.data);
  const open = [];
  for (const path of all) {
    const found = await lstat(path);
    const rights = found.mode & 0o777;
    // Chromium writes this one only for a debugger, which is us.
    if (path.endsWith('DevToolsActivePort')) continue;
    if (!found.isSymbolicLink() && (rights & 0o077) !== 0) {
      open.push(`${relative(pc.data, path)} ${rights.toString(8)}`);
    }
  }
  expect(open).toEqual([]);
});

test('A link in the data folder is neither read, written through nor deleted', async ({ pc }) => {
  const outside = `${pc.data}-outside`;
  await mkdir(outside, { recursive: true });
  await mkdir(join(pc.data, 'app-log'), { recursive: true });
  await mkdir(join(pc.data, 'settings'));
  const stranger = JSON.stringify({ ...STAFF, userName: '他人' });
  const targets = {
    'settings/settings.json': stranger,
    'settings/window.json': '{"maximized":true}',
    'app-log/main.log': 'a log of another program\n',
  };
  for (const [name, content] of Object.entries(targets)) {
    const target = join(outside, name.replace('/', '-'));
    await writeFile(target, content);
    await symlink(target, join(pc.data, name));
  }

  const run = await pc.start();
  const boot = await run.page.evaluate(() => window.banso?.invoke('boot', undefined));
  expect(boot).toMatchObject({ ok: true, value: { settings: { userName: '' } } });
  await expect(run.page.getByText('設定のファイルが壊れていたため')).toBeVisible();
  const saved = await run.page.evaluate(() =>
    window.banso?.invoke('saveSettings', { userName: '山田 花子' }),
  );
  expect(saved).toMatchObject({ ok: true, value: { userName: '山田 花子' } });
  await run.quit();

  for (const [name, content] of Object.entries(targets)) {
    expect(await readFile(join(outside, name.replace('/', '-')), 'utf8')).toBe(content);
    expect((await lstat(join(pc.data, name))).isFile()).toBe(true);
  }
  expect(await readdir(join(pc.data, 'settings'))).toContainEqual(
    expect.stringMatching(/^settings\.json\.corrupt-/),
  );
  await rm(outside, { recursive: true });
});

test('A link that comes while the app runs is not written through', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const outside = `${pc.data}-outside.json`;
  await writeFile(outside, '{}');
  await rm(join(pc.data, 'settings', 'settings.json'));
  await symlink(outside, join(pc.data, 'settings', 'settings.json'));
  const saved = await run.page.evaluate(() =>
    window.banso?.invoke('saveSettings', { userName: '山田 花子' }),
  );
  expect(saved).toMatchObject({ ok: false, error: { code: 'disk-error', detail: 'ELOOP' } });
  expect(await readFile(outside, 'utf8')).toBe('{}');
  await rm(outside);
});

for (const name of ['records', 'settings', 'app-log', 'browser']) {
  test(`With a link in place of ${name}/ the app says why it does not start`, async ({ pc }) => {
    const outside = `${pc.data}-outside`;
    await mkdir(outside, { recursive: true });
    await mkdir(pc.data, { recursive: true });
    await symlink(outside, join(pc.data, name));
    const { executablePath, args, cwd, env } = launchOptions({
      dataDir: pc.data,
      unhindered: true,
    });
    const child = spawn(executablePath ?? '', [...sandboxSwitches(), ...args], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said.join('')).toContain('別の場所へのリンクがあります');
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });
}

test('The app keeps no cookies, so there are none to encrypt', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  const kept = await run.page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: that nothing comes of it is what is tested
    document.cookie = 'a=1; max-age=1000';
    return document.cookie;
  });
  expect(kept).toBe('');
  const cookies = await run.app.evaluate(({ session }) => session.defaultSession.cookies.get({}));
  expect(cookies).toEqual([]);
});
