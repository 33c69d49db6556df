import { afterEach, expect, test } from 'vitest';
import { backUp, openBox, speak, type Box } from '../backup/box.ts';
import { put } from '../core/sending.ts';
import { FIELDS, fieldsIn, fieldsOf, liveThrough, mark, openVillage, pullAll } from './canary-families.ts';

const boxes: Box[] = [];
afterEach(async () => {
  for (const box of boxes.splice(0)) await box.remove();
});
const aBox = async (): Promise<Box> => {
  const box = await openBox();
  boxes.push(box);
  return box;
};

/** A hundred in the long lane. */
const FAMILIES = Number(process.env['ERASED_FAMILIES'] ?? 12);

test('families erased are nowhere: store, WAL, journal, what machines read; a restore from before erases them again', async () => {
  const box = await aBox();
  const village = await openVillage(box, FAMILIES);
  const { families, head, officer } = village;
  for (const family of families) await liveThrough(box, village, family);
  // Control: every field is on the disk, and what is looked for is found.
  expect(fieldsIn(box.dataDir)).toEqual(FIELDS);
  expect((await box.core.verify()).problems).toEqual([]);
  const codes = (await pullAll(box, officer)).filter(({ entity }) => entity === 'household').length;
  const older = await backUp(box);

  const outcomes = await box.core.eraseHouseholds(families.map(({ id }) => id));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['erased']));
  expect(fieldsIn(box.dataDir)).toEqual([]);
  expect((await box.core.verify()).problems).toEqual([]);
  for (const reader of [officer, head])
    expect(fieldsOf(JSON.stringify(await pullAll(box, reader)))).toEqual([]);
  const left = (await pullAll(box, officer)).filter(
    ({ entity, value }) => entity === 'household' && value !== null,
  );
  expect(left).toHaveLength(codes - FAMILIES);
  expect(await box.core.eraseHouseholds([families[0]?.id ?? '', 'XX-999'])).toEqual([
    { kind: 'alreadyErased' },
    { kind: 'unknownHousehold' },
  ]);

  // Its phones are cut off; whoever still has it on a phone is told, and nothing comes back.
  const [first] = families;
  if (first === undefined) throw new Error('no family');
  expect((await speak(box, first.phone, first.sent, { firstSeq: 1 })).status).toBe(403);
  const { id } = first;
  const hamletId = box.hamlets[0]?.id;
  const again = head.seal(put('household', id, { id, hamletId, householder: mark('name', 0) }));
  expect((await speak(box, head, [again])).value?.results).toMatchObject([
    { verdict: 'refused', code: 'ERASED' },
  ]);

  expect(await box.restore({ file: older })).toMatchObject({ kind: 'restored' });
  await box.open();
  expect(fieldsIn(box.dataDir)).toEqual([]);
  expect((await box.core.verify()).problems).toEqual([]);
  const rows = await speak(box, officer, [], { pull: { cursors: {}, maxBytes: 240_000 } });
  expect(rows.status).toBe(200);
  expect(fieldsOf(JSON.stringify(await pullAll(box, officer)))).toEqual([]);
}, 600_000);
