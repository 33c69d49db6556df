/** The app as `npm run build` makes it, but for one file: the household's bundled questions are the benchmark's. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIdOf } from '../../scripts/inputs.mjs';
import { root } from '../support/source-files.ts';
import { sourceSetOf } from './form/our-set.ts';

const FOLDER = 'node_modules/.cache/bench-ours';

/** @returns the folder of the build with `count` questions */
export function buildOurs(count: number): string {
  const at = (name: string): string => join(root, FOLDER, name);
  const set = JSON.stringify(sourceSetOf('household', count));
  const key = createHash('sha256').update(buildIdOf(root)).update(set).digest('hex');
  if (existsSync(at('stamp')) && readFileSync(at('stamp'), 'utf8') === key) return at('dist');
  console.error(`Building the app with ${count} questions …`);
  mkdirSync(at(''), { recursive: true });
  writeFileSync(at('set.json'), set);
  const run = (...args: string[]): void => {
    execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  run('tests/bench/ours-build.entry.ts', at('set.json'), at('dist'));
  run('scripts/precompress.mjs', `${FOLDER}/dist`);
  writeFileSync(at('stamp'), key);
  return at('dist');
}
