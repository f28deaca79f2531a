import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { planCase } from '#tests/support/cases.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { findingsOf } from '#tests/support/pages/findings.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { clipboardOf } from '#tests/support/pages/materials.ts';
import { promisesOf } from '#tests/support/pages/promises.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { readPdf } from '#tests/support/pdf.ts';

test('A chain is followed from both ends: 課題, 対応, ロードマップ, 結果', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const [head, chain, roadmap] = [caseHeadOf(page), findingsOf(page), roadmapOf(page)];
  await planCase(page);

  // Born in a meeting.
  await flowOf(page).openRecord('0.5次ミーティング');
  const born = page.getByRole('textbox', { name: '課題を加える' });
  await born.fill('広報が足りない');
  await born.press('Enter');
  await expect(born).toHaveValue('');
  await page
    .getByRole('navigation', { name: '現在の場所' })
    .getByRole('button', { name: '支援の流れ' })
    .click();
  await roadmap.open();
  await roadmap.begin.click();
  await roadmap.draw('広報の見直し', '住民への周知', ['5月', '7月']);
  await page.keyboard.press('Escape');

  // Answered in one step, tied to the roadmap, and what came of it.
  await head.openTab('課題と対応');
  await chain.answer('広報が足りない', '動画をつくる');
  await expect(chain.action('動画をつくる')).toContainText('広報が足りない');
  await chain
    .finding('広報が足りない')
    .getByRole('button', { name: '動画をつくる', exact: true })
    .click();
  await expect(chain.action('動画をつくる')).toBeFocused();
  await chain.openDetails('動画をつくる');
  await chain.tie('広報の見直し');
  await chain.actions.getByRole('textbox', { name: '結果', exact: true }).fill('3本できた');
  await chain.actions.getByRole('textbox', { name: '待っている相手' }).fill('町の予算');
  await shellOf(page).saved();
  expect(await violationsOn(page)).toEqual([]);
  await chain.openDetails('動画をつくる');
  await expect(chain.action('動画をつくる')).toContainText('3本できた');
  await expect(chain.action('動画をつくる')).toContainText('町の予算を待っています');

  // From the action to the bar, and from the bar back.
  await chain
    .action('動画をつくる')
    .getByRole('button', { name: '広報の見直し', exact: true })
    .click();
  await expect(roadmap.panel.getByRole('heading', { name: '広報の見直し' })).toBeVisible();
  await expect(roadmap.cursor).toHaveAccessibleName(/^広報の見直し/);
  await expect(roadmap.panel.getByRole('heading', { name: '対応事項' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await roadmap.panel.getByRole('button', { name: '動画をつくる', exact: true }).click();
  await expect(chain.action('動画をつくる')).toBeFocused();
  await chain
    .action('動画をつくる')
    .getByRole('button', { name: '広報が足りない', exact: true })
    .click();
  await expect(chain.finding('広報が足りない')).toBeFocused();

  // From the finding to its meeting, and from there to its answer.
  await chain
    .finding('広報が足りない')
    .getByRole('button', { name: /^0\.5次.*を開く$/ })
    .click();
  const side = page.getByRole('complementary', { name: '会合から生まれたこと' });
  await side.getByRole('button', { name: '動画をつくる', exact: true }).click();
  await expect(chain.action('動画をつくる')).toBeFocused();

  // From 予定, too.
  await shellOf(page).go('予定');
  await promisesOf(page).filter('待ち');
  await expect(promisesOf(page).rows).toHaveText([/動画をつくる.*町の予算/]);
  await promisesOf(page).rows.first().press('Enter');
  await expect(chain.action('動画をつくる')).toBeFocused();
});

test('課題と対応 is filtered, stands as a table, and is copied as it is shown', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const chain = findingsOf(page);
  await planCase(page);
  await caseHeadOf(page).openTab('課題と対応');
  await chain.add('広報が足りない');
  await chain.add('担い手が少ない');
  await chain.answer('広報が足りない', '動画をつくる');
  await chain.answer('広報が足りない', '折込を配る');
  const state = chain.actions.getByRole('button', { name: '「折込を配る」の状況' });
  await state.click();
  await page.getByRole('option', { name: '済' }).click();

  await chain.filter('状況', '済・中止');
  await expect(chain.finding('担い手が少ない')).toHaveCount(0);
  await expect(chain.action('動画をつくる')).toHaveCount(0);
  await expect(chain.finding('広報が足りない')).toBeVisible();
  // A link to what the filter hides shows it.
  await chain
    .finding('広報が足りない')
    .getByRole('button', { name: '動画をつくる', exact: true })
    .click();
  await expect(chain.action('動画をつくる')).toBeFocused();
  await expect(chain.finding('担い手が少ない')).toBeVisible();

  await chain.show('表');
  expect(await violationsOn(page)).toEqual([]);
  const rows = chain.table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(3);
  await chain.table.getByRole('button', { name: '状態' }).click();
  await expect(rows.first()).toContainText('動画をつくる');
  await chain.table.getByRole('button', { name: '状態' }).click();
  await expect(rows.first()).toContainText('担い手が少ない');

  await chain.copy.click();
  await expect(shellOf(page).toast('表をコピーしました')).toBeVisible();
  const { text, html } = await clipboardOf(page);
  expect(text.split('\r\n')[0]).toBe(
    ['種類', '課題・気づき', '会合', '対応', '担当', '期限', '状態', 'ロードマップ', '結果'].join(
      '\t',
    ),
  );
  expect(html).toContain('折込を配る');
});

test('課題と対応 is printed over as many pages as it takes, each with its headings', async ({
  pc,
}) => {
  await pc.settle();
  const { page, app } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await caseHeadOf(page).openTab('課題と対応');
  await expect(findingsOf(page).finding('サービスの周知不足')).toBeVisible();
  // The system's dialog is asked for by Ctrl+P: what it would print is put on paper here.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    window.webContents.print = (_, done) => {
      const paper = { pageSize: 'A4', landscape: true, preferCSSPageSize: true } as const;
      const margins = { top: 0, bottom: 0, left: 0, right: 0 };
      void window.webContents.printToPDF({ ...paper, margins }).then((bytes) => {
        Object.assign(globalThis, { printed: bytes.toString('base64') });
        done?.(true, '');
      });
    };
  });
  await page.keyboard.press('Control+p');
  await expect(shellOf(page).toast('印刷に送りました')).toBeVisible();
  await expect(page.locator('[data-print]')).toHaveCount(0);
  const printed = await app.evaluate(() => String(Reflect.get(globalThis, 'printed')));
  const pages = readPdf(Buffer.from(printed, 'base64'));
  expect(pages.length).toBeGreaterThan(1);
  for (const { text, width, height } of pages) {
    // A4 on its side, to a point.
    expect(Math.abs(width - 842)).toBeLessThan(2);
    expect(Math.abs(height - 595)).toBeLessThan(2);
    expect(text).toMatch(/^課題と対応（益城町・令和4年度）内部用種類課題・気づき会合対応/);
    expect(text.length).toBeGreaterThan(80);
  }
  const all = pages.map(({ text }) => text).join('');
  for (const words of ['サービスの周知不足', '試行実施要領の策定', '課内・庁内の情報共有']) {
    expect(all.split(words)).toHaveLength(2);
  }
});
