import { afterAll, expect, test } from 'vitest';
import {
  FEEDBACK_PATH,
  feedbackPath,
  feedbackReceiptSchema,
  feedbackStateSchema,
} from '#protocol/feedback.ts';
import { rowSchemas } from '#protocol/entities.ts';
import { problemCodeOf } from '../../support/signing-device.ts';
import { testClock } from '../core/commune.ts';
import { enrolled, openFrontDoor } from './front-door.ts';
import { pullAll } from './small-commune.ts';

const clock = testClock();
const front = await openFrontDoor({ clock, trustedProxies: ['0.0.0.0/0', '::/0'] });
afterAll(() => front.close());
const officer = await enrolled(
  front.door,
  await front.core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }),
);
const WORDS = 'Loa truyền thanh hỏng — chim hoàng yến.';

let last = 0;
const nonce = (): string => `n${String(++last).padStart(21, '0')}`;
async function say(body: object, address = '203.0.113.7') {
  const reply = await front.core.takeFeedback.call(
    front.core,
    { v: 1, nonce: nonce(), text: WORDS, ...body },
    address,
  );
  return reply.kind === 'answered' ? reply.response.code : reply.code;
}
async function post(body: unknown) {
  const reply = await front.door(FEEDBACK_PATH, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const text = await reply.text();
  return reply.ok ? feedbackReceiptSchema.parse(JSON.parse(text)).code : problemCodeOf(text);
}
async function stateOf(code: string) {
  const reply = await front.door(feedbackPath(code), {});
  const text = await reply.text();
  return { text, value: reply.ok ? feedbackStateSchema.parse(JSON.parse(text)) : problemCodeOf(text) };
}

test('a word from anyone gets a code; the office reads it, answers, and the code tells the answer and no more', async () => {
  const given = { v: 1, nonce: nonce(), text: WORDS, contact: '0912 345 678' };
  const code = await post(given);
  // A line that broke: the same words again are the same.
  expect(await post(given)).toBe(code);
  expect(await post({ ...given, text: 'Lời khác hẳn.' })).toBe('not-allowed');
  expect((await stateOf(code)).value).toMatchObject({ code, state: 'received', receivedAt: clock.now() });
  expect((await stateOf(code.toLowerCase())).value).toMatchObject({ code });

  const rows = (await pullAll(front, officer)).filter(({ entity }) => entity === 'feedback');
  expect(rows).toHaveLength(1);
  const row = rowSchemas.feedback.parse(rows[0]?.value);
  expect(row).toMatchObject({ text: WORDS, contact: '0912 345 678', at: clock.now() });
  const { id, campaignId } = row;
  const value = { id, campaignId, state: 'answered', answer: 'Đã sửa ngày 12/11.' };
  const { value: reply } = await officer.exchange(front.door, [
    officer.seal({ kind: 'record.put', args: { entity: 'feedbackReply', id, value, baseRev: 0 } }),
  ]);
  expect(reply?.results[0]?.verdict).toBe('applied');
  const told = await stateOf(code);
  expect(told.value).toMatchObject({ state: 'answered', answer: 'Đã sửa ngày 12/11.' });
  expect(told.text).not.toMatch(/hoàng yến|0912/);

  // The log says that it came, and verify finds everything in its place.
  expect(front.dump().get('operation')?.join('')).not.toContain('hoàng yến');
  expect(front.logged.join('')).not.toContain('hoàng yến');
  expect((await front.core.verify()).problems).toEqual([]);
});

test('what is no word, too long, not NFC or no code is turned away and changes nothing', async () => {
  const before = front.dump();
  const text = WORDS;
  for (const body of [
    { v: 1, nonce: nonce() },
    { v: 1, nonce: nonce(), text: 'ngắn' },
    { v: 1, nonce: nonce(), text: 'x'.repeat(2001) },
    { v: 1, nonce: nonce(), text: WORDS.normalize('NFD') },
    { v: 1, nonce: nonce(), text: ` ${text}` },
    { v: 1, nonce: nonce(), text: `${text}\u0000` },
    { v: 1, nonce: nonce(), text, contact: 'x'.repeat(201) },
    { v: 1, nonce: nonce(), text, role: 'officer' },
    { v: 1, nonce: 'short', text },
  ])
    expect([body, await post(body)]).toEqual([body, 'invalid-envelope']);
  expect((await stateOf('000000000000')).value).toBe('not-found');
  expect((await stateOf('K3QF72MA7B4E')).value).toBe('not-found');
  expect(front.dump()).toEqual(before);
});

test('one address, and all of them together, say only so much in ten minutes', async () => {
  clock.advance(11 * 60_000);
  for (let time = 0; time < 5; time++) expect(await say({}, '198.51.100.1')).toMatch(/^[0-9A-Z]{12}$/);
  expect(await say({}, '198.51.100.1')).toBe('too-many-attempts');
  // Another address of the same /64 is the same subscriber; another network is not.
  for (let time = 0; time < 5; time++) await say({}, '2001:db8:1:2::1');
  expect(await say({}, '2001:db8:1:2:3::9')).toBe('too-many-attempts');
  expect(await say({}, '2001:db8:1:3::1')).toMatch(/^[0-9A-Z]{12}$/);
  let taken = 0;
  for (let address = 0; address < 70; address++)
    if ((await say({}, `192.0.2.${address}`)) !== 'too-many-attempts') taken += 1;
  expect(taken).toBe(60 - 11);
  // Wrong typed codes are counted apart.
  clock.advance(10 * 60_000);
  expect(await say({}, '198.51.100.1')).toMatch(/^[0-9A-Z]{12}$/);
});
