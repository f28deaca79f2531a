import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openNewRecord } from '#tests/support/cases.ts';
import { focusIsVisible, tabTo } from '#tests/support/keyboard.ts';
import { COMPARISON, DETAIL, FLOW } from '#tests/support/mashiki-tables.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { answerSaving, clipboardOf, materialsOf } from '#tests/support/pages/materials.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import type { Pc, Run } from '#tests/support/pc.ts';
import { readPdf } from '#tests/support/pdf.ts';

const HEADINGS = ['時期', '内容', '支援者', '備考'];

const openSample = async (pc: Pc): Promise<Run> => {
  await pc.settle();
  const run = await pc.start();
  await run.page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(run.page, '益城町');
  return run;
};

/** Cells of a table out of HTML, as a program that takes a pasted table reads them. */
const cellsOfHtml = (page: Page, html: string): Promise<readonly (readonly string[])[]> =>
  page.evaluate((text) => {
    const { rows } = new DOMParser().parseFromString(text, 'text/html').querySelector('table') ?? {
      rows: [],
    };
    return [...rows].map((row) =>
      [...row.cells].map((cell) =>
        [...cell.childNodes]
          .map((node) => (node.nodeName === 'BR' ? '\n' : (node.textContent ?? '')))
          .join(''),
      ),
    );
  }, html);

/** Rows without the empty cells that lie under a month. */
const drawn = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row) => (row.length === 4 && row[0] === '' ? row.slice(1) : row));

const plain = (text: string): string => text.replaceAll(/\s/g, '');

test('The year’s tables are the prefecture’s: on the screen, in the clipboard and on paper', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  const { page, app } = await openSample(pc);
  const materials = materialsOf(page);
  await materials.open();
  const out = join(pc.data, 'out');
  await mkdir(out, { recursive: true });

  const tables = [
    { name: '1〜3回目支援', rows: COMPARISON },
    { name: '支援（詳細）', rows: [HEADINGS, ...drawn(DETAIL)] },
    { name: '支援の流れ', rows: [['日にち', '内容'], ...FLOW] },
  ] as const;
  const papers = [
    { words: 'A4', width: 842, height: 595 },
    { words: 'A3', width: 1191, height: 842 },
  ] as const;
  for (const { name, rows } of tables) {
    await materials.choose(name);
    expect(await materials.cells()).toEqual(rows);

    await materials.copy.click();
    await expect(shellOf(page).toast('表をコピーしました').last()).toBeVisible();
    // The toast of the table before may still stand there.
    const copied = async () => cellsOfHtml(page, (await clipboardOf(page)).html);
    await expect.poll(copied).toEqual(rows);
    const { html, text } = await clipboardOf(page);
    expect(html).toContain('mso-number-format');
    expect(text.split('\r\n')[0]?.split('\t')).toEqual(rows[0]);

    for (const { words, width, height } of papers) {
      await materials.pick(words);
      await expect(materials.sheets.first()).toHaveClass(new RegExp(words.toLowerCase()));
      const file = join(out, `${name}-${words}.pdf`);
      await answerSaving(app, file);
      await materials.savePdf.click();
      await expect.poll(() => readdir(out)).toContain(`${name}-${words}.pdf`);
      await expect(materials.savePdf).toBeEnabled();
      const pages = readPdf(await readFile(file));
      expect(pages).toHaveLength(await materials.sheets.count());
      expect(pages.map((one) => [Math.round(one.width), Math.round(one.height)])).toEqual(
        pages.map(() => [width, height]),
      );
      const printed = pages.map((one) => plain(one.text)).join('');
      expect(printed).toContain(plain(`益城町${name}令和4年度`));
      expect(printed).toContain(plain(rows.flat().join('')));
      expect(printed).toContain('出典：');
      expect(printed).toContain(`1/${pages.length}`);
      expect(pages.flatMap(({ embedded }) => embedded)).not.toContain(false);
      expect(pages.every(({ embedded }) => embedded.length > 0)).toBe(true);
    }
  }
  expect((await readdir(out)).every((name) => name.endsWith('.pdf'))).toBe(true);
  // Nothing of the print view stays behind on the screen.
  await expect(page.locator('[data-print]')).toHaveCount(0);
});

test('What is longer than a page goes on on the next one, under its headings, to the last letter', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  await flowOf(page).openRecord('第1回支援');
  const long = Array.from({ length: 900 }, (_, index) => `${index}番目の気づき。`).join('');
  await recordOf(page)
    .form.getByRole('textbox', { name: /^支援のまとめ/ })
    .fill(long);
  await shellOf(page).saved();
  await recordOf(page).back();
  const materials = materialsOf(page);
  await materials.open();
  await expect.poll(() => materials.sheets.count()).toBeGreaterThan(2);
  const sheets = await materials.sheets.count();
  for (let index = 0; index < sheets; index += 1) {
    const sheet = materials.sheets.nth(index);
    await expect(sheet.getByText(`${index + 1} / ${sheets}`)).toBeVisible();
    if ((await sheet.getByRole('table').count()) === 0) continue;
    await expect(sheet.getByRole('columnheader', { name: '1回目支援' })).toBeVisible();
  }
  const file = join(pc.data, '長い.pdf');
  await answerSaving(app, file);
  await materials.savePdf.click();
  await expect(shellOf(page).toast('PDFに保存しました')).toBeVisible();
  const pages = readPdf(await readFile(file));
  expect(pages).toHaveLength(sheets);
  expect(pages.filter(({ text }) => text.includes('1回目支援2回目支援')).length).toBeGreaterThan(1);
  const printed = pages.map(({ text }) => text).join('');
  expect(printed.match(/\d+番目の気づき。/g) ?? []).not.toHaveLength(0);
  for (const index of [0, 1, 450, 898, 899]) expect(printed).toContain(`${index}番目の気づき。`);
  const cell = materials.preview.getByRole('cell').filter({ hasText: '番目の気づき' });
  expect((await cell.allTextContents()).join('')).toBe(long);
});

test('How a table looks is kept with the case, also after a restart, and can be taken back', async ({
  pc,
}) => {
  const first = await openSample(pc);
  const materials = materialsOf(first.page);
  await materials.open();
  await materials.choose('支援（詳細）');
  await materials.pick('西暦');
  await materials.pick('上と同じ欄は');
  await materials.pick('縦');
  await materials.settings.getByRole('textbox', { name: '支援者' }).fill('40');
  await materials.settings.getByRole('textbox', { name: '支援者' }).press('Enter');
  await expect(materials.settings.getByRole('textbox', { name: '支援者' })).toHaveValue('40');
  await shellOf(first.page).saved();
  await first.quit();

  const { page } = await pc.start();
  await casesOf(page).open('益城町');
  const again = materialsOf(page);
  await again.open();
  await again.choose('支援（詳細）');
  await expect(again.sheets.first()).toHaveClass(/a4-portrait/);
  await expect(again.settings.getByRole('textbox', { name: '支援者' })).toHaveValue('40');
  const cells = (await again.cells()).flat();
  expect(cells).toContain('0.5次ミーティング(2022/8/3)');
  expect(cells).not.toContain('〃');
  await again.pick('和暦');
  await expect(again.preview.getByText('0.5次ミーティング(R4.8.3)')).toBeVisible();
  await shellOf(page).undo.click();
  await expect(again.preview.getByText('0.5次ミーティング(2022/8/3)')).toBeVisible();
  await again.settings.getByRole('textbox', { name: '支援者' }).fill('広め');
  await again.settings.getByRole('textbox', { name: '支援者' }).press('Enter');
  await expect(again.settings.getByText('列の幅として読み取れません')).toBeVisible();
});

test('Printing hands the system the very page, and a dialog that is left saves nothing', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  const materials = materialsOf(page);
  await materials.open();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    window.webContents.print = (options, done) => {
      asked.push(options);
      done?.(asked.length === 1, asked.length === 1 ? '' : 'Printer is gone');
    };
  });
  await materials.print.click();
  await expect(shellOf(page).toast('印刷に送りました')).toBeVisible();
  expect(await app.evaluate(() => (globalThis as { asked?: unknown }).asked)).toMatchObject([
    { pageSize: 'A4', landscape: true },
  ]);
  await page.keyboard.press('Control+p');
  await expect(shellOf(page).toast('印刷できませんでした')).toBeVisible();

  await answerSaving(app, undefined);
  await materials.savePdf.click();
  await expect(materials.savePdf).toBeEnabled();
  await expect(shellOf(page).toast('PDFに保存しました')).toHaveCount(0);
  await answerSaving(app, join(pc.data, 'nowhere', '表.pdf'));
  await materials.savePdf.click();
  await expect(shellOf(page).toast('PDFを保存できませんでした')).toBeVisible();
});

test('The tables can be chosen, set and copied by keyboard, and axe finds nothing', async ({
  pc,
}) => {
  const { page } = await openSample(pc);
  const materials = materialsOf(page);
  await materials.open();
  expect(await violationsOn(page)).toEqual([]);
  const nav = page.getByRole('navigation', { name: '案件のページ' });
  await nav.getByRole('link', { name: '資料' }).focus();
  await tabTo(page, materials.table('1〜3回目支援'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(materials.preview.getByRole('table')).toHaveAccessibleName(/支援（詳細）/);
  expect(await focusIsVisible(page)).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await tabTo(page, materials.copy);
  await page.keyboard.press('Enter');
  await expect(shellOf(page).toast('表をコピーしました')).toBeVisible();
  expect((await clipboardOf(page)).text).toContain('1回目支援(8/24)\t〃\t現地');
  await tabTo(page, materials.preview);
  await tabTo(page, materials.settings.getByRole('radio', { name: 'A4' }));
  await page.keyboard.press('ArrowRight');
  await expect(materials.sheets.first()).toHaveClass(/a3-landscape/);

  await page.keyboard.press('Control+2');
  await casesOf(page).open('人吉市');
  await page
    .getByRole('navigation', { name: '案件のページ' })
    .getByRole('link', { name: '資料' })
    .click();
  await expect(page.getByText('この表に載せる記録がまだありません')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test('Staff choose what a table says beside its usual columns, and one sheet holds what one sheet can', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  await flowOf(page).openRecord('第1回支援');
  const form = recordOf(page).form;
  await form.getByRole('textbox', { name: /^ねらい/ }).fill('役割の理解をそろえる');
  // A few lines more than a sheet holds in letters of the usual size.
  const lines = Array.from({ length: 26 }, (_, index) => `${index + 1}番目の気づき。`).join('\n');
  await form.getByRole('textbox', { name: /^支援のまとめ/ }).fill(lines);
  await shellOf(page).saved();
  await recordOf(page).back();
  const materials = materialsOf(page);
  await materials.open();

  await expect(materials.sheets).toHaveCount(1);
  await materials.pick('1枚に収める');
  await expect.poll(() => materials.sheets.count()).toBeGreaterThan(1);
  await materials.pick('1枚に収める');
  await expect(materials.sheets).toHaveCount(1);
  await expect(materials.sheets.getByText('26番目の気づき。')).toBeVisible();
  const file = join(pc.data, '一枚.pdf');
  await answerSaving(app, file);
  await materials.savePdf.click();
  await expect(shellOf(page).toast('PDFに保存しました')).toBeVisible();
  const pages = readPdf(await readFile(file));
  expect(pages).toHaveLength(1);
  expect(pages[0]?.text).toContain('26番目の気づき。');

  await materials.pick('ねらい');
  await expect(materials.preview.getByRole('rowheader', { name: 'ねらい' })).toBeVisible();
  await expect(materials.preview.getByText('役割の理解をそろえる')).toBeVisible();
  await materials.pick('箇条書き');
  await expect(materials.preview.getByText('・町説明').first()).toBeVisible();
  await materials.pick('和暦（短く）');
  await expect(materials.preview.getByText('R4.8.24(水)')).toBeVisible();
  await materials.choose('支援の流れ');
  await materials.pick('ねらい');
  await expect(materials.preview.getByRole('columnheader', { name: 'ねらい' })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.screenshot({ path: 'out/test/materials-more.png' });
});

test('名簿 has those who came to a meeting with their posts, called as wanted', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.attendee.focus();
  await page.keyboard.insertText('見本 花子（いきいき長寿課・係長）');
  await page.getByRole('option', { name: /いきいき長寿課（新しい機関・宇土市）/ }).click();
  await record.addGroup('民生委員');
  await shellOf(page).saved();
  await record.back();
  const materials = materialsOf(page);
  // The first of the tables is still empty, and shows no sheet.
  await page
    .getByRole('navigation', { name: '案件のページ' })
    .getByRole('link', { name: '資料' })
    .click();
  await materials.choose('名簿');
  expect(await materials.cells()).toEqual([
    ['区分', '所属', '役職', '氏名'],
    ['市町村', 'いきいき長寿課', '係長', '見本 花子 様'],
    ['住民代表', '民生委員', '', expect.any(String)],
  ]);
  expect(await violationsOn(page)).toEqual([]);
  await materials.pick('氏');
  await expect(materials.preview.getByText('見本 花子 氏')).toBeVisible();
});

test('A record is printed by Ctrl+P as it stands, and printing one writes nothing into the case', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const record = recordOf(page);
  await record.place.fill('見本町役場');
  await record.note.click();
  await page.keyboard.type('町から説明があった。');
  await shellOf(page).saved();
  await page.keyboard.press('Control+P');
  const materials = materialsOf(page);
  const row = (name: string) =>
    materials.preview.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('場所').getByRole('cell')).toHaveText('見本町役場');
  await expect(row('記録').getByRole('cell')).toHaveText('町から説明があった。');
  await expect(page.getByRole('button', { name: /^元に戻す（記録の本文/ })).toBeVisible();
  await page.goBack();
  await expect(record.place).toHaveValue('見本町役場');
});
