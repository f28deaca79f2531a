import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { answerSaving } from '#tests/support/pages/materials.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { outOf } from '#tests/support/pages/roadmap-out.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { paste } from '#tests/support/paste.ts';
import type { Pc, Run } from '#tests/support/pc.ts';
import { readPdf } from '#tests/support/pdf.ts';
import { readPng } from '#tests/support/png.ts';

/** What stands on every page of the sample's roadmap. */
const WORDS = [
  '益城町の自立支援・重度化防止に関する取組みロードマップ',
  ...['令和4年度', '令和5年度', '令和6年度', '令和8年度', '分野', '取組み'],
  ...[
    '支援',
    '介護保険事業計画',
    '自立支援・重度化防止の取組み',
    '支援体制の整備',
    '地域連携',
    '関係機関',
  ],
  ...['国の伴走支援', '第9期計画', '通所型サービスC', '「基本的あり方」', '効果がわかる動画'],
  ...['策定', '第9期計画（令和6～8年度）', '試行', '試行の継続', '作成'],
  ...['検討・準備', '計画期間', '節目', '出典：益城町の報告（令和5年3月2日）'],
];

const openSample = async (pc: Pc): Promise<Run> => {
  await pc.settle();
  const run = await pc.start();
  await run.page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(run.page, '益城町');
  await roadmapOf(run.page).open();
  await outOf(run.page).button.waitFor();
  return run;
};

const folderIn = async (pc: Pc): Promise<string> => {
  const out = join(pc.data, 'out');
  await mkdir(out, { recursive: true });
  return out;
};

const plain = (text: string): string => text.replaceAll(/\s/g, '');

test('The roadmap fits one page as PDF on A3 and A4, whole, with its letters in the file', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  const out = await folderIn(pc);
  for (const [words, width, height] of [
    ['A3', 1191, 842],
    ['A4', 842, 595],
  ] as const) {
    const file = join(out, `${words}.pdf`);
    await answerSaving(app, file);
    await outOf(page).choose(`PDF（${words}・1枚）`);
    await expect.poll(() => readdir(out)).toContain(`${words}.pdf`);
    await expect(shellOf(page).toast('PDFに保存しました').last()).toBeVisible();
    const pages = readPdf(await readFile(file));
    expect(pages).toHaveLength(1);
    const [only] = pages;
    expect([Math.round(only?.width ?? 0), Math.round(only?.height ?? 0)]).toEqual([width, height]);
    expect(only?.embedded.length).toBeGreaterThan(0);
    expect(only?.embedded).not.toContain(false);
    for (const word of WORDS) expect(plain(only?.text ?? '')).toContain(plain(word));
  }
  // Nothing of the print view stays behind on the screen.
  await expect(page.locator('[data-print]')).toHaveCount(0);
});

test('The roadmap becomes a picture, a drawing and a workbook, each whole', async ({ pc }) => {
  const { page, app } = await openSample(pc);
  const out = await folderIn(pc);
  const save = async (words: string, name: string): Promise<Buffer> => {
    await answerSaving(app, join(out, name));
    await outOf(page).choose(words);
    await expect.poll(() => readdir(out)).toContain(name);
    await expect(outOf(page).button).toBeEnabled();
    return readFile(join(out, name));
  };

  const picture = readPng(await save('画像（PNG）', '図.png'));
  expect([picture.width, picture.height]).toEqual([3175, 2245]);
  expect(picture.colors).toBeGreaterThan(50);

  const svg = (await save('図（SVG）', '図.svg')).toString('utf8');
  const texts = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    if (read.querySelector('parsererror') !== null) return [];
    return [...read.querySelectorAll('text')].map((one) => one.textContent ?? '');
  }, svg);
  for (const word of WORDS) expect(plain(texts.join(''))).toContain(plain(word));

  const book = await readXlsxFile(await save('Excel', '表.xlsx'));
  expect(book.map(({ sheet }) => sheet)).toEqual(['ロードマップ', '帯の一覧', '節目の一覧']);
  const cells = book[0]?.data ?? [];
  const row = cells.find((one) => one.includes('通所型サービスC')) ?? [];
  expect(row.filter((text) => text !== null)).toEqual(
    expect.arrayContaining(['通所型サービスC', expect.stringContaining('試行の継続')]),
  );
  expect((await readdir(out)).sort()).toEqual(['図.png', '図.svg', '表.xlsx'].sort());
});

test('A dialog that is left saves nothing, and a place that can’t be written says so', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  const out = await folderIn(pc);
  await answerSaving(app, undefined);
  for (const words of ['PDF（A3・1枚）', '画像（PNG）', '図（SVG）', 'Excel']) {
    await outOf(page).choose(words);
    await expect(outOf(page).button).toBeEnabled();
  }
  await expect(shellOf(page).toast(/保存しました/)).toHaveCount(0);
  expect(await readdir(out)).toEqual([]);

  const kept = join(out, '大切.xlsx');
  await writeFile(kept, '前の表');
  await chmod(kept, 0o444);
  await answerSaving(app, kept);
  await outOf(page).choose('Excel');
  await expect(
    shellOf(page).toast('その場所にはExcelファイルを保存できませんでした'),
  ).toBeVisible();
  expect(await readFile(kept, 'utf8')).toBe('前の表');

  await answerSaving(app, join(out, 'どこにもない', '図.svg'));
  await outOf(page).choose('図（SVG）');
  await expect(shellOf(page).toast('図（SVG）を保存できませんでした')).toBeVisible();
  expect(await readdir(out)).toEqual(['大切.xlsx']);
});

test('Printing hands the system the page on A3 or A4, and axe finds nothing at the menu', async ({
  pc,
}) => {
  const { page, app } = await openSample(pc);
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    window.webContents.print = (options, done) => {
      asked.push(options);
      done?.(asked.length < 3, asked.length < 3 ? '' : 'Printer is gone');
    };
  });
  const asked = () => app.evaluate(() => (globalThis as { asked?: readonly unknown[] }).asked);
  await outOf(page).printA3.click();
  await expect(shellOf(page).toast('印刷に送りました')).toBeVisible();
  await outOf(page).choose('A4で印刷');
  await expect.poll(asked).toMatchObject([
    { pageSize: 'A3', landscape: true },
    { pageSize: 'A4', landscape: true },
  ]);
  await expect(outOf(page).printA3).toBeEnabled();
  await page.keyboard.press('Control+p');
  await expect(shellOf(page).toast('印刷できませんでした')).toBeVisible();

  await outOf(page).button.focus();
  await page.keyboard.press('Enter');
  await expect(outOf(page).menu).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

/** Rows as Excel copies them: many bars in ten years, the first with a name that would like to be HTML. */
const manyRows = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const year = 5 + (index % 9);
    const name = index === 0 ? '<img src=x onerror=alert(1)>' : `帯${index}`;
    return [
      ...[`分野${Math.floor(index / 100)}`, `取組み${Math.floor(index / 2)}`, name],
      ...[`令和${year}年${(index % 9) + 1}月`, `令和${year + 1}年3月`],
    ].join('\t');
  }).join('\n');

const pasteRows = async (page: Page, rows: string): Promise<void> => {
  await page.getByRole('button', { name: 'Excelの表から作る' }).click();
  await paste(page.getByRole('dialog').getByRole('textbox'), { 'text/plain': rows });
  await page.getByRole('button', { name: /本の帯を取り込む/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('Four hundred bars in ten years fit a page and a workbook too, and staff are told how small they get', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  await pc.settle();
  const { page, app } = await pc.start();
  await page.keyboard.press('Control+n');
  await caseFormOf(page).createFor('うとし', '宇土市');
  await roadmapOf(page).open();
  await pasteRows(page, manyRows(400));
  const out = await folderIn(pc);
  await answerSaving(app, join(out, '多い.pdf'));
  await outOf(page).choose('PDF（A4・1枚）');
  await expect(shellOf(page).toast(/小さい文字は約\d+ポイント/)).toBeVisible({ timeout: 30_000 });
  const pages = readPdf(await readFile(join(out, '多い.pdf')));
  expect(pages).toHaveLength(1);
  const text = plain(pages[0]?.text ?? '');
  for (const word of ['<imgsrc=xonerror=alert(1)>', '帯1', '帯399', '取組み199', '令和13年度']) {
    expect(text).toContain(word);
  }

  await answerSaving(app, join(out, '多い.xlsx'));
  await outOf(page).choose('Excel');
  await expect(shellOf(page).toast('Excelに保存しました')).toBeVisible({ timeout: 30_000 });
  const book = await readXlsxFile(await readFile(join(out, '多い.xlsx')));
  const cells = new Set(book[0]?.data.flat());
  expect(cells).toContain('！遅れ <img src=x onerror=alert(1)>');
  expect(cells).toContain('帯399');
  expect(book[1]?.data).toHaveLength(401);
});
