import type { Locator } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord, planCase } from '#tests/support/cases.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { paste } from '#tests/support/paste.ts';

const LONG = '長い名前'.repeat(2500);

/** What a field says of itself to a screen reader, as soon as it is marked as wrong. */
const seeWrong = async (field: Locator, words: string | RegExp): Promise<void> => {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(words);
};

test('A meeting with a wrong date, number or name is not added, and says what to do', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await planCase(page);
  const flow = flowOf(page);

  await flow.openAdd('ミーティング');
  await flow.field('番号').fill('0.5');
  await seeWrong(flow.field('番号'), /0\.5次ミーティングはすでにあります/);
  await flow.field('番号').fill('半分');
  await seeWrong(flow.field('番号'), /入力してください/);
  await flow.field('番号').fill('０．７５');
  await expect(flow.field('番号')).not.toHaveAttribute('aria-invalid', 'true');

  await flow.field('日付').fill('2/30');
  await seeWrong(flow.field('日付'), /という日はありません。令和9年2月は28日まで/);
  await flow.field('日付').fill('そのうち');
  await seeWrong(flow.field('日付'), /日付として読み取れません/);
  await flow.field('名称').fill(LONG);
  await seeWrong(flow.field('名称'), /200文字まで/);
  await flow.submit.click();
  await expect(flow.dialog).toBeVisible();
  await expect(flow.field('名称')).toHaveValue(LONG);

  await flow.field('名称').fill('');
  await flow.field('日付').fill('8/24(木)');
  await expect(flow.field('日付')).toHaveAccessibleDescription(
    /\(木\)と入力されましたが.*\(月\)です/,
  );
  await flow.submit.click();
  await expect(flow.dialog).toHaveCount(0);
  await expect(flow.card('0.75次ミーティング')).toContainText('8/24(月)');
});

test('A record keeps what was stored while a field holds something it cannot read', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const record = recordOf(page);

  await record.date.fill('R8.2.30');
  await record.date.press('Enter');
  await seeWrong(record.date, /という日はありません/);
  await expect(record.date).toHaveValue('R8.2.30');
  await record.date.press('Escape');
  await expect(record.date).toHaveValue('令和8年8月3日(月)');
  await record.date.fill('8/4(月)');
  await record.date.press('Enter');
  await expect(record.form.getByRole('status')).toContainText('(月)と入力されましたが');

  await record.times.fill('16:00-13:30');
  await record.times.press('Enter');
  await seeWrong(record.times, /終わりの時刻が始まりより前/);
  await record.times.press('Escape');

  await record.place.fill(LONG);
  await record.place.press('Enter');
  await seeWrong(record.place, /200/);
  await expect(record.place).toHaveValue(LONG);
  await record.place.press('Escape');

  await record.addGroup('民生委員 49人');
  const count = record.attendance.getByRole('textbox', { name: '民生委員の人数' });
  await count.fill('たくさん');
  await count.press('Enter');
  await seeWrong(count, /人数として読み取れません/);
  await count.fill('４８名');
  await count.press('Enter');
  await expect(count).toHaveValue('48人');
  await record.total.fill('計46名');
  await record.total.press('Enter');
  await expect(record.attendance).toContainText('内訳 48人');
  await expect(record.attendance.getByRole('status')).toContainText('2人');

  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  await openAddress(page, address);
  await expect(record.date).toHaveValue('令和8年8月4日(火)');
  await expect(record.place).toHaveValue('');
});

test('A case without a municipality, or with an endless name, is not made', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.keyboard.press('Control+n');
  const form = caseFormOf(page);
  await form.create.click();
  await seeWrong(form.municipality, /市町村の名前が入っていません/);
  await expect(form.municipality).toBeFocused();

  await form.municipality.fill(LONG);
  await page.keyboard.press('Escape');
  await form.code.fill('12');
  await form.entryDate.fill('13/1');
  await form.create.click();
  await expect(form.municipality).toHaveValue(LONG);
  await seeWrong(form.municipality, /10,000文字/);
  await seeWrong(form.code, /6桁の数字/);
  await seeWrong(form.entryDate, /13月はありません/);

  await form.municipality.fill('架空町');
  await page.keyboard.press('Escape');
  await form.code.fill('439991');
  await form.entryDate.fill('');
  await form.create.click();
  await expect(page.getByRole('heading', { level: 1, name: '架空町' })).toBeVisible();
});

test('Pasted HTML brings its words and its form, but no script, style or frame', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { note } = recordOf(page);
  await note.click();
  await paste(note, {
    'text/html': `<h2>町説明<script>window.owned = 1</script></h2>
      <p onclick="window.owned = 2" style="position:fixed">方針<img src="x:y" onerror="window.owned = 3">を示した</p>
      <p><a href="javascript:window.owned = 4">押す</a> <a href="https://www.mhlw.go.jp/">厚生労働省</a></p>
      <iframe src="https://example.com/" srcdoc="<script>parent.owned = 5</script>"></iframe>
      <svg onload="window.owned = 6"><script>window.owned = 7</script></svg>
      <ul><li>サービスの周知</li></ul><style>body { display: none }</style>
      <object data="https://example.com/"></object><form><input autofocus onfocus="window.owned = 8"></form>`,
    'text/plain': '町説明',
  });
  await expect(note.getByRole('heading', { name: '町説明' })).toBeVisible();
  await expect(note).toContainText('方針を示した');
  await expect(note.getByRole('listitem')).toContainText('サービスの周知');
  const left = await note.evaluate((element) => ({
    foreign: element.querySelectorAll(
      'script, style, iframe, svg, object, form, input, [onclick], [onerror], [srcdoc]',
    ).length,
    links: [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    styles: [...element.querySelectorAll('p')].map((line) => line.style.position),
    owned: 'owned' in window,
  }));
  expect(left.foreign).toBe(0);
  expect(left.links).toEqual(['https://www.mhlw.go.jp/']);
  expect(left.styles.join('')).toBe('');
  expect(left.owned).toBe(false);

  // Text that looks like HTML stays text, also in a field of one line.
  await page.keyboard.press('Control+End');
  await paste(note, { 'text/plain': '<img src=x onerror=alert(1)>' });
  await expect.poll(() => noteText(page)).toContain('<img src=x onerror=alert(1)>');
  await recordOf(page).place.fill('<b onmouseover=alert(1)>役場</b>');
  await recordOf(page).place.press('Enter');
  await shellOf(page).saved();

  await shellOf(page).go('ホーム');
  await openAddress(page, address);
  await expect(note).toContainText('方針を示した');
  await recordOf(page).back();
  await expect(flowOf(page).ladder).toContainText('<b onmouseover=alert(1)>役場</b>');
  expect(await page.evaluate(() => 'owned' in window)).toBe(false);
});
