import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../support/source-files.ts';

const inNode = promisify(execFile);
/** What `tests/bench/main.ts` loads when a part's turn comes. */
const PARTS = [
  'throughput',
  'throughput-postgres',
  'wire',
  'forms',
  'draft-save',
  'list-scroll',
  'office',
  'papers',
  'million',
];

const load = (specifiers: readonly string[]): Promise<unknown> =>
  inNode(
    process.execPath,
    ['--input-type=module', '--eval', specifiers.map((each) => `await import('${each}');`).join('\n')],
    { cwd: root },
  );

test('every benchmark loads where it runs, in plain node, which reads no JSX', async () => {
  await load(PARTS.map((part) => `./tests/bench/${part}.ts`));
  // The control: a screen does not.
  await expect(load(['./src/client/app/error-boundary.tsx'])).rejects.toThrow(/ERR_UNKNOWN_FILE_EXTENSION/);
});
