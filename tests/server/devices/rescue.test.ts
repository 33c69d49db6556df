import { afterAll, expect, test } from 'vitest';
import { problemCodeOf, SigningDevice } from '../../support/signing-device.ts';
import { openFrontDoor } from '../http/front-door.ts';
import { makeSmallCommune } from '../http/small-commune.ts';
import { handIn, importBy, rescueFile, sealed } from '../rescue/files.ts';
import { act, exchanged, madeCode, secretOf, tapped } from './kit.ts';

const front = await openFrontDoor();
const commune = await makeSmallCommune(front);
afterAll(() => front.close());
const { hamletA, hamletB, officer } = commune;
const link = (subject = hamletA.id) => madeCode(front, officer, { role: 'hamletHead', subject, way: 'sent' });
const waiting = async (subject?: string): Promise<SigningDevice> =>
  (await tapped(front, await link(subject))).phone;
const codeOf = async (reply: Response | Promise<Response>): Promise<string> =>
  problemCodeOf(await (await reply).text());

test('the file of a phone that waits, or was declined, is taken by an officer’s hand alone', async () => {
  const declined = await waiting(hamletB.id);
  expect(await act(front, officer, declined, 'decline')).toBe('revoked');
  for (const [phone, said] of [
    [await waiting(), 'device-pending'],
    [declined, 'device-revoked'],
  ] as const) {
    const bytes = await rescueFile(front, phone, sealed(phone, ['viết lúc chờ']), 1);
    const before = front.dump();
    expect(await codeOf(handIn(front, bytes))).toBe(said);
    expect(front.dump()).toEqual(before);
    expect(await codeOf(importBy(front, await commune.enrol('hamletHead'), bytes))).toBe('not-allowed');
    const taken = await importBy(front, officer, bytes);
    expect(await taken.json()).toEqual({ v: 1, taken: 2, known: 0, needsLook: 0 });
    // The file came in; the phone did not.
    expect(await exchanged(front, phone)).toBe(said);
  }
  expect((await front.core.verify()).problems).toEqual([]);
});

test('a file that brings the code of a sent link binds a phone that waits, and brings nothing in', async () => {
  const code = await link();
  const phone = await SigningDevice.make();
  phone.enrolment = (await commune.enrol('hamletHead')).enrolment;
  const enrol = { code: secretOf(code), installationId: phone.installationId, label: 'Máy ở xóm' };
  const words = [
    phone.seal({ kind: 'comment.add', args: { assessmentId: hamletA.assessmentId, text: 'đi bằng tệp' } }),
  ];
  const bytes = await rescueFile(front, phone, words, 1, { file: { enrol } });
  expect(await codeOf(handIn(front, bytes))).toBe('device-pending');
  expect(front.dump().get('comment')?.join('\n')).not.toContain('đi bằng tệp');
  expect(await act(front, officer, phone, 'approve')).toBe('approved');
  const taken = await handIn(front, bytes);
  expect(await taken.json()).toMatchObject({ taken: 1 });
  // The phone itself finds it known.
  expect((await phone.enrol(front.door, secretOf(code))).value).not.toHaveProperty('pending');
  const reply = await phone.exchange(front.door, words);
  expect(reply.value).toMatchObject({ lastSeq: 1, results: [{ verdict: 'applied' }] });
});
