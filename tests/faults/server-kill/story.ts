/**
 * Servers die by SIGKILL while phones send to them: at any moment, and at the three points around a commit. In between
 * the whole database server dies too. In the end every acknowledged operation is there, once.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hamletNames } from '#server/seed/commune-data.ts';
import { createDice } from '#server/seed/dice.ts';
import { readFragment } from '#protocol/fragment.ts';
import { doorOf } from '../../server/core/commune.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { auditPlace, coreAt, type Audit, type Place } from './audit.ts';
import { Sender, type Pick } from './sender.ts';

export interface Plan {
  kills: number;
  seed: number;
  /** Processes that share the database. */
  servers: number;
  phones: number;
  ports: readonly [number, number];
  /** Its rows are there; without it they are in a file. Killed itself every so many kills. */
  postgres?: { server: TestPostgres; database: string; killedEvery: number };
  /** Hurts what is held once all is over; what the same audit says then is the story's `control`. */
  hurt?: (place: Place, senders: readonly Sender[]) => void;
}

export interface Story extends Audit {
  kills: number;
  databaseKills: number;
  sealed: number;
  acknowledged: number;
  broken: string[];
  ms: number;
  control?: Audit;
}

const POINTS = ['anytime', 'beforeJudge', 'beforeCommit', 'afterCommit'] as const;
/** Exchanges answered between two deaths, at most. */
const CALM_MAX = 12;
/** Tries until a phone has sent everything, once nobody dies any more. */
const TRIES_MAX = 20_000;

async function enrolPhones(place: Place, count: number): Promise<SigningDevice[]> {
  const { core } = await coreAt(place);
  const codes: string[] = [];
  for (const subject of hamletNames.slice(0, count)) {
    const issued = await core.createEnrolCode({ role: 'hamletHead', subject, ttlMs: 3_600_000 });
    const link = issued.kind === 'issued' ? readFragment(issued.fragment) : null;
    if (link === null) throw new Error(`no code for ${subject}`);
    codes.push(link.secret);
  }
  const phones: SigningDevice[] = [];
  for (const code of codes) {
    const phone = await SigningDevice.make();
    const { value, text } = await phone.enrol(doorOf(core), code);
    if (value === null) throw new Error(`not enrolled: ${text}`);
    phones.push(phone);
  }
  await core.close();
  return phones;
}

const doorTo =
  (origin: string): Door =>
  (path, init) =>
    fetch(`${origin}${path}`, init);

const startServer = (
  place: Place,
  ports: Plan['ports'],
  args: readonly string[] = [],
): Promise<ServerProcess> =>
  ServerProcess.start({
    ...place,
    ports,
    args,
    entry: 'tests/support/planted-server.entry.ts',
    env: { LOG_LEVEL: 'silent' },
  });

/** Tells when so many more exchanges have been answered. */
function createTally() {
  let answered = 0;
  let waiting: { until: number; go: () => void } | null = null;
  return {
    count: () => {
      answered += 1;
      if (waiting === null || answered < waiting.until) return;
      waiting.go();
      waiting = null;
    },
    more: (count: number) =>
      new Promise<void>((go) => {
        waiting = { until: answered + count, go };
      }),
  };
}

interface Cast {
  servers: readonly ServerProcess[];
  /** Where each server looks for the point at which to die. */
  armed: readonly string[];
  pick: Pick;
  /** Settles when so many more exchanges have been answered. */
  more: (count: number) => Promise<void>;
}

/** Kills until `plan.kills` are reached; phones keep sending meanwhile. @returns how often the database died */
async function killThem({ kills, postgres }: Plan, { servers, armed, pick, more }: Cast): Promise<number> {
  /** Each settles when that server is there again; the others go on meanwhile. */
  const ready: Promise<void>[] = servers.map(() => Promise.resolve());
  let databaseKills = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await more(1 + pick(CALM_MAX));
    if (postgres !== undefined && kill % postgres.killedEvery === 0) {
      // A server that starts needs it.
      await Promise.all(ready);
      await postgres.server.crash(pick(2) === 0 ? 'SIGKILL' : 'SIGQUIT');
      await postgres.server.start();
      databaseKills += 1;
      continue;
    }
    const at = pick(servers.length);
    const [server, file] = [servers[at], armed[at]];
    const point = POINTS[pick(POINTS.length)];
    if (server === undefined || file === undefined || point === undefined) throw new Error('no server');
    await ready[at];
    if (point === 'anytime') await server.kill();
    else {
      writeFileSync(file, point);
      await server.ended();
    }
    ready[at] = server.start();
  }
  await Promise.all(ready);
  return databaseKills;
}

/** Once nobody dies any more, a phone gets rid of all it has. */
async function sendTheRest(sender: Sender): Promise<void> {
  for (let tries = 0; sender.phone.lastSeq < sender.sealed.length; tries++) {
    if (tries > TRIES_MAX) throw new Error(`a phone does not get rid of its work: ${sender.broken.join()}`);
    await sender.send();
  }
}

export async function runStory(plan: Plan): Promise<Story> {
  const startedAt = Date.now();
  const { ports, postgres } = plan;
  const { roll: pick } = createDice(plan.seed);
  const folder = mkdtempSync(join(tmpdir(), 'thidua-kill-'));
  const place: Place = {
    dataDir: join(folder, 'data'),
    ...(postgres !== undefined && { databaseUrl: postgres.server.url(postgres.database) }),
  };
  const armed = Array.from({ length: plan.servers }, (_, at) => join(folder, `armed-${at}`));
  const servers: ServerProcess[] = [];
  let over = false;
  try {
    const phones = await enrolPhones(place, plan.phones);
    for (const file of armed) servers.push(await startServer(place, ports, ['--die', file]));
    const doors = servers.map(({ origin }) => doorTo(origin));
    const senders = phones.map((phone) => new Sender(phone, doors, pick));

    const tally = createTally();
    const sending = senders.map(async (sender) => {
      while (!over) {
        if (sender.sealed.length - sender.phone.lastSeq < 8) sender.seal(8);
        if (await sender.send()) tally.count();
      }
    });
    const databaseKills = await killThem(plan, { servers, armed, pick, more: tally.more });
    over = true;
    await Promise.all(sending);
    for (const sender of senders) await sendTheRest(sender);
    for (const server of servers) await server.stop();
    const audit = await auditPlace(place, senders);
    plan.hurt?.(place, senders);
    const control = plan.hurt === undefined ? undefined : await auditPlace(place, senders);
    return {
      ...audit,
      kills: plan.kills - databaseKills,
      databaseKills,
      sealed: senders.reduce((sum, { sealed }) => sum + sealed.length, 0),
      acknowledged: senders.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
      broken: senders.flatMap(({ broken }) => broken),
      ms: Date.now() - startedAt,
      ...(control !== undefined && { control }),
    };
  } finally {
    over = true;
    for (const server of servers) await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
