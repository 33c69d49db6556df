/** Our programs as processes of their own: what they print and how they end. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../support/source-files.ts';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface Running {
  child: ChildProcess;
  /** Resolves with all of stdout so far once it holds `text`. */
  printed: (text: string) => Promise<string>;
  ended: Promise<Ran>;
}

const started = new Set<ChildProcess>();

/** Ends whatever a failed test left running; for `afterAll`. */
export async function endAll(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }
}

/** Only what the program must have is taken from this environment: no setting of the tester's leaks in. */
const bare = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  // Dozens of starts of one program: what it was compiled to is kept between them.
  NODE_COMPILE_CACHE: join(tmpdir(), 'thi-dua-so-compiled'),
};

export function start(
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [join(root, entry), ...args], {
    cwd: root,
    env: { ...bare, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then((): Ran => ({ code: child.exitCode, out, err }));
  const printed = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!out.includes(text)) return;
        waiting.delete(look);
        resolve(out);
      };
      waiting.add(look);
      void ended.then(() => reject(new Error(`ended without printing "${text}":\n${out}${err}`)));
      look();
    });
  return { child, printed, ended };
}

export const run = (
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> => start(entry, args, env).ended;
