/**
 * The server without its HTTP: what routes and the admin tool call. It knows no sockets and no headers, so that tests,
 * the simulation and the benchmark drive exactly what production runs.
 */
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createIdMaker, type Chance, type Clock } from '#protocol/ids.ts';
import type { IssuedCode, IssueOutcome, Refusal, ServerCore } from './core-types.ts';
import { createKeys, loadKeys, type CommuneKeys } from './crypto/keys.ts';
import { createEnrolCode, createSlip, LINK_MS } from './identity/codes.ts';
import { createDeviceKeys } from './identity/device-keys.ts';
import { listDevices, revokeDevice } from './identity/devices.ts';
import { enrol } from './identity/enrol.ts';
import type { Log } from './log.ts';
import { readHello, readPublicCampaign, readReceiptState } from './public-reads.ts';
import { DEFAULT_COMMUNE_ID } from './seed/commune-data.ts';
import { seedDemo } from './seed/demo-commune.ts';
import { seedFirstStart } from './seed/first-start.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { StoreBusyError, type Store } from './store/store.ts';
import type { CoreDeps } from './sync/deps.ts';
import { createFactsCache } from './sync/facts.ts';
import { noFaults, type Faults } from './sync/faults.ts';
import { handleExchange } from './sync/handle-exchange.ts';
import { verifyStore } from './verify.ts';

export interface CoreOptions {
  store: Store;
  keys: CommuneKeys;
  clock: Clock;
  chance: Chance;
  log: Log;
  faults?: Faults;
}

/** Seconds a phone waits when the store cannot write. */
const BUSY_WAIT_S = 5;

export function createServerCore({ faults = noFaults, ...options }: CoreOptions): ServerCore {
  const { store, keys, clock, chance, log } = options;
  const deps: CoreDeps = {
    ...options,
    faults,
    facts: createFactsCache(),
    devices: createDeviceKeys(store),
    newId: createIdMaker(clock, chance),
  };

  /** A store that cannot write now is an answer, not a fault: the phone keeps its work and comes back. */
  const unlessBusy = async <Outcome>(work: Promise<Outcome>): Promise<Outcome | Refusal> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof StoreBusyError)) throw error;
      log('alarm', 'store-busy', { cause: error.cause instanceof Error ? error.cause.message : '' });
      return { kind: 'refused', code: 'busy', retryAfter: BUSY_WAIT_S };
    }
  };

  const firstLinks = async (): Promise<IssuedCode[]> => {
    if ((await listDevices(deps)).length > 0) return [];
    const { hamlets, households } = await store.read(async (tables) => ({
      hamlets: await tables.record.list('hamlet'),
      households: await tables.record.list('household'),
    }));
    const [hamlet] = hamlets;
    const [household] = households;
    const issued: IssueOutcome[] = [await createEnrolCode(deps, { role: 'officer', ttlMs: LINK_MS })];
    if (hamlet !== undefined)
      issued.push(await createEnrolCode(deps, { role: 'hamletHead', subject: hamlet.id, ttlMs: LINK_MS }));
    if (household !== undefined) issued.push(await createSlip(deps, household.id));
    return issued.filter((outcome) => outcome.kind === 'issued');
  };

  return {
    communeId: store.communeId,
    communeJwk: keys.publicJwk,
    exchange: (proof, bodyHash, request) => unlessBusy(handleExchange(deps, { proof, bodyHash, request })),
    enrol: (proof, bodyHash, request, address) =>
      unlessBusy(enrol(deps, { proof, bodyHash, request, address })),
    hello: () => readHello(deps),
    publicCampaign: () => readPublicCampaign(deps),
    receiptState: (code) => readReceiptState(deps, code),
    ready: async () => (await store.read((tables) => tables.commune.find())) !== undefined,
    createEnrolCode: (request) => createEnrolCode(deps, request),
    createSlip: (household) => createSlip(deps, household),
    firstLinks,
    listDevices: () => listDevices(deps),
    revoke: (deviceId) => revokeDevice(deps, deviceId),
    verify: () => verifyStore(store),
    seedDemo: (demo) => seedDemo(deps, demo),
    close: () => store.close(),
  };
}

export interface OpenOptions extends Omit<CoreOptions, 'store' | 'keys'> {
  /** Holds `thidua.sqlite` and `keys/`; `':memory:'` keeps both in memory. */
  dataDir: string;
  communeId?: string;
}

/**
 * Opens the store in `dataDir`, migrates it, loads or makes the commune's key, and at the very first start seeds the
 * commune. `firstStart` tells that it did.
 * @throws Error when the folder cannot be written or holds a newer build's data.
 */
export async function openServerCore({
  dataDir,
  communeId = DEFAULT_COMMUNE_ID,
  ...options
}: OpenOptions): Promise<{ core: ServerCore; firstStart: boolean }> {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const keys = inMemory ? await createKeys() : await loadKeys(join(dataDir, 'keys'));
  const file = inMemory ? dataDir : join(dataDir, 'thidua.sqlite');
  // Made here so that it is its owner's alone from the first byte; its log takes over the mode.
  if (!inMemory) await (await open(file, 'a', 0o600)).close();
  const store = openSqliteStore({ file, communeId });
  const { clock, chance } = options;
  const firstStart = await seedFirstStart({
    store,
    clock,
    facts: createFactsCache(),
    newId: createIdMaker(clock, chance),
  });
  return { core: createServerCore({ ...options, store, keys }), firstStart };
}
