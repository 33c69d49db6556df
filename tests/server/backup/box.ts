/** A commune on a disk of its own: the real core over real files, wiped, restored and opened again. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdMaker } from '#protocol/ids.ts';
import { restore, type RestoreOutcome, type RestoreRequest } from '#server/backup/restore.ts';
import type { ServerCore } from '#server/core-types.ts';
import { openServerCore } from '#server/core.ts';
import type { SessionsAsked } from '#server/sync/deps.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import { SigningDevice, type Door, type Reply } from '../../support/signing-device.ts';
import { chance, doorOf, secretOf, testClock, type TestClock } from '../core/commune.ts';

export interface Box {
  dataDir: string;
  /** Where archives go. */
  backups: string;
  clock: TestClock;
  core: ServerCore;
  door: Door;
  logged: string[];
  /** Lines of the recovery identity, from the first start. */
  recovery: string[];
  hamlets: { id: string; name: string }[];
  head(hamletId?: string): Promise<SigningDevice>;
  officer(): Promise<SigningDevice>;
  /** A phone whose assessment this is. */
  assessmentOf(phone: SigningDevice): string;
  close(): Promise<void>;
  /** Stopped, and everything in the data folder gone. */
  wipe(): Promise<void>;
  /** Stopped; restores into the data folder. */
  restore(request: Partial<RestoreRequest> & { file: string }): Promise<RestoreOutcome>;
  /** Opens the core again on what is there. */
  open(): Promise<void>;
  remove(): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

export async function openBox(clock = testClock(), sessions: SessionsAsked = 'notAsked'): Promise<Box> {
  const root = mkdtempSync(join(tmpdir(), 'thidua-box-'));
  const dataDir = join(root, 'data');
  const logged: string[] = [];
  const opened = () =>
    openServerCore({
      dataDir,
      clock,
      chance,
      log: (_level, event) => logged.push(event),
      sessions,
    });
  const first = await opened();
  let core = first.core;
  let isOpen = true;
  const campaign = await core.publicCampaign();
  const listed = await core.listDevices();
  if (listed.length > 0) throw new Error('not a first start');
  const door: Door = (path, init) => doorOf(core)(path, init);
  const enrolled = async (issued: Awaited<ReturnType<ServerCore['createEnrolCode']>>) => {
    if (issued.kind !== 'issued') throw new Error('no such subject');
    const device = await SigningDevice.make();
    const reply = await device.enrol(door, secretOf(issued.fragment));
    if (reply.value === null) throw new Error(`not enrolled: ${reply.text}`);
    return device;
  };
  const close = async (): Promise<void> => {
    if (isOpen) await core.close();
    isOpen = false;
  };
  const officer = async () => enrolled(await core.createEnrolCode({ role: 'officer', ttlMs: HOUR_MS }));
  const hamlets: Box['hamlets'] = [];
  const looker = await officer();
  const rows = await looker.exchange(door, [], { pull: { cursors: { office: 0 }, maxBytes: 240_000 } });
  for (const row of rows.value?.rows ?? [])
    if (row.entity === 'hamlet') hamlets.push({ id: row.id, name: String(row.value?.['name']) });
  return {
    dataDir,
    backups: join(root, 'backups'),
    clock,
    get core() {
      return core;
    },
    door,
    logged,
    recovery: first.recovery,
    hamlets,
    officer,
    head: async (hamletId = hamlets[0]?.id ?? '') =>
      enrolled(await core.createEnrolCode({ role: 'hamletHead', subject: hamletId, ttlMs: HOUR_MS })),
    assessmentOf: (phone) => {
      const binding = phone.enrolment?.binding;
      return assessmentIdOf(
        core.communeId,
        campaign.campaign.id,
        binding === undefined || binding.kind === 'office' ? '' : binding.id,
      );
    },
    close,
    wipe: async () => {
      await close();
      for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
    },
    restore: async (request) => {
      await close();
      return restore(
        { clock, newId: createIdMaker(clock, chance) },
        { dataDir },
        { recovery: null, mark: null, acceptLoss: false, drainMs: 48 * HOUR_MS, ...request },
      );
    },
    open: async () => {
      core = (await opened()).core;
      isOpen = true;
    },
    remove: async () => {
      await close();
      rmSync(root, { recursive: true });
    },
  };
}

/** The archive of a backup that was made, or the reason why not. */
export async function backUp(box: Box, offBox = true): Promise<string> {
  const made = await box.core.backup({ to: box.backups, offBox });
  if (made.kind !== 'made') throw new Error(JSON.stringify(made));
  return made.file;
}

/** One exchange as a phone makes it: a challenge the server no longer knows is answered anew, once. */
export async function speak(
  box: Pick<Box, 'door'>,
  phone: SigningDevice,
  ops: readonly string[] = [],
  overrides: Partial<ExchangeRequest> = {},
): Promise<Reply<ExchangeResponse>> {
  const reply = await phone.exchange(box.door, ops, overrides);
  if (reply.status !== 401) return reply;
  const { challenge } = JSON.parse(reply.text);
  if (typeof challenge !== 'string') return reply;
  phone.challenge = challenge;
  return phone.exchange(box.door, ops, overrides);
}
