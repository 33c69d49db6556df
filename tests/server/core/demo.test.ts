import { expect, test } from 'vitest';
import { bounds } from '#domain/bounds.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { judgeClaim } from '#domain/judge-claim.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { operationSchema } from '#protocol/operation.ts';
import { openCommune, type Commune } from './commune.ts';
import { setOf } from './makers.ts';

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

test('the demo commune claims what its families’ forms allow but for two figures, and shows pictures, one of them twice', async () => {
  const commune = await openCommune();
  await commune.core.seedDemo({ households: 60, seed: 5, reviewed: true });
  const rows = await commune.store.read(async (tables) => {
    const facts = (await tables.operation.page(0, 10_000)).flatMap(({ verdict, body }) => {
      const read = verdict === 'applied' ? operationSchema.safeParse(JSON.parse(body ?? '{}')) : undefined;
      return read?.success === true ? [read.data] : [];
    });
    const hamlets = (await tables.record.list('hamlet')).map(({ value }) =>
      recordSchemas.hamlet.parse(JSON.parse(value)),
    );
    const homes = new Map(
      (await tables.record.list('household')).map(({ id, parent_id }) => [id, parent_id]),
    );
    const photos = facts.flatMap((each) => (each.kind === 'photo.add' ? [each.args] : []));
    const blobs = await Promise.all(
      [...new Set(photos.map(({ photoId }) => photoId))].map((id) => tables.photo.ofPicture(id)),
    );
    const examples = (await tables.record.list('exemplar')).map(
      ({ value }) => recordSchemas.exemplar.parse(JSON.parse(value)).state,
    );
    return { facts, hamlets, homes, photos, blobs, examples };
  });
  expect(rows.examples.toSorted()).toEqual(['nominated', 'published', 'verified']);
  const [hamletSet, householdSet] = [setOf('hamlet'), setOf('household')];
  const { campaign } = await commune.core.publicCampaign();
  const formOf = (id: string) => assessmentIdOf(commune.core.communeId, campaign.id, id);
  const sent = new Map(
    rows.facts.flatMap((each) =>
      each.kind === 'assessment.submit' ? [[each.args.assessmentId, each.args.snapshot] as const] : [],
    ),
  );
  const outside = rows.hamlets.flatMap((hamlet) => {
    const snapshot = sent.get(formOf(hamlet.id));
    if (snapshot === undefined) return [];
    const forms = [...rows.homes].flatMap(([id, parent]) => {
      const form = parent === hamlet.id ? sent.get(formOf(id)) : undefined;
      return form === undefined ? [] : [form];
    });
    const { households = 0, people14plus = null } = hamlet;
    const found = bounds(hamletSet, householdSet, forms, { households, people14plus });
    return criteriaOf(hamletSet).flatMap((criterion) => {
      const [allowed, { why }] = [found[criterion.id], scoreCriterion(criterion, snapshot)];
      if (allowed === undefined || why.kind !== 'ratio') return [];
      const { kind } = judgeClaim(allowed, why);
      return kind === 'possible' || kind === 'proven' ? [] : [kind];
    });
  });
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.length).toBeLessThanOrEqual(2);
  const pictures = new Set(rows.photos.map(({ photoId }) => photoId));
  expect(rows.photos.length).toBeGreaterThan(4);
  expect(rows.photos.length - pictures.size).toBe(1);
  // All of them have come, through the decoder.
  const stored = await commune.store.read(async (tables) =>
    Promise.all(rows.blobs.flat().map(({ photo_id, owner }) => tables.blob.find(photo_id, owner))),
  );
  expect(stored.map((blob) => blob?.state)).toEqual(rows.photos.map(() => 'stored'));
  expect((await commune.core.verify()).problems).toEqual([]);
  // Its decoders with it.
  await commune.core.close();
}, 120_000);
