/**
 * Strangers type codes at random, from many addresses, for days; families of a village behind one address type theirs.
 * Time is the script's.
 */
import { typedCodeOf } from '#protocol/code.ts';
import { ENROL_PATH } from '#protocol/enrol.ts';
import { hashBytes } from '#protocol/hash.ts';
import { createIdMaker } from '#protocol/ids.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { createHeadsCache } from '#server/audit/read-heads.ts';
import { createMemoryJournal } from '#server/backup/journal.ts';
import { createKeys } from '#server/crypto/keys.ts';
import { createDeviceKeys } from '#server/identity/device-keys.ts';
import { redeemCode } from '#server/identity/enrol.ts';
import type { Transaction } from '#server/store/store.ts';
import type { CoreDeps } from '#server/sync/deps.ts';
import { createFactsCache } from '#server/sync/facts.ts';
import { noFaults } from '#server/sync/faults.ts';
import { seededChance } from '../client-core/makers.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { chance, type Commune } from '../server/core/commune.ts';

export interface Guessing {
  tries: number;
  /** Tries that were held against the codes there are. */
  compared: number;
  /** The most of them within any ten minutes. */
  comparedInTenMinutes: number;
  hits: number;
  alarms: number;
}

export interface Attack {
  tries: number;
  addresses: number;
  /** The tries come evenly over so many days. */
  days: number;
  /** So many of a code's ten characters the guesser has to find; the others are told (the control: three). */
  unknown: number;
  /** Enough is known with the first that comes in. */
  untilHit?: boolean;
  seed: number;
}

const TEN_MINUTES_MS = 600_000;

/** Everybody types from an address of their own network. */
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

/** Types one code at the commune's door. One proof serves all: its body's hash is given beside the request. */
async function typist(commune: Commune): Promise<(code: string, address: string) => Promise<string>> {
  const phone = await SigningDevice.make();
  const { jwk, installationId } = phone;
  const bytes = new TextEncoder().encode('one body for all');
  const { [PROOF_HEADER]: proof = '' } = await phone.signed(ENROL_PATH, bytes, []);
  const bodyHash = await hashBytes(bytes);
  return async (code, address) => {
    const request = { v: 1 as const, nonce: installationId, code, jwk, installationId, label: 'Máy thử' };
    const outcome = await commune.core.enrol(proof, bodyHash, request, address);
    return outcome.kind === 'answered' ? 'in' : outcome.code;
  };
}

/** A key that tries codes where the core looks them up: what it signed was checked before, and is not what is guessed. */
async function guesser(commune: Commune, told: (event: string) => void) {
  const { id: deviceId, jwk, installationId } = await SigningDevice.make();
  const { store, clock } = commune;
  const deps: CoreDeps = {
    store,
    clock,
    chance,
    keys: await createKeys(),
    log: (_level, event) => told(event),
    journal: createMemoryJournal(),
    faults: noFaults,
    facts: createFactsCache(),
    heads: createHeadsCache(),
    devices: createDeviceKeys(store),
    sessions: 'notAsked',
    newId: createIdMaker(clock, chance),
  };
  return async (transaction: Transaction, code: string, address: string): Promise<string> => {
    const request = { v: 1 as const, nonce: installationId, code, jwk, installationId, label: 'Máy thử' };
    const given = { request, deviceId, counter: 1, note: () => undefined, address };
    const outcome = await redeemCode(deps, transaction, given);
    return outcome.kind === 'answered' ? 'in' : outcome.code;
  };
}

/** Tries of one commit: a million commits of their own would show nothing more. */
const AT_ONCE = 500;

export async function guess(commune: Commune, attack: Attack): Promise<Guessing> {
  const issued = await commune.core.createSlip('DM-001');
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const told = issued.typed.slice(0, issued.typed.length - attack.unknown);
  const found: Guessing = { tries: attack.tries, compared: 0, comparedInTenMinutes: 0, hits: 0, alarms: 0 };
  const type = await guesser(commune, (event) => (found.alarms += event === 'codes-guessed' ? 1 : 0));
  const dice = seededChance(attack.seed);
  const at = (index: number): number => Math.floor((attack.days * 86_400_000 * index) / attack.tries);
  const isEnough = (): boolean => attack.untilHit === true && found.hits > 0;
  let late: number[] = [];
  for (let from = 0; from < attack.tries && !isEnough(); from += AT_ONCE)
    await commune.store.write(async (transaction) => {
      for (let index = from; index < Math.min(from + AT_ONCE, attack.tries) && !isEnough(); index++) {
        commune.clock.advance(at(index + 1) - at(index));
        const code = told + typedCodeOf(dice.bytes(10)).slice(told.length);
        const answer = await type(transaction, code, addressOf(index % attack.addresses));
        if (answer === 'too-many-attempts') continue;
        const now = commune.clock.now();
        late = [...late.filter((each) => each > now - TEN_MINUTES_MS), now];
        found.compared += 1;
        found.comparedInTenMinutes = Math.max(found.comparedInTenMinutes, late.length);
        if (answer === 'in') found.hits += 1;
      }
    });
  return found;
}

/** Families of one village, behind one address, each with the code of their own slip: how many came in. */
export async function village(commune: Commune, codes: readonly string[]): Promise<number> {
  let came = 0;
  for (const code of codes) if ((await (await typist(commune))(code, '198.51.100.1')) === 'in') came += 1;
  return came;
}
