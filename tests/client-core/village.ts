/** A hamlet's phone at work: enrolled, opened, filled without a network, and the line coming back. */
import { readFragment } from '#protocol/fragment.ts';
import { openWorkspace } from '#client/open-workspace.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import type { Workspace } from '#client/workspace.ts';
import type { Commune } from './commune.ts';
import { quietHooks, untilTrue, type Phone } from './surroundings.ts';

export async function open(profile: ProfileRow, tab: Surroundings): Promise<Workspace> {
  const opened = await openWorkspace(profile, tab, quietHooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.workspace;
}

export async function headOf(commune: Commune, tab: Surroundings, subject = 'Chùa 9'): Promise<ProfileRow> {
  const issued = await commune.core.createEnrolCode({ role: 'hamletHead', subject, ttlMs: 1e9 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const outcome = await enrolNow(tab, readFragment(issued.fragment)?.secret ?? '', 'Máy thử');
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  return outcome.profile;
}

/** Time passes, in timers, until nothing waits. */
export const untilSent = (phone: Phone, workspace: Workspace): Promise<void> =>
  untilTrue(async () => {
    const phase = workspace.phase();
    if (phase.kind === 'waiting' && phase.at !== null) phone.timers.fireNext();
    const { lastSeq, ackedSeq } = await workspace.syncState();
    return lastSeq === ackedSeq && phase.kind === 'idle';
  });

/** No try is under way; the next one has its time. */
export const untilTired = (workspace: Workspace): Promise<void> =>
  untilTrue(() => {
    const phase = workspace.phase();
    return phase.kind === 'waiting' && phase.at !== null;
  });
