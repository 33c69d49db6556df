/**
 * Binds a phone's own key to a role (`protocol.md` §6): same code and same key, same answer. By a link that was sent it is
 * bound and waits; a link somebody forwarded, or a program that looked at it first, gets nothing the officer did not see.
 */
import { ENROL_PATH, type EnrolRequest } from '#protocol/enrol.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { enrolledEntry } from '../backup/journal-facts.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { EnrolOutcome, Refusal } from '../outcomes.ts';
import { hashTextNow } from '../crypto/hash.ts';
import { accountOfCode, isAccountOpen, sessionByCode } from '../session/by-code.ts';
import type { Transaction } from '../store/store.ts';
import type { EnrolCodeRow } from '../store/tables/code.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDevice } from '../sync/office-rows.ts';
import { codeLimit, countAttempt, waitSeconds } from './attempts.ts';
import { newChallenge } from './challenge.ts';
import { isCutOff } from './device-standing.ts';
import { enrolmentOf } from './enrolment.ts';
import { appendServerEntry } from './log-entry.ts';
import { proveNewKey } from './new-key.ts';
import { approveDevice } from './devices.ts';
import { noteSharedPhone } from './shared-phones.ts';

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
    if (isCutOff(device, now)) return refuse('device-revoked');
    const sameBinding = device.binding_kind === code.binding_kind && device.binding_id === code.binding_id;
    // A key stands for one credential all its life; another role on the same phone is another profile with its own key.
    if (!sameBinding || device.role !== code.role) return refuse('not-allowed');
    if (code.reusable === 0 && code.spent_by !== null && code.spent_by !== deviceId)
      return refuse('code-spent');
    if (code.spent_by === null && code.expires_at !== null && now >= code.expires_at)
      return refuse('code-expired');
    const accountId = await accountOfCode(deps, transaction, code, note);
    if (!(await isAccountOpen(transaction, accountId))) return refuse('code-expired');
    // A device is one person's: another of the office enrols with a key of their own.
    if (device.account_id !== null && device.account_id !== accountId) return refuse('not-allowed');
    const isFirst =
      code.reusable === 0 && (await transaction.enrolCode.spend(code.secret_hash, deviceId)) > 0;
    if (isFirst) note({ k: 'spent', code: code.secret_hash, by: deviceId });
    if (accountId !== null && (await transaction.device.giveTo(deviceId, accountId)) > 0)
      note(enrolledEntry({ ...device, account_id: accountId }));
    await transaction.device.advance({
      ...device,
      counter: Math.max(device.counter, counter),
      challenge_issued: challenge,
      seen_at: now,
    });
    // Scanned at the officer's own screen after all: that is the officer's word.
    const stands =
      code.needs_approval === 1 ? device : await approveDevice(deps, transaction, { device, note });
    const session = await sessionByCode(deps, transaction, { ...device, account_id: accountId }, isFirst);
    return {
      kind: 'answered',
      response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device: stands, challenge }),
      ...(session !== undefined && { session }),
    };
  }

  if (code.reusable === 0 && code.spent_by !== null) return refuse('code-spent');
  // A slip that was printed anew: who had redeemed it goes on above, nobody else begins with it.
  if (code.reusable === 1 && code.spent_by !== null) return refuse('code-expired');
  if (code.expires_at !== null && now >= code.expires_at) return refuse('code-expired');
  const accountId = await accountOfCode(deps, transaction, code, note);
  if (!(await isAccountOpen(transaction, accountId))) return refuse('code-expired');
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
    pending_since: code.needs_approval === 1 ? now : null,
    approved_at: null,
    expires_at: code.device_lives_ms === null ? null : now + code.device_lives_ms,
    shared_phone: null,
    account_id: accountId,
  };
  await transaction.device.insert(enrolled);
  note(enrolledEntry(enrolled));
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: 'server.enrol',
    facts: { device: deviceId, role: code.role, binding: code.binding_kind, id: code.binding_id },
  });
  const bench = { transaction, ledger };
  await showDevice(bench, await noteSharedPhone(bench, enrolled));
  await ledger.save();
  const session = await sessionByCode(deps, transaction, enrolled, true);
  return {
    kind: 'answered',
    response: await enrolmentOf(deps, transaction, { nonce: request.nonce, device: enrolled, challenge }),
    ...(session !== undefined && { session }),
  };
}
