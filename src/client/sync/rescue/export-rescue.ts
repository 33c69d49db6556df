/** *Xuất bài chưa gửi* from an open profile. */
import type { RescueExport } from '#client/workspace.ts';
import type { RescueContext } from './rescue-context.ts';
import { writeRescue } from './write-rescue.ts';

export async function exportRescue({
  store,
  profile,
  pocket,
  environment,
}: RescueContext): Promise<RescueExport> {
  const { ops } = await store.pending(Infinity);
  return writeRescue({
    identity: await store.identity(),
    waiting: ops,
    profile,
    publicRecipient: (await pocket.campaign())?.recipient,
    installationId: await pocket.installationId(environment.chance),
    now: environment.clock.now(),
  });
}
