/**
 * The commune holds another history under this key: the phone was copied or rolled back, or a restore took away what it
 * no longer has. It gives itself a new key, vouched for by the old one, and hands everything in again under the same ids
 * (`protocol.md` §6).
 */
import { enrolResponseSchema } from '#protocol/enrol.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { REKEY_PATH, signSuccession, type RekeyRequest } from '#protocol/rekey.ts';
import { resealUnder } from '#client/db/rare/reseal.ts';
import type { CycleContext } from '../cycle-context.ts';
import { newNonce } from '../nonce.ts';
import { postSigned, type Unreachable } from '../transport.ts';
import { dropSuccessor, successorOf } from './successor.ts';

export type RekeyOutcome =
  | { kind: 'rekeyed' }
  | { kind: 'unreachable'; reason: Unreachable }
  | { kind: 'busy'; retryAfterMs: number | null }
  | { kind: 'lockedOut'; problem: ProblemCode };

const lockingProblems: readonly ProblemCode[] = ['device-unknown', 'device-revoked'];

/** A crash anywhere costs nothing: the commune is asked again with the same new key, and answers the same. */
export async function rekey(
  context: CycleContext,
  forked: { epoch: string; lastSeq: number },
): Promise<RekeyOutcome> {
  const { store, environment, profile } = context;
  const old = await store.identity();
  if (old === undefined) throw new Error('a phone without a key has no history');
  const successor = await successorOf(store.tables);
  const commune = profile.current().communeId;
  const succession = await signSuccession(
    { commune, device: old.deviceId, successor: successor.deviceId },
    old.keys.privateKey,
  );
  const request: RekeyRequest = {
    v: 1,
    nonce: newNonce(environment.chance),
    jwk: successor.jwk,
    device: old.deviceId,
    succession,
    installationId: await context.installationId(),
  };
  const counter = await store.nextCounter();
  const reply = await postSigned(
    { ...environment, compress: null },
    REKEY_PATH,
    request,
    { schema: enrolResponseSchema, bytes: 0 },
    { counter, challenge: '', lastSeq: 0, chain: CHAIN_START },
    { deviceId: successor.deviceId, key: successor.keys.privateKey },
  );
  if (reply.kind === 'unreachable') return { kind: 'unreachable', reason: reply.reason };
  if (reply.kind === 'refused') {
    const { code, retryAfter } = reply.problem;
    // The new key stands for something else already: the next try makes another.
    if (code === 'not-allowed') await dropSuccessor(store.tables);
    if (lockingProblems.includes(code)) return { kind: 'lockedOut', problem: code };
    return { kind: 'busy', retryAfterMs: retryAfter === undefined ? null : retryAfter * 1000 };
  }
  const { deviceId, communeId, communeJwk, recipient, epoch, challenge } = reply.value;
  if (deviceId !== successor.deviceId || communeId !== commune)
    return { kind: 'unreachable', reason: 'captivePortal' };
  const state = await store.state();
  const kept = recipient ?? old.recipient;
  await resealUnder(
    store.tables,
    {
      // The commune's key stays the one that was pinned: an answer nobody signed does not change it.
      identity: {
        ...successor,
        communeJwk: old.communeJwk ?? communeJwk,
        ...(kept === undefined ? {} : { recipient: kept }),
      },
      epoch,
      challenge,
      counter,
    },
    forked.epoch === state.epoch && epoch === state.epoch && forked.lastSeq >= state.floorSeq,
  );
  return { kind: 'rekeyed' };
}
