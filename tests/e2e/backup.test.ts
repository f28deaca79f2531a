import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { backupOf, chooseFolder, startOnce } from '#tests/support/pages/backup.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { createPc, type Pc, type Run } from '#tests/support/pc.ts';

const SERVER = 'server';

/** A file server's folder beside the PC's data. */
const serverOf = async (pc: Pc): Promise<string> => {
  const folder = join(dirname(pc.data), SERVER);
  await mkdir(folder, { recursive: true });
  return folder;
};

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

/** A PC with a case that is backed up as 一班 and stands at 二班 now. */
const backedUp = async (pc: Pc): Promise<Run> => {
  await pc.settle();
  const run = await pc.start();
  await makeCase(run);
  await chooseFolder(run.app, await serverOf(pc));
  await backupOf(run.page).open();
  await backupOf(run.page).chooseFirst();
  await backupOf(run.page).backUp();
  await expect(backupOf(run.page).rows).toHaveCount(1);
  return run;
};

test('What was backed up comes back, and what stood there since is kept aside', async ({ pc }) => {
  test.setTimeout(90_000);
  const run = await backedUp(pc);
  const backup = backupOf(run.page);
  await expect(backup.rows).toContainText('そろっています');
  await expect(backup.rows).toContainText('山田 花子（このパソコン）');
  await expect(backup.rows).toContainText('1件');
  expect(await violationsOn(run.page)).toEqual([]);
  await seeCase(run, '一班');
  await setSection(run.page, '二班');

  await backup.open();
  await backup.askFor();
  await backup.copy('宇土市');
  await expect(backup.dialog).toContainText('「（復元した写し）」をつけた別の案件として加えます。');
  expect(await violationsOn(run.page)).toEqual([]);
  await backup.dialog.getByRole('button', { name: '写しを加える' }).click();
  await expect(
    shellOf(run.page).toast('「宇土市（復元した写し）」を案件に加えました。'),
  ).toBeVisible();
  expect(await readdir(pc.data)).not.toContain('proof');
  await casesOf(run.page).open('宇土市（復元した写し）');
  await caseHeadOf(run.page).seeSection('一班');

  await backup.open();
  await backup.askFor();
  await expect(backup.dialog).toContainText('宇土市（令和');
  await expect(backup.dialog).toContainText('この後に変わっています');
  expect(await violationsOn(run.page)).toEqual([]);
  await startOnce(run.app);
  const gone = run.app.waitForEvent('close');
  await backup.confirm();
  await gone;

  const again = await pc.start();
  await expect(shellOf(again.page).notice('のバックアップから戻しました。')).toBeVisible();
  await expect(shellOf(again.page).notice('別の場所から写された')).toHaveCount(0);
  await seeCase(again, '一班');
  await setSection(again.page, '三班');
  await again.quit();
  const aside = join(pc.data, 'records', 'before-restore');
  expect(await readdir(aside)).toHaveLength(1);
  const last = await pc.start();
  await seeCase(last, '三班');
  await backupOf(last.page).open();
  await last.page.getByRole('button', { name: '片づける…' }).click();
  expect(await violationsOn(last.page)).toEqual([]);
  await last.page.getByRole('alertdialog').getByRole('button', { name: '片づける' }).click();
  await expect(shellOf(last.page).toast('戻す前の記録を片づけました。')).toBeVisible();
  expect(await readdir(aside)).toEqual([]);
});

test('A fresh PC begins with the backup of another, from the first screen on', async ({ pc }) => {
  test.setTimeout(90_000);
  const run = await backedUp(pc);
  await run.quit();

  const fresh = createPc(join(dirname(pc.data), 'fresh', 'data'));
  try {
    await fresh.settle();
    const first = await fresh.start();
    await chooseFolder(first.app, await serverOf(pc));
    await first.page.evaluate(() => {
      location.hash = '#/welcome';
    });
    await first.page.getByRole('button', { name: '次へ' }).click();
    await first.page.getByRole('button', { name: /^バックアップから戻す/ }).click();
    const backup = backupOf(first.page);
    await backup.openOther();
    await backup.askFor();
    await expect(backup.dialog).toContainText('いまはありません');
    // What might come back is a warning, in the sight of whoever restores.
    const warning = backup.dialog
      .getByRole('status')
      .filter({ has: first.page.getByRole('img', { name: '注意' }) });
    await expect(warning).toContainText('戻ってくるかもしれません');
    await expect(warning).toBeInViewport();
    await startOnce(first.app);
    const gone = first.app.waitForEvent('close');
    await backup.confirm();
    await gone;
    await seeCase(await fresh.start(), '一班');
    expect(fresh.errors).toEqual([]);
  } finally {
    await fresh.stop();
  }
});

test('A backup folder that is away is told in words, and is backed up to again when it is back', async ({
  pc,
}) => {
  test.setTimeout(60_000);
  const run = await backedUp(pc);
  const server = await serverOf(pc);
  const backup = backupOf(run.page);
  await rename(server, `${server}-away`);
  await backup.now.click();
  await expect(
    backup.targets.getByText('バックアップ先のフォルダーが見つかりません。'),
  ).toBeVisible();
  await expect(backup.now).toBeEnabled();
  // Nothing is made in the place of a folder that is away.
  await expect(readdir(server)).rejects.toMatchObject({ code: 'ENOENT' });
  await rename(`${server}-away`, server);
  await backup.backUp();
  await expect(backup.rows).toHaveCount(2);
  await expect(
    backup.targets.getByText('バックアップ先のフォルダーが見つかりません。'),
  ).toHaveCount(0);
});

test('Closing the app backs up what was written since, and says nothing of a folder that is away', async ({
  pc,
}) => {
  test.setTimeout(60_000);
  await pc.settle();
  const run = await pc.start();
  await makeCase(run);
  const server = await serverOf(pc);
  await chooseFolder(run.app, server);
  await backupOf(run.page).open();
  await backupOf(run.page).chooseFirst();
  await expect(backupOf(run.page).now).toBeEnabled();
  await run.quit();
  const generations = join(server, 'banso-backup', 'generations');
  expect(await readdir(generations)).toHaveLength(1);

  const second = await pc.start();
  await seeCase(second, '一班');
  await rm(server, { recursive: true });
  await setSection(second.page, '二班');
  await second.quit();
  await expect(readdir(server)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('The newest backup is opened and read to its end, and it is told when that was', async ({
  pc,
}) => {
  test.setTimeout(60_000);
  const run = await backedUp(pc);
  const { proof } = backupOf(run.page);
  await proof.getByRole('button', { name: '開けるか確かめる' }).click();
  await expect(
    shellOf(run.page).toast('最後まで開けました。案件1件、会合0件がありました。'),
  ).toBeVisible();
  await expect(proof).toContainText('案件1件と会合0件を最後まで読めました');
  expect(await readdir(pc.data)).not.toContain('proof');

  // Somebody's clean-up has taken a piece away: that is no proof.
  const objects = join(await serverOf(pc), 'banso-backup', 'objects');
  for (const group of await readdir(objects)) await rm(join(objects, group), { recursive: true });
  await proof.getByRole('button', { name: '開けるか確かめる' }).click();
  await expect(
    run.page.getByText('このバックアップは、ファイルが足りないか、壊れています。'),
  ).toBeVisible();
});

test('A folder without a backup, and one inside of the records, are refused in words', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const backup = backupOf(run.page);
  // ホーム reminds once a week, and not on the first day.
  const reminder = run.page.getByText('バックアップ先をまだ選んでいません。');
  await shellOf(run.page).go('設定');
  await run.page.evaluate(() => localStorage.setItem('kept.backup.reminder', '0'));
  await shellOf(run.page).go('ホーム');
  await expect(reminder).toBeVisible();
  expect(await violationsOn(run.page)).toEqual([]);
  await run.page.getByRole('button', { name: '一週間あとで' }).click();
  await expect(reminder).toHaveCount(0);
  await backup.open();
  await chooseFolder(run.app, join(pc.data, 'records'));
  await backup.chooseFirst();
  await expect(
    run.page.getByText('記録の置き場所の中には、バックアップできません。'),
  ).toBeVisible();
  const empty = await serverOf(pc);
  await writeFile(join(empty, 'memo.txt'), 'x');
  await chooseFolder(run.app, empty);
  await backup.openOther();
  await expect(
    run.page.getByText('選んだフォルダーに、伴走ノートのバックアップがありません。'),
  ).toBeVisible();
  expect(await readdir(empty)).toEqual(['memo.txt']);
});

test('A backup with a passphrase opens on another PC by that alone', async ({ pc }) => {
  test.setTimeout(90_000);
  await pc.settle();
  const run = await pc.start();
  await makeCase(run);
  const folder = await serverOf(pc);
  await chooseFolder(run.app, folder);
  const backup = backupOf(run.page);
  await backup.open();
  await run.page.getByRole('button', { name: '合言葉をかけて選ぶ：一つ目のフォルダー' }).click();
  const dialog = run.page.getByRole('dialog', { name: '一つ目のバックアップ先に合言葉をかける' });
  const choose = dialog.getByRole('button', { name: 'フォルダーを選ぶ…' });
  await dialog.getByRole('textbox', { name: '合言葉', exact: true }).fill('あさぎり');
  await expect(dialog).toContainText('8文字以上にしてください。');
  await dialog.getByRole('textbox', { name: '合言葉', exact: true }).fill('あさぎりの里2026');
  await dialog.getByRole('textbox', { name: '合言葉（もう一度）' }).fill('あさぎりの里2025');
  await expect(dialog).toContainText('上の合言葉と違います。');
  await expect(choose).toBeDisabled();
  await dialog.getByRole('textbox', { name: '合言葉（もう一度）' }).fill('あさぎりの里２０２６');
  expect(await violationsOn(run.page)).toEqual([]);
  await choose.click();
  await expect(dialog).toHaveCount(0);
  await backup.backUp();
  await expect(backup.rows).toContainText('そろっています');
  await expect(backup.rows).toContainText('1件');
  await expect(run.page.getByRole('region', { name: '一つ目のバックアップ先' })).toContainText(
    '合言葉あり',
  );
  await run.quit();

  const fresh = createPc(join(dirname(pc.data), 'fresh', 'data'));
  try {
    await fresh.settle();
    const { app, page } = await fresh.start();
    await chooseFolder(app, folder);
    const other = backupOf(page);
    await other.open();
    await other.openOther();
    const asked = page.getByRole('dialog', { name: /合言葉がかかっています/ });
    await asked.getByRole('textbox', { name: '合言葉' }).fill('ちがう合言葉です');
    await page.keyboard.press('Enter');
    await expect(asked).toContainText('合言葉が違います。');
    await asked.getByRole('textbox', { name: '合言葉' }).fill('あさぎりの里2026');
    await page.keyboard.press('Enter');
    await expect(asked).toHaveCount(0);
    await expect(other.rows).toContainText('そろっています');
    await other.askFor();
    await expect(other.dialog).toContainText('宇土市（令和');
    await startOnce(app);
    const gone = app.waitForEvent('close');
    await other.confirm();
    await gone;
    await seeCase(await fresh.start(), '一班');
    expect(fresh.errors).toEqual([]);
  } finally {
    await fresh.stop();
  }
});

test('Where it cannot be known how backups stand, each place that tells of them says so', async ({
  pc,
}) => {
  await pc.settle();
  const { app, page } = await pc.start();
  await shellOf(page).go('設定');
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('backupState');
    ipcMain.handle('backupState', () => {
      throw new Error('nobody answers');
    });
  });
  const told = page.getByText('バックアップのようすを読み込めませんでした。');
  await shellOf(page).go('ホーム');
  await expect(told).toBeVisible();
  await shellOf(page).go('設定');
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'バックアップを開く' }).click();
  await expect(told).toBeVisible();
  await expect(page.getByText('読み込んでいます')).toHaveCount(0);
});
