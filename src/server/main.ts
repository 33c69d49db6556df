/**
 * The server's composition root: reads the settings, opens the store, listens, prints the links, and stops in order.
 * Everything else receives what it needs from here.
 */
import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Chance, Clock } from '#protocol/ids.ts';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import type { ServerCore } from './core-types.ts';
import { openServerCore } from './core.ts';
import { demoLinks, seedDemoCommune } from './demo.ts';
import { loadAssets } from './http/assets.ts';
import { listen } from './http/listen.ts';
import { linkLines } from './links.ts';
import { createLog, type Log } from './log.ts';

const EXIT_FAILED = 1;
const EXIT_SETTINGS = 2;

const clock: Clock = { now: () => Date.now() };
const chance: Chance = { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One line is all an operator needs to put it right. */
function fail(line: string, exitCode: number): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** Serves until told to stop. */
async function serve(config: Config, dataDir: string, core: ServerCore, log: Log): Promise<void> {
  const assets = loadAssets(fileURLToPath(new URL('../../dist/', import.meta.url)));
  const app = createApp({ core, assets, config, clock, chance, log });
  const listened = await listen(config, app.fetch);
  if (listened.kind === 'wrong') {
    fail(listened.line, EXIT_FAILED);
    return;
  }
  const { address, stop } = listened.listening;
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
  const links = config.demo ? await demoLinks(core) : await core.firstLinks();
  for (const link of links) for (const line of linkLines(config.publicOrigin, link)) say(line);
  if (assets.size === 0) say('the app is not built (npm run build): serving the API alone');
  say(`data in ${dataDir}`);
  say(`listening on ${address}`);
  await told;
  log('info', 'stopping');
  await stop();
  log('info', 'stopped');
}

type Opened = { kind: 'open'; core: ServerCore } | { kind: 'wrong'; line: string };

async function open(dataDir: string, log: Log): Promise<Opened> {
  try {
    const { core } = await openServerCore({ dataDir, clock, chance, log });
    return { kind: 'open', core };
  } catch (error) {
    return { kind: 'wrong', line: `DATA_DIR ${dataDir}: the store cannot be opened (${lineOf(error)})` };
  }
}

async function start(config: Config): Promise<void> {
  const dataDir = config.demo ? mkdtempSync(join(tmpdir(), 'thidua-demo-')) : config.dataDir;
  const log = createLog(
    config.logLevel,
    (line) => process.stderr.write(line),
    () => clock.now(),
  );
  const opened = await open(dataDir, log);
  if (opened.kind === 'wrong') {
    fail(opened.line, EXIT_FAILED);
    return;
  }
  try {
    if (config.demo) await seedDemoCommune(opened.core);
    await serve(config, dataDir, opened.core, log);
  } finally {
    await opened.core.close();
    if (config.demo) rmSync(dataDir, { recursive: true, force: true });
  }
}

const read = readConfig(process.env, process.argv.slice(2));
if (read.kind === 'wrong') fail(read.line, EXIT_SETTINGS);
else await start(read.config);
