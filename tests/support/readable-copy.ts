import { open, writeFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { archivedPieces, listArchive } from '#electron/services/banso-file/archive.ts';
import { PAGE_NAME } from '#shared/banso-file/manifest.ts';

/** The readable copy of a hand-over file, open in a window of Chromium that is none of the app's. */
export type OpenCopy = {
  readonly page: Page;
  /** Addresses that it asked for, its own among them. */
  readonly asked: readonly string[];
  /** What it told the console: of scripts that were kept from running, say. */
  readonly told: readonly string[];
  readonly close: () => Promise<void>;
};

const BLANK = 'about:blank';

const readCopy = async (file: string): Promise<Uint8Array> => {
  const handle = await open(file);
  try {
    const listed = (await listArchive(handle)).find(({ name }) => name === PAGE_NAME);
    if (listed === undefined) throw new Error('there is no readable copy in the file');
    const pieces: Uint8Array[] = [];
    for await (const piece of archivedPieces(handle, listed)) pieces.push(piece);
    return Buffer.concat(pieces);
  } finally {
    await handle.close();
  }
};

/** Takes the copy out of a file and opens it beside it, as staff would, at the size of a small screen. */
export const openCopy = async (app: ElectronApplication, file: string): Promise<OpenCopy> => {
  const beside = `${file}.html`;
  await writeFile(beside, await readCopy(file));
  const opened = app.waitForEvent('window');
  await app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({
      ...{ width: 1366, height: 768, useContentSize: true },
      webPreferences: { partition: 'copy' },
    });
    await window.loadURL(address);
  }, BLANK);
  const copy = await opened;
  const [asked, told]: [string[], string[]] = [[], []];
  copy.on('request', (request) => asked.push(request.url()));
  copy.on('console', (message) => {
    // What Electron tells developers of the empty page before it.
    if (!message.text().startsWith('%cElectron Security Warning')) told.push(message.text());
  });
  copy.on('pageerror', (error) => told.push(error.message));
  await app.evaluate(
    ({ BrowserWindow }, [blank, path]) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL() === blank)
        ?.loadFile(path),
    [BLANK, beside] as const,
  );
  return { page: copy, asked, told, close: () => copy.close() };
};

/** Texts of a page that stand wider than where they are, or that is wider than its window. */
export const cutOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isWide = ({ scrollWidth, clientWidth }: Element): boolean =>
      scrollWidth > clientWidth + 1;
    return [
      document.documentElement,
      ...document.querySelectorAll('table, td, th, dd, dt, h1, h2, h3, h4'),
    ]
      .filter(isWide)
      .map((element) => element.textContent?.slice(0, 40) ?? '');
  });
