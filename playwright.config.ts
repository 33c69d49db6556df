import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

const json = process.env['PLAYWRIGHT_JSON'];

/** Each test starts its own server process (tests/support/server-process.ts): stopping it is part of the stories. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // Much of a story is waiting, so one more than there are cores. A file stays on one of them, because its server's
  // folder and port are its own.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: json === undefined ? [['list']] : [['list'], ['json', { outputFile: json }]],
  use: {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // A step that finds nothing to act on says which it was, long before the story's own time is up.
    actionTimeout: 30_000,
    // A trace takes a picture of the page at every step, of those that pass too: asked for when one looks for a fault.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: launchOptions(),
  },
  // The tour is the longest file: begun first, it is not what is left over when the others are done.
  projects: [
    { name: 'tour', testMatch: 'tour.spec.ts' },
    { name: 'phone', testIgnore: ['**/long/**', '**/tour.spec.ts'] },
  ],
});
