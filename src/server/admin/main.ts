/**
 * The operator's tool: `npm run --silent admin -- COMMAND [--json]`, against DATA_DIR, also while the server serves.
 * With `--json` there is one JSON document on stdout and nothing else; exit 0 done, 1 not right, 2 not understood.
 */
import { webcrypto } from 'node:crypto';
import { recoveryNotice } from '../backup/recovery.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openCore } from '../open-core.ts';
import { createIdMaker, type Chance } from '#protocol/ids.ts';
import type { OfflineTask, Outcome, Task } from './command.ts';
import { readCommandLine, usage } from './command-line.ts';

const EXIT = { done: 0, failed: 1, misused: 2 };

function misuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = EXIT.misused;
}

function tell({ kind, value, lines }: Outcome, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
  process.exitCode = EXIT[kind];
}

async function run(task: Task | OfflineTask, json: boolean): Promise<void> {
  const read = readConfig(process.env, []);
  if (read.kind === 'wrong') {
    misuse(read.line);
    return;
  }
  const { dataDir, databaseUrl, publicOrigin, logLevel } = read.config;
  const clock = { now: (): number => Date.now() };
  const chance: Chance = { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) };
  const place = { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) };
  if (typeof task !== 'function') {
    tell(await task.offline(place, { clock, newId: createIdMaker(clock, chance) }), json);
    return;
  }
  const opened = await openCore({
    ...place,
    clock,
    chance,
    sessions: 'asked',
    log: createLog(logLevel, (line) => process.stderr.write(line), clock.now),
  });
  if (opened.kind === 'wrong') {
    process.stderr.write(`${opened.line}\n`);
    process.exitCode = EXIT.failed;
    return;
  }
  const { core, recovery } = opened;
  try {
    // Standard output is the command's own.
    for (const line of recoveryNotice(recovery)) process.stderr.write(`${line}\n`);
    tell(await task(core, publicOrigin), json);
  } finally {
    await core.close();
  }
}

const commandLine = readCommandLine(process.argv.slice(2));
if (commandLine.kind === 'misused') misuse(`${commandLine.line}\n${usage}`);
else await run(commandLine.task, commandLine.json);
