/** Many records at once, from an officer's machine to the real commune and back. */
import { expect, test } from 'vitest';
import type { Household } from '#protocol/entities.ts';
import type { BatchRecord } from '#client/workspace.ts';
import { openCommune, type Commune } from './commune.ts';
import { head, officer, type At } from './people-at.ts';

const nameOf = async ({ workspace }: At): Promise<string[]> =>
  (await workspace.rows('household')).map(({ value }) => value.householder).sort();

async function hamletIdOf({ workspace }: At, name = 'Chùa 9'): Promise<string> {
  const found = (await workspace.rows('hamlet')).find(({ value }) => value.name.endsWith(name));
  if (found === undefined) throw new Error(`no hamlet ${name}`);
  return found.id;
}

const families = (desk: At, hamletId: string, names: readonly string[]): BatchRecord[] =>
  names.map((householder) => {
    const id = desk.workspace.newId();
    const value: Household = { id, hamletId, householder };
    return { entity: 'household', id, value, baseRev: 0 };
  });

async function desk(
  seed: number,
): Promise<{ commune: Commune; desk: At; hamletId: string; before: string[] }> {
  const commune = await openCommune();
  const at = await officer(commune, seed);
  await at.meet();
  return { commune, desk: at, hamletId: await hamletIdOf(at), before: await nameOf(at) };
}
const standing = async ({ workspace }: At, id: string) =>
  (await workspace.batches()).find((batch) => batch.id === id);

test('a batch waits as a whole, comes into sight as a whole for everybody, and is taken back as a whole', async () => {
  const { commune, desk: at, hamletId, before } = await desk(41);
  // Long names, so that few records are more than one exchange carries.
  const names = Array.from({ length: 250 }, (_, index) => `Ma Văn ${String(index).padStart(190, 'ễ')}`);
  at.line.isDown = true;
  const id = await at.workspace.putBatch({
    label: 'Danh sách hộ xóm Chùa 9',
    records: families(at, hamletId, names),
  });
  expect(await standing(at, id)).toMatchObject({ state: 'waiting', records: 250, waiting: 251 });
  // Not a part of it is shown before the commune has all of it.
  expect(await nameOf(at)).toEqual(before);
  at.line.isDown = false;
  await at.meet();
  expect(at.line.log.filter(({ ops }) => ops > 0).length).toBeGreaterThan(1);
  expect(await standing(at, id)).toMatchObject({ state: 'committed', waiting: 0 });
  expect(await nameOf(at)).toEqual([...before, ...names].sort());
  const one = await head(commune, 42);
  await one.meet();
  expect((await nameOf(one)).length).toBeGreaterThanOrEqual(250);

  await at.workspace.revertBatch(id);
  expect(await standing(at, id)).toMatchObject({ state: 'undoing', waiting: 1 });
  await at.meet();
  expect(await standing(at, id)).toMatchObject({ state: 'reverted', waiting: 0 });
  expect(await nameOf(at)).toEqual(before);
  expect(await at.workspace.balance()).toMatchObject({ made: 252, received: 252, waiting: 0, setAside: 0 });
  expect(await commune.core.verify()).toMatchObject({ problems: [] });
});

test('a batch that meets somebody’s change is refused whole, and the first record it failed on is named', async () => {
  const { commune, desk: at, hamletId, before } = await desk(43);
  const [known] = await at.workspace.rows('household');
  if (known === undefined) throw new Error('no household to meet');
  const other = await officer(commune, 44);
  await other.meet();
  await other.workspace.putRecord('household', known.id, { ...known.value, phone: '0912345678' }, known.rev);
  await other.meet();
  const renamed = { ...known.value, householder: 'Đổi Tên' };
  const id = await at.workspace.putBatch({
    label: 'Sửa tên',
    records: [
      ...families(at, hamletId, ['Hoàng Thị Mới']),
      { entity: 'household', id: known.id, value: renamed, baseRev: known.rev },
    ],
  });
  await at.meet();
  expect(await standing(at, id)).toMatchObject({
    state: 'refused',
    code: 'STALE_BASIS',
    culprit: { entity: 'household', id: known.id, value: renamed },
  });
  expect(await nameOf(at)).toEqual(before);
});

test('a batch is not taken back over what people did since, and what stands in the way is named', async () => {
  const { commune, desk: at, hamletId } = await desk(45);
  const id = await at.workspace.putBatch({
    label: 'Hai hộ',
    records: families(at, hamletId, ['Lê Một', 'Lê Hai']),
  });
  await at.meet();
  const one = await head(commune, 46);
  await one.meet();
  const added = (await one.workspace.rows('household')).find(({ value }) => value.householder === 'Lê Hai');
  if (added === undefined) throw new Error('not shown');
  await one.workspace.putRecord('household', added.id, { ...added.value, phone: '0987654321' }, added.rev);
  await one.meet();
  await at.workspace.revertBatch(id);
  await at.meet();
  expect(await standing(at, id)).toMatchObject({
    state: 'kept',
    code: 'STALE_BASIS',
    culprit: { entity: 'household', id: added.id },
  });
  expect(await nameOf(at)).toEqual(expect.arrayContaining(['Lê Một', 'Lê Hai']));
});

test('a batch taken back before it was sent never comes into sight', async () => {
  const { desk: at, hamletId, before } = await desk(47);
  at.line.isDown = true;
  const id = await at.workspace.putBatch({ label: 'Nhầm tệp', records: families(at, hamletId, ['Nhầm']) });
  await at.workspace.revertBatch(id);
  at.line.isDown = false;
  await at.meet();
  expect(await standing(at, id)).toMatchObject({ state: 'reverted' });
  expect(await nameOf(at)).toEqual(before);
});

test('two batches sealed at the same moment follow each other without a hole', async () => {
  const { desk: at, hamletId, before } = await desk(48);
  const [one, two] = [families(at, hamletId, ['A', 'B', 'C']), families(at, hamletId, ['D', 'E'])];
  await Promise.all([
    at.workspace.putBatch({ label: 'một', records: one }),
    at.workspace.putBatch({ label: 'hai', records: two }),
  ]);
  const seqs = (await at.workspace.outbox()).map(({ seq, batch }) => [seq, batch?.id]);
  expect(seqs.map(([seq]) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await at.meet();
  expect(await nameOf(at)).toEqual([...before, 'A', 'B', 'C', 'D', 'E'].sort());
});
