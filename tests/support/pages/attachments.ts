import type { ElectronApplication, Locator, Page } from '@playwright/test';

/** Files of a meeting, a case, a municipality or a lesson. */
export const attachmentsOf = (page: Page, title = '添付ファイル') => {
  const card = page.getByRole('region', { name: title });
  const list = page.getByRole('list', { name: title });
  return {
    card,
    items: list.getByRole('listitem'),
    file: (name: string): Locator =>
      list.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) }),
    attach: card.getByRole('button', { name: 'ファイルを添付' }),
    act: async (name: string, what: string): Promise<void> => {
      await list.getByRole('button', { name: `${name}の操作` }).press('Enter');
      await page.getByRole('menuitem', { name: what }).press('Enter');
    },
  };
};

/** The system's dialog answers with these files, and later on with this place. */
export const answerDialogs = (
  app: ElectronApplication,
  answers: { readonly files?: readonly string[]; readonly place?: string },
): Promise<void> =>
  app.evaluate(({ dialog }, { files = [], place = '' }) => {
    dialog.showOpenDialog = async () => ({
      canceled: files.length === 0,
      filePaths: [...files],
    });
    dialog.showSaveDialog = async () => ({ canceled: place === '', filePath: place });
  }, answers);

/** What the system was asked to open and to show is kept instead. @returns reads it */
export const watchOpening = async (
  app: ElectronApplication,
): Promise<() => Promise<readonly string[]>> => {
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Reflect.set(globalThis, 'asked', asked);
    shell.openPath = async (path) => {
      asked.push(`open ${path}`);
      return '';
    };
    shell.showItemInFolder = (path) => {
      asked.push(`show ${path}`);
    };
  });
  return () => app.evaluate(() => [...(Reflect.get(globalThis, 'asked') as string[])]);
};

type Given = { readonly name: string; readonly type: string; readonly bytes: readonly number[] };

/** Drops or pastes a file that lies nowhere, as a picture out of another program. */
export const give = (target: Locator, how: 'drop' | 'paste', given: Given): Promise<void> =>
  target.evaluate(
    (element, { how: kind, given: { name, type, bytes } }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      );
    },
    { how, given },
  );
