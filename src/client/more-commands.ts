/** What a workspace can do beyond a family's form; loaded with the first use of any of it. */
import type { Pocket } from './db/pocket.ts';
import { createLazyPhotos, type LazyPhotoParts, type LazyPhotos } from './photos/lazy-photos.ts';
import { createCampaignKeeper } from './sync/campaign-keeper.ts';
import { createCommands, type CommandParts } from './sync/rare/commands.ts';
import { diagnosticOf } from './sync/rare/diagnostic.ts';
import { issueSlips } from './sync/rare/issue-slips.ts';
import { handInRescue } from './sync/rescue/hand-in.ts';
import type { RescueContext } from './sync/rescue/rescue-context.ts';
import type { Workspace } from './workspace.ts';

export interface MoreParts
  extends LazyPhotoParts, Omit<CommandParts, 'onError'>, Pick<RescueContext, 'environment'> {
  pocket: Pocket;
  phase: Workspace['phase'];
  rows: Pick<Workspace, 'rows' | 'row'>;
}

type MoreCommands = LazyPhotos['commands'] &
  Pick<
    Workspace,
    | 'conflicts'
    | 'choose'
    | 'move'
    | 'score'
    | 'issueSlips'
    | 'balance'
    | 'exportRescue'
    | 'handInRescue'
    | 'diagnostic'
  >;

export interface More {
  commands: MoreCommands;
  photos: LazyPhotos;
  /** For the next family on this phone. */
  keepCampaign: () => Promise<void>;
}

export function createMore(parts: MoreParts): More {
  const photos = createLazyPhotos(parts);
  const context = (): RescueContext => ({ ...parts, profile: parts.profile() });
  return {
    photos,
    keepCampaign: createCampaignKeeper(parts.rows, parts.store, parts.pocket),
    commands: {
      ...photos.commands,
      ...createCommands({ ...parts, onError: parts.environment.onError }),
      issueSlips: (ids) => issueSlips(context(), ids),
      // A file of its own: it brings the encryption.
      exportRescue: async () => (await import('./sync/rescue/export-rescue.ts')).exportRescue(context()),
      handInRescue: (bytes) => handInRescue(context(), bytes),
      diagnostic: () => diagnosticOf({ ...context(), phase: parts.phase() }),
    },
  };
}
