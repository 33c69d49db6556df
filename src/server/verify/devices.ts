/** Each device: its key is its id, its credential what it was enrolled with, its sequence whole and its chain right. */
import { calculateJwkThumbprint } from 'jose';
import { CHAIN_START } from '#protocol/hash.ts';
import { publicJwkSchema } from '#protocol/enrol.ts';
import { z } from '#domain/zod.ts';
import { nextChainNow } from '../crypto/hash.ts';
import type { Store } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import { logPages } from './log.ts';
import type { Report } from './report.ts';

const enrolledSchema = z.object({ device: z.string(), role: z.string() });
const revokedSchema = z.object({ device: z.string() });

const told: ReadonlySet<string> = new Set(['server.enrol', 'server.revoke', 'server.decline']);

/** What the log says of devices: how each was enrolled, and which were revoked. */
async function fromLog(store: Store): Promise<{ roles: Map<string, string>; revoked: Set<string> }> {
  const roles = new Map<string, string>();
  const revoked = new Set<string>();
  for await (const page of logPages(store))
    for (const { kind, body } of page) {
      if (body === null || !told.has(kind)) continue;
      const facts: unknown = JSON.parse(body);
      if (kind === 'server.enrol') {
        const parsed = enrolledSchema.safeParse(facts);
        if (parsed.success) roles.set(parsed.data.device, parsed.data.role);
      } else {
        const parsed = revokedSchema.safeParse(facts);
        if (parsed.success) revoked.add(parsed.data.device);
      }
    }
  return { roles, revoked };
}

async function verifySequence(store: Store, device: DeviceRow, report: Report): Promise<void> {
  const { device_id, last_seq, chain } = device;
  const places = await store.read((tables) => tables.deviceSeq.of(device_id));
  let recomputed = CHAIN_START;
  for (const [index, { seq, op_hash, op_id }] of places.entries()) {
    if (seq !== index + 1) report('sequence-has-a-gap', `device_seq ${device_id} ${seq}`);
    recomputed = nextChainNow(recomputed, op_hash);
    const entry = await store.read((tables) => tables.operation.find(op_id));
    if (entry?.op_hash !== op_hash)
      report('sequence-names-another-operation', `device_seq ${device_id} ${seq}`);
  }
  if (recomputed !== chain || places.length !== last_seq)
    report('device-chain-differs', `device ${device_id}`);
}

export async function verifyDevices(store: Store, report: Report): Promise<{ devices: number }> {
  const { roles, revoked } = await fromLog(store);
  const devices = await store.read((tables) => tables.device.list());
  const known = new Set(devices.map(({ device_id }) => device_id));
  for (const device_id of roles.keys())
    if (!known.has(device_id)) report('device-of-the-log-missing', `device ${device_id}`);
  for (const device of devices) {
    const { device_id, jwk, role, revoked_at } = device;
    const where = `device ${device_id}`;
    const key = publicJwkSchema.safeParse(JSON.parse(jwk));
    if (!key.success || (await calculateJwkThumbprint(key.data)) !== device_id)
      report('device-key-differs', where);
    if ((roles.get(device_id) ?? role) !== role) report('device-role-differs-from-log', where);
    if (revoked.has(device_id) && revoked_at === null) report('device-revoked-in-the-log', where);
    await verifySequence(store, device, report);
  }
  return { devices: devices.length };
}
