/** A real core over a real store, with doors for phones. No HTTP: what is said here is what the core itself does. */
import { createServerCore } from '#server/core.ts';
import type { ServerCore } from '#server/core-types.ts';
import type { EnrolOutcome, ExchangeOutcome } from '#server/outcomes.ts';
import { createKeys } from '#server/crypto/keys.ts';
import type { LogLevel } from '#server/log.ts';
import { seedFirstStart } from '#server/seed/first-start.ts';
import { openSqliteStore, type SqliteOptions } from '#server/store/sqlite.ts';
import type { Store } from '#server/store/store.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import type { Faults } from '#server/sync/faults.ts';
import { enrolRequestSchema, ENROL_PATH } from '#protocol/enrol.ts';
import { exchangeRequestSchema } from '#protocol/exchange.ts';
import { hashText } from '#protocol/hash.ts';
import { createIdMaker, type Chance } from '#protocol/ids.ts';
import { readFragment } from '#protocol/fragment.ts';
import { problems } from '#protocol/problem-words.ts';
import { rekeyRequestSchema, REKEY_PATH } from '#protocol/rekey.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

export interface TestClock {
  now(): number;
  advance(ms: number): void;
}

/** A day before the units' deadline of the default campaign, unless told otherwise. */
export function testClock(start = Date.parse('2025-11-01T08:00:00+07:00')): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

export const chance: Chance = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

export interface Commune {
  core: ServerCore;
  store: Store;
  clock: TestClock;
  door: Door;
  /** Events logged, in order. */
  logged: { level: LogLevel; event: string }[];
  hamlets: { id: string; name: string }[];
  /** A device with this credential. */
  officer(): Promise<SigningDevice>;
  head(hamletId?: string): Promise<SigningDevice>;
  /** By the household's id or code. */
  family(household: string): Promise<SigningDevice>;
}

type StoreWish = Partial<Pick<SqliteOptions, 'file' | 'lockWaitMs' | 'maxPages'>>;

/** The embedded store, unless a suite that runs the same tests on another one puts that in its place. */
export const stores = {
  /** How many random lives are tried. */
  runs: 20,
  open: async ({ file = ':memory:', lockWaitMs, maxPages }: StoreWish): Promise<Store> =>
    openSqliteStore({
      file,
      communeId: 'binh-thuan-05830',
      ...(lockWaitMs === undefined ? {} : { lockWaitMs }),
      ...(maxPages === undefined ? {} : { maxPages }),
    }),
};

interface OpenCommune extends StoreWish {
  faults?: Faults;
  clock?: TestClock;
  /** Plants something between the core and its store. */
  wrapStore?: (store: Store) => Store;
}

export const secretOf = (fragment: string): string => {
  const read = readFragment(fragment);
  if (read === null) throw new Error('not a fragment');
  return read.secret;
};

const toResponse = (outcome: ExchangeOutcome | EnrolOutcome): Response =>
  outcome.kind === 'answered'
    ? Response.json(outcome.response)
    : Response.json(outcome, { status: problems[outcome.code].status });

/** The core as a phone's transport sees it, from one network address. */
export const doorOf =
  (core: ServerCore, address = '203.0.113.7'): Door =>
  async (path, init) => {
    const body = await new Response(init.body ?? '').text();
    const proof = new Headers(init.headers).get(PROOF_HEADER) ?? '';
    const bodyHash = await hashText(body);
    if (path === REKEY_PATH)
      return toResponse(await core.rekey(proof, bodyHash, rekeyRequestSchema.parse(JSON.parse(body))));
    return path === ENROL_PATH
      ? toResponse(await core.enrol(proof, bodyHash, enrolRequestSchema.parse(JSON.parse(body)), address))
      : toResponse(await core.exchange(proof, bodyHash, exchangeRequestSchema.parse(JSON.parse(body))));
  };

export async function openCommune(options: OpenCommune = {}): Promise<Commune> {
  const clock = options.clock ?? testClock();
  const logged: Commune['logged'] = [];
  const { wrapStore = (given: Store) => given } = options;
  const store = await stores.open(options);
  await seedFirstStart({ store, clock, facts: createFactsCache(), newId: createIdMaker(clock, chance) });
  const core = createServerCore({
    store: wrapStore(store),
    clock,
    chance,
    keys: await createKeys(),
    sessions: 'notAsked',
    log: (level, event) => {
      logged.push({ level, event });
    },
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  });
  const hamlets = (await store.read((tables) => tables.record.list('hamlet'))).map(({ id, value }) => {
    const { name }: { name: string } = JSON.parse(value);
    return { id, name };
  });
  const door = doorOf(core);
  const enrolled = async (issued: Awaited<ReturnType<ServerCore['createSlip']>>): Promise<SigningDevice> => {
    if (issued.kind !== 'issued') throw new Error('no such subject');
    const device = await SigningDevice.make();
    const reply = await device.enrol(door, secretOf(issued.fragment));
    if (reply.value === null) throw new Error(`not enrolled: ${reply.text}`);
    return device;
  };
  const ttlMs = 60_000;
  return {
    core,
    store,
    clock,
    door,
    logged,
    hamlets,
    officer: async () => enrolled(await core.createEnrolCode({ role: 'officer', ttlMs })),
    head: async (hamletId = hamlets[0]?.id ?? '') =>
      enrolled(await core.createEnrolCode({ role: 'hamletHead', subject: hamletId, ttlMs })),
    family: async (household) => enrolled(await core.createSlip(household)),
  };
}
