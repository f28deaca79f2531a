import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { mentionsIn } from '#tests/support/pages/mentions.ts';
import { peopleOf } from '#tests/support/pages/people.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { roadmapOf } from '#tests/support/pages/roadmap.ts';
import { roadmapTableOf } from '#tests/support/pages/roadmap-table.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { copied, paste } from '#tests/support/paste.ts';
import { nextFrame } from '#tests/support/typing.ts';

test('A person, a theme and the case are linked while one types Japanese, by keyboard alone', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const type = await inputMethodOf(page);
  const { keyboard } = page;
  const { note } = recordOf(page);
  const mentions = mentionsIn(page);
  const shell = shellOf(page);

  // Nobody of that name is known: made on the spot, with where they belong. The conversion's Enter picks nothing.
  await note.focus();
  await type.convert('たんとうは', '担当は');
  await type.convert('＠いこまはなこ', '＠生駒花子（いきいき長寿課・係長）');
  await expect(mentions.options).toHaveText([/「生駒花子」を人として加える.*いきいき長寿課/]);
  await expect(mentions.all).toHaveCount(0);
  expect(await violationsOn(page)).toEqual([]);
  await keyboard.press('Enter');
  await expect(mentions.link('生駒花子')).toBeVisible();
  await expect(mentions.list).toHaveCount(0);
  await expect(note).toBeFocused();
  await type.convert('です', 'です。');
  expect(await noteText(page)).toBe('担当は生駒花子です。');

  await keyboard.type('#');
  await type.convert('いどうしえん', '移動支援');
  await mentions.option(/「移動支援」をテーマに加える/).waitFor();
  await keyboard.press('Tab');
  await expect(mentions.link('移動支援')).toBeVisible();

  // What an input method makes of [[ does, too.
  await keyboard.press('Enter');
  await type.convert('「「うとし', '「「宇土市');
  await mentions.option(/^宇土市（.*この案件/).waitFor();
  await keyboard.press('Enter');
  await expect(mentions.all).toHaveCount(3);
  await keyboard.type('のこと name@example.jp ');
  await expect(mentions.list).toHaveCount(0);

  // Known by now: found by what is typed, and left alone by Escape.
  await keyboard.type('@生駒');
  await mentions.option(/^生駒花子/).waitFor();
  await keyboard.press('Escape');
  await expect(mentions.list).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(mentions.all).toHaveCount(3);
  await shell.saved();

  // One step back takes the mention and whoever was made for it.
  await keyboard.type('@見本');
  await mentions.option(/「見本」を人として加える/).waitFor();
  await keyboard.press('Enter');
  await expect(mentions.link('見本')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(mentions.link('見本')).toHaveCount(0);
  await expect(shell.redo).toHaveAccessibleName(/人を加えてリンク/);
  expect(await violationsOn(page)).toEqual([]);

  // Followed by keyboard: the arrow selects it, Enter goes there; the meeting stands on the page.
  const first = mentions.link('生駒花子');
  await keyboard.press('Control+Home');
  for (let at = 0; at < 4; at += 1) {
    await nextFrame(page);
    await keyboard.press('ArrowRight');
  }
  await expect(first).toHaveAttribute('data-selected', '');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '生駒花子' })).toBeVisible();
  await expect(mentions.backlinks.getByRole('button', { name: /宇土市.*0.5次/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  // Renamed there, it is called so in the note, which nobody has touched.
  await peopleOf(page).field('名前').fill('山田 花子');
  await peopleOf(page).field('名前').press('Tab');
  await shell.saved();
  await mentions.backlinks.getByRole('button', { name: /宇土市.*0.5次/ }).click();
  await expect(mentions.link('山田 花子')).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('本文からのリンク');
  await openAddress(page, '#/search?q=山田花子です');
  await expect(page.getByRole('list', { name: '見つかったもの' })).toContainText(
    '担当は山田 花子です。',
  );

  // Copied elsewhere it is its words; pasted here it is a link again.
  await openAddress(page, address);
  await note.focus();
  await keyboard.press('Control+a');
  const taken = await copied(note);
  expect(taken['text/plain']).toContain('担当は山田 花子です。移動支援');
  expect(taken['text/html']).toContain('山田 花子');
  await keyboard.press('Control+End');
  await paste(note, taken);
  await expect(mentions.all).toHaveCount(6);
});

test('A link whose record is gone keeps its words and says so; a name is only text', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { keyboard } = page;
  const { note } = recordOf(page);
  const mentions = mentionsIn(page);
  const shell = shellOf(page);
  const hostile = '<img src=x onerror=alert(1)>';

  await note.focus();
  await keyboard.type(`@${hostile.replaceAll(' ', '')}`);
  await mentions.option(/を機関・団体として加える/).click();
  await expect(mentions.link(hostile.replaceAll(' ', ''))).toBeVisible();
  await expect(note.locator('img[src]')).toHaveCount(0);
  await keyboard.type('#移動支援');
  await mentions.option(/をテーマに加える/).waitFor();
  await keyboard.press('Enter');
  await shell.saved();

  await mentions.link('移動支援').click();
  await expect(page.getByRole('heading', { level: 1, name: '移動支援' })).toBeVisible();
  await page
    .getByRole('button', { name: /の操作|メニュー/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /削除/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '削除' }).click();
  // Its page goes once it is deleted, and whoever went elsewhere before would be led away.
  await expect(page.getByRole('heading', { level: 1, name: 'テーマ', exact: true })).toBeVisible();
  await shell.saved();
  await openAddress(page, address);
  // Whoever hears the page hears it, too.
  const gone = mentions.link('移動支援（削除済み）');
  await expect(gone).toHaveAttribute('title', /このテーマは削除されています/);
  await expect(gone).toHaveAttribute('data-gone', '（削除済み）');
  expect(await violationsOn(page)).toEqual([]);
  await gone.click();
  await expect(shell.toast('リンク先は削除されたか')).toBeVisible();
  await expect(note).toBeVisible();
});

test('A note with 500 links can be read and written in', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { note } = recordOf(page);
  const mentions = mentionsIn(page);
  const [, caseId = ''] = /cases\/([0-9a-z]+)/.exec(address) ?? [];
  const span = `<span data-mention="case:${caseId}/cases/${caseId}">前の名前</span>、`;
  await note.focus();
  await paste(note, { 'text/plain': '、', 'text/html': `<p>${span.repeat(500)}</p>` });
  await expect(mentions.all).toHaveCount(500);
  await expect(mentions.all.last()).toHaveText(/^宇土市（/);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('以上');
  await shellOf(page).saved();
  await expect(note).toContainText('、以上');
  // One that leads nowhere is only its words.
  await paste(note, {
    'text/plain': 'x',
    'text/html': '<p><span data-mention="case:../people/<b>">偽のリンク</span></p>',
  });
  await expect(note).toContainText('偽のリンク');
  await expect(mentions.all).toHaveCount(500);
  await mentions.all.first().click();
  await expect(mentions.backlinks.getByRole('button')).toHaveCount(1);
});

test('A version of the roadmap is linked, opened, and lists the meeting', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const mentions = mentionsIn(page);
  await openAddress(page, address.replace(/meetings.*/, 'roadmap'));
  await roadmapOf(page).begin.click();
  await roadmapTableOf(page).nameVersion('第1回支援前', 'R4.8.1', '県の案');
  await openAddress(page, address);
  await recordOf(page).note.focus();
  await page.keyboard.type('[[第1回支援前');
  await mentions.option(/^第1回支援前.*ロードマップの版/).waitFor();
  await page.keyboard.press('Enter');
  await shellOf(page).saved();
  await mentions.link('第1回支援前').click();
  await expect(page.getByText('残した版「第1回支援前」を見ています。')).toBeVisible();
  const links = page.getByRole('region', { name: 'この版にリンクした記録' });
  await expect(links.getByRole('button', { name: /0.5次/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});
