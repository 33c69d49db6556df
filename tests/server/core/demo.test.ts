import { expect, test } from 'vitest';
import { openCommune, type Commune } from './commune.ts';

const story = async (commune: Commune): Promise<string[]> =>
  commune.store.read(async (tables) =>
    (await tables.operation.page(0, 10_000))
      .filter(({ device_id }) => device_id !== '')
      .map(({ kind, verdict, body }) => {
        const { args }: { args: { snapshot?: unknown; value?: { householder?: string } } } = JSON.parse(
          body ?? '',
        );
        return JSON.stringify([kind, verdict, args.snapshot, args.value?.householder]);
      }),
  );

test('the same seed tells the same story, another seed another; and it verifies', async () => {
  const communes = [await openCommune(), await openCommune(), await openCommune()];
  const [first, same, other] = communes;
  if (first === undefined || same === undefined || other === undefined) throw new Error('three communes');
  const counts = await first.core.seedDemo({ households: 40, seed: 5 });
  expect(await same.core.seedDemo({ households: 40, seed: 5 })).toEqual(counts);
  await other.core.seedDemo({ households: 40, seed: 6 });
  expect(counts).toMatchObject({ hamlets: 19, households: 40 });
  expect(counts['submissions']).toBeGreaterThan(20);
  expect(await story(same)).toEqual(await story(first));
  expect(await story(other)).not.toEqual(await story(first));
  expect((await first.core.verify()).problems).toEqual([]);
  const { deadlines } = await first.core.publicCampaign();
  expect(deadlines.every(({ cutoffAt }) => cutoffAt > first.clock.now())).toBe(true);
}, 60_000);
