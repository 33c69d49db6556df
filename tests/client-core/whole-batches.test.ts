/** A list larger than one reply, as another machine of the office sees it come. */
import { expect, test } from 'vitest';
import type { Household } from '#protocol/entities.ts';
import type { BatchRecord } from '#client/workspace.ts';
import { openCommune, type Commune } from './commune.ts';
import { officer, type At } from './people-at.ts';
import { untilSent, untilTired } from './village.ts';

const FAMILIES = 640;

/** Names so long that the list is three replies. */
const families = (desk: At, hamletId: string): BatchRecord[] =>
  Array.from({ length: FAMILIES }, (_, index): BatchRecord => {
    const id = desk.workspace.newId();
    const value: Household = { id, hamletId, householder: `Ma Văn ${String(index).padStart(190, 'ễ')}` };
    return { entity: 'household', id, value, baseRev: 0 };
  });
const familiesAt = async ({ workspace }: At): Promise<number> => (await workspace.rows('household')).length;

/** An officer of whom each request notes how many families the machine showed before it. */
async function watched(commune: Commune, seed: number): Promise<{ desk: At; seen: number[] }> {
  const seen: number[] = [];
  const opened: { desk?: At } = {};
  const looking: Commune = {
    ...commune,
    line: () => {
      const line = commune.line();
      const { fetch } = line;
      line.fetch = async (...request) => {
        if (opened.desk !== undefined) seen.push(await familiesAt(opened.desk));
        return fetch(...request);
      };
      return line;
    },
  };
  const desk = await officer(looking, seed);
  opened.desk = desk;
  return { desk, seen };
}

test('a batch that comes in three replies is seen whole or not at all, also when the machine is put off in between', async () => {
  const commune = await openCommune();
  const at = await officer(commune, 61);
  await at.meet();
  const { desk, seen } = await watched(commune, 62);
  await desk.meet();
  const before = await familiesAt(desk);
  const hamletId = (await at.workspace.rows('hamlet'))[0]?.id ?? '';
  const id = await at.workspace.putBatch({ label: 'Danh sách hộ', records: families(at, hamletId) });
  await at.meet();

  seen.length = 0;
  desk.line.log.length = 0;
  // The second reply is lost on the way, and whoever waited does so until the next round.
  desk.line.luck.push('fine', 'loseReply');
  desk.workspace.sendNow();
  await untilTired(desk.workspace);
  expect(await familiesAt(desk)).toBe(before);
  await untilSent(desk.on.phone, desk.workspace);
  expect(await familiesAt(desk)).toBe(before + FAMILIES);
  expect(seen.length).toBeGreaterThan(3);
  expect(new Set(seen)).toEqual(new Set([before]));

  seen.length = 0;
  await at.workspace.revertBatch(id);
  await at.meet();
  await desk.meet();
  expect(await familiesAt(desk)).toBe(before);
  expect(seen.filter((count) => count !== before && count !== before + FAMILIES)).toEqual([]);

  // Control: the same machine, as it is before everything has been there once, shows page after page.
  await desk.on
    .store(desk.profile.id)
    .tables.write(['meta'], async (tx) => void (await tx.deleteNote('aside')));
  await at.workspace.putBatch({ label: 'Lần nữa', records: families(at, hamletId) });
  await at.meet();
  seen.length = 0;
  await desk.meet();
  expect(await familiesAt(desk)).toBe(before + FAMILIES);
  expect(seen.some((count) => count > before && count < before + FAMILIES)).toBe(true);
});
