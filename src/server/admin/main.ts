/**
 * The operator's tool: `npm run --silent admin -- COMMAND [--json]`, against DATA_DIR, also while the server serves.
 * With `--json` there is one JSON document on stdout and nothing else; exit 0 done, 1 not right, 2 not understood.
 */
import { webcrypto } from 'node:crypto';
import { readConfig } from '../config.ts';
import { openServerCore } from '../core.ts';
import { createLog } from '../log.ts';
import type { Task } from './command.ts';
import { readCommandLine, usage } from './command-line.ts';

const EXIT = { done: 0, failed: 1, misused: 2 };

function misuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = EXIT.misused;
}

async function run(task: Task, json: boolean): Promise<void> {
  const read = readConfig(process.env, []);
  if (read.kind === 'wrong') {
    misuse(read.line);
    return;
  }
  const { dataDir, publicOrigin, logLevel } = read.config;
  const clock = { now: (): number => Date.now() };
  const { core } = await openServerCore({
    dataDir,
    clock,
    chance: { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) },
    log: createLog(logLevel, (line) => process.stderr.write(line), clock.now),
  });
  try {
    const { kind, value, lines } = await task(core, publicOrigin);
    process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
    process.exitCode = EXIT[kind];
  } finally {
    await core.close();
  }
}

const commandLine = readCommandLine(process.argv.slice(2));
if (commandLine.kind === 'misused') misuse(`${commandLine.line}\n${usage}`);
else await run(commandLine.task, commandLine.json);
