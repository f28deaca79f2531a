import type { DocumentId } from '#shared/documents/document-id.ts';
import { NO_HEAD } from '#shared/documents/frame.ts';
import { heldBy, openDamage } from '#shared/documents/log-coverage.ts';
import { expect, test } from '#tests/support/app.ts';
import { diskOf, fillDisk, loseCacheOf } from '#tests/support/disk.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import type { Pc, Run } from '#tests/support/pc.ts';

/** A case with a few edits, all of them on the disk. @returns its document */
const makeCase = async (pc: Pc, run: Run, kana: string, name: string): Promise<DocumentId> => {
  const disk = diskOf(pc.data);
  const before = new Set(await disk.documents().catch(() => []));
  await run.page.keyboard.press('Control+n');
  await caseFormOf(run.page).createFor(kana, name);
  for (const section of ['一班', '二班', '三班']) {
    await caseHeadOf(run.page).setSection(section);
    await caseHeadOf(run.page).seeSection(section);
  }
  await shellOf(run.page).saved();
  const made = (await disk.documents()).find((id) => id.startsWith('case:') && !before.has(id));
  if (made === undefined) throw new Error('the case has no log');
  return made;
};

const seeCase = async (run: Run, name: string, section: string): Promise<void> => {
  await casesOf(run.page).open(name);
  await caseHeadOf(run.page).seeSection(section);
};

const HEALED = '記録ファイルの一部が壊れていました';

test('A full disk is told, keeps what was typed, and is written to once there is space', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const id = await makeCase(pc, run, 'うとし', '宇土市');
  const shell = shellOf(run.page);
  const before = await diskOf(pc.data).read(id);

  const makeSpace = await fillDisk(run);
  await caseHeadOf(run.page).setSection('四班');
  await expect(shell.failed).toBeVisible();
  await expect(shell.notice('ディスクの空きがないため').first()).toBeVisible();
  await caseHeadOf(run.page).seeSection('四班');
  expect((await diskOf(pc.data).read(id)).head).toEqual(before.head);

  // The button tries, and fails as the disk is still full; what the app tries by itself succeeds once it is not.
  await shell.failed.click();
  await shell.saveAgain.click();
  await expect(shell.failed).toBeVisible();
  await makeSpace();
  await expect(shell.status).toContainText('保存済み', { timeout: 30_000 });
  await run.kill();

  const after = await diskOf(pc.data).read(id);
  expect(after.damage).toEqual([]);
  expect(after.head.seq).toBeGreaterThan(before.head.seq);
  await diskOf(pc.data).loseCache();
  await seeCase(await pc.start(), '宇土市', '四班');
});

test('A log cut in the middle of a frame is made whole again from the cache, and told', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  const id = await makeCase(pc, first, 'うとし', '宇土市');
  await first.quit();
  await diskOf(pc.data).cut(id, 9);

  const second = await pc.start();
  await expect(shellOf(second.page).notice(HEALED)).toBeVisible();
  await seeCase(second, '宇土市', '三班');
  await shellOf(second.page).saved();
  await second.quit();

  expect((await diskOf(pc.data).read(id)).frames.at(-1)?.kind).toBe('checkpoint');
  await diskOf(pc.data).loseCache();
  await seeCase(await pc.start(), '宇土市', '三班');
});

test('A cut log without a cache loses that one edit only, and says so', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  const id = await makeCase(pc, first, 'うとし', '宇土市');
  await first.quit();
  await diskOf(pc.data).cut(id, 9);
  await diskOf(pc.data).loseCache();

  const second = await pc.start();
  await expect(shellOf(second.page).notice('読めない編集があります')).toBeVisible();
  await seeCase(second, '宇土市', '二班');
  await caseHeadOf(second.page).setSection('四班');
  await shellOf(second.page).saved();
  await second.kill();
  await seeCase(await pc.start(), '宇土市', '四班');
});

test('Flipped bits in the middle of a log are healed behind the screens, and told', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  const id = await makeCase(pc, first, 'うとし', '宇土市');
  await first.quit();
  await diskOf(pc.data).flip(id, 1);
  expect((await diskOf(pc.data).read(id)).damage).not.toEqual([]);

  const second = await pc.start();
  await expect(shellOf(second.page).notice(HEALED)).toBeVisible();
  await seeCase(second, '宇土市', '三班');
  await shellOf(second.page).saved();
  await second.quit();

  // The damage stays where it is; a checkpoint behind it holds what it hides.
  const healed = await diskOf(pc.data).read(id);
  expect(openDamage(healed.damage, heldBy(healed, NO_HEAD))).toEqual([]);
  await diskOf(pc.data).loseCache();
  const third = await pc.start();
  await seeCase(third, '宇土市', '三班');
  await expect(shellOf(third.page).notice(/壊れて/)).toHaveCount(0);
});

test('A deleted IndexedDB is made anew from the logs', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  await makeCase(pc, first, 'うとし', '宇土市');
  await makeCase(pc, first, 'ましき', '益城町');
  await first.kill();
  await diskOf(pc.data).loseCache();

  const second = await pc.start();
  await seeCase(second, '宇土市', '三班');
  await seeCase(second, '益城町', '三班');
});

test('A lost log and a damaged cache of two cases harm neither', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  const cut = await makeCase(pc, first, 'うとし', '宇土市');
  const gone = await makeCase(pc, first, 'ましき', '益城町');
  await makeCase(pc, first, 'ひとよし', '人吉市');
  await loseCacheOf(first, gone);
  await first.kill();
  await diskOf(pc.data).cut(cut, 40);

  const second = await pc.start();
  await seeCase(second, '益城町', '三班');
  await seeCase(second, '宇土市', '三班');
  await seeCase(second, '人吉市', '三班');
  await shellOf(second.page).saved();
  await second.quit();
  await diskOf(pc.data).loseCache();
  const third = await pc.start();
  for (const name of ['宇土市', '益城町', '人吉市']) await seeCase(third, name, '三班');
});

test('A case of a newer version is refused with a message; the others work on', async ({ pc }) => {
  await pc.settle();
  const first = await pc.start();
  const newer = await makeCase(pc, first, 'うとし', '宇土市');
  await makeCase(pc, first, 'ましき', '益城町');
  await first.quit();
  await diskOf(pc.data).append(newer, { format: 99 });
  const before = await diskOf(pc.data).read(newer);

  const second = await pc.start();
  const message = shellOf(second.page).notice('新しい版の伴走ノートで書かれています');
  await expect(message).toBeVisible();
  await casesOf(second.page).open('宇土市');
  const { dialog, edit } = caseHeadOf(second.page);
  await edit.click();
  await dialog.getByRole('textbox', { name: '担当' }).fill('四班');
  await dialog.getByRole('button', { name: '保存する' }).click();
  await expect(shellOf(second.page).toast('新しい版の伴走ノートで書かれています')).toBeVisible();
  await dialog.getByRole('button', { name: 'やめる' }).click();

  await casesOf(second.page).open('益城町');
  await caseHeadOf(second.page).setSection('四班');
  await caseHeadOf(second.page).seeSection('四班');
  await shellOf(second.page).saved();
  await second.quit();
  expect((await diskOf(pc.data).read(newer)).head).toEqual(before.head);
});
