/**
 * Strangers type codes at random, from many addresses, for days; families of a village behind one address type theirs.
 * Time is the script's. One proof serves all tries: its body hash is given beside the request, as the route gives it.
 */
import { typedCodeOf } from '#protocol/code.ts';
import { ENROL_PATH } from '#protocol/enrol.ts';
import { hashBytes } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { seededChance } from '../client-core/makers.ts';
import { SigningDevice } from '../support/signing-device.ts';
import type { Commune } from '../server/core/commune.ts';

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
  seed: number;
}

const TEN_MINUTES_MS = 600_000;

/** Everybody types from an address of their own network. */
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

/** Types one code at the commune's door; 'compared' when it was held against the codes and is none of them. */
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

export async function guess(commune: Commune, attack: Attack): Promise<Guessing> {
  const issued = await commune.core.createSlip('DM-001');
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const told = issued.typed.slice(0, issued.typed.length - attack.unknown);
  const type = await typist(commune);
  const dice = seededChance(attack.seed);
  const step = (attack.days * 86_400_000) / attack.tries;
  const found: Guessing = { tries: attack.tries, compared: 0, comparedInTenMinutes: 0, hits: 0, alarms: 0 };
  let late: number[] = [];
  for (let index = 0; index < attack.tries; index++) {
    commune.clock.advance(step);
    const code = told + typedCodeOf(dice.bytes(10)).slice(told.length);
    const answer = await type(code, addressOf(index % attack.addresses));
    if (answer === 'too-many-attempts') continue;
    const now = commune.clock.now();
    late = [...late.filter((at) => at > now - TEN_MINUTES_MS), now];
    found.compared += 1;
    found.comparedInTenMinutes = Math.max(found.comparedInTenMinutes, late.length);
    if (answer === 'in') found.hits += 1;
  }
  found.alarms = commune.logged.filter(({ event }) => event === 'codes-guessed').length;
  return found;
}

/** Families of one village, behind one address, each with the code of their own slip: how many came in. */
export async function village(commune: Commune, codes: readonly string[]): Promise<number> {
  let came = 0;
  for (const code of codes) if ((await (await typist(commune))(code, '198.51.100.1')) === 'in') came += 1;
  return came;
}
