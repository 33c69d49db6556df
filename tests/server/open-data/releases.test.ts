import { afterAll, expect, test } from 'vitest';
import { OPEN_DATA_PATH, openDocumentSchema, openFiguresRowSchema } from '#protocol/open-data.ts';
import { openCsv } from '#domain/open-data/csv.ts';
import { countForms } from '#domain/open-data/count.ts';
import { nextRelease } from '#domain/open-data/release.ts';
import { rowSchemas, type RowEntity } from '#protocol/entities.ts';
import { householdForms } from '#client/subject/household-forms.ts';
import { publicCampaignSchema } from '#protocol/public.ts';
import { testClock } from '../core/commune.ts';
import { enrolled, openFrontDoor } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';

// After its families have sent.
const clock = testClock(Date.parse('2025-11-12T08:00:00+07:00'));
const front = await openFrontDoor({ clock });
afterAll(() => front.close());
await front.core.seedDemo({ households: 420, seed: 7 });
const officer = await enrolled(
  front.door,
  await front.core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }),
);
const { campaign } = publicCampaignSchema.parse(
  await (await front.door('/api/v1/public/campaign', {})).json(),
);

async function release(number: number, note = ''): Promise<string | undefined> {
  const id = officer.newId();
  const value = { id, campaignId: campaign.id, number, releasedAt: clock.now(), note };
  const { value: reply } = await officer.exchange(front.door, [
    officer.seal({ kind: 'record.put', args: { entity: 'openRelease', id, value, baseRev: 0 } }),
  ]);
  return reply?.results[0]?.code ?? reply?.results[0]?.verdict;
}
const get = async (path: string) => {
  const reply = await front.door(`${OPEN_DATA_PATH}${path}`, {});
  return { reply, text: await reply.text() };
};
const documentOf = async (number: number) =>
  openDocumentSchema.parse(JSON.parse((await get(`/${number}`)).text));

test('a release is made once, by the commune, under the next number, and never changes', async () => {
  expect(await release(2)).toBe('STALE_BASIS');
  expect((await get('/1')).reply.status).toBe(404);
  expect(await release(1, 'Bản đầu')).toBe('applied');
  const { text } = await get('/1');
  const first = await documentOf(1);
  expect(first).toMatchObject({ number: 1, note: 'Bản đầu', commune: 'xã Bình Thuận', least: 10 });
  const answers = first.tables.find(({ id }) => id === 'cau-tra-loi');
  const counts = answers?.rows.map((row) => row[6]) ?? [];
  expect(counts.filter((count) => typeof count === 'number').length).toBeGreaterThan(30);
  expect(counts.filter((count) => typeof count === 'number' && count < 10)).toEqual([]);
  expect(counts).toContain(null);

  // Nothing new came: the same figures under the next number. Who asks for a number that is taken is told to look again.
  expect(await release(1)).toBe('STALE_BASIS');
  expect(await release(2)).toBe('applied');
  const second = await documentOf(2);
  expect(second.tables.find(({ id }) => id === 'cau-tra-loi')?.rows.map((row) => row.slice(0, 8))).toEqual(
    answers?.rows.map((row) => row.slice(0, 8)),
  );
  expect((await get('/1')).text).toBe(text);

  // The office is shown what the next is held against; the log played again holds the releases to be true.
  const rows = (await pullAll(front, officer)).filter(({ entity }) => entity === 'openFigures');
  expect(openFiguresRowSchema.parse(rows.at(-1)?.value)).toMatchObject({ id: campaign.id, number: 2 });
  expect((await front.core.verify()).problems).toEqual([]);
});

test('the office’s own machine counts what the commune counts', async () => {
  const rows = await pullAll(front, officer);
  const of = <Entity extends RowEntity, Value>(
    entity: Entity,
    schema: { parse: (value: unknown) => Value },
  ) =>
    rows
      .filter((row) => row.entity === entity && row.value !== null)
      .map(({ scope, id, rev, value }) => ({ scope, entity, id, rev, value: schema.parse(value) }));
  const set = of('criteriaSet', rowSchemas.criteriaSet).find(
    ({ id }) => id === campaign.criteriaSets.household,
  )?.value;
  if (set === undefined) throw new Error('no set');
  const sources = {
    communeId: front.core.communeId,
    campaignId: campaign.id,
    submissions: of('submission', rowSchemas.submission),
    assessments: of('assessment', rowSchemas.assessment),
    objections: of('objection', rowSchemas.objection),
    requests: of('dataRequest', rowSchemas.dataRequest),
    outbox: [],
  };
  const households = of('household', rowSchemas.household);
  const forms = of('hamlet', rowSchemas.hamlet).flatMap(({ id }) => {
    const own = households.filter(({ value }) => value.hamletId === id);
    const found = householdForms({ ...sources, hamletId: id, households: own });
    return [...found.values()].map((answers) => ({ hamlet: id, answers }));
  });
  const figures = of('openFigures', rowSchemas.openFigures).at(-1)?.value;
  const first = nextRelease(null, countForms(set, forms), 1);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  expect(first.tables.toSorted(byId)).toEqual(figures?.tables.toSorted(byId));
});

test('anybody reads a release as CSV with the dictionary’s columns, and finds it in the catalogue', async () => {
  const document = await documentOf(1);
  for (const table of document.tables) {
    const { reply, text } = await get(`/1/${table.id}.csv`);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toContain(`ban-1-${table.id}.csv`);
    expect(`\uFEFF${text.replace(/^\uFEFF/, '')}`).toBe(openCsv(table));
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  }
  const { reply, text } = await get('');
  expect(reply.headers.get('content-type')).toContain('application/ld+json');
  const list: unknown = JSON.parse(text);
  expect(list).toMatchObject({
    '@type': 'dcat:Catalog',
    'dcat:dataset': [{ 'dct:identifier': '2' }, { 'dct:identifier': '1', '@type': 'dcat:Dataset' }],
  });
  expect(text).toContain(`http://localhost:8080${OPEN_DATA_PATH}/1/cau-tra-loi.csv`);
});

test.each([
  '/0',
  '/01',
  '/1e3',
  '/-1',
  '/99999999999',
  '/1/nothing.csv',
  '/1/cau-tra-loi',
  '/1/..%2f..%2fetc',
  '/%00',
  '/1/__proto__',
])('no such release or table: %s', async (path) => {
  const { reply, text } = await get(path);
  expect(reply.status).toBe(404);
  expect(text).toContain('not-found');
});
