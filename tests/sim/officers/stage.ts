/** Two officers and a hamlet head, enrolled and caught up: the morning every interleaving begins with. */
import { enrolNow } from '#client/sync/enrol-now.ts';
import { readFragment } from '#protocol/fragment.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';
import type { Copy } from '../database.ts';
import { createDice, type Dice } from '../dice.ts';
import { firstDraft } from '../first-draft.ts';
import { createLine } from '../line.ts';
import { createMemoryPhoneDisk, type DiskCopy } from '../phone-disk.ts';
import { SimPhone, type PhoneWorld } from '../phone.ts';
import type { Planted } from '../planted/planted.ts';
import { SimServer } from '../server.ts';
import { Tab } from '../tab.ts';

export const officers = ['Hoa', 'Lan'] as const;
export const people = [...officers, 'An'] as const;
export type Person = (typeof people)[number];

export interface Stage {
  server: SimServer;
  morning: { copy: Copy; journal: readonly JournalEntry[] };
  machines: Record<Person, { copy: DiskCopy; profileId: string }>;
  /** The head's form. */
  assessmentId: string;
}

export function worldOf(server: SimServer, planted: Planted): PhoneWorld {
  return {
    now: () => server.clock.now(),
    pass: (ms) => server.clock.set(server.clock.now() + ms),
    line: createLine(server, { handled: () => {}, forge: () => Promise.reject(new Error('nobody forges')) }),
    planted,
    wrote: () => {},
    report: (_phone, error) => {
      throw error;
    },
  };
}

export const onNetwork = (tab: Tab): void => {
  const page = tab;
  page.isOnline = true;
};

async function secretFor({ core, village }: SimServer, person: Person): Promise<string> {
  const issued = await core.createEnrolCode({
    ...(person === 'An'
      ? { role: 'hamletHead' as const, subject: village.hamlets[0] }
      : { role: 'officer' as const }),
    personName: person,
    ttlMs: 60_000,
  });
  const read = issued.kind === 'issued' ? readFragment(issued.fragment) : null;
  if (read === null) throw new Error(`no code for ${person}`);
  return read.secret;
}

export async function createStage(): Promise<Stage> {
  const server = await SimServer.open();
  const world = worldOf(server, {});
  let assessmentId = '';
  const enrolled = async (person: Person): Promise<{ copy: DiskCopy; profileId: string }> => {
    const dice: Dice = createDice(1).fork(person);
    const disk = createMemoryPhoneDisk();
    const phone = new SimPhone(person, { world, disk, dice, profileId: '' });
    const first = new Tab(phone);
    first.isOnline = true;
    const outcome = await enrolNow(first.surroundings(), await secretFor(server, person), person);
    if (outcome.kind !== 'answered') throw new Error(`${person}: ${JSON.stringify(outcome)}`);
    const { profile } = outcome;
    phone.profileId = profile.id;
    const tab = await phone.open(onNetwork);
    if (profile.assessmentId !== undefined && profile.binding?.kind === 'hamlet') {
      ({ assessmentId } = profile);
      await tab?.workspace?.saveDraft(firstDraft(assessmentId, 'hamlet', profile.binding.id));
    }
    await phone.idle();
    phone.kill();
    return { copy: await disk.copy(), profileId: profile.id };
  };
  const machines = { Hoa: await enrolled('Hoa'), Lan: await enrolled('Lan'), An: await enrolled('An') };
  const { entries } = await server.journal.read();
  return { server, morning: { copy: server.disk.copy(), journal: entries }, machines, assessmentId };
}
