import { expect, test } from 'vitest';
import { EXCHANGE_PATH } from '#protocol/exchange.ts';
import { createLog } from '#server/log.ts';
import { FIELDS, fieldsOf, liveThrough, mark, openVillage } from '../erase/canary-families.ts';
import { enrolled, openFrontDoor } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

const TTL_MS = 60 * 60 * 1000;

test('no mark of any field is in a log line, a problem or a figure, through a whole campaign with crashes in it', async () => {
  // Every fourth exchange breaks after it was done, with an error that quotes what was sent.
  let exchanges = 0;
  let crashes = 0;
  const front = await openFrontDoor({
    wrap: (core) => ({
      ...core,
      exchange: async (proof, bodyHash, request) => {
        const outcome = await core.exchange(proof, bodyHash, request);
        exchanges += 1;
        if (exchanges % 4 !== 0 || request.ops.length === 0) return outcome;
        crashes += 1;
        throw new TypeError(`cannot read ${request.ops.join(' ')}\n    at ${mark('name', 1)} (file.ts:1:1)`);
      },
    }),
  });
  try {
    const { core, logged, dump } = front;
    const problems: string[] = [];
    const listening: Door = async (path, init) => {
      const reply = await front.door(path, init);
      if (reply.status >= 400) problems.push(await reply.clone().text());
      return reply;
    };
    const role = (name: 'officer' | 'hamletHead', subject?: string) => async () =>
      enrolled(
        listening,
        await core.createEnrolCode({
          role: name,
          ttlMs: TTL_MS,
          personName: mark('person', 1),
          ...(subject && { subject }),
        }),
      );
    const looker = await role('officer')();
    const hamlets = (await pullAll(front, looker))
      .filter(({ entity }) => entity === 'hamlet')
      .map(({ id, value }) => ({ id, name: String(value?.['name']) }));
    const box = {
      core,
      door: listening,
      hamlets,
      officer: role('officer'),
      head: async (id = hamlets[0]?.id ?? '') => role('hamletHead', id)(),
    };
    const village = await openVillage(box, 4, { again: true });
    for (const family of village.families) await liveThrough(box, village, family, { again: true });
    expect(crashes).toBeGreaterThan(4);
    // Control: all of it was sent, and is kept where it belongs.
    expect(fieldsOf([...dump().values()].flat().join())).toEqual([...FIELDS, 'person'].sort());

    const odd = mark('wrong', 1);
    const stranger = await SigningDevice.make();
    await stranger.enrol(listening, odd);
    await stranger.exchange(listening, [odd]);
    const body = (text: string): RequestInit => ({
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json' },
    });
    for (const path of [EXCHANGE_PATH, '/api/v1/public/feedback', '/api/v1/enrol', '/api/v1/slips'])
      for (const text of [
        odd,
        JSON.stringify({ [odd]: odd }),
        JSON.stringify({ v: 1, nonce: odd, text: odd, contact: odd }),
      ])
        await listening(path, body(text));
    for (const path of [
      `/api/v1/${odd}`,
      `/api/v1/public/receipts/${odd}`,
      `/api/v1/log?text=${odd}`,
      `/${odd}.js`,
    ])
      await listening(path, { headers: { 'x-forwarded-for': odd, 'user-agent': odd } });
    expect(problems.length).toBeGreaterThan(15);

    const figures = await (await front.door('/metrics', {})).text();
    expect(figures).toContain('thidua_requests_total{method="POST",route="/api/v1/sync",status="200"}');
    expect(figures).not.toContain('/api/v1/public/receipts/HY');
    expect(fieldsOf(problems.join())).toEqual([]);
    expect(fieldsOf(logged.join())).toEqual([]);
    expect(fieldsOf(figures)).toEqual([]);
    // Control: a line that said one would be found.
    createLog(
      'debug',
      (line) => logged.push(line),
      () => 0,
    )('info', 'odd', { code: odd });
    expect(fieldsOf(logged.join())).toEqual(['wrong']);
  } finally {
    await front.close();
  }
}, 60_000);
