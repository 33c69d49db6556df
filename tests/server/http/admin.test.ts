import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCommandLine } from '#server/admin/command-line.ts';
import { problemCodeOf, SigningDevice, type Door } from '../../support/signing-device.ts';
import { endAll, run, start, type Ran, type Running } from './program.ts';

const ORIGIN = 'http://localhost:8337';
/** A limit on hanging. */
const SLOW_MS = 300_000;
const dataDir = mkdtempSync(join(tmpdir(), 'thidua-admin-'));
const door: Door = (path, init) => fetch(ORIGIN + path, init);
const admin = (...args: string[]): Promise<Ran> =>
  run('src/server/admin/main.ts', args, { DATA_DIR: dataDir, PUBLIC_ORIGIN: 'https://thidua.example.vn' });

/** The one JSON document of a command that went well. */
async function answer(...args: string[]): Promise<Record<string, unknown>> {
  const ended = await admin(...args, '--json');
  if (ended.code !== 0) throw new Error(`${ended.code}\n${ended.out}${ended.err}`);
  return JSON.parse(ended.out);
}
const secretOf = (link: unknown): string => String(link).split('#')[1]?.split('.')[1] ?? '';

let server: Running;
beforeAll(async () => {
  server = start('src/server/main.ts', [], { DATA_DIR: dataDir, PORT: '8337', LOG_LEVEL: 'warn' });
  await server.printed('listening on ');
}, SLOW_MS);
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await endAll();
  rmSync(dataDir, { recursive: true });
});

test.each([
  [[]],
  [['backup-everything']],
  [['constructor']],
  [['verify', '--fast']],
  [['verify', 'now']],
  [['enrol']],
  [['enrol', '--role', 'king']],
  [['enrol', '--role', 'household']],
  [['enrol', '--role', 'hamletHead']],
  [['enrol', '--role', 'officer', '--hamlet', 'x']],
  [['slip']],
  [['revoke']],
  [['seed-demo', '--households', '-5', '--seed', '1']],
  [['seed-demo', '--households', '5']],
  [['backup']],
  [['backup', '--to', '/x', '--if-older-than', 'soon']],
  [['restore']],
  [['restore', '--from', '/x', '--key', 'short']],
  [['restore', '--from', '/x', '--drain-hours', '2 days']],
  [['drain']],
  [['erase']],
  [['import']],
])('the command line "%s" is not understood, in one line', (args) => {
  expect(readCommandLine(args)).toEqual({ kind: 'misused', line: expect.stringMatching(/^[^\n]+$/) });
});

const hyphenId = `-${'Xq3_'.repeat(10)}-9`;
test.each([
  [['revoke', hyphenId]],
  [['revoke', hyphenId, '--json']],
  [['revoke', '--json', hyphenId]],
  [['restore', '--from', '/x', '--key', hyphenId]],
])('an id that begins with a hyphen is no option: %j', (args) => {
  expect(readCommandLine(args)).toMatchObject({ kind: 'task' });
});

test(
  'what is not understood prints the usage, exits with 2 and opens nothing',
  async () => {
    const untouched = join(dataDir, 'untouched');
    const ended = await run('src/server/admin/main.ts', ['enrol', '--role', 'king'], { DATA_DIR: untouched });
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(ended.err).toMatch(/^--role must be one of [^\n]+\nusage: /);
    for (const command of [
      'enrol',
      'slip',
      'seed-demo',
      'import',
      'backup',
      'restore',
      'verify',
      'devices',
      'revoke',
    ])
      expect(ended.err).toContain(`\n  ${command}`);
    expect(existsSync(untouched)).toBe(false);
  },
  SLOW_MS,
);

test(
  'a synthetic commune, a link, a slip, a revocation and a check, all while the server serves',
  async () => {
    const { counts } = await answer('seed-demo', '--households', '12', '--seed', '7');
    expect(counts).toMatchObject({ households: 12 });

    const link = await answer('enrol', '--role', 'officer', '--name', 'Trần Văn Thử');
    expect(link).toMatchObject({ role: 'officer', binding: { kind: 'office' } });
    expect(link['link']).toMatch(/^https:\/\/thidua\.example\.vn\/ghep#e1\./);
    const officer = await SigningDevice.make();
    expect((await officer.enrol(door, secretOf(link['link']))).status).toBe(200);
    const pulled = await officer.exchange(door, [], { pull: { cursors: { office: 0 }, maxBytes: 262_144 } });
    const household = pulled.value?.rows.find(
      ({ entity, value }) => entity === 'household' && value !== null,
    );
    const code = String(household?.value?.['code']);

    const slip = await answer('slip', '--household', code);
    expect(slip).toMatchObject({ role: 'household', householdCode: code });
    expect(slip['typed']).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    const phone = await SigningDevice.make();
    expect((await phone.enrol(door, String(slip['typed']))).value?.binding).toEqual({
      kind: 'household',
      id: household?.id,
    });
    expect((await phone.exchange(door, [])).status).toBe(200);

    const listed = await answer('devices');
    expect(listed['devices']).toContainEqual(
      expect.objectContaining({ deviceId: phone.id, role: 'household' }),
    );
    expect(await answer('revoke', phone.id)).toEqual({ deviceId: phone.id, outcome: 'revoked' });
    const turned = await phone.exchange(door, []);
    expect([turned.status, problemCodeOf(turned.text)]).toEqual([403, 'device-revoked']);
    expect(await answer('revoke', phone.id)).toMatchObject({ outcome: 'alreadyRevoked' });

    expect(await answer('verify')).toMatchObject({ ok: true, problems: [] });
    const plain = await admin('devices');
    expect([plain.code, plain.out.includes(phone.id)]).toEqual([0, true]);
  },
  SLOW_MS,
);

test(
  'an unknown device, household or hamlet is said, with exit 1',
  async () => {
    for (const args of [
      ['revoke', 'x'],
      ['slip', '--household', 'ZZ-999'],
      ['enrol', '--role', 'hamletHead', '--hamlet', 'Xóm Không Có'],
    ]) {
      const ended = await admin(...args, '--json');
      expect([args[0], ended.code]).toEqual([args[0], 1]);
      expect(JSON.parse(ended.out)).toBeTypeOf('object');
    }
  },
  SLOW_MS,
);

test(
  'verify finds what somebody changed behind its back',
  async () => {
    const database = new DatabaseSync(join(dataDir, 'thidua.sqlite'));
    const { changes } = database
      .prepare(
        'UPDATE submission SET server_score = server_score + 100 WHERE rowid = (SELECT min(rowid) FROM submission)',
      )
      .run();
    database.close();
    expect(changes).toBe(1);
    const ended = await admin('verify', '--json');
    expect(ended.code).toBe(1);
    const report = JSON.parse(ended.out);
    expect(report.ok).toBe(false);
    expect(report.problems.length).toBeGreaterThan(0);
  },
  SLOW_MS,
);
