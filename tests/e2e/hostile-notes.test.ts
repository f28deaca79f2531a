import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import { staysAlive } from '#tests/support/liveness.ts';
import { noteText, recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import { paste, pasteLong } from '#tests/support/paste.ts';

test('A text of 5 MB is refused with its size, what a note bears is taken in, and nothing freezes', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  const { note } = recordOf(page);
  const shell = shellOf(page);
  await note.click();

  await staysAlive(page, '5 MB of text into a note', async () => {
    await pasteLong(note, { 'text/plain': { part: 'あ', times: 5_000_000 } });
    await expect(shell.toast('5,000,000文字あり、長すぎます')).toBeVisible();
  });
  await staysAlive(page, '5 MB of HTML with 2 MB of text', async () => {
    await pasteLong(note, {
      'text/html': { part: '<p onclick="x()">方針を示した</p>', times: 180_000 },
      'text/plain': { part: '方針を示した\n', times: 180_000 },
    });
    await expect(shell.toast('1,260,000文字あり')).toBeVisible();
  });
  expect(await noteText(page)).toBe('');

  await staysAlive(page, '5 MB of HTML around a short text', async () => {
    await pasteLong(note, {
      'text/html': {
        begin: '<style>',
        part: 'p { color: red }',
        times: 320_000,
        end: '</style><p>方針</p>',
      },
      'text/plain': { part: '方針を示した', times: 1 },
    });
    await expect(note).toContainText('方針を示した');
  });
  await page.keyboard.press('Control+End');
  await staysAlive(page, '40,000 letters in 400 lines', async () => {
    await pasteLong(note, { 'text/plain': { part: `${'説'.repeat(97)}\n\n`, times: 400 } });
    await expect.poll(() => noteText(page).then((text) => text.length)).toBeGreaterThan(38_000);
  });
  await staysAlive(page, '20,000 lines', async () => {
    await pasteLong(note, { 'text/plain': { part: '説\n', times: 19_999 } });
    await expect(shell.toast('20,000行あり、長すぎます')).toBeVisible();
  });
  await page.keyboard.press('Control+End');
  await staysAlive(page, '2,000 lines', async () => {
    await pasteLong(note, { 'text/plain': { part: '説明\n', times: 1999 } });
    await expect.poll(() => note.locator('p').count()).toBeGreaterThan(1999);
  });
  await page.keyboard.press('Control+End');
  await staysAlive(page, '3,000 tags', async () => {
    await pasteLong(note, {
      'text/html': { part: `<p><b>${'説明'.repeat(6)}</b></p>`, times: 750 },
      'text/plain': { part: '説明', times: 750 },
    });
    await expect.poll(() => note.locator('b, strong').count()).toBe(750);
  });
  await shell.saved();
});

test('What Word does not show is left out of a note and said, and its lists stay lists', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  const address = await openNewRecord(page);
  const { note } = recordOf(page);
  await note.click();
  const item = (words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings;mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>${words}<o:p></o:p></p>`;
  await paste(note, {
    'text/html': `<html><head><style><!-- p.MsoNormal { margin: 0 } --></style></head><body>
      <p class=MsoNormal>町の方針<del cite="mailto:x" datetime="2026-08-24T10:00">消した文</del>を確認した。</p>
      ${item('サービスの周知')}${item('担い手の<span style="mso-hide:all;display:none">隠した文</span>研修')}
      <table><col><col style='display:none'><tr><td>8月</td><td>隠した列</td></tr></table></body></html>`,
    'text/plain': '町の方針を確認した。',
  });
  await expect(note.getByRole('listitem')).toHaveText(['サービスの周知', '担い手の研修']);
  await expect(note).toContainText('町の方針を確認した。');
  await expect(note).not.toContainText(/消した|隠した/);
  await expect(shellOf(page).toast('非表示の文字や列があった')).toBeVisible();

  // Half a letter is the same sign on the screen, in the record, and at the next start.
  await page.keyboard.press('Control+End');
  await paste(note, { 'text/plain': '鶴\ud842ケ丘\udfb7と𠮷野' });
  await expect(note).toContainText('鶴\ufffdケ丘\ufffdと𠮷野');
  await shellOf(page).saved();
  await shellOf(page).go('ホーム');
  await openAddress(page, address);
  await expect(note).toContainText('鶴\ufffdケ丘\ufffdと𠮷野');
  await expect(note.getByRole('listitem')).toHaveCount(2);
});
