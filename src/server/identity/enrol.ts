/** Binds a phone's own key to a role (`protocol.md` §6): same code and same key, same answer. */
import { calculateJwkThumbprint } from 'jose';
import { ENROL_PATH, type EnrolRequest, type EnrolResponse, type PublicJwk } from '#protocol/enrol.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { roleSchema } from '#protocol/policy-roles.ts';
import { importPublicKey, proofDevice, verifyProof, type ProofClaims } from '#protocol/proof.ts';
import type { EnrolOutcome, Refusal } from '../core-types.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { countWrongCode, waitBeforeTyping } from './attempts.ts';
import { newChallenge } from './challenge.ts';
import { logServerEntry } from './log-entry.ts';
import { readBinding, scopesOf } from './scopes.ts';

/** A typed code has ten characters, a link's secret 22. */
const isTyped = (code: string): boolean => code.length === 10;

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** The new key signs its own introduction: nobody can enrol a key that is not theirs. */
async function proveNewKey(proof: string, bodyHash: string, jwk: PublicJwk): Promise<ProofClaims | null> {
  if (proofDevice(proof) !== (await calculateJwkThumbprint(jwk))) return null;
  const key = await importPublicKey(jwk).catch(() => null);
  const claims = key === null ? null : await verifyProof(proof, key);
  return claims?.method === 'POST' && claims.path === ENROL_PATH && claims.body === bodyHash ? claims : null;
}

export async function enrol(
  deps: CoreDeps,
  given: { proof: string; bodyHash: string; request: EnrolRequest; address: string },
): Promise<EnrolOutcome> {
  const { proof, bodyHash, request, address } = given;
  const claims = await proveNewKey(proof, bodyHash, request.jwk);
  const deviceId = proofDevice(proof);
  if (claims === null || deviceId === null) return refuse('proof-invalid');
  const outcome = await deps.store.write(async (transaction): Promise<EnrolOutcome> => {
    const now = deps.clock.now();
    if (isTyped(request.code)) {
      const retryAfter = await waitBeforeTyping(transaction, address, now);
      if (retryAfter > 0) return { ...refuse('too-many-attempts'), retryAfter };
    }
    const hash = hashTextNow(request.code);
    const code = await (isTyped(request.code)
      ? transaction.enrolCode.byTyped(hash)
      : transaction.enrolCode.bySecret(hash));
    if (code === undefined) {
      if (isTyped(request.code)) await countWrongCode(transaction, address, now);
      return refuse('code-unknown');
    }
    return redeem(deps, transaction, { code, request, deviceId, counter: claims.counter });
  });
  if (outcome.kind === 'answered') await deps.faults.at('afterCommit');
  return outcome;
}

async function redeem(
  deps: CoreDeps,
  transaction: Transaction,
  given: { code: EnrolCodeRow; request: EnrolRequest; deviceId: string; counter: number },
): Promise<EnrolOutcome> {
  const { code, request, deviceId, counter } = given;
  const now = deps.clock.now();
  const challenge = newChallenge(deps.chance);
  const device = await transaction.device.find(deviceId);

  if (device !== undefined) {
    if (device.revoked_at !== null) return refuse('device-revoked');
    const sameBinding = device.binding_kind === code.binding_kind && device.binding_id === code.binding_id;
    // A key stands for one credential all its life; another role on the same phone is another profile with its own key.
    if (!sameBinding || device.role !== code.role) return refuse('not-allowed');
    if (code.reusable === 0 && code.spent_by !== null && code.spent_by !== deviceId)
      return refuse('code-spent');
    if (code.spent_by === null && code.expires_at !== null && now >= code.expires_at)
      return refuse('code-expired');
    if (code.reusable === 0) await transaction.enrolCode.spend(code.secret_hash, deviceId);
    await transaction.device.advance({
      ...device,
      counter: Math.max(device.counter, counter),
      challenge_issued: challenge,
      seen_at: now,
    });
    return {
      kind: 'answered',
      response: await answer(deps, transaction, { ...given, device, challenge, now }),
    };
  }

  if (code.reusable === 0 && code.spent_by !== null) return refuse('code-spent');
  if (code.expires_at !== null && now >= code.expires_at) return refuse('code-expired');
  if (code.reusable === 0) await transaction.enrolCode.spend(code.secret_hash, deviceId);
  const enrolled: DeviceRow = {
    device_id: deviceId,
    installation_id: request.installationId,
    role: code.role,
    binding_kind: code.binding_kind,
    binding_id: code.binding_id,
    title: code.title,
    person_name: code.person_name,
    jwk: JSON.stringify(request.jwk),
    label: request.label,
    code_hash: code.secret_hash,
    last_seq: 0,
    chain: CHAIN_START,
    counter,
    challenge_presented: '',
    challenge_issued: challenge,
    enrolled_at: now,
    seen_at: now,
    revoked_at: null,
    report: null,
    flag: null,
    succeeds: null,
  };
  await transaction.device.insert(enrolled);
  await logServerEntry(deps, transaction, 'server.enrol', {
    device: deviceId,
    role: code.role,
    binding: code.binding_kind,
    id: code.binding_id,
  });
  return {
    kind: 'answered',
    response: await answer(deps, transaction, { ...given, device: enrolled, challenge, now }),
  };
}

async function answer(
  deps: CoreDeps,
  transaction: Transaction,
  {
    device,
    request,
    challenge,
    now,
  }: { device: DeviceRow; request: EnrolRequest; challenge: string; now: number },
): Promise<EnrolResponse> {
  const commune = await transaction.commune.find();
  if (commune === undefined) throw new Error('the commune was never seeded');
  const [campaign] = (await deps.facts.of(transaction, commune.facts_op)).campaigns;
  const { communeId } = deps.store;
  const binding = readBinding(device.binding_kind, device.binding_id);
  return {
    v: 1,
    nonce: request.nonce,
    communeId,
    deviceId: device.device_id,
    role: roleSchema.parse(device.role),
    binding,
    by: device.role,
    title: device.title,
    ...(binding.kind === 'office' || campaign === undefined
      ? {}
      : { assessmentId: assessmentIdOf(communeId, campaign.id, binding.id) }),
    scopes: scopesOf(binding),
    epoch: commune.epoch,
    challenge,
    time: now,
    communeJwk: deps.keys.publicJwk,
    recipient: deps.keys.recipient,
  };
}
