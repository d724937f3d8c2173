import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './tests/support/browser.mjs';

const port = Number(process.env.TEST_PORT ?? 4399);

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  fullyParallel: true,
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // A browser on two busy cores now and then hangs before a page is there; a fault of the page fails twice.
  retries: 1,
  timeout: 60_000,
  forbidOnly: true,
  outputDir: 'reports/playwright',
  snapshotPathTemplate: 'tests/data/pictures/{arg}{ext}',
  webServer: {
    command: `node tests/support/serve-dist.mjs ${port}`,
    port,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://localhost:${port}`,
    serviceWorkers: 'block',
    launchOptions: { executablePath: findBrowser(), args: launchArguments },
  },
});
