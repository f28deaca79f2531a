import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launchOptions } from '../../scripts/runtime/launch.mjs';

/** A PC as the app knows it: a data folder, on which the app can be started again and again. */
export type Pc = {
  /** The app's data folder. */
  readonly data: string;
  /** Starts the app and waits for its first screen. */
  readonly start: () => Promise<Run>;
  /** Does the first start's work beforehand, for tests of what comes after it. */
  readonly settle: (settings?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Everything that any run has written to a console as an error. */
  readonly errors: readonly string[];
  /** Ends what still runs, as a power cut does. */
  readonly stop: () => Promise<void>;
};

/** One run of the app. */
export type Run = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** SIGKILL to the whole process group: no process of the app may say good-bye. */
  readonly kill: () => Promise<void>;
  /** Closes the window as staff do, and waits until the app has gone. */
  readonly quit: () => Promise<void>;
};

/** 熊本県の地域ケア推進班の山田さん */
export const STAFF = {
  prefecture: '43',
  section: '地域ケア推進班',
  userName: '山田 花子',
} as const;

export const createPc = (data: string): Pc => {
  const errors: string[] = [];
  const runs = new Set<Run>();

  return {
    data,
    errors,
    settle: async (settings = STAFF) => {
      const folder = join(data, 'settings');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    },
    start: async () => {
      const app = await _electron.launch(launchOptions({ dataDir: data }));
      collectErrors(app, errors);
      const page = await app.firstWindow();
      const run = runOf(app, page);
      runs.add(run);
      app.once('close', () => runs.delete(run));
      await page.locator('#root > *').first().waitFor({ state: 'attached' });
      return run;
    },
    stop: async () => {
      await Promise.all([...runs].map((run) => run.kill()));
    },
  };
};

const runOf = (app: ElectronApplication, page: Page): Run => {
  const child = app.process();
  const gone = new Promise<void>((resolve) => {
    app.once('close', () => resolve());
  });
  return {
    app,
    page,
    kill: async () => {
      // Playwright makes the app the leader of its group; Windows has no groups.
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      }
      await gone;
    },
    quit: async () => {
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      await gone;
    },
  };
};

const collectErrors = (app: ElectronApplication, errors: string[]): void => {
  app.context().on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  app.context().on('weberror', (error) => {
    errors.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
};
