import { constants, crc32, deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXCHANGE_BYTES_MAX, EXCHANGE_PATH } from '#protocol/exchange.ts';
import { ServerProcess } from '../support/server-process.ts';
import { problemCodeOf, SigningDevice, type Door } from '../support/signing-device.ts';

const GROWTH_MAX_KB = 50 * 1024;
const MB = 1024 * 1024;
const SLOW_MS = 120_000;

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.start({ ports: [8338, 8339], env: { LOG_LEVEL: 'warn' } });
}, SLOW_MS);
afterAll(() => server.dispose());

/** Gzip of that many zeros: one megabyte is packed and said again and again, so that 1 GB is 1 MB, at once. */
function zeros(megabytes: number): Uint8Array<ArrayBuffer> {
  const chunk = Buffer.alloc(MB);
  const packed = deflateRawSync(chunk, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  let sum = 0;
  for (let index = 0; index < megabytes; index++) sum = crc32(chunk, sum);
  const end = Buffer.alloc(10);
  // An empty last block, the checksum and the length of it all.
  end.writeUInt16LE(0x0003, 0);
  end.writeUInt32LE(sum, 2);
  end.writeUInt32LE((megabytes * MB) % 2 ** 32, 6);
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  return new Uint8Array(Buffer.concat([head, ...Array.from({ length: megabytes }, () => packed), end]));
}

/** How far a process that unpacks whatever it is given grows, in kB: its peak began as that of the process it came from. */
const growthOfTheTrusting = (bytes: Uint8Array): number =>
  Number.parseFloat(
    execFileSync(
      process.execPath,
      [
        '-e',
        `const { rss } = process.memoryUsage;
         const bytes = require('node:fs').readFileSync(0);
         const before = rss();
         const unpacked = require('node:zlib').gunzipSync(bytes);
         console.log((rss() - before) / 1024, unpacked.byteLength);`,
      ],
      { input: bytes, encoding: 'utf8' },
    ),
  );

/** The most memory the server ever held, in kB; where the system does not say, what it holds now. */
function peakKb(pid: number): number {
  if (process.platform !== 'linux')
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

test(
  'a signed bomb of 1 GB is turned down without being unpacked, and so is one that slips under the size limit',
  async () => {
    const door: Door = (path, init) => fetch(server.origin + path, init);
    const device = await SigningDevice.make();
    const secret = server.links[0]?.url.split('.')[1] ?? '';
    expect((await device.enrol(door, secret)).status).toBe(200);
    const send = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const headers = await device.signed(EXCHANGE_PATH, bytes, [], {
        headers: { 'content-encoding': 'gzip' },
      });
      const reply = await door(EXCHANGE_PATH, { method: 'POST', body: bytes, headers });
      return `${reply.status} ${problemCodeOf(await reply.text())}`;
    };

    const whole = zeros(1024);
    const slim = zeros(240);
    expect(whole.byteLength).toBeGreaterThan(EXCHANGE_BYTES_MAX);
    expect(slim.byteLength).toBeLessThan(EXCHANGE_BYTES_MAX);
    // Control: unpacked, the smaller one alone is far above what is allowed.
    expect(growthOfTheTrusting(slim)).toBeGreaterThan(4 * GROWTH_MAX_KB);
    // What every server does once at its first exchanges is not the bomb's.
    for (let warm = 0; warm < 20; warm++) expect((await device.exchange(door, [])).status).toBe(200);
    const pid = server.pid ?? 0;
    const before = peakKb(pid);
    for (let time = 0; time < 10; time++) {
      expect(await send(slim)).toBe('413 too-large');
      expect(await send(whole)).toBe('413 too-large');
    }
    const grown = peakKb(pid) - before;
    console.log(
      `gzip bombs: 1 GB in ${whole.byteLength} bytes, 240 MB in ${slim.byteLength} bytes; the server grew by ${grown} kB`,
    );
    expect(grown).toBeLessThan(GROWTH_MAX_KB);
    expect((await device.exchange(door, [])).status).toBe(200);
  },
  SLOW_MS,
);
