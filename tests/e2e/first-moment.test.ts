import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {} from '#adapters/host/host.ts';
import type { Output } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/result.ts';
import { expect, test } from '#tests/support/app.ts';

test('What is logged in the first moment is there after a crash', async ({ pc }) => {
  await pc.settle();
  const run = await pc.start();
  await run.kill();
  expect(await readFile(join(pc.data, 'app-log', 'main.log'), 'utf8')).toMatch(/start \{ version/);
});

test('Settings that are saved in the moment of closing are there at the next start', async ({
  pc,
}) => {
  await pc.settle();
  const first = await pc.start();
  // Neither is waited for: what saves them is only read now.
  await first.page.evaluate(() => {
    void window.banso?.invoke('saveSettings', { section: '介護班' });
    void window.banso?.invoke('saveSettings', { userName: '佐藤 次郎' });
  });
  await first.quit();

  const { page } = await pc.start();
  const boot = await page.evaluate(() => window.banso?.invoke('boot', undefined));
  expect(boot).toMatchObject({
    ok: true,
    value: { settings: { prefecture: '43', section: '介護班', userName: '佐藤 次郎' } },
  });
});

test('An author keeps the id that the first start has given', async ({ pc }) => {
  await pc.settle();
  const idOf = async (): Promise<string | undefined> => {
    const { page, quit } = await pc.start();
    const boot = await page.evaluate(() => window.banso?.invoke('boot', undefined));
    await quit();
    const answer = boot as Result<Output<'boot'>> | undefined;
    return answer?.ok === true ? answer.value.settings.userId : undefined;
  };
  const id = await idOf();
  expect(id).toMatch(/^[0-9a-f]{12}$/);
  expect(await idOf()).toBe(id);
});
