/** Hamlet heads and officers at their phones, over disks a test can look into. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Environment } from '#client/sync/environment.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import type { Workspace } from '#client/workspace.ts';
import type { Commune } from './commune.ts';
import { createDiskPhone, type DiskPhone } from './phone-disk.ts';
import { untilTrue } from './surroundings.ts';
import { headOf, open, untilSent } from './village.ts';

export interface At {
  on: DiskPhone;
  line: ReturnType<Commune['line']>;
  profile: ProfileRow;
  workspace: Workspace;
  /** Everything up and down. */
  meet(): Promise<void>;
}

async function at(
  commune: Commune,
  seed: number,
  enrol: (on: DiskPhone) => Promise<ProfileRow>,
  over: Partial<Environment> = {},
): Promise<At> {
  const line = commune.line();
  const on = createDiskPhone(seed, line.fetch, { compress: line.compress, ...over });
  const profile = await enrol(on);
  const workspace = await open(profile, on.tab);
  const meet = async (): Promise<void> => {
    const asked = line.log.length;
    workspace.sendNow();
    await untilTrue(() => line.log.length > asked);
    await untilSent(on.phone, workspace);
  };
  return { on, line, profile, workspace, meet };
}
export const head = (commune: Commune, seed: number, over: Partial<Environment> = {}): Promise<At> =>
  at(commune, seed, (on) => headOf(commune, on.tab), over);
export const officer = (commune: Commune, seed: number): Promise<At> =>
  at(commune, seed, async ({ tab }) => {
    const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 1e9 });
    if (issued.kind !== 'issued') throw new Error(issued.kind);
    const outcome = await enrolNow(tab, issued.typed, 'Máy xã');
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    return outcome.profile;
  });

export const verdictsOf = async ({ workspace }: At): Promise<string[]> =>
  (await workspace.outbox()).map(({ kind, result }) =>
    `${kind} ${result?.verdict} ${result?.code ?? ''}`.trim(),
  );
