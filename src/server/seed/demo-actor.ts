/**
 * A synthetic device: its operations go through the real judges, its sequence and chain are real, only nobody holds its
 * key any more.
 */
import { createECDH } from 'node:crypto';
import { base64url, calculateJwkThumbprint } from 'jose';
import { canon } from '#protocol/canon.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { isFinal } from '#protocol/exchange.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import type { Intent } from '#protocol/operation.ts';
import type { Binding, Role } from '#protocol/policy-roles.ts';
import { nextChainNow } from '../crypto/hash.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { bindingId } from '../identity/scopes.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { readOperations } from '../sync/incoming.ts';
import { openLedger } from '../sync/ledger.ts';
import { showDevice } from '../sync/office-rows.ts';
import { takeOperation } from '../sync/take.ts';

export interface DemoActor {
  row: DeviceRow;
  role: Role;
  binding: Binding;
  name: string;
}

export async function enrolActor(
  deps: CoreDeps,
  transaction: Transaction,
  { role, binding, title }: { role: Role; binding: Binding; title: string },
): Promise<DemoActor> {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(deps.chance.bytes(32)));
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33, 65)].map((half) => base64url.encode(half));
  const jwk = publicJwkSchema.parse({ kty: 'EC', crv: 'P-256', x, y });
  const now = deps.clock.now();
  const row: DeviceRow = {
    device_id: await calculateJwkThumbprint(jwk),
    installation_id: base64url.encode(deps.chance.bytes(16)),
    role,
    binding_kind: binding.kind,
    binding_id: bindingId(binding),
    title,
    person_name: null,
    jwk: JSON.stringify(jwk),
    label: 'Máy mẫu',
    code_hash: '',
    last_seq: 0,
    chain: CHAIN_START,
    counter: 1,
    challenge_presented: '',
    challenge_issued: base64url.encode(deps.chance.bytes(16)),
    enrolled_at: now,
    seen_at: now,
    revoked_at: null,
    report: null,
    flag: null,
    succeeds: null,
    shown_at: now,
    pending_since: null,
    approved_at: null,
    expires_at: null,
    shared_phone: null,
    account_id: null,
  };
  if ((await transaction.device.find(row.device_id)) !== undefined)
    throw new Error('the synthetic commune of this seed is here already');
  await transaction.device.insert(row);
  const ledger = await openLedger(transaction);
  await appendServerEntry(deps, ledger, {
    kind: 'server.enrol',
    facts: { device: row.device_id, role, ...binding },
  });
  await showDevice({ transaction, ledger }, row);
  await ledger.save();
  return { row, role, binding, name: title };
}

/** Seals and sends one operation; returns its id. Throws when the judge does not let it take effect. */
export async function act(
  deps: CoreDeps,
  transaction: Transaction,
  actor: DemoActor,
  intent: Intent,
): Promise<string> {
  const opId = deps.newId();
  const receivedAt = deps.clock.now();
  const text = canon({
    v: 1,
    opId,
    salt: base64url.encode(deps.chance.bytes(16)),
    by: actor.role,
    claimedAt: receivedAt,
    clockOff: 0,
    ...intent,
  });
  const [operation] = readOperations([text]) ?? [];
  if (operation === undefined) throw new Error('a synthetic operation is not canonical');
  const ledger = await openLedger(transaction);
  const { row, role, binding, name } = actor;
  const author = { deviceId: row.device_id, role, binding, name };
  const seq = row.last_seq + 1;
  const { result } = await takeOperation({ deps, transaction, ledger, author, receivedAt }, operation, seq);
  if (!isFinal(result.verdict) || result.verdict === 'refused' || result.verdict === 'quarantined')
    throw new Error(`a synthetic ${intent.kind} was not taken: ${result.verdict} ${result.code ?? ''}`);
  await transaction.deviceSeq.insert({ device_id: row.device_id, seq, op_hash: operation.hash, op_id: opId });
  actor.row = {
    ...row,
    last_seq: seq,
    chain: nextChainNow(row.chain, operation.hash),
    counter: row.counter + 1,
    seen_at: receivedAt,
  };
  await transaction.device.advance(actor.row);
  await ledger.save();
  return opId;
}
