import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ENROL_PATH } from '#protocol/enrol.ts';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { utf8 } from '#protocol/hash.ts';
import { PROOF_HEADER } from '#protocol/proof.ts';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { enrolled, openFrontDoor } from './front-door.ts';

const front = await openFrontDoor();
const { door } = front;
const links = await front.core.firstLinks();
const head = links.find(({ role }) => role === 'hamletHead');
const assessmentId = '6f1c7b1e-6c0a-5d5e-9a51-7d6f3f2b9c40';
afterAll(() => front.close());

const device = await enrolled(door, head);
const comment = (overrides: Record<string, unknown> = {}): string =>
  device.seal(
    {
      kind: 'comment.add',
      args: { assessmentId: device.enrolment?.assessmentId ?? assessmentId, text: 'Xóm đã họp.' },
    },
    overrides,
  );

const outcomeOf = (reply: { status: number; text: string }): string =>
  `${reply.status} ${problemCodeOf(reply.text)}`;
/** Everything stored except when a device was last seen and which challenge it holds. */
const stored = (): Map<string, string[]> => {
  const dump = front.dump();
  dump.delete('device');
  return dump;
};

let before: Map<string, string[]>;
beforeEach(() => {
  before = stored();
});

async function refusedWith(
  expected: string,
  reply: Promise<{ status: number; text: string }>,
): Promise<void> {
  expect(outcomeOf(await reply)).toBe(expected);
  expect(stored()).toEqual(before);
}

test('control: the same envelope, unspoilt, is stored', async () => {
  const reply = await device.exchange(door, [comment()]);
  expect(reply.value?.results).toMatchObject([{ verdict: 'applied' }]);
  expect(stored()).not.toEqual(before);
});

test('a gzipped envelope is signed over what it decodes to', async () => {
  const envelope = utf8(JSON.stringify(device.envelope([])));
  const zipped = new Uint8Array(gzipSync(envelope));
  const headers = { ...(await device.signed(EXCHANGE_PATH, envelope, [])), 'content-encoding': 'gzip' };
  expect((await door(EXCHANGE_PATH, { method: 'POST', body: zipped, headers })).status).toBe(200);
  const wrong = { ...(await device.signed(EXCHANGE_PATH, zipped, [])), 'content-encoding': 'gzip' };
  const reply = await door(EXCHANGE_PATH, { method: 'POST', body: zipped, headers: wrong });
  expect([reply.status, problemCodeOf(await reply.text())]).toEqual([401, 'proof-invalid']);
});

test('a reply carries the nonce of its request', async () => {
  const nonce = 'bm9uY2UtZm9yLXRoZS10ZQ';
  expect((await device.exchange(door, [], { nonce })).value?.nonce).toBe(nonce);
});

const raw = (text: string): { bytes: Uint8Array<ArrayBuffer> } => ({ bytes: utf8(text) });
const good = (): string => JSON.stringify(device.envelope([comment()]));

test.each<[string, string, () => { bytes?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> }]>([
  ['cut short', '400 malformed', () => raw(good().slice(0, -20))],
  ['empty', '400 malformed', () => raw('')],
  ['not UTF-8', '400 malformed', () => ({ bytes: Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) })],
  ['with a member twice', '400 malformed', () => raw(good().replace('"v":1', '"v":1,"v":1'))],
  [
    'with __proto__',
    '422 invalid-envelope',
    () => raw(good().replace('"v":1', '"v":1,"__proto__":{"polluted":true}')),
  ],
  [
    'with an unknown member',
    '422 invalid-envelope',
    () => raw(good().replace('"v":1', '"v":1,"role":"officer"')),
  ],
  ['of another version', '422 invalid-envelope', () => raw(good().replace('"v":1', '"v":2'))],
  ['above 256 KB', '413 too-large', () => raw(JSON.stringify(device.envelope(['a'.repeat(256 * 1024)])))],
  ['of another type', '415 unsupported-media-type', () => ({ headers: { 'content-type': 'text/plain' } })],
  ['in brotli', '415 unsupported-media-type', () => ({ headers: { 'content-encoding': 'br' } })],
  ['called gzip but plain', '400 malformed', () => ({ headers: { 'content-encoding': 'gzip' } })],
  ['without a proof', '401 proof-missing', () => ({ headers: { [PROOF_HEADER]: '' } })],
  ['with half a proof', '401 proof-invalid', () => ({ headers: { [PROOF_HEADER]: 'abc.def' } })],
])('an envelope %s is %s and leaves nothing', async (_name, expected, forge) => {
  await refusedWith(expected, device.exchange(door, [comment()], {}, forge()));
});

test.each([
  ['with a space', (text: string) => text.replace(':', ': ')],
  ['with its members in another order', (text: string) => `{"v":1,${text.slice(1).replace(/,"v":1}$/, '}')}`],
  ['with a float', (text: string) => text.replace('"clockOff":0', '"clockOff":0.5')],
  ['with null', (text: string) => text.replace('"clockOff":0', '"clockOff":null')],
  ['with a member twice', (text: string) => text.replace('"v":1', '"v":1,"v":1')],
  ['in decomposed letters', (text: string) => text.normalize('NFD')],
  ['with __proto__', (text: string) => text.replace('{"args"', '{"__proto__":{"polluted":true},"args"')],
  ['cut short', (text: string) => text.slice(0, -1)],
])('an operation %s is not canonical and takes its envelope with it', async (_name, spoil) => {
  await refusedWith('422 not-canonical', device.exchange(door, [comment(), spoil(comment())]));
});

test.each([
  ['another path', { path: ENROL_PATH }],
  ['another method', { method: 'PATCH' as const }],
  ['another body', { body: 'A'.repeat(43) }],
])('a proof over %s proves nothing', async (_name, claims) => {
  await refusedWith('401 proof-invalid', device.exchange(door, [comment()], {}, { claims }));
});

test('a proof by another key, or with one bit changed, proves nothing', async () => {
  const stranger = await SigningDevice.make();
  await refusedWith('401 device-unknown', device.exchange(door, [comment()], {}, { signer: stranger }));
  const bytes = utf8(good());
  const proof = (await device.signed(EXCHANGE_PATH, bytes, []))[PROOF_HEADER] ?? '';
  const last = proof.at(-5) === 'A' ? 'B' : 'A';
  const bent = `${proof.slice(0, -5)}${last}${proof.slice(-4)}`;
  await refusedWith(
    '401 proof-invalid',
    device.exchange(door, [comment()], {}, { headers: { [PROOF_HEADER]: bent } }),
  );
});

test('a request heard on the way and said again is refused', async () => {
  const envelope = utf8(JSON.stringify(device.envelope([])));
  const headers = await device.signed(EXCHANGE_PATH, envelope, []);
  const init = { method: 'POST', body: envelope, headers };
  const first = await door(EXCHANGE_PATH, init);
  expect(first.status).toBe(200);
  await first.text();
  const second = await door(EXCHANGE_PATH, init);
  expect(`${second.status} ${problemCodeOf(await second.text())}`).toBe('409 proof-replayed');
});

test('a challenge of another time is answered with a fresh one, which then serves', async () => {
  const reply = await device.exchange(door, [], {}, { claims: { challenge: 'b'.repeat(22) } });
  expect(outcomeOf(reply)).toBe('401 stale-challenge');
  const { challenge } = JSON.parse(reply.text);
  expect(challenge).toMatch(/^[A-Za-z0-9_-]{22}$/);
  device.challenge = challenge;
  expect((await device.exchange(door, [])).status).toBe(200);
});

test('an unknown and a revoked device are told so', async () => {
  const stranger = await SigningDevice.make();
  await refusedWith('401 device-unknown', stranger.exchange(door, []));
  const hamlet = head?.kind === 'issued' && head.binding.kind === 'hamlet' ? head.binding.id : '';
  const issued = await front.core.createEnrolCode({ role: 'hamletHelper', subject: hamlet, ttlMs: 60_000 });
  const lost = await enrolled(door, issued);
  expect((await lost.exchange(door, [])).status).toBe(200);
  expect(await front.core.revoke(lost.id)).toBe('revoked');
  before = stored();
  await refusedWith('403 device-revoked', lost.exchange(door, [comment()]));
});

test('an enrolment is limited to what one can be', async () => {
  const phone = await SigningDevice.make();
  await refusedWith('413 too-large', phone.enrol(door, 'x', { bytes: utf8(`"${'a'.repeat(9000)}"`) }));
  await refusedWith('422 invalid-envelope', phone.enrol(door, 'mã gì đó'));
  await refusedWith('404 code-unknown', phone.enrol(door, 'A'.repeat(22)));
});

test('nothing was polluted on the way', () => {
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
