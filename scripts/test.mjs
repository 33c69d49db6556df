// The whole test of the project. Stages run in order; the first stage with a failure is the last. Ends with one line,
// `N passed, N failed`, over everything that ran: each check counts as one, each test as one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureBeside, nodeCommand, npmCommand, run } from './run.mjs';

const reports = mkdtempSync(join(tmpdir(), 'thi-dua-so-test-'));
const node = nodeCommand();
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|network/i;

const ofCode = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
/** A runner that reports no failure and yet ends badly (a file that does not load, an unhandled error) has one. */
const atLeastOne = (code, counts) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
const report = (file) => JSON.parse(readFileSync(join(reports, file), 'utf8'));

/**
 * The quick ones run beside each other: each is one thread for most of its time.
 * @type {[name: string, args: string[]][]}
 */
const CHECKS = [
  ['types', ['run', '--silent', 'types']],
  ['lint and format', ['run', '--silent', 'lint']],
  ['dead code', ['run', '--silent', 'dead']],
  ['promises', ['run', '--silent', 'promises']],
  ['lockfile', ['ci', '--dry-run', '--loglevel=error']],
];
/** What the browser tests look at; made beside the checks, which leave a core idle at their end. */
const BUILD = ['scripts/bootstrap.mjs', '--build'];

async function checks() {
  const runs = [
    ...CHECKS.map(([name, args]) => ({ name, command: npmCommand(args) })),
    { name: 'build', command: [node, BUILD] },
  ];
  const ends = runs.map(async ({ name, command }) => {
    const { code, output } = await captureBeside(...command);
    const isUnknown = name === 'lockfile' && code !== 0 && OFFLINE.test(output);
    if (code !== 0) console.log(`${name}:\n${output}`);
    if (isUnknown) console.log('not checked: the registry cannot be reached');
    return isUnknown ? { passed: 0, failed: 0 } : ofCode(code);
  });
  const counts = await Promise.all(ends);
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function unit() {
  const code = run(node, ['node_modules/vitest/vitest.mjs', 'run'], {
    VITEST_JSON: join(reports, 'unit.json'),
  });
  const { numPassedTests, numFailedTests, testResults } = report('unit.json');
  const empty = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return atLeastOne(code, { passed: numPassedTests, failed: numFailedTests + empty.length });
}

function browser() {
  const code = run(node, ['node_modules/@playwright/test/cli.js', 'test'], {
    PLAYWRIGHT_JSON: join(reports, 'browser.json'),
  });
  const { stats, errors } = report('browser.json');
  return atLeastOne(code, { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length });
}

/** @type {[name: string, stage: () => Counts | Promise<Counts>][]} @typedef {{passed: number, failed: number}} Counts */
const STAGES = [
  ['types, lint, format, dead code, promises, lockfile, build', checks],
  ['unit and component tests', unit],
  ['browser tests', browser],
];

let passed = 0;
let failed = 0;
for (const [name, stage] of STAGES) {
  console.log(`\n── ${name}`);
  const since = Date.now();
  const counts = await stage();
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    `── ${name}: ${counts.passed} passed, ${counts.failed} failed, ${Math.round((Date.now() - since) / 1000)} s`,
  );
  if (failed > 0) break;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
