/** *Xuất bài chưa gửi* when this build may not open the database: the work leaves all the same. */
import { readUnopened } from '#client/db/rare/read-unopened.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { RescueExport } from '#client/workspace.ts';
import type { Surroundings } from '../open-store.ts';
import { writeRescue } from './write-rescue.ts';

export async function exportUnopened(
  profile: ProfileRow,
  { indexedDB, pocket, environment }: Pick<Surroundings, 'indexedDB' | 'pocket' | 'environment'>,
): Promise<RescueExport> {
  return writeRescue({
    ...(await readUnopened(indexedDB, profile.id)),
    profile,
    publicRecipient: (await pocket.campaign())?.recipient,
    installationId: await pocket.installationId(environment.chance),
    now: environment.clock.now(),
  });
}
