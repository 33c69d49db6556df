/**
 * The morning every run begins with: a commune seeded, its phones enrolled and caught up. Made once in a process by the
 * production code, and put back in no time.
 */
import { enrolNow } from '#client/sync/enrol-now.ts';
import { readFragment } from '#protocol/fragment.ts';
import type { EnrolCodeRequest, IssueOutcome } from '#server/core-types.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';
import type { Copy } from './database.ts';
import { createKeys } from '#server/crypto/keys.ts';
import { createDice } from './dice.ts';
import { firstDraft } from './first-draft.ts';
import { createLine } from './line.ts';
import { numberIn } from './oracle/rows.ts';
import type { DiskCopy, PhoneDisk } from './phone-disk.ts';
import { SimPhone, type PhoneWorld } from './phone.ts';
import { Tab } from './tab.ts';
import { phoneNames, type PhoneName } from './schedule.ts';
import { SimServer, START } from './server.ts';

export interface Template {
  server: SimServer;
  /** The commune that morning. */
  morning: { copy: Copy; journal: readonly JournalEntry[]; rev: number };
  phones: Record<PhoneName, { copy: DiskCopy; profileId: string }>;
  newDisk: () => PhoneDisk;
  /** Signs what somebody says who is not the commune. */
  forger: CryptoKey;
  /** Whose form an assessment is. */
  subjects: ReadonlyMap<string, { kind: 'hamlet' | 'household'; id: string }>;
}

const YEAR = 365 * 86_400_000;

export async function issueFor(server: SimServer, name: PhoneName): Promise<string> {
  const { hamlets, household } = server.village;
  const officeOrHead: Record<Exclude<PhoneName, 'Én'>, EnrolCodeRequest> = {
    An: { role: 'hamletHead', subject: hamlets[0], ttlMs: YEAR },
    Bình: { role: 'hamletHead', subject: hamlets[0], ttlMs: YEAR },
    Cường: { role: 'hamletHead', subject: hamlets[1], ttlMs: YEAR },
    Dung: { role: 'officer', ttlMs: YEAR },
  };
  const issued: IssueOutcome =
    name === 'Én'
      ? await server.core.createSlip(household)
      : await server.core.createEnrolCode(officeOrHead[name]);
  if (issued.kind !== 'issued') throw new Error(`${name}: ${issued.kind}`);
  const read = readFragment(issued.fragment);
  if (read === null) throw new Error('not a fragment');
  return read.secret;
}

export async function createTemplate(newDisk: () => PhoneDisk): Promise<Template> {
  const server = await SimServer.open();
  const subjects = new Map<string, { kind: 'hamlet' | 'household'; id: string }>();
  const world: PhoneWorld = {
    now: () => START,
    pass: () => {},
    line: createLine(server, {
      handled: () => {},
      forge: () => Promise.reject(new Error('nobody forges yet')),
    }),
    planted: {},
    wrote: () => {},
    report: (_phone, error) => {
      throw error;
    },
  };
  const enrolled = async (name: PhoneName): Promise<{ copy: DiskCopy; profileId: string }> => {
    const dice = createDice(1).fork(name);
    const phone = new SimPhone(name, { world, disk: newDisk(), dice, profileId: '' });
    const tab = new Tab(phone);
    tab.isOnline = true;
    const outcome = await enrolNow(tab.surroundings(), await issueFor(server, name), name);
    if (outcome.kind !== 'answered') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    const { profile } = outcome;
    phone.profileId = profile.id;
    const opened = await phone.open((page) => {
      const it = page;
      it.isOnline = true;
    });
    const binding = profile.binding;
    if (profile.assessmentId !== undefined && (binding?.kind === 'hamlet' || binding?.kind === 'household')) {
      subjects.set(profile.assessmentId, { kind: binding.kind, id: binding.id });
      await opened?.workspace?.saveDraft(firstDraft(profile.assessmentId, binding.kind, binding.id));
    }
    await phone.idle();
    phone.kill();
    return { copy: await phone.disk.copy(), profileId: profile.id };
  };
  const [An, Bình, Cường, Dung, Én] = phoneNames;
  const phones = {
    [An]: await enrolled(An),
    [Bình]: await enrolled(Bình),
    [Cường]: await enrolled(Cường),
    [Dung]: await enrolled(Dung),
    [Én]: await enrolled(Én),
  };
  const [commune = {}] = server.disk.rows('commune');
  const { entries } = await server.journal.read();
  return {
    server,
    morning: { copy: server.disk.copy(), journal: entries, rev: numberIn(commune, 'rev') },
    phones,
    newDisk,
    subjects,
    forger: (await createKeys()).privateKey,
  };
}
