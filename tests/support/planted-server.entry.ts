/**
 * The product's server with things planted in it, for tests that start it as a process of its own. What is planted comes
 * by the arguments of this entry alone: the product's own entry imports none of it, and no variable or header reaches it.
 *
 * --dist FOLDER           serves another build
 * --demo                  the synthetic commune, as `npm start -- --demo` has it
 * --die FILE              while FILE is there, the process ends at the next point of an exchange that FILE names
 * --ahead FILE            its clock is so many milliseconds ahead as FILE says, which a story writes anew
 */
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { openServerCore } from '#server/core.ts';
import { demoLinks, seedDemoCommune } from '#server/demo.ts';
import { loadAssets } from '#server/http/assets.ts';
import { listen } from '#server/http/listen.ts';
import { linkLines } from '#server/links.ts';
import { createLog } from '#server/log.ts';
import type { Faults } from '#server/sync/faults.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    demo: { type: 'boolean' },
    die: { type: 'string' },
    ahead: { type: 'string' },
  },
});
const armed = values.die;

const faults: Faults = {
  at(point) {
    if (armed === undefined || !existsSync(armed) || readFileSync(armed, 'utf8') !== point) return;
    rmSync(armed);
    // As a power cut would: no handler runs, nothing is flushed, nobody is answered.
    process.kill(process.pid, 'SIGKILL');
  },
};

const read = readConfig(process.env, []);
if (read.kind === 'wrong') throw new Error(read.line);
const { config } = read;
const { ahead } = values;
const clock = {
  now: () =>
    Date.now() + (ahead === undefined || !existsSync(ahead) ? 0 : Number(readFileSync(ahead, 'utf8'))),
};
const chance = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };
const log = createLog(config.logLevel, (line) => process.stderr.write(line), clock.now);
const { dataDir, databaseUrl } = config;
const { core } = await openServerCore({
  sessions: 'asked',
  dataDir,
  ...(databaseUrl !== undefined && { databaseUrl }),
  clock,
  chance,
  log,
  faults,
});
const assets = loadAssets(values.dist ?? fileURLToPath(new URL('../../dist/', import.meta.url)));
const app = createApp({ core, assets, config, clock, chance, log });
const listened = await listen(config, app.fetch);
if (listened.kind === 'wrong') throw new Error(listened.line);
if (values.demo) await seedDemoCommune(core);
for (const link of values.demo ? await demoLinks(core) : await core.firstLinks()) {
  for (const line of linkLines(config.publicOrigin, link)) process.stdout.write(`${line}\n`);
}
process.stdout.write(`listening on ${listened.listening.address}\n`);
// Whoever is killed writes nothing at its end.
flushCompileCache();
process.once('SIGTERM', () => {
  void listened.listening
    .stop()
    .then(() => core.close())
    .then(() => process.exit(0));
});
