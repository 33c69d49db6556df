/** What was set aside: its words against their hash, and against the entry of the log that says so. */
import { hashTextNow } from '../crypto/hash.ts';
import type { Store } from '../store/store.ts';
import type { OperationRow } from '../store/tables/operation.ts';
import { logPages } from './log.ts';
import type { Report } from './report.ts';

/** One text may have been set aside at several places of a device's sequence: each has an entry of its own. */
const told = ({ device_id, op_hash, code, received_at }: SetAside): string =>
  `${device_id} ${op_hash} ${code ?? ''} ${received_at}`;
type SetAside = Pick<OperationRow, 'device_id' | 'op_hash' | 'code' | 'received_at'>;

async function setAsideInLog(store: Store): Promise<Set<string>> {
  const said = new Set<string>();
  for await (const page of logPages(store))
    for (const entry of page) if (entry.kind === 'server.setAside') said.add(told(entry));
  return said;
}

export async function verifyQuarantine(store: Store, report: Report): Promise<{ quarantined: number }> {
  const held = await store.read((tables) => tables.quarantine.list());
  const said = held.length === 0 ? new Set<string>() : await setAsideInLog(store);
  for (const row of held) {
    const where = `quarantine ${row.device_id} ${row.seq}`;
    if (hashTextNow(row.body) !== row.op_hash) report('quarantined-body-differs', where);
    if (!said.has(told(row))) report('quarantine-differs-from-log', where);
  }
  return { quarantined: held.length };
}
