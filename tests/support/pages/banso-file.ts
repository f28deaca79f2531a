import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { seeHeading, shellOf } from './shell.ts';

/** 設定 → 引継ぎファイル. */
export const bansoFileOf = (page: Page) => {
  const contents = page.getByRole('grid', { name: '引継ぎファイルの中身' });
  const makeButton = page.getByRole('button', { name: '引継ぎファイルをつくる…' });
  return {
    contents,
    makeButton,
    rows: contents.getByRole('row').filter({ has: page.getByRole('rowheader') }),
    last: page.getByRole('region', { name: '最後の取り込み' }),
    open: async (): Promise<void> => {
      await shellOf(page).go('設定');
      await page.getByRole('button', { name: '引継ぎファイルをつくる・開く' }).click();
      await seeHeading(page, '引継ぎファイル');
    },
    seen: (): Promise<void> => seeHeading(page, '引継ぎファイル'),
    /** Makes a file of all cases, and waits until it was read back. */
    make: async (): Promise<void> => {
      await makeButton.click();
      await expect(
        shellOf(page).toast('引継ぎファイルをつくり、読み直して確かめました'),
      ).toBeVisible();
    },
    /** Gives up what is going on. */
    giveUp: async (): Promise<void> => {
      await page.getByRole('main').getByRole('button', { name: 'やめる', exact: true }).click();
      await expect(page.getByText(/やめました。/)).toBeVisible();
    },
    choose: (): Promise<void> =>
      page.getByRole('button', { name: '引継ぎファイルを開く…' }).click(),
    take: async (name: '取り込む' | '最新にする'): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(shellOf(page).toast('引継ぎファイルを取り込みました。')).toBeVisible();
    },
  };
};

/** The system's dialogs answer with a file, as if staff had chosen it. */
export const chooseFile = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);

/**
 * The next piece of work begins no earlier than somebody gives it up.
 * @returns resolves when it was asked for
 */
export const holdNextWork = async (
  app: ElectronApplication,
): Promise<{ readonly isHeld: () => Promise<void> }> => {
  const held = await app.evaluateHandle(({ utilityProcess }) => {
    const state = { isHeld: false };
    const fork = utilityProcess.fork;
    utilityProcess.fork = (...input) => {
      utilityProcess.fork = fork;
      const child = fork(...input);
      const post = child.postMessage.bind(child);
      let work: Parameters<typeof post>;
      child.postMessage = (message, ports) => {
        if (message !== 'cancel') {
          work = [message, ports];
          state.isHeld = true;
          return;
        }
        post(...work);
        post(message);
      };
      return child;
    };
    return state;
  });
  return {
    isHeld: () => expect.poll(() => held.evaluate(({ isHeld }) => isHeld)).toBe(true),
  };
};

/** Lets a file fall onto the window, as from the system's file manager. */
export const dropFile = async (page: Page, file: string): Promise<void> => {
  const chooser = await page.evaluateHandle(() => {
    const input = document.createElement('input');
    input.type = 'file';
    document.body.append(input);
    return input;
  });
  await chooser.asElement()?.setInputFiles(file);
  await chooser.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    for (const each of input.files ?? []) dataTransfer.items.add(each);
    input.remove();
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
    );
  });
};
