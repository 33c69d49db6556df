/** Codes guessed at two server processes that share one PostgreSQL: what is used up at one is used up at the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { hamletNames } from '#server/seed/commune-data.ts';
import { codeLimit } from '#server/identity/attempts.ts';
import { coreAt } from '../faults/server-kill/audit.ts';
import { TestPostgres } from '../support/postgres.ts';
import { ServerProcess } from '../support/server-process.ts';
import { problemCodeOf, SigningDevice } from '../support/signing-device.ts';

const PORTS = [8680, 8684] as const;
const { perAddress, perCommune } = codeLimit;
// A limit on hanging: two servers start, and starts are slow on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const postgres = await TestPostgres.start();
afterAll(() => postgres.stop());

/** A code as it is typed, and the same code as it stands in its link. */
async function issueCode(place: { dataDir: string; databaseUrl: string }) {
  const { core } = await coreAt(place);
  const issued = await core.createEnrolCode({
    role: 'hamletHead',
    subject: hamletNames[0] ?? '',
    ttlMs: 3_600_000,
  });
  await core.close();
  if (issued.kind !== 'issued') throw new Error('no such hamlet');
  return { typed: issued.typed, secret: readFragment(issued.fragment)?.secret ?? '' };
}

test('wrong codes at one server count at the other, from one address and from the whole commune, also when they come at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'thidua-two-servers-'));
  const databaseUrl = postgres.url(await postgres.createDatabase());
  // The addresses are told by a proxy on this machine.
  const env = { TRUSTED_PROXIES: '127.0.0.1,::1' };
  const options = { ports: PORTS, dataDir, databaseUrl, env };
  const first = await ServerProcess.start(options);
  const second = await ServerProcess.start(options);
  try {
    const { typed, secret } = await issueCode({ dataDir, databaseUrl });
    const phone = await SigningDevice.make();
    const typeAt = async ({ origin }: ServerProcess, address: string, code: string): Promise<string> => {
      const door = (path: string, init: RequestInit): Promise<Response> => fetch(`${origin}${path}`, init);
      const reply = await phone.enrol(door, code, { headers: { 'x-forwarded-for': address } });
      return reply.value === null ? problemCodeOf(reply.text) : 'in';
    };
    const wrong = '0000000000';
    const HERE = '192.0.2.1';

    // Used up at the first alone …
    for (let at = 0; at < perAddress; at++) expect(await typeAt(first, HERE, wrong)).toBe('code-unknown');
    // … a good code is not looked at by either, from there; from elsewhere wrong ones still are.
    for (const server of [first, second]) expect(await typeAt(server, HERE, typed)).toBe('too-many-attempts');
    expect(await typeAt(second, '192.0.2.2', wrong)).toBe('code-unknown');

    // From many addresses, at both servers at once: together no more than the commune's own limit are looked at.
    const used = perAddress + 1;
    const answers: string[] = [];
    for (let turn = 0; answers.length < perCommune + 40; turn++)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            typeAt(at % 2 === 0 ? first : second, `198.51.${turn}.${at}`, wrong),
          ),
        )),
      );
    expect(answers.filter((answer) => answer === 'code-unknown').length).toBe(perCommune - used);
    expect(answers.filter((answer) => answer === 'too-many-attempts').length).toBe(
      answers.length - perCommune + used,
    );
    for (const server of [first, second])
      expect(await typeAt(server, '203.0.113.9', typed)).toBe('too-many-attempts');
    // Control: the code itself is good, and a link, which nobody guesses, goes by no such count.
    expect(await typeAt(second, HERE, secret)).toBe('in');
  } finally {
    await first.dispose();
    await second.dispose();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
