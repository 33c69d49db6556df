import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** The long lane: rows of the fault matrix that need a real browser, behind a bad line. */
export default defineConfig({
  ...base,
  projects: [{ name: 'phone' }],
  testDir: 'browser',
  outputDir: '../../test-results/faults',
  timeout: 240_000,
});
