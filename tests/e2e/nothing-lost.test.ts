import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { openAddress, openNewRecord } from '#tests/support/cases.ts';
import type { Holding, Input, Place } from '#tests/support/inputs/input.ts';
import { type Addresses, prepareCase } from '#tests/support/inputs/walked-case.ts';
import { INPUTS } from '#tests/support/inputs.ts';
import { flowOf } from '#tests/support/pages/flow.ts';
import { recordOf } from '#tests/support/pages/record.ts';
import { shellOf } from '#tests/support/pages/shell.ts';
import type { Pc, Run } from '#tests/support/pc.ts';

const goTo = async (page: Page, input: Input, addresses: Addresses): Promise<void> => {
  const address = addresses[input.place];
  const [here] = (await page.evaluate(() => location.hash)).split('?');
  if (here !== address) await openAddress(page, address);
  else if (input.open !== undefined && (await input.find(page).count()) === 0) {
    // Another panel or dialog may be open.
    await openAddress(page, '#/');
    await home(page);
    await openAddress(page, address);
  }
  if (input.open === undefined) await input.find(page).waitFor();
  else if ((await input.find(page).count()) === 0) await input.open(page);
};

const typeInto = async (page: Page, input: Input, text: string): Promise<void> => {
  const field = input.find(page);
  await field.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  // In a table Escape takes back what was typed, as in Excel.
  if (input.place === 'table') return;
  // A list of what it may mean lies over the page; it is in nobody's way then.
  const isOpen = await page.evaluate(
    () => document.activeElement?.getAttribute('aria-expanded') === 'true',
  );
  if (isOpen) await page.keyboard.press('Escape');
};

/** All that a page shows: its words, and what stands in its inputs. */
const shownOn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('input, textarea')].map((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
          ? field.value
          : '',
      ),
    ].join('\n'),
  );

/** The n-th text is where it was typed, or has become a row there. */
const seeKept = async (
  page: Page,
  input: Input,
  addresses: Addresses,
  n: number,
): Promise<void> => {
  await goTo(page, input, addresses);
  const wanted = (input.reads ?? input.text)(n);
  await expect
    .poll(() => shownOn(page), { message: `${input.name}: ${wanted}` })
    .toMatch(new RegExp(`${escaped(wanted)}|${escaped(input.text(n))}`));
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const home = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();

/** How many texts are in no record, as the frame of the app says it. */
const draftCount = async (page: Page): Promise<number> => {
  const button = drafts(page);
  return (await button.count()) === 0
    ? 0
    : Number.parseInt((await button.innerText()).slice(3), 10);
};

const LEAVING: readonly {
  readonly how: string;
  readonly leave: (page: Page, input: Input) => Promise<void>;
}[] = [
  {
    how: 'waiting',
    leave: async (page) => {
      // What is in no record must be counted; the rest is on disk.
      await expect(shellOf(page).status.or(drafts(page)).first()).toContainText(/下書き|保存済み/);
    },
  },
  { how: 'a key', leave: (page) => page.keyboard.press('Control+1').then(() => home(page)) },
  {
    how: 'the mouse',
    leave: async (page, input) => {
      if (input.place === 'room') {
        await page.getByRole('button', { name: '会議モードを終わる' }).click();
      }
      if ((await page.getByRole('dialog').count()) > 0) {
        await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().click();
        if (input.holding !== 'form') {
          await shellOf(page).go('ホーム');
          await home(page);
          return;
        }
        // A dialog that is filled asks first; what leads away from it is a key.
        const question = page.getByRole('alertdialog', { name: /破棄しますか/ });
        await question.getByRole('button', { name: '入力に戻る' }).click();
        await page.keyboard.press('Control+1');
      } else await shellOf(page).go('ホーム');
      await home(page);
    },
  },
];

const drafts = (page: Page) => page.getByRole('button', { name: /^下書き/ });

/**
 * Pages that are walked one after the other in one app: getting a case ready takes longer than walking most of
 * them. From the first screen nothing leads away before it is filled in.
 */
const WALKS: readonly (readonly Exclude<Place, 'welcome'>[])[] = [
  ['overview', 'settings', 'newCase', 'theme'],
  ['record', 'ended', 'person', 'handoverBook'],
  ['flow', 'findings', 'table', 'room', 'import', 'handoverPromises'],
  ['roadmap', 'knowHow', 'bodies', 'people', 'themes', 'handover', 'organization', 'materials'],
];

/** Types into an input and leaves it, in each of the ways. */
const walk = async (page: Page, input: Input, addresses: Addresses, isFirst: boolean) => {
  for (const [n, { how, leave }] of LEAVING.entries()) {
    await test.step(`${input.name}, ${how}`, async () => {
      await goTo(page, input, addresses);
      const before = await draftCount(page);
      await typeInto(page, input, input.text(n));
      await leave(page, input);
      if (n === 0 && (input.holding === 'whole' || input.holding === 'form')) {
        // Inputs of one form are one draft.
        const least = input.holding === 'whole' || isFirst ? before + 1 : Math.max(before, 1);
        await expect.poll(() => draftCount(page)).toBeGreaterThanOrEqual(least);
      }
      await seeKept(page, input, addresses, n);
    });
  }
};

for (const places of WALKS) {
  test(`What is typed on ${places.join(', ')} outlives waiting, a key that leaves, the mouse, and a restart`, async ({
    pc,
  }) => {
    test.setTimeout(480_000);
    await pc.settle();
    const run = await pc.start();
    const addresses = await prepareCase(run.page);
    const inputs = places.flatMap((place) => INPUTS.filter((input) => input.place === place));
    const forms = new Set<Place>();
    for (const input of inputs) {
      const isFirst = input.holding === 'form' && !forms.has(input.place);
      await walk(run.page, input, addresses, isFirst);
      if (isFirst) forms.add(input.place);
    }
    const last = LEAVING.length - 1;
    await end(run, 'kill');
    const again = await pc.start();
    for (const input of inputs) await seeKept(again.page, input, addresses, last);
  });
}

test('Every page that takes text is walked once', () => {
  const places = [...new Set(INPUTS.map(({ place }) => place))];
  expect([...WALKS.flat(), 'welcome'].toSorted()).toEqual(places.toSorted());
});

test('What is typed on the first screen stands there again after a restart', async ({ pc }) => {
  const inputs = INPUTS.filter(({ place }) => place === 'welcome');
  let run = await pc.start();
  for (const [n, how] of (['kill', 'close'] as const).entries()) {
    for (const input of inputs) await typeInto(run.page, input, input.text(n));
    await end(run, how);
    run = await pc.start();
    for (const input of inputs) await expect(input.find(run.page)).toHaveValue(input.text(n));
  }
});

/** The inputs of which one is typed in when the app ends: one of each way of holding a text. */
const ENDED: readonly Holding[] = ['field', 'whole', 'line', 'form'];

const end = async (run: Run, how: 'kill' | 'close'): Promise<void> => {
  if (how === 'kill') {
    await run.page.waitForTimeout(300);
    await run.kill();
    return;
  }
  const closed = run.quit();
  const keep = run.page.getByRole('button', { name: '下書きのまま終了する' });
  await Promise.race([closed, keep.click().catch(() => undefined)]);
  await closed;
};

const endedInputs = (how: 'kill' | 'close'): readonly Input[] =>
  ENDED.flatMap((holding) => {
    const all = INPUTS.filter((input) => input.holding === holding && input.place !== 'welcome');
    // Not the same ones for both.
    const input = how === 'kill' ? all[0] : all.at(-1);
    return input === undefined ? [] : [input];
  });

const endingOf = async (pc: Pc, how: 'kill' | 'close'): Promise<void> => {
  await pc.settle();
  let run = await pc.start();
  const addresses = await prepareCase(run.page);
  for (const [n, input] of endedInputs(how).entries()) {
    await goTo(run.page, input, addresses);
    await typeInto(run.page, input, input.text(n));
    await end(run, how);
    run = await pc.start();
    await seeKept(run.page, input, addresses, n);
  }
};

test('What was typed 300 ms before the power went is in its record, or a draft', async ({ pc }) => {
  test.setTimeout(120_000);
  await endingOf(pc, 'kill');
});

test('Closing the window hands over what it can, and asks about the rest', async ({ pc }) => {
  test.setTimeout(120_000);
  await endingOf(pc, 'close');
});

test('What is typed right after Enter is a line of its own', async ({ pc }) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  for (const name of ['次第を加える', '課題を加える', '対応事項を加える']) {
    const line = page.getByRole('textbox', { name });
    await line.click();
    await page.keyboard.type('甲');
    await page.keyboard.press('Enter');
    await page.keyboard.type('乙');
    await page.keyboard.press('Enter');
    await page.keyboard.type('丙');
    await expect(line).toHaveValue('丙');
    await line.press('Escape');
  }
  const lines = page.getByRole('textbox', { name: /^(次第\d+の項目|課題|対応事項)$/ });
  // A line that was sent is drawn a moment after its input is empty again.
  await expect
    .poll(() =>
      lines.evaluateAll((fields) =>
        fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
      ),
    )
    .toEqual(['甲', '乙', '甲', '乙', '甲', '乙']);
});

test('A filled dialog asks before it is thrown away; a list in it takes the first Escape', async ({
  pc,
}) => {
  await pc.settle();
  const { page } = await pc.start();
  await openNewRecord(page);
  await recordOf(page).back();
  const flow = flowOf(page);
  await flow.openAdd('意見交換会');
  await page.keyboard.press('Escape');
  await expect(flow.dialog).toHaveCount(0);

  await flow.openAdd('意見交換会');
  await flow.field('名称').fill('第1回 意見交換会');
  await flow.dialog.getByRole('combobox', { name: '支援者' }).fill('厚生局');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await flow.field('名称').press('Escape');
  const question = page.getByRole('alertdialog', { name: '入力した内容を破棄しますか' });
  await question.getByRole('button', { name: '入力に戻る' }).click();
  await expect(flow.field('名称')).toHaveValue('第1回 意見交換会');
  await flow.field('名称').press('Escape');
  await question.getByRole('button', { name: '破棄する' }).click();
  await expect(flow.dialog).toHaveCount(0);
  await flow.openAdd('意見交換会');
  await expect(flow.field('名称')).toHaveValue('');
});
