/** The real server, core and HTTP, in this process on a folder of its own, with enrolled hamlet heads and households. */
import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { score } from '#domain/score.ts';
import type { Answers } from '#domain/answers.ts';
import { readFragment } from '#protocol/fragment.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { createApp } from '#server/app.ts';
import { openServerCore } from '#server/core.ts';
import type { Assets } from '#server/http/assets.ts';
import type { IssuedCode, IssueOutcome, ServerCore } from '#server/core-types.ts';
import { SigningDevice, type Door } from '../support/signing-device.ts';

/** How long a code given out here lives. */
export const LINK_MS = 3_600_000;
const RECORDS_AT_ONCE = 50;

export interface Head {
  device: SigningDevice;
  /** Sealed, not yet sent: one submission for each of the hamlet's households. */
  submissions: string[];
}

export interface Commune {
  dataDir: string;
  core: ServerCore;
  door: Door;
  /** What a listener calls. */
  fetch: ReturnType<typeof createApp>['fetch'];
  /** Stops it and keeps its folder. */
  pause(): Promise<void>;
  remove(): void;
  close(): Promise<void>;
}

interface CommuneOptions {
  /** The folder of one that was paused. */
  dataDir?: string;
  /** Files of a build; none: the app itself is not asked for. */
  assets?: Assets;
  /** A PostgreSQL database for the rows. */
  databaseUrl?: string;
}

export async function openCommune(options: CommuneOptions = {}): Promise<Commune> {
  const { assets = new Map(), databaseUrl } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'thi-dua-so-bench-'));
  const clock = { now: () => Date.now() };
  const chance = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };
  const log = () => undefined;
  const { core } = await openServerCore({
    sessions: 'notAsked',
    dataDir,
    ...(databaseUrl !== undefined && { databaseUrl }),
    clock,
    chance,
    log,
  });
  const config = { trustedProxies: [], publicOrigin: 'http://localhost:8080' };
  const app = createApp({ core, assets, config, clock, chance, log });
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  return {
    dataDir,
    core,
    door: (path, init) => app.request(path, init),
    fetch: app.fetch,
    pause: () => core.close(),
    remove,
    async close() {
      await core.close();
      remove();
    },
  };
}

/** @throws Error when it was not issued */
export function issuedFor(issued: IssueOutcome): IssuedCode {
  if (issued.kind !== 'issued') throw new Error('no code was issued');
  return issued;
}

export function secretOf(issued: IssueOutcome): string {
  const link = readFragment(issuedFor(issued).fragment);
  if (link === null) throw new Error('no code was issued');
  return link.secret;
}

/** Id of a hamlet, before anybody is enrolled: the first links name one. */
export async function firstHamlet({ core }: Commune): Promise<string> {
  const link = (await core.firstLinks()).find(({ role }) => role === 'hamletHead');
  if (link?.binding.kind !== 'hamlet') throw new Error('no link for a hamlet head');
  return link.binding.id;
}

/** A full sheet of a household's answers, different from one to the next. */
export const householdAnswers = (index: number): Answers => ({
  householdPeople14: 4,
  'B1.1': index % 5 !== 0,
  'B1.2': { level: `B1.2-${index % 3}` },
  'B2.1': { n: index % 5 },
  'B4.1': { n: index % 4 },
});

const householdSet = defaultHouseholdSet();

/** A head enrolled for `hamlet`, its households recorded, their submissions sealed and waiting. */
export async function makeHead({ core, door }: Commune, hamlet: string, households: number): Promise<Head> {
  const device = await SigningDevice.make();
  await device.enrol(
    door,
    secretOf(await core.createEnrolCode({ role: 'hamletHead', subject: hamlet, ttlMs: LINK_MS })),
  );
  const { campaign, commune } = await core.publicCampaign();
  const ids = Array.from({ length: households }, () => device.newId());
  const records = ids.map((id, index) =>
    device.seal({
      kind: 'record.put',
      args: {
        entity: 'household',
        id,
        value: { id, hamletId: hamlet, householder: `Hộ ${index}` },
        baseRev: 0,
      },
    }),
  );
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
    const { value, text } = await device.exchange(door, records.slice(from, from + RECORDS_AT_ONCE));
    const wrong = value?.results.find(({ verdict }) => verdict !== 'applied');
    if (value === null || wrong !== undefined) throw new Error(`a household was not recorded: ${text}`);
  }
  const submissions = ids.map((id, index) => {
    const snapshot = householdAnswers(index);
    return device.seal({
      kind: 'assessment.submit',
      args: {
        assessmentId: assessmentIdOf(commune.id, campaign.id, id),
        criteriaSet: campaign.criteriaSets.household,
        snapshot,
        bases: {},
        photos: [],
        selfScore: score(householdSet, snapshot).normalised,
        signedOffBy: 'Nguyễn Văn Tám',
        consent: {
          choices: [{ purpose: 'process', textVersion: '1.1', agreed: true, at: 1 }],
          mode: 'readAloud',
        },
      },
    });
  });
  return { device, submissions };
}

/** One head for each of the commune's hamlets, at most `count` of them. */
export async function makeHeads(commune: Commune, count: number, households: number): Promise<Head[]> {
  const office = await SigningDevice.make();
  await office.enrol(
    commune.door,
    secretOf(await commune.core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS })),
  );
  const pull = { cursors: { public: 0, office: 0 }, maxBytes: 256 * 1024 };
  const { value } = await office.exchange(commune.door, [], { pull });
  const hamlets = new Set(value?.rows.flatMap(({ entity, id }) => (entity === 'hamlet' ? [id] : [])));
  if (hamlets.size === 0) throw new Error('the office sees no hamlet');
  const heads: Head[] = [];
  for (const hamlet of [...hamlets].slice(0, count)) heads.push(await makeHead(commune, hamlet, households));
  return heads;
}
