/**
 * Leaving a phone, in an order in which nothing is lost: the engine has stopped, what waits is tried once more, what
 * could not go is encrypted to the commune and kept, and only then everything else is deleted.
 */
import type { LockStore } from '#client/db/lock-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { wipe } from '#client/db/wipe.ts';
import { createBudget } from '#client/sync/budget.ts';
import { runCycle } from '#client/sync/cycle.ts';
import {
  databasePlatform,
  openStore,
  quietHooks,
  type OpenedStore,
  type Surroundings,
} from '#client/sync/open-store.ts';
import { createProfileCard } from '#client/sync/profile-card.ts';
import { exportRescue } from '#client/sync/rescue/export-rescue.ts';
import { sealDrafts } from '#client/sync/seal-drafts.ts';
import { createSessionGate } from '#client/sync/session-gate.ts';
import { createTransport } from '#client/sync/transport.ts';
import { alone } from './alone.ts';

type Store = Extract<OpenedStore, { kind: 'open' }>['store'];

/** What would not be with the commune if the profile went now. */
export interface Unsent {
  operations: number;
  /** Pictures of which the commune lacks bytes: no file carries them. */
  photos: number;
}

export type LastSend =
  | { kind: 'looked'; unsent: Unsent }
  /** Another window has it open. */
  | { kind: 'held' }
  | { kind: 'notOpened' };

export interface LeaveParts {
  profile: ProfileRow;
  around: Surroundings;
  store: LockStore;
}

async function unsentOf(store: Store): Promise<Unsent> {
  const { ops } = await store.pending(Infinity);
  const photos = await store.tables.read(['photos'], async (tx) => tx.photos().toArray());
  const lacking = photos.filter(
    ({ state, upload, removedAt }) =>
      removedAt === undefined && state !== 'refused' && upload.state !== 'sent' && upload.state !== 'failed',
  );
  return { operations: ops.length, photos: lacking.length };
}

async function opened<T>(
  { profile, around }: LeaveParts,
  body: (store: Store) => Promise<T>,
): Promise<{ kind: 'done'; value: T } | { kind: 'held' } | { kind: 'notOpened' }> {
  const done = await alone(profile.id, around.environment, async () => {
    const opening = await openStore(profile.id, around, quietHooks);
    if (opening.kind !== 'open') return { kind: 'notOpened' } as const;
    try {
      return { kind: 'done', value: await body(opening.store) } as const;
    } finally {
      opening.close();
    }
  });
  return done.kind === 'held' ? done : done.value;
}

/** Seals what was typed, sends once more, and looks at what is left. Deletes nothing. */
export async function lastSend(parts: LeaveParts): Promise<LastSend> {
  const { profile, around } = parts;
  const { environment, pocket } = around;
  const looked = await opened(parts, async (store) => {
    const card = createProfileCard(pocket, (await pocket.profile(profile.id)) ?? profile);
    const { by, role } = card.current();
    if (role !== 'household')
      await sealDrafts({ store, clock: environment.clock, chance: environment.chance, by: by ?? role });
    if (card.current().link.state !== 'lockedOut')
      await runCycle({
        store,
        transport: createTransport(environment),
        environment,
        budget: createBudget(),
        profile: card,
        installationId: () => pocket.installationId(environment.chance),
        // Nothing that is about to be deleted is fetched.
        pausesRows: () => Promise.resolve(true),
      });
    return unsentOf(store);
  });
  return looked.kind === 'done' ? { kind: 'looked', unsent: looked.value } : looked;
}

export type Left =
  | { kind: 'left'; operations: number }
  /** Nothing waited. */
  | { kind: 'nothing' }
  /** The phone does not know the commune's key, or one file does not take it all: it must not go. */
  | { kind: 'cannot'; reason: 'noCommuneKey' | 'tooMuch' }
  | { kind: 'held' }
  | { kind: 'notOpened' };

/** Encrypts the unsent to the commune and keeps it beside the profiles: readable by nobody here. */
export async function keepUnsent(parts: LeaveParts): Promise<Left> {
  const { profile, around, store: locks } = parts;
  const { environment, pocket } = around;
  const kept = await opened(parts, async (store): Promise<Left> => {
    const current = (await pocket.profile(profile.id)) ?? profile;
    const { ops } = await store.pending(Infinity);
    if (ops.length === 0) {
      await locks.removeLeft(profile.id);
      return { kind: 'nothing' };
    }
    const made = await exportRescue({ store, profile: current, pocket, environment });
    if (made.kind === 'noCommuneKey') return { kind: 'cannot', reason: made.kind };
    if (made.kind === 'nothingWaits' || made.operations < ops.length)
      return { kind: 'cannot', reason: 'tooMuch' };
    const { name, bytes, operations } = made;
    const { id: profileId, title } = profile;
    const madeAt = environment.clock.now();
    await locks.putLeft({ kind: 'left', profileId, title, name, bytes, operations, madeAt, isAlone: true });
    return { kind: 'left', operations };
  });
  return kept.kind === 'done' ? kept.value : kept;
}

/**
 * Ends the officer's session with the commune, so that it does not outlive the machine's copy. Without a network it ends
 * by itself: nobody can use it without the key that is about to be deleted.
 */
export async function endSession(parts: LeaveParts): Promise<void> {
  const { profile, around } = parts;
  if (profile.binding?.kind !== 'office') return;
  const { createSessionAsks } = await import('#client/sync/session-asks.ts');
  await opened(parts, async (store) => {
    await createSessionAsks({ store, environment: around.environment }, createSessionGate()).end();
  });
}

/** Deletes everything of the profile but what {@link keepUnsent} kept. */
export async function wipeAll(parts: LeaveParts): Promise<{ kind: 'wiped' } | { kind: 'held' }> {
  const { profile, around, store } = parts;
  const done = await alone(profile.id, around.environment, async () => {
    const left = await store.left(profile.id);
    if (left !== undefined && !left.isAlone) await store.putLeft({ ...left, isAlone: true });
    const { environment, pocket } = around;
    const platform = { ...databasePlatform(around), chance: environment.chance };
    await wipe(profile, pocket, platform, environment.onError);
    await store.forget(profile.id);
  });
  return done.kind === 'held' ? done : { kind: 'wiped' };
}
