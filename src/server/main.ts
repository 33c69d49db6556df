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
import { recoveryNotice } from './backup/recovery.ts';
import { runBackup } from './backup/run-backup.ts';
import { scheduleBackups } from './backup/schedule.ts';
import { databaseName, readConfig, type Config } from './config.ts';
import type { ServerCore } from './core-types.ts';
import { demoLinks, seedDemoCommune } from './demo.ts';
import { loadAssets } from './http/assets.ts';
import { killSwitchAssets } from './http/kill-switch.ts';
import { listen } from './http/listen.ts';
import { linkLines } from './links.ts';
import { createLog, type Log } from './log.ts';
import { openCore } from './open-core.ts';
import { scheduleRetention } from './privacy/schedule.ts';

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

/** Serves until told to stop. */
async function serve(config: Config, dataDir: string, core: ServerCore, log: Log): Promise<void> {
  const assets = loadAssets(fileURLToPath(new URL('../../dist/', import.meta.url)));
  if (config.killSwitch === true && !killSwitchAssets(assets).has('/sw.js')) {
    fail(
      'KILL_SWITCH: the app is not built (npm run build), so there is no rescue page to serve',
      EXIT_FAILED,
    );
    return;
  }
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
  if (config.killSwitch === true)
    say('kill switch on: a rescue page in place of the app (docs/kill-switch.md)');
  say(`data in ${dataDir}`);
  if (config.databaseUrl !== undefined && !config.demo)
    say(`rows in database ${databaseName(config.databaseUrl)}`);
  say(`listening on ${address}`);
  const { backupDir, demo } = config;
  const schedule =
    backupDir === undefined || demo
      ? null
      : scheduleBackups({
          clock,
          timers: { set: (ms, run) => setTimeout(run, ms), clear: clearTimeout },
          backups: core.backups,
          run: () => runBackup(backupDir),
          log,
        });
  const retention = scheduleRetention({
    timers: { set: (ms, run) => setTimeout(run, ms), clear: clearTimeout },
    run: core.retain,
    log,
  });
  await told;
  retention.stop();
  schedule?.stop();
  log('info', 'stopping');
  await stop();
  log('info', 'stopped');
}

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

async function start(config: Config): Promise<void> {
  // The demonstration is thrown away at its end: it never touches the commune's own rows.
  const place: Place = config.demo ? { dataDir: mkdtempSync(join(tmpdir(), 'thidua-demo-')) } : config;
  const { dataDir, databaseUrl } = place;
  const log = createLog(
    config.logLevel,
    (line) => process.stderr.write(line),
    () => clock.now(),
  );
  const opened = await openCore({
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    clock,
    chance,
    log,
    sessions: 'asked',
  });
  if (opened.kind === 'wrong') {
    fail(opened.line, EXIT_FAILED);
    return;
  }
  try {
    if (config.demo) await seedDemoCommune(opened.core);
    else for (const line of recoveryNotice(opened.recovery)) say(line);
    await serve(config, dataDir, opened.core, log);
  } finally {
    await opened.core.close();
    if (config.demo) rmSync(dataDir, { recursive: true, force: true });
  }
}

const read = readConfig(process.env, process.argv.slice(2));
if (read.kind === 'wrong') fail(read.line, EXIT_SETTINGS);
else await start(read.config);
