import type { Page } from '@playwright/test';
import { recordOf } from './pages/record.ts';
import { shellOf } from './pages/shell.ts';
import type { Run } from './pc.ts';

const WORDS =
  '参加した関係者からは前向きな発言が多く聞かれ、多くの方が問題意識を持つことが分かった。';

/** What stood on the screen before a power cut, and therefore must come back. */
export type Seen = {
  /** The line as far as it had been typed `mayLose` milliseconds before. */
  readonly old: string;
  /** The line as it stood when 保存済み was last shown. */
  readonly saved: string;
};

/**
 * Types a line into the note, in the rhythm of a person, until the power is cut in the middle of it.
 * @param random numbers from 0 to 1
 * @param after when to cut it (ms)
 */
export const typeUntilPowerCut = async (
  run: Run,
  line: string,
  random: () => number,
  { after, mayLose }: { readonly after: number; readonly mayLose: number },
): Promise<Seen> => {
  const { page } = run;
  const typed: { readonly at: number; readonly text: string }[] = [];
  let saved = '';
  let cutAt = Number.POSITIVE_INFINITY;
  const cut = new Promise<void>((resolve) => {
    setTimeout(() => {
      cutAt = Date.now();
      resolve(run.kill());
    }, after);
  });
  try {
    for (let length = 0; cutAt === Number.POSITIVE_INFINITY; length += 1) {
      const key =
        length < line.length ? line[length] : WORDS[(length - line.length) % WORDS.length];
      await page.keyboard.type(key ?? '。');
      typed.push({ at: Date.now(), text: `${typed.at(-1)?.text ?? ''}${key}` });
      if (await isShownAsSaved(page)) saved = typed.at(-1)?.text ?? '';
      // Mostly fast, at times a breath, so that some lines are saved before they end.
      if (random() < 0.15) await page.waitForTimeout(200 + random() * 250);
    }
  } catch (error) {
    // A key on its way into a window without power.
    if (cutAt === Number.POSITIVE_INFINITY) throw error;
  }
  await cut;
  const old = typed.findLast(({ at }) => at <= cutAt - mayLose)?.text ?? '';
  return { old, saved };
};

/** Asked once the last key's picture has been painted: what a person would read then. */
const isShownAsSaved = async (page: Page): Promise<boolean> => {
  const status = shellOf(page).status;
  const words = await status.evaluate(
    (element) =>
      new Promise<string>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(element.textContent)));
      }),
  );
  return words.includes('保存済み');
};

/** Puts the cursor behind the note's last word; on a line of its own when there are words. */
export const goToNewLine = async (page: Page): Promise<void> => {
  const { note } = recordOf(page);
  await note.click();
  await page.keyboard.press('Control+End');
  if ((await note.innerText()).trim() !== '') await page.keyboard.press('Enter');
};

/** Waits until what the last key did stands on the page, and the editor has heard where the caret is now. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
