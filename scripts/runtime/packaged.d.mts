/** Types of packaged.mjs for the tests, which are TypeScript. */
import type { BrowserContext, Page } from '@playwright/test';

export type Packaged = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that the app has written to its standard output and error. */
  readonly output: () => string;
  /** Ends it as a power cut does. */
  readonly stop: () => Promise<void>;
};
export declare function startPackaged(wishes: {
  readonly dataDir: string;
  readonly executable?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}): Promise<Packaged>;
