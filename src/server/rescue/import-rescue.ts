/**
 * Takes a rescue file in: its operations go the way of an exchange, with the phone that made it as their author. While
 * they continue its sequence they take their places; beyond a gap they are kept without one, and get it when the phone
 * itself comes: the same ids make both ways one.
 */
import { isFinal } from '#protocol/exchange.ts';
import type { RescueReply } from '#protocol/rescue.ts';
import { writeNoted, type Note } from '../backup/write-noted.ts';
import type { Refusal } from '../outcomes.ts';
import { nextChainNow } from '../crypto/hash.ts';
import { turnedAway } from '../identity/device-standing.ts';
import { redeemCode } from '../identity/enrol.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import { StoreBusyError, type Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Incoming } from '../sync/incoming.ts';
import { authorOf } from '../sync/judge/judge.ts';
import { openLedger } from '../sync/ledger.ts';
import { takeOperation, type Taking } from '../sync/take.ts';
import { openRescue, type OpenRescue } from './open-file.ts';

export type RescueOutcome = { kind: 'answered'; response: RescueReply } | Refusal;

export interface RescueImport {
  bytes: Uint8Array<ArrayBuffer>;
  /** An officer or the operator: lets in what a phone sealed before it was revoked, or while it waited. */
  vouched: boolean;
  /** Network address of whoever hands it in; wrong typed codes are counted for it. */
  address: string;
}

const refuse = (code: Refusal['code']): Refusal => ({ kind: 'refused', code });

/** Work of a phone that is cut off or waits comes in by an officer's hand alone; until then its file keeps it. */
function admitted(
  { clock, sessions }: Pick<CoreDeps, 'clock' | 'sessions'>,
  device: DeviceRow,
  vouched: boolean,
): DeviceRow | Refusal {
  // An officer's word counts with an officer's session, and a file carries none.
  if (!vouched && sessions === 'asked' && device.binding_kind === 'office') return refuse('not-allowed');
  const away = vouched ? null : turnedAway(device, clock.now());
  return away === null ? device : refuse(away);
}

async function authorDevice(
  deps: CoreDeps,
  transaction: Transaction,
  { file, claims }: OpenRescue,
  { vouched, address, note }: Pick<RescueImport, 'vouched' | 'address'> & { note: Note },
): Promise<DeviceRow | Refusal> {
  const known = await transaction.device.find(claims.device);
  if (known !== undefined) {
    return admitted(deps, known, vouched);
  }
  if (file.enrol === undefined) return refuse('device-unknown');
  const { code, installationId, label } = file.enrol;
  const redeemed = await redeemCode(deps, transaction, {
    request: { v: 1, nonce: installationId, code, jwk: file.jwk, installationId, label },
    deviceId: claims.device,
    counter: 0,
    note,
    address,
  });
  if (redeemed.kind === 'refused') return redeemed;
  const bound = await transaction.device.find(claims.device);
  return bound === undefined ? refuse('device-unknown') : admitted(deps, bound, vouched);
}

const opIdOf = ({ content }: Incoming): string | null =>
  content.kind === 'operation' ? content.operation.opId : content.opId;

async function isKnown({ transaction }: Taking, operation: Incoming): Promise<boolean> {
  const opId = opIdOf(operation);
  return opId !== null && (await transaction.operation.find(opId))?.op_hash === operation.hash;
}

type Sequence = Pick<DeviceRow, 'last_seq' | 'chain'>;

/** Takes each operation; returns what the carrier is told, and how far the phone's sequence now goes. */
async function takeAll(
  taking: Taking,
  { claims, operations }: OpenRescue,
  device: DeviceRow,
): Promise<RescueReply & { sequence: Sequence }> {
  const { transaction } = taking;
  const sequence: Sequence = { last_seq: device.last_seq, chain: device.chain };
  const reply: RescueReply = { v: 1, taken: 0, known: 0, needsLook: 0 };
  for (const [index, operation] of operations.entries()) {
    const seq = claims.firstSeq + index;
    const known = await isKnown(taking, operation);
    const { result, opId } = await takeOperation(taking, operation, seq);
    // Nothing of the file is kept rather than an unknown part of it; the phone still has it all.
    if (!isFinal(result.verdict) || opId === null) throw new StoreBusyError(result.code ?? 'busy');
    if (known) reply.known += 1;
    else if (result.verdict === 'refused' || result.verdict === 'quarantined') reply.needsLook += 1;
    else reply.taken += 1;
    if (seq !== sequence.last_seq + 1) continue;
    const place = { device_id: device.device_id, seq, op_hash: operation.hash, op_id: opId };
    await transaction.deviceSeq.insert(place);
    sequence.last_seq = seq;
    sequence.chain = nextChainNow(sequence.chain, operation.hash);
  }
  return { ...reply, sequence };
}

async function takeIn(
  deps: CoreDeps,
  transaction: Transaction,
  opened: OpenRescue,
  given: Pick<RescueImport, 'vouched' | 'address'> & { note: Note },
): Promise<RescueOutcome> {
  const device = await authorDevice(deps, transaction, opened, given);
  if ('kind' in device) return device;
  const ledger = await openLedger(transaction);
  const now = deps.clock.now();
  const taking: Taking = { deps, transaction, ledger, author: authorOf(device), receivedAt: now };
  const { sequence, ...response } = await takeAll(taking, opened, device);
  await transaction.device.advance({ ...device, ...sequence });
  if (response.taken + response.needsLook > 0)
    await appendServerEntry(deps, ledger, {
      kind: 'server.rescue',
      facts: { device: device.device_id, taken: response.taken, needsLook: response.needsLook },
    });
  await ledger.save();
  return { kind: 'answered', response };
}

/** Opens, checks and takes in; whatever is refused has changed nothing but the count of wrong typed codes. */
export async function importRescue(
  deps: CoreDeps,
  { bytes, ...given }: RescueImport,
): Promise<RescueOutcome> {
  const opened = await openRescue(bytes, {
    identity: deps.keys.identity,
    communeId: deps.store.communeId,
    lacks: deps.faults.lacks,
  });
  if (opened.kind === 'refused') return opened;
  const outcome = await writeNoted(deps, (transaction, note) =>
    takeIn(deps, transaction, opened, { ...given, note }),
  );
  if (outcome.kind === 'answered') await deps.faults.at('afterCommit');
  return outcome;
}
