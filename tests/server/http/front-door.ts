/** The real app over the real core and a real SQLite file, called in process; and a look into the file beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Chance, Clock } from '#protocol/ids.ts';
import { createApp } from '#server/app.ts';
import type { IssueOutcome, ServerCore } from '#server/core-types.ts';
import { openServerCore } from '#server/core.ts';
import type { Assets } from '#server/http/assets.ts';
import { createLog } from '#server/log.ts';
import type { PhotoOptions } from '#server/photos/photos.ts';
import type { SessionsAsked } from '#server/sync/deps.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

export interface FrontDoor {
  core: ServerCore;
  door: Door;
  app: ReturnType<typeof createApp>;
  dataDir: string;
  /** Log lines so far. */
  logged: string[];
  /** Every row of every table, as text, by table. */
  dump: () => Map<string, string[]>;
  /** How a form stands, as the file says; the submission is the newest that still does. */
  standing: (assessmentId: string) => Standing;
  close: () => Promise<void>;
}

export interface Standing {
  state: string;
  statusRev: number;
  submission?: { id: string; digest: string };
}

export interface FrontDoorOptions {
  assets?: Assets;
  publicOrigin?: string;
  trustedProxies?: readonly string[];
  killSwitch?: boolean;
  /** Wraps the core, to make it fail where a test wants. */
  wrap?: (core: ServerCore) => ServerCore;
  /** Plants something in the way a picture goes. */
  photos?: PhotoOptions;
  clock?: Clock;
  /** Left out: `notAsked`. */
  sessions?: SessionsAsked;
}

export async function openFrontDoor(options: FrontDoorOptions = {}): Promise<FrontDoor> {
  const dataDir = mkdtempSync(join(tmpdir(), 'thidua-door-'));
  const clock: Clock = options.clock ?? { now: () => Date.now() };
  const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line), clock.now);
  const { core } = await openServerCore({
    dataDir,
    clock,
    chance,
    log,
    sessions: options.sessions ?? 'notAsked',
    ...(options.photos !== undefined && { photos: options.photos }),
  });
  const {
    assets = new Map(),
    publicOrigin = 'http://localhost:8080',
    trustedProxies = [],
    killSwitch = false,
    wrap = (same) => same,
  } = options;
  const app = createApp({
    core: wrap(core),
    assets,
    config: { publicOrigin, trustedProxies, killSwitch },
    clock,
    chance,
    log,
  });
  const database = new DatabaseSync(join(dataDir, 'thidua.sqlite'), { readOnly: true });
  const assessment = database.prepare('SELECT state, status_rev FROM assessment WHERE assessment_id = ?');
  const newest = database.prepare(
    'SELECT submission_id, digest FROM submission WHERE assessment_id = ? AND current = 1 ORDER BY round DESC',
  );
  return {
    core,
    app,
    dataDir,
    logged,
    door: (path, init) => app.request(path, init),
    dump: () => {
      const tables = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .all();
      return new Map(
        tables.map(({ name }) => [
          String(name),
          database
            .prepare(`SELECT * FROM "${String(name)}"`)
            .all()
            .map((row) => JSON.stringify(row)),
        ]),
      );
    },
    standing: (assessmentId) => {
      const { state, status_rev } = assessment.get(assessmentId) ?? {};
      const sent = newest.get(assessmentId);
      return {
        state: String(state),
        statusRev: Number(status_rev),
        ...(sent !== undefined && {
          submission: { id: String(sent['submission_id']), digest: String(sent['digest']) },
        }),
      };
    },
    close: async () => {
      database.close();
      await core.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The secret of a link just made. */
export function secretOf(issued: IssueOutcome | undefined): string {
  if (issued?.kind !== 'issued') throw new Error('no code was issued');
  return issued.fragment.split('.')[1] ?? '';
}

/** A device enrolled through the front door with this code. */
export async function enrolled(door: Door, issued: IssueOutcome | undefined): Promise<SigningDevice> {
  const device = await SigningDevice.make();
  const reply = await device.enrol(door, secretOf(issued));
  if (reply.status !== 200) throw new Error(`not enrolled: ${reply.status} ${reply.text}`);
  return device;
}
