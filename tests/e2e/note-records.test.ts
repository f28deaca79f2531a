import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { violationsOn } from '#tests/support/axe.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { inputMethodOf } from '#tests/support/input-method.ts';
import { linkedIn } from '#tests/support/pages/linked.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { copied, paste } from '#tests/support/paste.ts';

/** Puts the cursor behind all that stands in a note; the editor hears of it with the next frame. */
const toEnd = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+End');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
};

test('A meeting is written by keyboard alone, and its findings are records while they are written', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const type = await inputMethodOf(page);
  const { keyboard } = page;
  const { note } = recordOf(page);
  const linked = linkedIn(page);

  await note.focus();
  // A line that stands there already, by its key.
  await type.convert('こうほうのみなおし', '広報の見直しが要る');
  await keyboard.press('Control+Alt+1');
  await expect(linked.words('課題')).toHaveValue('広報の見直しが要る');
  await expect(note).toBeFocused();

  // The menu, in the middle of Japanese typing: the conversion's own Enter picks nothing.
  await type.convert('／きづき', '／気づき');
  await expect(linked.menu.getByRole('option')).toHaveText([/気づき/]);
  await expect(linked.words('気づき')).toHaveCount(0);
  await keyboard.press('Enter');
  await expect(linked.words('気づき')).toBeFocused();
  await type.convert('りねん', '理念先行の考え方になっていた');
  await expect(linked.words('気づき')).toHaveValue('理念先行の考え方になっていた');
  await keyboard.press('Enter');
  await expect(note).toBeFocused();

  await keyboard.type('/taiou');
  await keyboard.press('Tab');
  await expect(linked.words('対応')).toBeFocused();
  await type.convert('せんてい', '事業所を選定する');
  await keyboard.press('Tab');
  await type.convert('まち', '町');
  await keyboard.press('Tab');
  await keyboard.type('R5.1.31');
  await keyboard.press('Enter');
  await expect(note).toBeFocused();
  await type.convert('つぎ', '次回は2月');
  await shellOf(page).saved();
  await expect(linked.all).toHaveCount(3);
  expect(await violationsOn(page)).toEqual([]);

  // Up through the records by the arrow keys, and out of the last one by Enter.
  await keyboard.press('ArrowUp');
  await expect(linked.words('対応')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(linked.words('気づき')).toBeFocused();
  await keyboard.press('Enter');
  await expect(note).toBeFocused();
  await keyboard.press('/');
  await expect(linked.menu).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await keyboard.press('Escape');
  await expect(linked.menu).toHaveCount(0);

  // A date is no menu, and one that was begun and left goes as it came.
  await keyboard.press('Backspace');
  await keyboard.type('8/24');
  await expect(linked.menu).toHaveCount(0);
  await keyboard.press('Enter');
  await keyboard.press('Control+Alt+4');
  await expect(linked.words('決定')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(linked.words('決定')).toHaveCount(0);
  await expect(linked.all).toHaveCount(3);
});

test('A record that is taken out of the text stays, is told, and goes back by one press', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { keyboard } = page;
  const { note } = recordOf(page);
  const linked = linkedIn(page);
  const shell = shellOf(page);
  const findings = page.getByRole('complementary', { name: '会合から生まれたこと' });

  await note.focus();
  await keyboard.type('担い手が足りない');
  await keyboard.press('Control+Alt+1');
  await expect(note).toBeFocused();
  // The first Backspace selects it, the second takes it out.
  await keyboard.press('Backspace');
  await expect(linked.words('課題')).toHaveValue('担い手が足りない');
  await keyboard.press('Backspace');
  await expect(linked.all).toHaveCount(0);
  await expect(shell.toast('課題を本文から外しました')).toBeVisible();
  await expect(findings.getByText('本文から外した')).toBeVisible();
  await shell.saved();

  // It holds over a new start of the page.
  await shell.go('ホーム');
  await openAddress(page, address);
  await expect(findings.getByText('本文から外した')).toBeVisible();
  await findings.getByRole('button', { name: '本文に戻す' }).click();
  await expect(linked.words('課題')).toHaveValue('担い手が足りない');
  await expect(findings.getByText('本文から外した')).toHaveCount(0);

  // What is written at either place stands at both.
  await linked.words('課題').fill('担い手が足りず、続けられない');
  await expect(findings.getByRole('textbox', { name: '課題', exact: true })).toHaveValue(
    '担い手が足りず、続けられない',
  );
  await shell.saved();

  // Copied elsewhere it is its words; pasted here it is the record again.
  await note.focus();
  await keyboard.press('Control+a');
  const taken = await copied(note);
  expect(taken['text/plain']).toContain('課題：担い手が足りず、続けられない');
  expect(taken['text/html']).toContain('課題：担い手が足りず、続けられない');
  await toEnd(page);
  await paste(note, taken);
  await expect(linked.all).toHaveCount(2);
  const stolen = { ...taken, 'text/html': taken['text/html'].replaceAll('case:', 'case:0') };
  await toEnd(page);
  await paste(note, stolen);
  await expect(note.getByText('課題：担い手が足りず、続けられない')).toBeVisible();
  await expect(linked.all).toHaveCount(2);

  // Deleted in the list it goes from the text, too; one press brings all of it back.
  await findings.getByRole('button', { name: /^課題：.*の操作$/ }).click();
  await page.getByRole('menuitem', { name: '削除' }).click();
  await expect(linked.all).toHaveCount(0);
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await expect(linked.all).toHaveCount(2);
});

test('300 lines become 300 findings, and a note with 600 of them can be written in', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { keyboard } = page;
  const { note } = recordOf(page);
  const linked = linkedIn(page);
  await note.focus();
  const lines = Array.from({ length: 300 }, (_, index) => `気づいたこと${index + 1}`);
  await paste(note, { 'text/plain': lines.join('\n') });
  await keyboard.press('Control+a');
  await keyboard.press('Control+Alt+2');
  await expect(linked.all).toHaveCount(300);
  await expect(page.locator('aside textarea[aria-label="気づき"]')).toHaveCount(300);
  await keyboard.press('Control+a');
  const taken = await copied(note);
  await toEnd(page);
  await paste(note, taken);
  await expect(linked.all).toHaveCount(600);
  await keyboard.press('Control+End');
  await keyboard.type('まだ書ける');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  await openAddress(page, address);
  await expect(linked.all).toHaveCount(600);
  await expect(note).toContainText('まだ書ける');
});
