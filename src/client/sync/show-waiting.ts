/** The number on the app's icon: what waits to be sent on this phone, over everybody who uses it. */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Environment } from './environment.ts';

interface Counted {
  store: Pick<EngineStore, 'counts'>;
  pocket: Pick<Pocket, 'profiles' | 'changeProfiles'>;
  environment: Pick<Environment, 'showBadge'>;
}

/** After whatever changed it, for one profile; the others' numbers are as they last told them. 0 clears the icon. */
export async function showWaiting({ store, pocket, environment }: Counted, profileId: string): Promise<void> {
  if (environment.showBadge === undefined) return;
  const { waiting } = await store.counts();
  const counted = (profiles: ProfileRow[]): ProfileRow[] =>
    profiles.map((each) => (each.id === profileId ? { ...each, waiting } : each));
  const before = await pocket.profiles();
  if (before.some((each) => each.id === profileId && each.waiting !== waiting))
    await pocket.changeProfiles(counted);
  environment.showBadge(counted(before).reduce((sum, each) => sum + (each.waiting ?? 0), 0));
}
