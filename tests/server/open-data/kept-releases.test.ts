/** Releases of open data as the store keeps them; run again over PostgreSQL (`store/core-on-postgres.test.ts`). */
import { expect, test } from 'vitest';
import { openDocumentSchema } from '#protocol/open-data.ts';
import { put, send } from '../core/sending.ts';
import { openDesk } from '../awards/desk.ts';

test('releases are kept under their numbers, the newest first, whole, and the next is held against the last', async () => {
  const { commune, campaignId, enrol, newId } = await openDesk();
  const lan = await enrol('Lan');
  const release = (number: number, note: string): Promise<unknown> => {
    const id = newId();
    return send(
      commune,
      lan,
      put('openRelease', id, { id, campaignId, number, releasedAt: commune.clock.now(), note }),
    );
  };
  const kept = () =>
    commune.store.read(async ({ openRelease }) => ({
      heads: (await openRelease.heads()).map(({ number }) => number),
      last: await openRelease.last(campaignId),
      first: await openRelease.byNumber(1),
      third: await openRelease.byNumber(3),
      elsewhere: await openRelease.last(newId()),
    }));
  expect((await kept()).last).toBeUndefined();
  expect(await release(2, '')).toEqual(['STALE_BASIS']);
  expect(await release(1, 'Bản “đầu” {x}')).toEqual(['applied']);
  const { first } = await kept();
  expect(await release(1, '')).toEqual(['STALE_BASIS']);
  expect(await release(2, '')).toEqual(['applied']);
  const now = await kept();
  expect(now).toMatchObject({ heads: [2, 1], last: { number: 2, campaign_id: campaignId } });
  expect([now.third, now.elsewhere]).toEqual([undefined, undefined]);
  expect(now.first).toEqual(first);
  const document = openDocumentSchema.parse(JSON.parse(now.first?.document ?? ''));
  expect(document).toMatchObject({ number: 1, note: 'Bản “đầu” {x}', commune: 'xã Bình Thuận' });
  expect((await commune.core.verify()).problems).toEqual([]);
});
