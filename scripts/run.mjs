// Starting other programs from the scripts; node:* only, because bootstrap.mjs uses it before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const ownNode = join(root, 'node_modules/.bin/node');

/** The Node the product runs on: the one installed beside it, or this one where no such package exists (macOS). */
export const nodeCommand = () => (existsSync(ownNode) ? ownNode : process.execPath);

/** `[command, args]` of npm as it was called, on the Node that runs npm: `npm ci` replaces the installed one. */
export function npmCommand(args) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  return cli === undefined ? ['npm', args] : [node ?? process.execPath, [cli, ...args]];
}

const environment = (extra = {}) => ({
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
  ...extra,
});

/** Runs to the end, output shown. @returns {number} the exit code */
export function run(command, args, extra, stdio = 'inherit') {
  const result = spawnSync(command, args, { cwd: root, stdio, env: environment(extra) });
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}

/** Runs to the end, output kept. @returns {{code: number, output: string}} */
export function capture(command, args, extra) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: environment(extra),
    maxBuffer: 2 ** 26,
  });
  return {
    code: result.status ?? 1,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`,
  };
}

/** The same beside others. @returns {Promise<{code: number, output: string}>} */
export const captureBeside = (command, args, extra) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(extra),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Starts and goes on. @returns {import('node:child_process').ChildProcess} */
export const start = (command, args, extra) =>
  spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) });
