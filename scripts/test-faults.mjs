// The long lane: the rows of the fault matrix that take minutes each, one after another, every one of them to its end.
// `--only NAME` runs one. Ends with a line for each and a non-zero code when one failed.
import { nodeCommand, run } from './run.mjs';

const node = nodeCommand();
const script = (file, ...args) => [node, [file, ...args]];

/** @type {Record<string, [command: string, args: string[]]>} */
const lanes = {
  'server-kill': script('tests/faults/server-kill/main.ts', '200'),
  'power-cut': script('tests/faults/power-cut/main.ts'),
  'photo-kill': script('tests/faults/photo-kill/main.ts', '60'),
  hostile: script('node_modules/vitest/vitest.mjs', 'run', 'tests/hostile', '--project', 'node'),
  erase: script('node_modules/vitest/vitest.mjs', 'run', 'tests/server/erase', '--project', 'node'),
  awards: script('node_modules/vitest/vitest.mjs', 'run', 'tests/domain/awards', '--project', 'node'),
  load: script('tests/faults/load/main.ts'),
  security: script('tests/faults/security/main.ts'),
  // Needs sqlmap and wapiti.
  'security-scan': script('tests/faults/security-scan/main.ts'),
  // Needs LibreOffice.
  sheets: script('tests/faults/sheets/main.ts'),
  // Needs LibreOffice and poppler-utils.
  papers: script('tests/faults/papers/main.ts'),
  'criteria-sheets': script('tests/faults/criteria-sheets/main.ts'),
  journeys: script(
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'tests/browser/long/playwright.config.ts',
  ),
  lighthouse: script('tests/faults/lighthouse/main.ts'),
  tour: script('node_modules/@playwright/test/cli.js', 'test', 'tour'),
  drill: script('tests/drill/main.ts'),
  'sim-dexie': script('tests/sim/main.ts', '--runs', '300', '--store', 'dexie'),
  sim: script('tests/sim/main.ts', '--runs', '30000'),
  browser: script('node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/faults/playwright.config.ts'),
};

const at = process.argv.indexOf('--only');
const only = at < 0 ? undefined : process.argv[at + 1];
if (only !== undefined && lanes[only] === undefined) {
  console.error(`no lane ${only}; there are ${Object.keys(lanes).join(', ')}`);
  process.exit(2);
}
const outcomes = [];
for (const [name, [command, args]] of Object.entries(lanes)) {
  if (only !== undefined && name !== only) continue;
  console.log(`\n── ${name}`);
  const since = Date.now();
  const code = run(command, args, {
    HOSTILE_BODIES: '10000',
    ERASED_FAMILIES: '100',
    AWARD_LIVES: '50000',
    TOUR: 'whole',
  });
  outcomes.push({ name, code, seconds: Math.round((Date.now() - since) / 1000) });
}
console.log('');
for (const { name, code, seconds } of outcomes)
  console.log(`${code === 0 ? 'held  ' : 'FAILED'} ${name} (${seconds} s)`);
process.exitCode = outcomes.every(({ code }) => code === 0) ? 0 : 1;
