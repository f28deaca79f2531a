import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { caseDocument } from '#shared/documents/document-id.ts';
import { cases } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ok } from '#shared/result.ts';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { createDesk } from '#tests/support/desk.ts';
import { diskOf } from '#tests/support/disk.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import type { Pc } from '#tests/support/pc.ts';

/** Another PC takes this one's logs, changes the case's section without seeing ours, and gives its own back. */
const changeElsewhere = async (pc: Pc, section: string): Promise<() => Promise<void>> => {
  const logs = join(pc.data, 'records', 'logs');
  const document = (await diskOf(pc.data).documents()).find((id) => id.startsWith('case:'));
  if (document === undefined) throw new Error('there is no case');
  const id = document.slice('case:'.length) as CaseId;
  const desk = await createDesk();
  await cp(logs, desk.logs, { recursive: true });
  const { workspace } = await desk.start();
  await workspace.run({
    label: '担当を変更',
    documents: [caseDocument(id)],
    run: (draft) => ok(draft.set(caseDocument(id), cases, id, { section })),
  });
  await workspace.flush();
  return async () => {
    for (const folder of await readdir(desk.logs)) {
      for (const file of await readdir(join(desk.logs, folder))) {
        if (!file.startsWith(desk.device)) continue;
        await mkdir(join(logs, folder), { recursive: true });
        await cp(join(desk.logs, folder, file), join(logs, folder, file));
      }
    }
    await desk.remove();
  };
};

test('What two desks changed apart is listed with both values, until somebody decides', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  await first.page.keyboard.press('Control+n');
  await caseFormOf(first.page).createFor('うとし', '宇土市');
  await shellOf(first.page).saved();
  await first.quit();
  const giveBack = await changeElsewhere(pc, '乙班');
  const second = await pc.start();
  await casesOf(second.page).open('宇土市');
  await caseHeadOf(second.page).setSection('甲班');
  await shellOf(second.page).saved();
  await second.quit();
  await giveBack();

  const { page } = await pc.start();
  await expect(page.getByText('確認してください（別々に書きかえられた案件）')).toBeVisible();
  await page.getByRole('button', { name: '見る：宇土市（令和8年度）' }).click();
  const list = page.getByRole('status').filter({ hasText: '別々に書きかえられた内容 1件' });
  await expect(list).toContainText('案件「宇土市」の担当');
  await expect(list).toContainText('甲班');
  await expect(list).toContainText('乙班');
  await seeHeading(page, '宇土市');
  expect(await violationsOn(page)).toEqual([]);
  await page
    .getByRole('button', { name: 'こちらにする：案件「宇土市」の担当は「甲班」' })
    .press('Enter');
  await expect(list).toHaveCount(0);
  await caseHeadOf(page).seeSection('甲班');
});
