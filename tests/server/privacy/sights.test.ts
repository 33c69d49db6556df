import { expect, test } from 'vitest';
import { logPath, logPageSchema } from '#protocol/log.ts';
import { hashText } from '#protocol/hash.ts';
import { testClock } from '../core/commune.ts';
import { addAndSend, formOf, look, openVillage } from '../photos/photo-kit.ts';
import { aJpeg, hashOf } from '../photos/pictures.ts';

test('who of the office looked at a form’s pictures stands in the log, once a day; its own people looking does not', async () => {
  const clock = testClock();
  const village = await openVillage({ clock });
  try {
    const { door, head, officer, stranger } = village;
    const [one, two] = [await aJpeg(1), await aJpeg(2)];
    await addAndSend(village, head, one);
    await addAndSend(village, head, two);
    const sights = async () => {
      const path = logPath({ limit: 50, kind: 'server.sight' });
      const claims = { method: 'GET', body: await hashText('') } as const;
      const { 'content-type': _none, ...headers } = await officer.signed(path, new Uint8Array(), [], {
        claims,
      });
      const page = logPageSchema.parse(await (await door(path, { headers })).json());
      return page.entries.map(({ device, subject }) => [device?.id, subject?.id]);
    };
    await look(village, head, hashOf(one));
    expect((await look(village, stranger, hashOf(one))).status).toBe(404);
    expect(await sights()).toEqual([]);
    const binding = head.enrolment?.binding;
    const seen = [officer.id, binding?.kind === 'hamlet' ? binding.id : ''];
    for (const size of ['thumb', 'full'] as const)
      for (const picture of [one, two])
        expect((await look(village, officer, hashOf(picture), size)).status).toBe(200);
    expect(await sights()).toEqual([seen]);
    clock.advance(24 * 60 * 60 * 1000);
    await look(village, officer, hashOf(one));
    expect(await sights()).toEqual([seen, seen]);
    expect(formOf(head)).not.toBe('');
    expect((await village.core.verify()).problems).toEqual([]);
  } finally {
    await village.close();
  }
}, 60_000);
