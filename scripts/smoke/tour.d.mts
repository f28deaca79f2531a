import type { Page } from '@playwright/test';

export declare const tour: readonly {
  readonly name: string;
  readonly inDocs?: boolean;
  readonly go: (page: Page) => Promise<void>;
}[];
