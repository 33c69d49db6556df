/**
 * The server without its HTTP: what routes and the admin tool call. It knows no sockets and no headers, so that tests,
 * the simulation and the benchmark drive exactly what production runs.
 */
import { join } from 'node:path';
import { createIdMaker, type Chance, type Clock } from '#protocol/ids.ts';
import { createBackups } from './backup/backups.ts';
import { createBoards } from './board/boards.ts';
import { recoveryToPrint } from './backup/recovery.ts';
import { createMemoryJournal, JOURNAL_FILE, openJournal, type Journal } from './backup/journal.ts';
import type { IssuedCode, IssueOutcome, ServerCore } from './core-types.ts';
import type { Refusal } from './outcomes.ts';
import { keysOfStore, noteKeys } from './crypto/keys-of-store.ts';
import type { CommuneKeys } from './crypto/keys.ts';
import { createEnrolCode, createSlip, LINK_MS } from './identity/codes.ts';
import { createDeviceKeys } from './identity/device-keys.ts';
import { actOnDevice } from './identity/act-on-device.ts';
import { listDevices, revokeDevice } from './identity/devices.ts';
import { issueCode } from './identity/issue-code.ts';
import { readFeedback, takeFeedback } from './feedback.ts';
import { enrol } from './identity/enrol.ts';
import { rekey } from './identity/rekey.ts';
import { issueSlips } from './identity/slips.ts';
import { createHeadsCache, readLogHeads } from './audit/read-heads.ts';
import { readLog } from './audit/read-log.ts';
import type { Log } from './log.ts';
import { noteOpened } from './privacy/openings.ts';
import { createPhotos, type PhotoOptions } from './photos/photos.ts';
import { readHello, readPublicCampaign, readReceiptState } from './public-reads.ts';
import { createRescues } from './rescue/rescues.ts';
import { catchUpAccounts } from './session/accounts.ts';
import { createSessions } from './session/commands.ts';
import { DEFAULT_COMMUNE_ID } from './seed/commune-data.ts';
import { seedDemo } from './seed/demo-commune.ts';
import { createDemoPhotos } from './seed/demo-photos.ts';
import { seedFirstStart } from './seed/first-start.ts';
import { openStore, type StorePlace } from './store/open.ts';
import { StoreBusyError, type Store } from './store/store.ts';
import type { CoreDeps, SessionsAsked } from './sync/deps.ts';
import { createFactsCache } from './sync/facts.ts';
import { noFaults, type Faults } from './sync/faults.ts';
import { handleExchange } from './sync/handle-exchange.ts';
import { judgeAgain } from './sync/judge-again.ts';
import { catchUp } from './sync/office-rows.ts';
import { verifyStore } from './verify/verify-store.ts';

export interface CoreOptions {
  store: Store;
  keys: CommuneKeys;
  clock: Clock;
  chance: Chance;
  log: Log;
  /** The server's own entry always asks. */
  sessions: SessionsAsked;
  faults?: Faults;
  /** Left out: one in memory, for a store that lives as long as the core. */
  journal?: Journal;
  /** Where pictures are kept; left out, in a folder that lives as long as the core. */
  dataDir?: string;
  photos?: PhotoOptions;
}

/** Seconds a phone waits when the store cannot write. */
const BUSY_WAIT_S = 5;

export function createServerCore({
  faults = noFaults,
  dataDir,
  photos: photoOptions,
  journal = createMemoryJournal(),
  ...options
}: CoreOptions): ServerCore {
  const { store, keys, clock, chance, log } = options;
  const deps: CoreDeps = {
    ...options,
    journal,
    faults,
    facts: createFactsCache(),
    heads: createHeadsCache(),
    devices: createDeviceKeys(store),
    newId: createIdMaker(clock, chance),
  };

  const backups = createBackups(deps, dataDir);
  const boards = createBoards(deps);
  const photos = createPhotos(deps, { ...photoOptions, dataDir });

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
    exchange: (proof, bodyHash, request, carried) =>
      unlessBusy(handleExchange(deps, { proof, bodyHash, request, ...(carried && { carried }) })),
    enrol: (proof, bodyHash, request, address) =>
      unlessBusy(enrol(deps, { proof, bodyHash, request, address })),
    rekey: (proof, bodyHash, request) => unlessBusy(rekey(deps, { proof, bodyHash, request })),
    issueSlips: (proof, bodyHash, request, carried) =>
      unlessBusy(issueSlips(deps, { proof, bodyHash, request, ...(carried && { carried }) })),
    issueCode: (proof, bodyHash, request, carried) =>
      unlessBusy(issueCode(deps, { proof, bodyHash, request, ...(carried && { carried }) })),
    actOnDevice: (proof, bodyHash, request, carried) =>
      unlessBusy(actOnDevice(deps, { proof, bodyHash, request, ...(carried && { carried }) })),
    judgeAgain: () => judgeAgain(deps),
    beginUpload: (proof, picture) => unlessBusy(photos.beginUpload(proof, picture)),
    receiveUpload: (uploadId, request) => unlessBusy(photos.receiveUpload(uploadId, request)),
    readPhoto: (proof, photo) => unlessBusy(photos.readPhoto(proof, photo)),
    hello: () => readHello(deps),
    publicCampaign: () => readPublicCampaign(deps),
    receiptState: (code) => readReceiptState(deps, code),
    takeFeedback: (request, address) => unlessBusy(takeFeedback(deps, request, address)),
    feedbackState: (code) => readFeedback(deps, code),
    board: () => boards.board(),
    boardPhoto: ({ file }) => photos.readSmall(file),
    openRelease: (number) => boards.release(number),
    readLog: (proof, request) => unlessBusy(readLog(deps, proof, request)),
    readLogHeads: (proof, method, carried) => unlessBusy(readLogHeads(deps, proof, method, carried)),
    noteOpened: (proof, bodyHash, request, carried) =>
      unlessBusy(noteOpened(deps, { proof, bodyHash, request, ...(carried && { carried }) })),
    ready: async () => (await store.read((tables) => tables.commune.find())) !== undefined,
    createEnrolCode: (request) => createEnrolCode(deps, request),
    createSlip: (household) => createSlip(deps, household),
    firstLinks,
    listDevices: () => listDevices(deps),
    revoke: (deviceId) => revokeDevice(deps, deviceId),
    verify: async () =>
      verifyStore(store, {
        ...(dataDir !== undefined && { dataDir, journal: async () => (await journal.read()).entries }),
      }),
    ...backups,
    ...createRescues(deps, unlessBusy),
    ...createSessions(deps, unlessBusy),
    seedDemo: async (demo) => {
      const counts = await seedDemo(deps, demo, {
        ...(demo.reviewed === true && { photos: createDemoPhotos((...picture) => photos.keep(...picture)) }),
      });
      // Its devices came by no request.
      await backups.settle();
      return counts;
    },
    close: async () => {
      await photos.close();
      await store.close();
      await journal.close();
    },
  };
}

export interface OpenOptions
  extends Omit<CoreOptions, 'store' | 'keys' | 'dataDir'>, Pick<StorePlace, 'dataDir' | 'databaseUrl'> {
  communeId?: string;
}

export interface OpenCore {
  core: ServerCore;
  firstStart: boolean;
  /** Lines of the recovery identity, at the one moment there are any: to be printed, and kept nowhere. */
  recovery: string[];
}

/**
 * Opens the store (in `dataDir`, or in the database `databaseUrl` names), migrates it, loads or makes the commune's key
 * in `dataDir/keys`, and at the very first start seeds the commune. `firstStart` tells that it did. Of several processes
 * that start together one does it.
 * @throws Error when the folder cannot be written, the database not be reached, or a newer build's data is there.
 */
export async function openServerCore({
  dataDir,
  databaseUrl,
  communeId = DEFAULT_COMMUNE_ID,
  ...options
}: OpenOptions): Promise<OpenCore> {
  const { clock, chance, log } = options;
  const inMemory = dataDir === ':memory:';
  const store = await openStore({
    dataDir,
    communeId,
    ...(databaseUrl !== undefined && { databaseUrl }),
    warn: (weakness) => log('alarm', weakness),
  });
  const makeReady = async (): Promise<{ keys: CommuneKeys; firstStart: boolean }> => ({
    keys: await keysOfStore(store, dataDir),
    firstStart: await seedFirstStart({
      store,
      clock,
      facts: createFactsCache(),
      newId: createIdMaker(clock, chance),
    }),
  });
  try {
    const { keys, firstStart } = await store.exclusive('first-start', makeReady);
    if (!inMemory) await noteKeys(store, keys);
    const kept = inMemory ? {} : { dataDir, journal: await openJournal(join(dataDir, JOURNAL_FILE)) };
    const core = createServerCore({ ...options, ...kept, store, keys });
    const newId = createIdMaker(clock, chance);
    const giveAccounts = () => store.write((transaction) => catchUpAccounts({ clock, newId }, transaction));
    await store.exclusive('accounts', giveAccounts);
    await store.exclusive('settle', core.settle);
    await store.exclusive('catch-up', () => store.write(catchUp));
    await core.judgeAgain();
    return { core, firstStart, recovery: inMemory ? [] : await recoveryToPrint(communeId, keys) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
