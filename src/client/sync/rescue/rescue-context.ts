/** What carrying work without a network needs of an open profile. */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Environment } from '../environment.ts';

export interface RescueContext {
  store: EngineStore;
  profile: ProfileRow;
  pocket: Pick<Pocket, 'campaign' | 'installationId'>;
  environment: Environment;
}
