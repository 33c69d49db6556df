import { defineConfig } from '@playwright/test';
import base from '../../../playwright.config.ts';

/** Whole campaigns: journeys of minutes, in the long lane (`npm run test:faults -- --only journeys`). */
export default defineConfig({
  ...base,
  projects: [{ name: 'phone' }],
  testDir: '.',
  outputDir: '../../../test-results/long',
  timeout: 300_000,
});
