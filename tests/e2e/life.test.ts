import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { welcomeOf } from '#tests/support/pages/welcome.ts';
import type { Pc } from '#tests/support/pc.ts';
import { findRuntime, launchOptions, sandboxSwitches } from '../../scripts/runtime/launch.mjs';

/** Starts the app once more, as a second double click does. @returns its exit code */
const startAgain = async (pc: Pc): Promise<number | null> => {
  const { args, env, cwd } = launchOptions({ dataDir: pc.data });
  const child = spawn(findRuntime().executable, [...sandboxSwitches(), ...args], {
    cwd,
    env,
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
};

test('A second start goes away at once, and the first one says that it is open', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await shellOf(page).saved();
  expect(await startAgain(pc)).toBe(0);
  await expect(shellOf(page).notice('伴走ノートはすでに開いています')).toBeVisible();
});

test('Broken settings are set aside and told; the records stay', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  await first.page.keyboard.press('Control+n');
  await caseFormOf(first.page).createFor('うとし', '宇土市');
  await shellOf(first.page).saved();
  await first.quit();
  const folder = join(pc.data, 'settings');
  await writeFile(join(folder, 'settings.json'), '{"prefecture": "43", "secti');

  const { page } = await pc.start();
  await expect(
    shellOf(page).notice('設定のファイルが壊れていたため、はじめの設定に戻しました'),
  ).toBeVisible();
  const welcome = welcomeOf(page);
  await welcome.introduce();
  await welcome.skip.click();
  await expect(page.getByRole('main').getByText('宇土市').first()).toBeVisible();
  const aside = (await readdir(folder)).find((name) => name.startsWith('settings.json.corrupt-'));
  expect(await readFile(join(folder, aside ?? ''), 'utf8')).toContain('"secti');
});

test('Closing the window waits for what was typed a moment before', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  const address = await openNewRecord(first.page);
  const record = recordOf(first.page);
  await record.note.click();
  await first.page.keyboard.type('閉じる直前に書いたこと');
  await record.place.fill('閉じる直前の会場');
  await first.quit();

  const { page } = await pc.start();
  await openAddress(page, address);
  await expect(recordOf(page).note).toContainText('閉じる直前に書いたこと');
  await expect(recordOf(page).place).toHaveValue('閉じる直前の会場');
});

test('The window comes back where it was', async ({ pc }) => {
  await pc.settle();
  const bounds = { x: 40, y: 30, width: 1100, height: 800 };
  const first = await pc.start();
  await first.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await first.page.waitForFunction((width) => window.innerWidth === width, bounds.width);
  await first.quit();

  const second = await pc.start();
  const now = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(now).toEqual(bounds);
});

test('A window that stood on a screen now gone opens in sight', async ({ pc }) => {
  await pc.settle();
  await mkdir(join(pc.data, 'settings'), { recursive: true });
  await writeFile(
    join(pc.data, 'settings', 'window.json'),
    JSON.stringify({ bounds: { x: 9000, y: 9000, width: 1200, height: 800 }, maximized: false }),
  );
  const run = await pc.start();
  const isInSight = await run.app.evaluate(({ BrowserWindow, screen }) => {
    const area = screen.getPrimaryDisplay().workArea;
    const { x = -1, y = -1 } = BrowserWindow.getAllWindows()[0]?.getBounds() ?? {};
    return x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
  });
  expect(isInSight).toBe(true);
});

test('The app’s log holds no names and no text of the records', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  await openNewRecord(run.page);
  await recordOf(run.page).note.click();
  await run.page.keyboard.type('相談者の山田さんの話');
  await shellOf(run.page).saved();
  await run.quit();
  const folder = join(pc.data, 'app-log');
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(text).not.toMatch(/山田|宇土|相談者/);
    expect(text).not.toContain(pc.data);
  }
});

test('An address that leads nowhere says so and shows the way home', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openAddress(page, '#/cases/none/flow');
  await seeHeading(page, 'この案件は見つかりません');
  await openAddress(page, '#/nowhere');
  await page.getByRole('button', { name: 'ホームへ' }).click();
  await expect(page.getByRole('button', { name: 'サンプルを開く' })).toBeVisible();
});
