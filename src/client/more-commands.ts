/** What a workspace can do beyond a family's form; loaded with the first use of any of it. */
import type { Pocket } from './db/pocket.ts';
import { createLazyPhotos, type LazyPhotoParts, type LazyPhotos } from './photos/lazy-photos.ts';
import { createCampaignKeeper } from './sync/campaign-keeper.ts';
import { createCommands, type CommandParts } from './sync/rare/commands.ts';
import { diagnosticOf } from './sync/rare/diagnostic.ts';
import { dropGone } from './sync/rare/drop-gone.ts';
import { issueSlips } from './sync/rare/issue-slips.ts';
import { handInRescue } from './sync/rescue/hand-in.ts';
import { createSessionGate } from './sync/session-gate.ts';
import type { ProfileCard } from './sync/cycle-context.ts';
import { announceProfile, communeDay, followCampaign, openCampaign } from './sync/rare/follow-campaign.ts';
import type { RescueContext } from './sync/rescue/rescue-context.ts';
import type { Workspace } from './workspace.ts';

export interface MoreParts
  extends LazyPhotoParts, Omit<CommandParts, 'onError'>, Pick<RescueContext, 'environment'> {
  pocket: Pocket;
  phase: Workspace['phase'];
  card: Pick<ProfileCard, 'current' | 'change'>;
  whenNobodyEdits: (act: () => Promise<void>) => Promise<void>;
  rows: Pick<Workspace, 'rows' | 'row'>;
}

type MoreCommands = LazyPhotos['commands'] &
  Pick<
    Workspace,
    | 'openCampaign'
    | 'putBatch'
    | 'revertBatch'
    | 'batches'
    | 'conflicts'
    | 'choose'
    | 'move'
    | 'verifyMany'
    | 'score'
    | 'issueSlips'
    | 'devices'
    | 'readLog'
    | 'readLogHeads'
    | 'balance'
    | 'session'
    | 'exportRescue'
    | 'handInRescue'
    | 'diagnostic'
  >;

export interface More {
  commands: MoreCommands;
  photos: LazyPhotos;
  /** Goes over to the campaign people fill in now, and keeps it for the next family on this phone. */
  keepCampaign: () => Promise<void>;
}

const batches = () => import('./sync/rare/batches.ts');

export function createMore(parts: MoreParts): More {
  const photos = createLazyPhotos(parts);
  const context = (): RescueContext => ({ ...parts, profile: parts.profile() });
  const gate = createSessionGate();
  const following = { ...parts, clock: parts.environment.clock };
  let today = '';
  const keeper = createCampaignKeeper(parts.rows, parts.store, parts.pocket, () => today);
  const keepCampaign = async (): Promise<void> => {
    today = await communeDay(following);
    await keeper();
  };
  return {
    photos: {
      ...photos,
      // Everything the commune has for this phone is here now.
      turn: async () => {
        await dropGone(parts.store);
        return photos.turn();
      },
    },
    keepCampaign: async () => {
      // A whole exchange: the officer has said yes.
      const { awaits, ...profile } = parts.card.current();
      if (awaits) {
        await parts.card.change(profile);
        await announceProfile(parts.store);
      }
      await keepCampaign();
      // Not under the hands of somebody who fills in a form: when they leave it.
      await parts.whenNobodyEdits(() => followCampaign(following));
    },
    commands: {
      ...photos.commands,
      ...createCommands({ ...parts, onError: parts.environment.onError }),
      openCampaign: async (id) => {
        await openCampaign(following, id);
        await keepCampaign();
      },
      // The office's alone.
      putBatch: async (batch) => (await batches()).putBatch(parts, batch),
      revertBatch: async (id) => (await batches()).revertBatch(parts, id),
      batches: async () => (await batches()).readBatches(parts),
      verifyMany: async (forms) => (await import('./sync/rare/verify-many.ts')).verifyMany(parts, forms),
      session: async () => (await import('./sync/session-asks.ts')).createSessionAsks(context(), gate),
      issueSlips: (ids) => gate.through('slips', () => issueSlips(context(), ids)),
      devices: async () => (await import('./sync/rare/device-acts.ts')).createDeviceCommands(context(), gate),
      readLog: (query) =>
        gate.through(query.take === undefined ? 'readLog' : 'exportLog', async () =>
          (await import('./sync/rare/read-log.ts')).readLog(context(), query),
        ),
      readLogHeads: () =>
        gate.through('readLog', async () =>
          (await import('./sync/rare/read-log.ts')).readLogHeads(context()),
        ),
      // A file of its own: it brings the encryption.
      exportRescue: async () => (await import('./sync/rescue/export-rescue.ts')).exportRescue(context()),
      handInRescue: (bytes) => gate.through('handIn', () => handInRescue(context(), bytes)),
      diagnostic: () => diagnosticOf({ ...context(), phase: parts.phase() }),
    },
  };
}
