import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { pressByKeys, seeFocusIn } from '#tests/support/keys.ts';
import { startOnce } from '#tests/support/pages/backup.ts';
import {
  bansoFileOf,
  chooseFile,
  dropFile,
  holdNextWork,
} from '#tests/support/pages/banso-file.ts';
import { caseFormOf } from '#tests/support/pages/case-form.ts';
import { caseHeadOf } from '#tests/support/pages/case-head.ts';
import { casesOf } from '#tests/support/pages/cases.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { seeHeading, shellOf } from '#tests/support/pages/shell.ts';
import { createPc, type Pc, type Run } from '#tests/support/pc.ts';
import { cutOn, openCopy } from '#tests/support/readable-copy.ts';

const setSection = async (page: Run['page'], section: string): Promise<void> => {
  await caseHeadOf(page).setSection(section);
  await caseHeadOf(page).seeSection(section);
  await shellOf(page).saved();
};

/** A stick that goes from desk to desk. */
const stickOf = async (pc: Pc): Promise<string> => {
  const folder = join(dirname(pc.data), 'stick');
  await mkdir(folder, { recursive: true });
  return folder;
};

const HOSTILE = '<img src="https://example.com/a.png" onerror="document.title=1">';

/** Reads the copy in a hand-over file as somebody does who has no app: whole, and without anything that runs. */
const seeCopy = async ({ app }: Run, file: string): Promise<void> => {
  const copy = await openCopy(app, file);
  const { page } = copy;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('引継ぎの控え（内部用）');
  await expect(page.getByText(HOSTILE).first()).toBeVisible();
  // What a successor needs first stands first.
  await page.getByRole('link', { name: '課全体の引継書' }).click();
  const whole = page.getByRole('heading', { level: 2, name: /^引継書\s課全体（\d案件）$/ });
  await expect(whole).toBeInViewport();
  const ofOffice = whole.locator('xpath=following-sibling::section[1]');
  await expect(ofOffice).toContainText('案件のいま');
  await expect(ofOffice).toContainText('益城町（令和4年度・国の伴走支援）：まとめ');
  await expect(ofOffice).toContainText('氷川町');
  const book = page.locator('h2:not(#book) + .book').filter({ hasText: '益城町' });
  await expect(book).toContainText('段階：まとめ');
  await expect(book).toContainText('町の考えを否定せず県の考えを押し付けない');
  await expect(page.getByRole('table').first()).toBeVisible();
  expect(await cutOn(page)).toEqual([]);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: /^益城町/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^益城町/ })).toBeInViewport();
  await expect(page).toHaveTitle('引継ぎの控え');
  expect(await page.locator('script, img, iframe, object, embed, link').count()).toBe(0);
  expect(copy.told).toEqual([]);
  expect(copy.asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
  expect(new Set(copy.asked.map((address) => address.split('#')[0])).size).toBe(1);
  await copy.close();
};

const makeFile = async (run: Run, file: string): Promise<void> => {
  await chooseFile(run.app, file);
  await bansoFileOf(run.page).open();
  await bansoFileOf(run.page).make();
  // What says so may still be that of the file before.
  await expect.poll(() => readdir(dirname(file))).toContain(basename(file));
};

test('A leaver hands over, the successor goes on, and both come together with what they disagree on', async ({
  pc,
}) => {
  test.setTimeout(180_000);
  const stick = await stickOf(pc);
  await pc.settle();
  const old = await pc.start();
  await old.page.keyboard.press('Control+n');
  await caseFormOf(old.page).createFor('うとし', '宇土市');
  await setSection(old.page, '一班');
  // Given up, it leaves no file.
  await chooseFile(old.app, join(stick, 'never.banso'));
  await bansoFileOf(old.page).open();
  const making = await holdNextWork(old.app);
  await bansoFileOf(old.page).makeButton.click();
  await making.isHeld();
  await bansoFileOf(old.page).giveUp();
  expect(await readdir(stick)).toEqual([]);
  // What a municipality would not get is counted beforehand.
  const variant = (name: string) =>
    old.page.getByRole('radio', { name, exact: true }).locator('xpath=ancestor::label');
  await variant('市町村用').click();
  await expect(
    old.page.getByRole('status').filter({ hasText: /省く内部の項目はありません|は入りません。/ }),
  ).toBeVisible();
  expect(await violationsOn(old.page)).toEqual([]);
  await variant('内部用').click();
  await makeFile(old, join(stick, '1.banso'));
  expect(await violationsOn(old.page)).toEqual([]);

  const other = createPc(join(dirname(pc.data), 'other', 'data'));
  try {
    await other.settle({ prefecture: '43', section: '地域ケア推進班', userName: '後任 次郎' });
    const fresh = await other.start();
    const desk = bansoFileOf(fresh.page);
    // The successor has no mouse: all that is done here goes by keys, and the focus follows what comes.
    await chooseFile(fresh.app, join(stick, '1.banso'));
    await pressByKeys(fresh.page, '設定');
    await seeHeading(fresh.page, '設定');
    await pressByKeys(fresh.page, '引継ぎファイルをつくる・開く');
    await desk.seen();
    await pressByKeys(fresh.page, '引継ぎファイルを開く…');
    await expect(desk.rows).toHaveCount(2);
    await seeFocusIn(fresh.page, '[role="grid"] tbody tr');
    await expect(desk.contents).toContainText('宇土市（令和');
    await expect(desk.contents).toContainText('このパソコンにはありません');
    // What is new is named once somebody looks at it.
    const offered = desk.rows.filter({ hasText: '宇土市' });
    for (let row = 0; row < 2; row += 1) {
      if (await offered.evaluate((one) => one === document.activeElement)) break;
      await fresh.page.keyboard.press('ArrowDown');
    }
    await fresh.page.keyboard.press('Enter');
    await expect(fresh.page.getByRole('region', { name: /宇土市.*で変わるところ$/ })).toContainText(
      '追加',
    );
    expect(await violationsOn(fresh.page)).toEqual([]);
    // Given up, nothing has come; then it falls onto the window.
    const taking = await holdNextWork(fresh.app);
    await pressByKeys(fresh.page, '取り込む');
    await taking.isHeld();
    await pressByKeys(fresh.page, 'やめる');
    await expect(fresh.page.getByText(/やめました。/)).toBeVisible();
    await expect(desk.last).toHaveCount(0);
    await seeFocusIn(fresh.page, 'main');
    await dropFile(fresh.page, join(stick, '1.banso'));
    await expect(desk.contents).toContainText('宇土市（令和');
    await pressByKeys(fresh.page, '取り込む');
    await expect(shellOf(fresh.page).toast('引継ぎファイルを取り込みました。')).toBeVisible();
    await expect(desk.last.getByText('山田 花子さんが')).toBeFocused();
    await casesOf(fresh.page).open('宇土市');
    await caseHeadOf(fresh.page).seeSection('一班');

    // The same file again brings nothing.
    await desk.open();
    await desk.choose();
    await expect(fresh.page.getByText('すべて取り込み済みです。')).toBeVisible();
    await fresh.page.getByRole('main').getByRole('button', { name: '閉じる', exact: true }).click();

    // Both go on, without having seen each other.
    await casesOf(fresh.page).open('宇土市');
    await setSection(fresh.page, '三班');
    await casesOf(old.page).open('宇土市');
    await setSection(old.page, '二班');
    await makeFile(fresh, join(stick, '2.banso'));
    await chooseFile(old.app, join(stick, '2.banso'));
    const back = bansoFileOf(old.page);
    await back.open();
    await back.choose();
    await expect(back.contents).toContainText('両方で書かれています');
    const detail = old.page.getByRole('region', { name: /で変わるところ$/ });
    await expect(detail).toContainText('三班');
    await expect(detail).toContainText(/二班　山田 花子（[^）]+）・後から（提案）/);
    await expect(detail).toContainText('見ていた内容：一班');
    expect(await violationsOn(old.page)).toEqual([]);
    await back.take('取り込む');
    // What they disagree on is decided by keys, too: the last one gone, the focus is on the page.
    await casesOf(old.page).open('宇土市');
    await pressByKeys(old.page, /^こちらにする：.*「三班」$/);
    await caseHeadOf(old.page).seeSection('三班');
    await expect(old.page.getByText(/^確認してください/)).toHaveCount(0);
    await seeFocusIn(old.page, 'main');
    await shellOf(old.page).saved();

    // What the other has now is only ahead.
    await makeFile(old, join(stick, '3.banso'));
    await chooseFile(fresh.app, join(stick, '3.banso'));
    await desk.open();
    await desk.choose();
    await expect(desk.contents).toBeVisible();
    await fresh.page.getByRole('button', { name: /^(?:取り込む|最新にする)$/ }).click();
    await expect(shellOf(fresh.page).toast('引継ぎファイルを取り込みました。')).toBeVisible();

    // Undone once one has gone on it is an edit, and the same file offers it again.
    await casesOf(old.page).open('宇土市');
    await setSection(old.page, '六班');
    await makeFile(old, join(stick, '4.banso'));
    await chooseFile(fresh.app, join(stick, '4.banso'));
    await desk.open();
    await desk.choose();
    await desk.take('最新にする');
    await casesOf(fresh.page).open('宇土市');
    await caseHeadOf(fresh.page).seeSection('六班');
    await flowOf(fresh.page).add('ミーティング', { date: '8/3' });
    await shellOf(fresh.page).saved();
    await desk.open();
    await pressByKeys(fresh.page, '取り込みを取り消す…');
    await fresh.page.getByRole('alertdialog', { name: '取り込みを取り消しますか' }).waitFor();
    await pressByKeys(fresh.page, '取り込む前の内容に書き戻す');
    await expect(
      shellOf(fresh.page).toast('1件を取り込む前の内容に書き戻しました。'),
    ).toBeVisible();
    await seeFocusIn(fresh.page, 'main button');
    await casesOf(fresh.page).open('宇土市');
    await expect(flowOf(fresh.page).card('0.5次ミーティング')).toBeVisible();
    await expect(fresh.page.getByText('担当 六班', { exact: true })).toHaveCount(0);
    await desk.open();
    await desk.choose();
    await expect(desk.contents).toContainText('取り消した記録があります');
    await fresh.page.getByRole('button', { name: /^(?:取り込む|最新にする)$/ }).click();
    await expect(desk.contents).toHaveCount(0);
    await casesOf(fresh.page).open('宇土市');
    await caseHeadOf(fresh.page).seeSection('六班');
    expect(other.errors).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('What was taken in goes again as if it had never come, while nobody has written behind it', async ({
  pc,
}) => {
  test.setTimeout(120_000);
  const stick = await stickOf(pc);
  const maker = createPc(join(dirname(pc.data), 'maker', 'data'));
  try {
    await maker.settle();
    const made = await maker.start();
    await made.page.getByRole('button', { name: 'サンプルを開く' }).click();
    await seeHeading(made.page, '益城町');
    await made.page.keyboard.press('Control+n');
    await caseFormOf(made.page).createFor('うとし', '宇土市');
    await setSection(made.page, HOSTILE);
    await makeFile(made, join(stick, '1.banso'));
    await seeCopy(made, join(stick, '1.banso'));
  } finally {
    await maker.stop();
  }
  await pc.settle();
  const run = await pc.start();
  const desk = bansoFileOf(run.page);
  await chooseFile(run.app, join(stick, '1.banso'));
  // By the keyboard, as the menu has it.
  await run.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('menu', 'openBanso');
  });
  await desk.seen();
  await expect(desk.rows).not.toHaveCount(0);
  await desk.take('取り込む');
  await run.page.getByRole('button', { name: '取り込みを取り消す…' }).click();
  await startOnce(run.app);
  const gone = run.app.waitForEvent('close');
  await run.page.getByRole('button', { name: '取り消してアプリを開き直す' }).click();
  await gone;
  const again = await pc.start();
  await expect(
    shellOf(again.page).notice('に取り込んだ引継ぎファイルを取り消しました。'),
  ).toBeVisible();
  await shellOf(again.page).go('案件');
  await expect(again.page.getByText('宇土市')).toHaveCount(0);
});

test('A file that the system gives us opens by itself, and one that is none says so', async ({
  pc,
}) => {
  await pc.settle();
  const run = await pc.start();
  const broken = join(await stickOf(pc), 'x.banso');
  await writeFile(broken, 'メモです。');
  await run.app.evaluate(({ app }, file) => {
    app.emit('second-instance', {}, [], '/', { files: [file] });
  }, broken);
  await bansoFileOf(run.page).seen();
  await expect(run.page.getByText('これは引継ぎファイルではありません。')).toBeVisible();
});

test('A hand-over file with a passphrase asks for it, and tells a wrong one at once', async ({
  pc,
}) => {
  test.setTimeout(90_000);
  const stick = await stickOf(pc);
  await pc.settle();
  const old = await pc.start();
  await old.page.keyboard.press('Control+n');
  await caseFormOf(old.page).createFor('うとし', '宇土市');
  await setSection(old.page, '一班');
  await chooseFile(old.app, join(stick, '1.banso'));
  const maker = bansoFileOf(old.page);
  await maker.open();
  await old.page.getByText('合言葉をかける', { exact: true }).click();
  await old.page.getByRole('button', { name: '引継ぎファイルをつくる…' }).click();
  const asked = old.page.getByRole('dialog', { name: '引継ぎファイルに合言葉をかける' });
  await asked.getByRole('textbox', { name: '合言葉', exact: true }).fill('あさぎりの里2027');
  await asked.getByRole('textbox', { name: '合言葉（もう一度）' }).fill('あさぎりの里2027');
  expect(await violationsOn(old.page)).toEqual([]);
  await old.page.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  await expect(
    shellOf(old.page).toast('引継ぎファイルをつくり、読み直して確かめました'),
  ).toBeVisible();
  await old.quit();

  const other = createPc(join(dirname(pc.data), 'other', 'data'));
  try {
    await other.settle({ prefecture: '43', section: '地域ケア推進班', userName: '後任 次郎' });
    const { app, page } = await other.start();
    const desk = bansoFileOf(page);
    await chooseFile(app, join(stick, '1.banso'));
    await desk.open();
    await desk.choose();
    const locked = page.getByRole('dialog', { name: /合言葉がかかっています/ });
    await locked.getByRole('textbox', { name: '合言葉' }).fill('ちがう合言葉です');
    await page.keyboard.press('Enter');
    await expect(locked).toContainText('合言葉が違います。');
    await locked.getByRole('textbox', { name: '合言葉' }).fill('あさぎりの里2027');
    await page.keyboard.press('Enter');
    await expect(locked).toHaveCount(0);
    await expect(desk.contents).toContainText('宇土市（令和');
    await desk.take('取り込む');
    await casesOf(page).open('宇土市');
    await caseHeadOf(page).seeSection('一班');
    expect(other.errors).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('What a municipality would not get is counted; where it cannot be, the line says so and is done', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await page.getByRole('button', { name: 'サンプルを開く' }).click();
  await seeHeading(page, '益城町');
  await bansoFileOf(page).open();
  // From now on no worker can be had.
  await page.evaluate(() => {
    window.Worker = class extends Worker {
      override postMessage(): void {
        this.onerror?.(new ErrorEvent('error'));
      }
    };
  });
  await page
    .getByRole('radio', { name: '市町村用', exact: true })
    .locator('xpath=ancestor::label')
    .click();
  await expect(
    page.getByRole('status').filter({ hasText: '内部の項目を数えられませんでした。' }),
  ).toBeVisible();
  await expect(page.getByText('数えています')).toHaveCount(0);
});
