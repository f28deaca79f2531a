import { defineConfig } from '@playwright/test';

/** Every test starts an app of its own on a fresh data folder, so none waits for another. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'off' },
});
