import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { diskOf } from '#tests/support/disk.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { createPc, type Pc, type Run } from '#tests/support/pc.ts';
import { buildLock, startHolder } from '#tests/support/second-process.ts';
import { findRuntime, launchOptions, sandboxSwitches } from '../../scripts/runtime/launch.mjs';

const RESTORED = '記録のフォルダーが、前の状態に戻されています';
const COPIED = '別の場所から写されたか、移されたものです';

const makeCase = async ({ page }: Run): Promise<void> => {
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await setSection(page, '一班');
};

const setSection = async (page: Run['page'], section: string): Promise<void> => {
  await caseHeadOf(page).setSection(section);
  await caseHeadOf(page).seeSection(section);
  await shellOf(page).saved();
};

const seeCase = async ({ page }: Run, section: string): Promise<void> => {
  await casesOf(page).open('宇土市');
  await caseHeadOf(page).seeSection(section);
};

/** The files below a folder, and when each was written to last. */
const filesOf = async (folder: string): Promise<readonly (readonly [string, number])[]> => {
  const names = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const),
  );
};

const devicesOf = async (data: string): Promise<readonly string[]> =>
  (await readdir(join(data, 'records', 'devices'))).sort();

/** A PC whose records were put back: 一班 stands in them, 二班 in the cache. */
const putBack = async (pc: Pc): Promise<void> => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  const backup = `${pc.data}-backup`;
  await cp(join(pc.data, 'records'), backup, { recursive: true });
  const second = await pc.start();
  await seeCase(second, '一班');
  await setSection(second.page, '二班');
  await second.quit();
  await rm(join(pc.data, 'records'), { recursive: true });
  await cp(backup, join(pc.data, 'records'), { recursive: true });
};

const questionOn = ({ page }: Run) => page.getByRole('alertdialog', { name: RESTORED });

test('Records that were put back are asked about, and stay as they were put back when staff want so', async ({
  pc,
}) => {
  test.setTimeout(90_000);
  await putBack(pc);
  const before = await logsOf(pc.data);
  const asked = await pc.start();
  await expect(questionOn(asked)).toBeVisible();
  await expect(questionOn(asked)).toContainText('最後に開いた日時');
  expect(await violationsOn(asked.page)).toEqual([]);
  // Neither Escape nor the end of the app is an answer; nothing is written meanwhile.
  await asked.page.keyboard.press('Escape');
  await expect(questionOn(asked)).toBeVisible();
  await asked.quit();
  expect(await logsOf(pc.data)).toEqual(before);

  const again = await pc.start();
  await questionOn(again).getByRole('button', { name: '前の状態を使う' }).click();
  await seeCase(again, '一班');
  await setSection(again.page, '三班');
  await again.quit();

  const after = await pc.start();
  await seeCase(after, '三班');
  await expect(questionOn(after)).toHaveCount(0);
});

test('Records that were put back by mistake get the newer state again, in their files too', async ({
  pc,
}) => {
  test.setTimeout(90_000);
  await putBack(pc);
  const asked = await pc.start();
  await questionOn(asked).getByRole('button', { name: '新しい状態に戻す' }).click();
  await seeCase(asked, '二班');
  await shellOf(asked.page).saved();
  await asked.quit();

  await diskOf(pc.data).loseCache();
  const after = await pc.start();
  await seeCase(after, '二班');
  await expect(questionOn(after)).toHaveCount(0);
});

test('Records that are gone come back from the cache when staff want so', async ({ pc }) => {
  test.setTimeout(90_000);
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  await rm(join(pc.data, 'records'), { recursive: true });
  const asked = await pc.start();
  await questionOn(asked).getByRole('button', { name: '新しい状態に戻す' }).click();
  await seeCase(asked, '一班');
  await shellOf(asked.page).saved();
  await asked.quit();
  await diskOf(pc.data).loseCache();
  await seeCase(await pc.start(), '一班');
});

test('A whole data folder that was put back is no question: its cache is of the same time', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  const backup = `${pc.data}-backup`;
  await cp(pc.data, backup, { recursive: true });
  const second = await pc.start();
  await seeCase(second, '一班');
  await setSection(second.page, '二班');
  await second.quit();
  await rm(pc.data, { recursive: true });
  await cp(backup, pc.data, { recursive: true });

  const after = await pc.start();
  await seeCase(after, '一班');
  await expect(questionOn(after)).toHaveCount(0);
  expect((await devicesOf(pc.data)).length).toBe(2);
});

test('A copied data folder writes under an id of its own, and says that it is a copy', async ({
  pc,
}) => {
  test.setTimeout(90_000);
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  const copied = createPc(`${pc.data}-copy`);
  await cp(pc.data, copied.data, { recursive: true });
  try {
    const there = await copied.start();
    await expect(shellOf(there.page).notice(COPIED)).toBeVisible();
    await seeCase(there, '一班');
    await setSection(there.page, '写した先の班');
    await there.quit();
    const again = await copied.start();
    await seeCase(again, '写した先の班');
    await expect(shellOf(again.page).notice(COPIED)).toHaveCount(0);
    await again.quit();
  } finally {
    await copied.stop();
  }
  const here = await pc.start();
  await seeCase(here, '一班');
  await expect(shellOf(here.page).notice(COPIED)).toHaveCount(0);
  await setSection(here.page, '元の班');
  await here.quit();

  expect((await devicesOf(pc.data)).length).toBe(1);
  expect((await devicesOf(copied.data)).length).toBe(2);
  // Put together, both are there, and neither has overwritten the other.
  await cp(join(copied.data, 'records', 'logs'), join(pc.data, 'records', 'logs'), {
    recursive: true,
    force: false,
  });
  const both = await pc.start();
  await casesOf(both.page).open('宇土市');
  await expect(both.page.getByText(/写した先の班|元の班/).first()).toBeVisible();
});

test('The app goes when another process has the records, and leaves them alone', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  const bundle = await mkdtemp(join(tmpdir(), 'banso-lock-'));
  const holder = await startHolder(await buildLock(bundle), join(pc.data, 'records'));
  const before = await logsOf(pc.data);
  const marks = await readFile(`${pc.data}.installations.json`, 'utf8');
  const cache = await filesOf(join(pc.data, 'browser', 'IndexedDB'));

  const { args, env, cwd } = launchOptions({ dataDir: pc.data });
  const child = spawn(findRuntime().executable, [...sandboxSwitches(), ...(args ?? [])], {
    ...{ cwd, env },
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  try {
    const log = () => readFile(join(pc.data, 'app-log', 'main.log'), 'utf8');
    await expect.poll(log).toContain('records.taken');
    expect(await logsOf(pc.data)).toEqual(before);
    expect(await readFile(`${pc.data}.installations.json`, 'utf8')).toBe(marks);
    // Its window stands ready behind the message, but nothing in it has run.
    expect(await filesOf(join(pc.data, 'browser', 'IndexedDB'))).toEqual(cache);
  } finally {
    // It waits for somebody to read its message.
    child.kill('SIGKILL');
    await gone;
    await holder.kill();
    await rm(bundle, { recursive: true });
  }
  // What was killed holds nothing.
  await seeCase(await pc.start(), '一班');
});

test('A store that the browser can’t open is put away whole, and filled anew from the logs', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(first);
  await first.quit();
  const browser = join(pc.data, 'browser');
  // A file where Chromium wants its folder can neither be opened nor be cleared.
  await rm(join(browser, 'IndexedDB'), { recursive: true });
  await writeFile(join(browser, 'IndexedDB'), 'no database');

  const second = await pc.start();
  await expect(second.page.getByText('画面に表示するためのデータを開けませんでした')).toBeVisible();
  await second.quit();

  const third = await pc.start();
  await expect(shellOf(third.page).notice('開けなかったため、つくり直しています')).toBeVisible();
  await seeCase(third, '一班');
  const aside = (await readdir(browser)).find((name) => name.startsWith('IndexedDB.set-aside-'));
  expect(await readFile(join(browser, aside ?? ''), 'utf8')).toBe('no database');
});

test('The first start makes a reserve for a full disk', async ({ pc }) => {
  await pc.settle();
  await pc.start();
  const reserve = join(pc.data, 'records', '.reserve');
  const size = () =>
    readFile(reserve).then(
      ({ length }) => length,
      () => 0,
    );
  await expect.poll(size).toBe(16 * 1024 * 1024);
});

/** Every log file's length, by its name. */
const logsOf = async (data: string): Promise<readonly string[]> => {
  const logs = join(data, 'records', 'logs');
  const files = (await readdir(logs, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const { length } = await readFile(join(parentPath, name));
      return `${name} ${length}`;
    }),
  ).then((lines) => lines.sort());
};
