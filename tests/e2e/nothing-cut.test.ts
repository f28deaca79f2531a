import { expect, test } from '#tests/support/app.ts';
import { cutTexts } from '#tests/support/cut-texts.ts';
import { tour } from '../../scripts/smoke/tour.mjs';

/** The usual office notebook, the same at 125 %, and a large screen. */
const SIZES = [
  { name: '1366×768', width: 1366, height: 768 },
  { name: '1366×768 at 125 %', width: 1093, height: 614 },
  { name: '1920×1080', width: 1920, height: 1080 },
  { name: 'a narrow window', width: 910, height: 640 },
] as const;

test('No word on any screen is cut, at any usual size', async ({ pc }) => {
  test.setTimeout(240_000);
  const { page } = await pc.start();
  const found: Record<string, readonly string[]> = {};
  for (const { name, go } of tour) {
    await go(page);
    if (name === 'roadmap-table') await page.locator('[data-row] [title]').last().click();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.waitForFunction((width) => innerWidth === width, size.width);
      const cut = await cutTexts(page);
      if (cut.length > 0) found[`${name} at ${size.name}`] = cut;
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(found).toEqual({});
});

/** What a page would look like if words were cut or covered, each kind by itself, and what is to be told of it. */
const FAULTS = [
  {
    html: '<p class="fault" style="overflow: hidden; width: 60px; white-space: nowrap">この名前は枠より長い</p>',
    told: '「この名前は枠より長い」 is cut at its side (p.fault)',
  },
  {
    html: '<p class="fault" style="overflow: hidden; height: 8px; width: 200px">高さの足りない行</p>',
    told: '「高さの足りない行」 is cut below or above (p.fault)',
  },
  {
    html: '<p class="fault" style="position: absolute; left: 880px; white-space: nowrap">窓の外へ出る言葉</p>',
    told: '「窓の外へ出る言葉」 lies beside the window (p.fault)',
    also: /^the window scrolls sideways/,
  },
  {
    html: '<input class="fault" type="text" value="欄に入りきらない言葉" style="width: 60px">',
    told: '「欄に入りきらない言葉」 does not fit into its field (input.fault)',
  },
  {
    html: '<input class="fault" type="text" placeholder="空の欄に入りきらない例" style="width: 60px">',
    told: '「空の欄に入りきらない例」 does not fit into its empty field (input.fault)',
  },
  {
    html: '<textarea class="fault" style="height: 24px; overflow: hidden; resize: none; width: 60px">何行にもなる長い言葉</textarea>',
    told: '「何行にもなる長い言葉」 does not fit into its field (textarea.fault)',
  },
  {
    html: '<div style="display: flex; width: 120px"><p class="fault" style="width: 40px; white-space: nowrap">左の列の長い名前</p><p class="beside" style="width: 80px; white-space: nowrap">右の列の名前</p></div>',
    told: '「左の列の長い名前」 lies under 「右の列の名前」 (p.fault)',
  },
  {
    html: '<div><p class="fault" style="height: 20px">上のカードの言葉</p><p class="beside" style="background: white; height: 30px; margin-top: -20px; position: relative">下のカード</p></div>',
    told: '「上のカードの言葉」 lies under 「下のカード」 (p.fault)',
  },
] as const;

test('The measure of cut words tells each fault that is put into a narrow window, and no other', async ({
  pc,
}) => {
  const { page } = await pc.start();
  await page.setViewportSize({ width: 910, height: 640 });
  await page.waitForFunction(() => innerWidth === 910);
  const put = (html: string): Promise<void> =>
    page.evaluate((inside) => {
      const host = document.createElement('div');
      host.id = 'faults';
      host.style.cssText =
        'position: fixed; inset: 0; z-index: 9; background: white; line-height: 1.5';
      host.innerHTML = inside;
      document.querySelector('#faults')?.remove();
      document.body.append(host);
    }, html);

  await put('<p>この行には何の問題もない</p><button type="button">ボタン</button>');
  expect(await cutTexts(page)).toEqual([]);
  for (const fault of FAULTS) {
    await put(fault.html);
    const found = await cutTexts(page);
    const others = 'also' in fault ? found.filter((each) => !fault.also.test(each)) : found;
    expect(others).toEqual([fault.told]);
  }
});
