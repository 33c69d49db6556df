import { expect, test } from 'vitest';
import { hashText, utf8 } from '#protocol/hash.ts';
import { logPath, logPageSchema } from '#protocol/log.ts';
import { OPENED_MAX, OPENED_PATH, type Opening } from '#protocol/opened.ts';
import { problemCodeOf, type SigningDevice } from '../../support/signing-device.ts';
import { testClock } from '../core/commune.ts';
import { addAndSend, formOf, look, openVillage, type Village } from '../photos/photo-kit.ts';
import { aJpeg, hashOf } from '../photos/pictures.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NONCE = 'A'.repeat(22);
const UNKNOWN = '0199c0de-0000-7000-8000-000000000000';

/** Status, and the code where it was turned down. */
async function tell({ door }: Village, by: SigningDevice, opened: readonly Opening[]): Promise<string> {
  const bytes = utf8(JSON.stringify({ v: 1, nonce: NONCE, opened }));
  const headers = await by.signed(OPENED_PATH, bytes, []);
  const reply = await door(OPENED_PATH, { method: 'POST', body: bytes, headers });
  const text = await reply.text();
  return reply.ok ? `${reply.status}` : `${reply.status} ${problemCodeOf(text)}`;
}

/** Who opened whose form, when; newest first. */
async function openings({ door, officer }: Village) {
  const path = logPath({ limit: 50, kind: 'server.opened' });
  const claims = { method: 'GET', body: await hashText('') } as const;
  const { 'content-type': _none, ...headers } = await officer.signed(path, new Uint8Array(), [], { claims });
  const page = logPageSchema.parse(await (await door(path, { headers })).json());
  return page.entries.map(({ device, subject, facts }) => [device?.id, subject?.id, facts?.['openedAt']]);
}

test('a form opened on an officer’s machine is in the log once a day, whatever pictures were looked at', async () => {
  const clock = testClock();
  const village = await openVillage({ clock });
  try {
    const { head, officer } = village;
    const picture = await aJpeg(1);
    await addAndSend(village, head, picture);
    await look(village, officer, hashOf(picture));
    const assessmentId = formOf(head);
    const binding = head.enrolment?.binding;
    const hamlet = binding?.kind === 'hamlet' ? binding.id : '';
    const at = clock.now() - 1000;
    expect(await tell(village, officer, [{ assessmentId, at }])).toBe('200');
    const first = [officer.id, hamlet, at];
    expect(await openings(village)).toEqual([first]);
    // Told again, later the same day, and with a form the commune does not have: nothing more.
    const again = [
      { assessmentId, at },
      { assessmentId, at: at + 500 },
      { assessmentId: UNKNOWN, at },
    ];
    expect(await tell(village, officer, again)).toBe('200');
    expect(await openings(village)).toEqual([first]);
    // Some days without a network, told together; a clock that runs ahead is not believed.
    clock.advance(3 * DAY_MS);
    const late = [at + DAY_MS, at + 9 * DAY_MS].map((each) => ({ assessmentId, at: each }));
    expect(await tell(village, officer, late)).toBe('200');
    expect(await openings(village)).toEqual([
      [officer.id, hamlet, clock.now()],
      [officer.id, hamlet, at + DAY_MS],
      first,
    ]);
    expect((await village.core.verify()).problems).toEqual([]);

    // Months later what is kept beside the log, so that it says so once, is gone; the log is not.
    clock.advance(40 * DAY_MS);
    expect(village.dump().get('opening')).toHaveLength(3);
    await village.core.retain();
    expect(village.dump().get('opening')).toEqual([]);
    expect(await openings(village)).toHaveLength(3);
  } finally {
    await village.close();
  }
}, 60_000);

test('nobody but a machine of the office tells that a form was opened', async () => {
  const village = await openVillage();
  try {
    const { head, officer } = village;
    await addAndSend(village, head, await aJpeg(1));
    const one = { assessmentId: formOf(head), at: 1 };
    expect(await tell(village, head, [one])).toBe('403 not-allowed');
    expect(await openings(village)).toEqual([]);
    const tooMany = Array.from({ length: OPENED_MAX + 1 }, () => one);
    expect(await tell(village, officer, tooMany)).toBe('422 invalid-envelope');
    expect(await tell(village, officer, [])).toBe('422 invalid-envelope');
    expect(await openings(village)).toEqual([]);
    // Control: the same words from the office are taken.
    expect(await tell(village, officer, [one])).toBe('200');
    expect(await openings(village)).toHaveLength(1);
  } finally {
    await village.close();
  }
}, 60_000);
