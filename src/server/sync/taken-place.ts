/**
 * A place of a device's sequence that is taken already. The same text is a repetition; another text means two histories
 * under one key (`protocol.md` §4, §6): a phone was copied, or its store stepped back. Whichever came first stands; the
 * reply's `lastSeq` and `chain` tell the other, which then gives itself a new key and sends again.
 */
import type { Result } from '#protocol/exchange.ts';
import { appendServerEntry } from '../identity/log-entry.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { Incoming } from './incoming.ts';
import { setAside, storedResult, verdictEntry, type Taking } from './take.ts';

/** Marks the device for the office and enters it in the log, once; the alarm sounds each time. */
export async function noteFork(
  { deps, transaction, ledger }: Taking,
  { device_id: device, flag }: Pick<DeviceRow, 'device_id' | 'flag'>,
  seq: number,
): Promise<void> {
  deps.log('alarm', 'device-forked', { device, seq });
  if (flag === 'forked') return;
  await transaction.device.mark(device, 'forked');
  await appendServerEntry(deps, ledger, { kind: 'server.fork', facts: { device, seq } });
}

/** The stored verdict of a repetition; the words of another history are kept apart, once. */
export async function atTakenPlace(
  taking: Taking,
  operation: Incoming,
  seq: number,
): Promise<{ result: Result; forked: boolean }> {
  const { transaction, author } = taking;
  const taken = await transaction.deviceSeq.find(author.deviceId, seq);
  if (taken === undefined) throw new Error(`place ${seq} of a device is empty below its last`);
  if (taken.op_hash === operation.hash) {
    const entry = await transaction.operation.find(taken.op_id);
    if (entry === undefined) throw new Error(`no log entry for place ${seq} of a device`);
    return { result: storedResult(await verdictEntry(transaction, entry)), forked: false };
  }
  if (await transaction.quarantine.holds(author.deviceId, operation.hash, seq))
    return { result: { verdict: 'quarantined', code: 'OP_ID_REUSED' }, forked: true };
  const { result } = await setAside(taking, { operation, seq, code: 'OP_ID_REUSED', opId: null });
  return { result, forked: true };
}
