/** Binds a phone's own key to a role (`protocol.md` §6): same code and same key, same answer. */
import { ENROL_PATH, type EnrolRequest } from '#protocol/enrol.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { enrolledEntry } from '../backup/journal-facts.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { EnrolOutcome, Refusal } from '../outcomes.ts';
import { hashTextNow } from '../crypto/hash.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDevice } from '../sync/office-rows.ts';
import { codeLimit, countAttempt, waitSeconds } from './attempts.ts';
import { newChallenge } from './challenge.ts';
import { enrolmentOf } from './enrolment.ts';
import { appendServerEntry } from './log-entry.ts';
import { proveNewKey } from './new-key.ts';

/** A typed code has ten characters, a link's secret 22. */
const isTyped = (code: string): boolean => code.length === 10;

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

export async function enrol(
  deps: CoreDeps,
  given: { proof: string; bodyHash: string; request: EnrolRequest; address: string },
): Promise<EnrolOutcome> {
  const { proof, bodyHash, request, address } = given;
  const proven = await proveNewKey(proof, { path: ENROL_PATH, bodyHash }, request.jwk);
  if (proven === null) return refuse('proof-invalid');
  const { deviceId, claims } = proven;
  const outcome = await writeNoted(deps, (transaction, note) =>
    redeemCode(deps, transaction, { request, deviceId, counter: claims.counter, note, address }),
  );
  if (outcome.kind === 'answered') await deps.faults.at('afterCommit');
  return outcome;
}

interface Redemption {
  code: EnrolCodeRow;
  request: EnrolRequest;
  /** Proven: the key in the request is the caller's. */
  deviceId: string;
  counter: number;
  note: Note;
}

/** Finds the code, counts a wrong typed one, and binds the key; also when a rescue file brings it. */
export async function redeemCode(
  deps: CoreDeps,
  transaction: Transaction,
  { address, ...given }: Omit<Redemption, 'code'> & { address: string },
): Promise<EnrolOutcome> {
  const { code: typed } = given.request;
  const now = deps.clock.now();
  if (isTyped(typed)) {
    const retryAfter = await waitSeconds(transaction, codeLimit, address, now);
    if (retryAfter > 0) return { ...refuse('too-many-attempts'), retryAfter };
  }
  const hash = hashTextNow(typed);
  const code = await (isTyped(typed)
    ? transaction.enrolCode.byTyped(hash)
    : transaction.enrolCode.bySecret(hash));
  if (code === undefined) {
    // Typed codes are closed to everyone now, while links and slips' QR codes still serve: the operator should know.
    if (isTyped(typed) && (await countAttempt(transaction, codeLimit, address, now)))
      deps.log('alarm', 'codes-guessed');
    return refuse('code-unknown');
  }
  return redeem(deps, transaction, { ...given, code });
}

async function redeem(deps: CoreDeps, transaction: Transaction, given: Redemption): Promise<EnrolOutcome> {
  const { code, request, deviceId, counter, note } = given;
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
    if (code.reusable === 0 && (await transaction.enrolCode.spend(code.secret_hash, deviceId)) > 0)
      note({ k: 'spent', code: code.secret_hash, by: deviceId });
    await transaction.device.advance({
      ...device,
      counter: Math.max(device.counter, counter),
      challenge_issued: challenge,
      seen_at: now,
    });
    return {
      kind: 'answered',
      response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device, challenge }),
    };
  }

  if (code.reusable === 0 && code.spent_by !== null) return refuse('code-spent');
  // A slip that was printed anew: who had redeemed it goes on above, nobody else begins with it.
  if (code.reusable === 1 && code.spent_by !== null) return refuse('code-expired');
  if (code.expires_at !== null && now >= code.expires_at) return refuse('code-expired');
  if (code.reusable === 0 && (await transaction.enrolCode.spend(code.secret_hash, deviceId)) > 0)
    note({ k: 'spent', code: code.secret_hash, by: deviceId });
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
    shown_at: now,
  };
  await transaction.device.insert(enrolled);
  note(enrolledEntry(enrolled));
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: 'server.enrol',
    facts: { device: deviceId, role: code.role, binding: code.binding_kind, id: code.binding_id },
  });
  await showDevice({ transaction, ledger }, enrolled);
  await ledger.save();
  return {
    kind: 'answered',
    response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device: enrolled, challenge }),
  };
}
