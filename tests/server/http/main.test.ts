import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { endAll, run, start, type Ran } from './program.ts';

const MAIN = 'src/server/main.ts';
const SLOW_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'thidua-main-'));
afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true });
});

const linksIn = (output: string): string[] => output.match(/https?:\/\/\S+#\S+/g) ?? [];
const secretIn = (link: string | undefined): string => link?.split('#')[1]?.split('.')[1] ?? '';
const doorAt =
  (origin: string): Door =>
  (path, init) =>
    fetch(origin + path, init);

test.each([
  ['PORT', 'tám nghìn'],
  ['DATABASE_URL', 'mysql://user:matkhau@host/db'],
])(
  'a wrong %s ends the start with one line and touches no folder',
  async (name, value) => {
    const dataDir = join(folder, 'untouched');
    const ended = await run(MAIN, [], { DATA_DIR: dataDir, [name]: value });
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(new RegExp(`^${name}: [^\\n]+\\n$`));
    expect(ended.err).not.toContain('matkhau');
    expect(existsSync(dataDir)).toBe(false);
  },
  SLOW_MS,
);

test(
  'a data folder that cannot be one is told in one line',
  async () => {
    const ended = await run(MAIN, [], { DATA_DIR: '/dev/null/data', PORT: '8334' });
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^DATA_DIR \/dev\/null\/data: [^\n]+\n$/);
  },
  SLOW_MS,
);

test(
  'the first start prints three links, a second one fresh ones, and both end in order',
  async () => {
    const env = { DATA_DIR: join(folder, 'data'), PORT: '8334', LOG_LEVEL: 'warn' };
    const ends: Ran[] = [];
    const links: string[][] = [];
    for (let round = 0; round < 2; round++) {
      const server = start(MAIN, [], env);
      links.push(linksIn(await server.printed('listening on http://localhost:8334\n')));
      server.child.kill(round === 0 ? 'SIGTERM' : 'SIGINT');
      ends.push(await server.ended);
    }
    expect(ends.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(links[0]?.map((link) => link.split('#')[0])).toEqual([
      'http://localhost:8334/ghep',
      'http://localhost:8334/ghep',
      'http://localhost:8334/p',
    ]);
    expect(new Set(links.flat()).size).toBe(6);
  },
  SLOW_MS,
);

test(
  'once somebody is enrolled no link is printed, and a second server on the port is one line',
  async () => {
    const env = {
      DATA_DIR: join(folder, 'enrolled'),
      PORT: '8335',
      PUBLIC_ORIGIN: 'https://thidua.example.vn',
    };
    const first = start(MAIN, [], env);
    const links = linksIn(await first.printed('listening on '));
    expect(links[0]).toMatch(/^https:\/\/thidua\.example\.vn\/ghep#e1\./);
    const device = await SigningDevice.make();
    const reply = await device.enrol(doorAt('http://localhost:8335'), secretIn(links[0]));
    expect([reply.status, reply.value?.role]).toEqual([200, 'officer']);

    const second = await run(MAIN, [], { ...env, DATA_DIR: join(folder, 'other') });
    expect(second).toMatchObject({ code: 1, err: 'PORT 8335 is in use by another program\n' });
    // Its own first start: the recovery identity is printed whatever comes after.
    expect(second.out).toMatch(/^# commune key: [\w-]{43}\nAGE-SECRET-KEY-1[0-9A-Z]+\n/m);

    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
    const again = start(MAIN, [], env);
    expect(linksIn(await again.printed('listening on '))).toEqual([]);
    again.child.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  },
  SLOW_MS,
);

test(
  'the demo has a link for every role and leaves nothing behind',
  async () => {
    const demo = start(MAIN, ['--demo'], { PORT: '8336', TMPDIR: folder, LOG_LEVEL: 'warn' });
    const links = linksIn(await demo.printed('listening on '));
    expect(links).toHaveLength(7);
    const roles: string[] = [];
    for (const link of links) {
      const device = await SigningDevice.make();
      roles.push((await device.enrol(doorAt('http://localhost:8336'), secretIn(link))).value?.role ?? 'none');
    }
    expect(roles.toSorted()).toEqual([
      'chair',
      'cultureOfficer',
      'hamletHead',
      'hamletHelper',
      'household',
      'officer',
      'unitContact',
    ]);
    expect(readdirSync(folder).some((name) => name.startsWith('thidua-demo-'))).toBe(true);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(folder).some((name) => name.startsWith('thidua-demo-'))).toBe(false);
  },
  SLOW_MS,
);
