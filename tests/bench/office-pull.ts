/**
 * An office's machine that comes to a full commune for the first time: what crosses the line and how long it takes until
 * everything is here, with the real server, its judges and its compression.
 */
import { gunzipSync } from 'node:zlib';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { SigningDevice, type Door } from '../support/signing-device.ts';
import { LINK_MS, secretOf, type Commune } from './commune.ts';
import { SIZE } from './office-commune.ts';
import type { Row } from './result.ts';

const PAGE_BYTES = 240 * 1024;

/** Counts what crosses, compressed as a browser would have it. */
function countingDoor(commune: Commune) {
  const line = { bytes: 0, exchanges: 0 };
  const door: Door = async (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('accept-encoding', 'gzip');
    const reply = await commune.door(path, { ...init, headers });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    if (path === EXCHANGE_PATH) {
      line.exchanges += 1;
      line.bytes += bytes.length + (init.body instanceof Uint8Array ? init.body.length : 0);
    }
    const isPacked = reply.headers.get('content-encoding') === 'gzip';
    const kept = new Headers(reply.headers);
    kept.delete('content-encoding');
    kept.delete('content-length');
    return new Response(isPacked ? gunzipSync(bytes) : bytes, { status: reply.status, headers: kept });
  };
  return { door, line };
}

/** @returns also how many rows an office's machine holds afterwards */
export async function benchOfficePull(commune: Commune): Promise<{ rows: Row[]; held: number }> {
  const office = await SigningDevice.make();
  const { door, line } = countingDoor(commune);
  await office.enrol(door, secretOf(await commune.core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS })));
  const startedAt = performance.now();
  let cursors: Record<string, number> = { public: 0, office: 0 };
  const held = new Set<string>();
  for (let isMore = true; isMore;) {
    const { value, text } = await office.exchange(door, [], { pull: { cursors, maxBytes: PAGE_BYTES } });
    if (value === null) throw new Error(text.slice(0, 500));
    for (const row of value.rows) held.add(`${row.scope} ${row.entity} ${row.id}`);
    cursors = { ...cursors, ...value.cursors };
    isMore = value.more;
  }
  const ms = performance.now() - startedAt;
  const rows: Row[] = [
    {
      name: 'office.firstPullBytes',
      what: `office: first full pull (${held.size} rows, ${line.exchanges} exchanges)`,
      value: line.bytes / 1e6,
      unit: 'MB',
      budget: { atMost: 3 },
      note: `${SIZE.households} families, ${SIZE.hamlets} hamlets, ${SIZE.units} units, ${SIZE.photos} photos`,
    },
    {
      name: 'office.firstPullTime',
      what: 'office: the same, server and line in one process',
      value: ms,
      unit: 'ms',
    },
  ];
  return { rows, held: held.size };
}
