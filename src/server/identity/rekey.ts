/**
 * A phone gives itself a new key (`protocol.md` §6): its store was copied or stepped back, and two histories under one
 * key cannot both go on. The old key vouches for the new one; the new device stands where the old one stood, with a
 * sequence of its own, and both are marked for the office. The same request again has the same answer.
 */
import { CHAIN_START } from '#protocol/hash.ts';
import { REKEY_PATH, verifySuccession, type RekeyRequest } from '#protocol/rekey.ts';
import { enrolledEntry } from '../backup/journal-facts.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { EnrolOutcome, Refusal } from '../outcomes.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDevice, showDeviceAgain } from '../sync/office-rows.ts';
import { newChallenge } from './challenge.ts';
import { isCutOff } from './device-standing.ts';
import { enrolmentOf } from './enrolment.ts';
import { appendServerEntry } from './log-entry.ts';
import { proveNewKey } from './new-key.ts';

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

export async function rekey(
  deps: CoreDeps,
  { proof, bodyHash, request }: { proof: string; bodyHash: string; request: RekeyRequest },
): Promise<EnrolOutcome> {
  const proven = await proveNewKey(proof, { path: REKEY_PATH, bodyHash }, request.jwk);
  if (proven === null) return refuse('proof-invalid');
  const oldKey = await deps.devices.keyOf(request.device);
  if (oldKey === null) return refuse('device-unknown');
  const succession = await verifySuccession(request.succession, oldKey);
  const vouched =
    succession?.commune === deps.store.communeId &&
    succession.device === request.device &&
    succession.successor === proven.deviceId;
  if (!vouched) return refuse('proof-invalid');
  const outcome = await writeNoted(deps, (transaction, note) =>
    succeed(deps, transaction, { request, deviceId: proven.deviceId, counter: proven.claims.counter, note }),
  );
  if (outcome.kind === 'answered') await deps.faults.at('afterCommit');
  return outcome;
}

async function succeed(
  deps: CoreDeps,
  transaction: Transaction,
  {
    request,
    deviceId,
    counter,
    note,
  }: { request: RekeyRequest; deviceId: string; counter: number; note: Note },
): Promise<EnrolOutcome> {
  const now = deps.clock.now();
  const challenge = newChallenge(deps.chance);
  const known = await transaction.device.find(deviceId);
  if (known !== undefined) {
    // A key stands for one credential all its life: one that was enrolled, or vouched for by another, stays that.
    if (known.succeeds !== request.device) return refuse('not-allowed');
    if (isCutOff(known, now)) return refuse('device-revoked');
    const device = {
      ...known,
      counter: Math.max(known.counter, counter),
      challenge_issued: challenge,
      seen_at: now,
    };
    await transaction.device.advance(device);
    return {
      kind: 'answered',
      response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device, challenge }),
    };
  }

  const old = await transaction.device.find(request.device);
  if (old === undefined) return refuse('device-unknown');
  if (isCutOff(old, now)) return refuse('device-revoked');
  const device = {
    ...old,
    device_id: deviceId,
    installation_id: request.installationId,
    jwk: JSON.stringify(request.jwk),
    last_seq: 0,
    chain: CHAIN_START,
    counter,
    challenge_presented: '',
    challenge_issued: challenge,
    enrolled_at: now,
    seen_at: now,
    report: null,
    flag: 'successor',
    succeeds: old.device_id,
    shown_at: now,
  };
  await transaction.device.insert(device);
  note(enrolledEntry(device));
  if (device.approved_at !== null) note({ k: 'approved', device: deviceId, at: device.approved_at });
  await transaction.device.mark(old.device_id, 'succeeded');
  await transaction.session.move(old.device_id, deviceId);
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: 'server.rekey',
    facts: { device: deviceId, succeeds: old.device_id },
  });
  await showDevice({ transaction, ledger }, device);
  await showDeviceAgain({ transaction, ledger }, old.device_id);
  await ledger.save();
  return {
    kind: 'answered',
    response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device, challenge }),
  };
}
