/**
 * The restore drill: a real server under load, a backup while it serves, more load, a power cut, everything gone; then
 * the archive and the paper alone. Phones give back what the backup lacks; of one phone only what was called safe.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openServerCore } from '#server/core.ts';
import { openStore } from '#server/store/open.ts';
import { DEFAULT_COMMUNE_ID, hamletNames } from '#server/seed/commune-data.ts';
import type { Door } from '../support/signing-device.ts';
import { ServerProcess } from '../support/server-process.ts';
import { root } from '../support/source-files.ts';
import { hashOf } from '../server/photos/pictures.ts';
import { DrillPhone } from './drill-phone.ts';

export interface DrillOptions {
  ports: readonly [number, number];
  phones: number;
  /** What each phone seals before, during and after the backup. */
  turns: number;
  /** Families of the synthetic commune around them. */
  households: number;
}

export interface Figures {
  phones: number;
  sealed: number;
  acknowledgedBefore: number;
  /** Of those, how many came after the backup's snapshot. */
  givenBack: number;
  safeOfTheDestroyed: number;
  submissions: number;
  pictures: number;
  problems: unknown[];
  backupMs: number;
  restoreMs: number;
  archiveBytes: number;
}

const run = promisify(execFile);
type Admin = (...args: string[]) => Promise<Record<string, unknown>>;

const adminOf =
  (dataDir: string): Admin =>
  async (...args) => {
    const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
    const { stdout } = await run(
      process.execPath,
      [join(root, 'src/server/admin/main.ts'), ...args, '--json'],
      {
        env,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return JSON.parse(stdout);
  };

interface Held {
  /** Hashes in order of seq, by device. */
  sequences: Map<string, string[]>;
  /** Digest and score, by submission. */
  scores: Map<string, string>;
  /** Hash as stored, by picture. */
  pictures: Map<string, string>;
}

/** What the stopped server's store holds of these phones. */
async function look(dataDir: string, phones: readonly DrillPhone[]): Promise<Held> {
  const store = await openStore({ dataDir, communeId: DEFAULT_COMMUNE_ID, warn: () => undefined });
  try {
    const held: Held = { sequences: new Map(), scores: new Map(), pictures: new Map() };
    for (const { device } of phones) {
      const assessmentId = device.enrolment?.assessmentId ?? '';
      await store.read(async (tables) => {
        held.sequences.set(
          device.id,
          (await tables.deviceSeq.of(device.id)).map(({ op_hash }) => op_hash),
        );
        for (const { submission_id, digest, server_score } of await tables.submission.of(assessmentId))
          held.scores.set(submission_id, `${digest} ${server_score}`);
        for (const { photo_id, owner } of await tables.photo.of(assessmentId)) {
          const blob = await tables.blob.find(photo_id, owner);
          if (blob?.state === 'stored') held.pictures.set(photo_id, blob.stored_sha256);
        }
      });
    }
    return held;
  } finally {
    await store.close();
  }
}

async function verify(dataDir: string): Promise<unknown[]> {
  const chance = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const { core } = await openServerCore({
    sessions: 'notAsked',
    dataDir,
    clock: { now: () => Date.now() },
    chance,
    log: () => undefined,
  });
  try {
    return (await core.verify()).problems;
  } finally {
    await core.close();
  }
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`the drill failed: ${what}`);
}

/** Each phone works and sends, all at once, until each has sealed `turns` more. */
async function load(phones: readonly DrillPhone[], turns: number): Promise<void> {
  await Promise.all(
    phones.map(async (phone) => {
      for (let turn = 0; turn < turns; turn++) {
        await phone.work(phone.sealed.length);
        await phone.send();
      }
      await phone.sendPictures();
    }),
  );
}

const secretOf = (link: unknown): string => String(link).split('#')[1]?.split('.')[1] ?? '';

/** The first by the link the server printed, the others by the operator's. */
async function enrolPhones(
  admin: Admin,
  door: Door,
  { printed, count }: { printed: string; count: number },
): Promise<DrillPhone[]> {
  const phones = [await DrillPhone.enrol(door, secretOf(printed))];
  for (let index = 1; index < count; index++) {
    // One to a hamlet: its form takes five photos a question.
    const hamlet = hamletNames[index % hamletNames.length] ?? '';
    const { link } = await admin('enrol', '--role', 'hamletHead', '--hamlet', hamlet);
    phones.push(await DrillPhone.enrol(door, secretOf(link)));
  }
  return phones;
}

export async function runDrill({ ports, phones: count, turns, households }: DrillOptions): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-drill-'));
  const [dataDir, archives, paper] = ['data', 'archives', 'paper.txt'].map((name) => join(folder, name));
  if (dataDir === undefined || archives === undefined || paper === undefined) throw new Error('no folder');
  const server = await ServerProcess.start({ ports, dataDir, env: { LOG_LEVEL: 'error' } });
  try {
    const recovery = server.output.split('\n').filter((line) => /^(# |AGE-SECRET-KEY-1)/.test(line));
    writeFileSync(paper, recovery.join('\n'), { mode: 0o600 });
    const admin = adminOf(dataDir);
    const door: Door = (path, init) => fetch(server.origin + path, init);
    if (households > 0) await admin('seed-demo', '--households', String(households), '--seed', '7');
    const phones = await enrolPhones(admin, door, { printed: server.link(/^hamlet-head/), count });
    await load(phones, turns);

    const began = Date.now();
    const backup = admin('backup', '--to', archives, '--off-box');
    await load(phones, turns);
    const { file } = await backup;
    const backupMs = Date.now() - began;
    await load(phones, turns);

    const [destroyed, ...living] = phones;
    if (destroyed === undefined) throw new Error('no phone');
    expectThat(destroyed.safeSeq >= turns, 'nothing was called safe after a tested backup elsewhere');
    const acknowledgedBefore = phones.reduce((sum, phone) => sum + phone.acknowledged, 0);
    await server.kill();
    const before = await look(dataDir, phones);
    const archive = String(file);
    rmSync(dataDir, { recursive: true });

    const restoring = Date.now();
    await admin('restore', '--from', archive, '--identity', paper);
    const restoreMs = Date.now() - restoring;
    const restored = await look(dataDir, phones);
    await server.start();
    for (const phone of living) {
      await phone.send();
      phone.stored.clear();
      await phone.sendPictures();
    }
    await server.stop();
    const problems = await verify(dataDir);

    const after = await look(dataDir, phones);
    for (const phone of living) {
      const sequence = after.sequences.get(phone.device.id) ?? [];
      expectThat(sequence.join() === phone.sealed.map(({ hash }) => hash).join(), 'a sequence has a gap');
      expectThat(phone.device.chain === (await phone.chainOf(phone.sealed.length)), 'a chain differs');
      for (const { picture } of phone.sealed)
        if (picture !== undefined)
          expectThat(
            after.pictures.get(hashOf(picture)) === before.pictures.get(hashOf(picture)),
            'a picture differs',
          );
    }
    const safe = (after.sequences.get(destroyed.device.id) ?? []).slice(0, destroyed.safeSeq);
    expectThat(
      safe.join() ===
        destroyed.sealed
          .slice(0, destroyed.safeSeq)
          .map(({ hash }) => hash)
          .join(),
      'what was called safe is not there',
    );
    const unsafe = new Set(destroyed.sealed.slice(destroyed.safeSeq).map(({ opId }) => opId));
    for (const [submission, score] of before.scores)
      expectThat(unsafe.has(submission) || after.scores.get(submission) === score, 'a score differs');
    const rowsOf = (held: Held) =>
      living.reduce((sum, { device }) => sum + (held.sequences.get(device.id)?.length ?? 0), 0);
    return {
      phones: phones.length,
      sealed: phones.reduce((sum, phone) => sum + phone.sealed.length, 0),
      acknowledgedBefore,
      givenBack: rowsOf(after) - rowsOf(restored),
      safeOfTheDestroyed: destroyed.safeSeq,
      submissions: after.scores.size,
      pictures: after.pictures.size,
      problems,
      backupMs,
      restoreMs,
      archiveBytes: statSync(archive).size,
    };
  } finally {
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
