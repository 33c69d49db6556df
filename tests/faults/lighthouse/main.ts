/** Lighthouse on the public board of the demo commune: accessibility 100, or the audits that are not. */
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { launchOptions } from '../../../scripts/browser.mjs';
import { ServerProcess } from '../../support/server-process.ts';

const PORTS = [5056, 5058] as const;
const DEBUGGING = 5059;

const server = await ServerProcess.start({ ports: PORTS, args: ['--demo'] });
const browser = await chromium.launch({
  ...launchOptions(),
  args: [`--remote-debugging-port=${DEBUGGING}`],
});
try {
  const result = await lighthouse(`${server.origin}${BOARD_PATH}`, {
    port: DEBUGGING,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['accessibility'],
  });
  if (result === undefined) throw new Error('Lighthouse looked at nothing');
  const { categories, audits } = result.lhr;
  const score = Math.round((categories['accessibility']?.score ?? 0) * 100);
  const failed = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 1);
  const passed = Object.values(audits).filter((audit) => audit.score === 1).length;
  console.log(`accessibility ${score}, ${passed} audits held`);
  for (const { id, title } of failed) console.log(`not held: ${id} ${title}`);
  // One that looked at nothing would be perfect too.
  if (score < 100 || passed < 10) process.exitCode = 1;
} finally {
  await browser.close();
  await server.dispose();
}
