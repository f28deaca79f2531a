import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { startDisplay } from '../../scripts/runtime/launch.mjs';
import { createPc, type Pc } from './pc.ts';

export { expect };

type Fixtures = {
  /** A PC on which the app has never run; its data folder is removed after the test. */
  readonly pc: Pc;
  /** What a test that breaks things on purpose may leave on the console; nothing by default. */
  readonly mayLog: RegExp;
};

type WorkerFixtures = {
  /**
   * The screen on which this worker's windows open. Windows of two workers on one screen would take the
   * keys from each other, which ends a conversion in its middle.
   */
  readonly display: undefined;
};

const DATA = join(import.meta.dirname, '..', '..', 'out', 'e2e-data');
const NOTHING = /^$/;

/** Tests of the real app: each on a PC of its own, and none may leave an error on the console. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const display = await startDisplay();
      await use(undefined);
      display.stop();
    },
    { scope: 'worker', auto: true },
  ],
  mayLog: [NOTHING, { option: true }],
  pc: async ({ mayLog }, use, info) => {
    const name = info.titlePath.join(' ').replaceAll(/[^a-z0-9]+/gi, '-');
    const folder = join(DATA, `${name.slice(0, 80)}-${info.testId.slice(-8)}`);
    await rm(folder, { recursive: true, force: true });
    // The app keeps a file beside its data folder.
    const pc = createPc(join(folder, 'data'));
    try {
      await use(pc);
    } finally {
      await pc.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
    if (info.status === info.expectedStatus) {
      expect(pc.errors.filter((error) => !mayLog.test(error))).toEqual([]);
    }
  },
});
