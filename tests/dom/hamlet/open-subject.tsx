/** A real workspace on a real (in-memory) IndexedDB with the commune's rows in it, and no network at all. */
import type { ReactElement } from 'react';
import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { Binding, Role } from '#protocol/policy-roles.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { CHAIN_START } from '#protocol/hash.ts';
import type { PulledRow, Settlement } from '#client/db/engine-store.ts';
import { adoptRow } from '#client/db/registers.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { createPocket } from '#client/db/pocket.ts';
import { watchInstallOffer } from '#client/pwa/install-offer.ts';
import { createUpdates } from '#client/pwa/updates.ts';
import { PwaProvider, type Pwa } from '#client/pwa/pwa-context.tsx';
import { openWorkspace } from '#client/open-workspace.ts';
import { identityOf } from '#client/sync/device-key.ts';
import type { Environment } from '#client/sync/environment.ts';
import { openStore, type Surroundings } from '#client/sync/open-store.ts';
import type { Workspace } from '#client/workspace.ts';
import { CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID, UNIT_ID, communeRows } from './made-rows.ts';
import { screensMove } from '../moving-screens.ts';

export const NOW = Date.parse('2025-11-05T03:00:00.000Z');

const environment: Environment = {
  clock: { now: () => NOW },
  chance: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  // Nothing is tried again by itself: what a test sees is what its taps did.
  timers: { set: () => ({}), clear: () => undefined },
  locks: { request: (_name, _options, body) => body(true) },
  fetch: () => Promise.reject(new TypeError('unreachable')),
  compress: null,
  isVisible: () => true,
  onWake: () => () => undefined,
  askBackgroundSync: () => Promise.resolve(),
  isPersisted: () => Promise.resolve(false),
  build: 'test',
  onError: (error) => {
    throw error;
  },
};

const pwa: Pwa = { install: watchInstallOffer(new EventTarget()), updates: createUpdates() };

const hooks = { flush: () => Promise.resolve(), onOutdated: () => undefined, onBlocked: () => undefined };

interface SubjectOptions {
  role?: Role;
  /** Rows beside the commune's own (households, submissions …). */
  rows?: readonly PulledRow[];
  /** Leaves out rows of these entities. */
  without?: readonly RowEntity[];
  link?: ProfileRow['link'];
  /** The officer's word is awaited since then. */
  awaitsSince?: number;
}

export interface OpenedSubject {
  workspace: Workspace;
  profile: ProfileRow;
  user: ReturnType<typeof userEvent.setup>;
  /** Mounts a screen at a path; returns where one is now. */
  show: (screen: ReactElement, path: string) => { at: () => string };
  /** More rows, as if an exchange had brought them. */
  pull: (rows: readonly PulledRow[]) => Promise<void>;
  /** A whole reply: verdicts of what was sealed here, what is safe. */
  settle: (over: Partial<Settlement>) => Promise<void>;
}

const EPOCH = '5d1f0a52-0f54-7c1d-9c1e-8a0c1c9d3b11';
let profiles = 0;

const bindings: Record<Role, Binding> = {
  household: { kind: 'household', id: 'none' },
  hamletHead: { kind: 'hamlet', id: HAMLET_ID },
  hamletHelper: { kind: 'hamlet', id: HAMLET_ID },
  unitContact: { kind: 'unit', id: UNIT_ID },
  officer: { kind: 'office' },
  cultureOfficer: { kind: 'office' },
  chair: { kind: 'office' },
};

export async function openSubject({
  role = 'hamletHead',
  rows = [],
  without = [],
  link = { state: 'enrolled' },
  awaitsSince,
}: SubjectOptions = {}): Promise<OpenedSubject> {
  screensMove();
  profiles += 1;
  const pocket = createPocket(indexedDB);
  const surroundings: Surroundings = { environment, pocket, indexedDB, IDBKeyRange };
  const binding = bindings[role];
  const profile: ProfileRow = {
    id: `may${profiles}x${crypto.randomUUID().slice(0, 8)}`,
    role,
    title: role === 'unitContact' ? 'Trường Tiểu học Bình Thuận' : 'Xóm Chùa 9',
    communeId: COMMUNE_ID,
    ...(binding.kind !== 'office' && { assessmentId: assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, binding.id) }),
    binding,
    by: role,
    link,
    createdAt: awaitsSince ?? NOW,
    usedAt: NOW,
    ...(awaitsSince !== undefined && { awaits: true }),
  };
  await pocket.putProfile(profile);
  const opened = await openStore(profile.id, surroundings, hooks);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { store } = opened;
  const { jwk, deviceId } = await identityOf(store);
  // Any well-formed key: no reply ever comes that would have to be checked against it.
  await store.keepEnrolment({ communeJwk: jwk, epoch: EPOCH, challenge: '' });
  const settle = async (over: Partial<Settlement>): Promise<void> => {
    const chain = (await store.chainAt(over.lastSeq ?? 0)) ?? CHAIN_START;
    const settled = await store.settle({
      deviceId,
      epoch: EPOCH,
      challenge: '',
      clockOff: 0,
      at: NOW,
      serverTime: NOW,
      lastSeq: 0,
      chain,
      safeSeq: 0,
      safeAt: null,
      drainUntil: null,
      firstSeq: 1,
      results: [],
      receipt: '',
      rows: [],
      cursors: {},
      evict: [],
      reset: [],
      isCaughtUp: false,
      unreadBy: null,
      adopt: adoptRow,
      ...over,
    });
    if (settled !== 'settled') throw new Error(settled);
  };
  const pull = (more: readonly PulledRow[]): Promise<void> => settle({ rows: [...more] });
  await pull([...communeRows(), ...rows].filter(({ entity }) => !without.includes(entity)));
  const result = await openWorkspace(profile, surroundings, hooks);
  if (result.kind !== 'open') throw new Error(result.kind);
  const { workspace } = result;
  return {
    workspace,
    profile,
    user: userEvent.setup({ delay: null }),
    // Screens that follow the database move with it.
    pull: (more) => act(() => pull(more)),
    settle: (over) => act(() => settle(over)),
    show: (screen, path) => {
      const memory = memoryLocation({ path, record: true });
      render(
        <SettingsProvider pocket={pocket} first={{ largeText: false, theme: 'system' }}>
          <WorkspaceProvider workspace={workspace}>
            <PwaProvider pwa={pwa}>
              <Router hook={memory.hook} searchHook={memory.searchHook}>
                {screen}
              </Router>
            </PwaProvider>
          </WorkspaceProvider>
        </SettingsProvider>,
      );
      return { at: () => memory.history.at(-1) ?? '' };
    },
  };
}

export const setNamed = (id: string): RowValue<'criteriaSet'> => {
  const set = defaultCriteriaSets().find((each) => each.id === id);
  if (!set) throw new Error(id);
  return set;
};
