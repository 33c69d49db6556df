/** Slips asked for by a head's phone, against the real server, on lines of every luck. */
import { expect, test } from 'vitest';
import { readFragment } from '#protocol/fragment.ts';
import { SLIPS_MAX } from '#protocol/slips.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import { openCommune, type Commune } from './commune.ts';
import { head, type At } from './people-at.ts';
import { createDiskPhone } from './phone-disk.ts';

async function withFamilies(at: At, count: number): Promise<string[]> {
  const { workspace, profile } = at;
  const hamletId = profile.binding?.kind === 'hamlet' ? profile.binding.id : '';
  const ids = Array.from({ length: count }, () => workspace.newId());
  for (const [index, id] of ids.entries())
    await workspace.putRecord('household', id, { id, hamletId, householder: `Nguyễn Văn ${index}` }, 0);
  await at.meet();
  return ids;
}

/** What a family's phone that types or scans this is told. */
async function tried(commune: Commune, code: string): Promise<string> {
  const outcome = await enrolNow(createDiskPhone(77, commune.line().fetch).tab, code, 'Máy của gia đình');
  return outcome.kind === 'refused' ? outcome.problem : outcome.kind;
}

test('slips come once and stay nowhere on the phone; asked for again, the earlier papers make way', async () => {
  const commune = await openCommune();
  const a = await head(commune, 51);
  const ids = await withFamilies(a, 2);
  const first = await a.workspace.issueSlips(ids);
  if (first.kind !== 'issued') throw new Error(first.kind);
  expect(first.slips.map(({ householdId }) => householdId)).toEqual(ids);
  expect(first.notAsked).toEqual([]);

  a.line.luck.push('loseReply');
  expect(await a.workspace.issueSlips(ids)).toEqual({ kind: 'unreachable' });
  a.line.luck.push('portal');
  expect(await a.workspace.issueSlips(ids)).toEqual({ kind: 'unreachable' });
  const again = await a.workspace.issueSlips(ids);
  if (again.kind !== 'issued') throw new Error(again.kind);
  expect(await tried(commune, first.slips[0]?.code ?? '')).toBe('code-expired');
  expect(await tried(commune, again.slips[0]?.code ?? '')).toBe('answered');

  const disk = JSON.stringify(
    [...a.on.copy().values()].map((held) => Object.values(held)),
    (_key, value: unknown) => (value instanceof Map ? [...value] : value),
  );
  for (const { code, fragment, householdId } of [...first.slips, ...again.slips]) {
    const link = readFragment(fragment);
    expect(link?.kind).toBe('slip');
    for (const secret of [code, link?.secret ?? fragment]) expect(disk).not.toContain(secret);
    // The control: the disk was looked into.
    expect(disk).toContain(householdId);
  }
  await a.workspace.close();
});

test('a line that breaks between two requests leaves what came, and names who is still to be asked for', async () => {
  const commune = await openCommune();
  const a = await head(commune, 52);
  const [known = ''] = await withFamilies(a, 1);
  const unknown = Array.from({ length: SLIPS_MAX + 3 }, () => a.workspace.newId());
  a.line.luck.push('fine', 'loseRequest');
  const broken = await a.workspace.issueSlips([known, ...unknown]);
  expect(broken).toMatchObject({ kind: 'issued', slips: [{ householdId: known }] });
  expect(broken.kind === 'issued' && broken.notAsked).toEqual(unknown.slice(SLIPS_MAX - 1));
  await a.workspace.close();
});

test('a phone that was turned away is told so', async () => {
  const commune = await openCommune();
  const a = await head(commune, 53);
  const ids = await withFamilies(a, 1);
  for (const { deviceId } of await commune.core.listDevices()) await commune.core.revoke(deviceId);
  expect(await a.workspace.issueSlips(ids)).toEqual({ kind: 'refused', problem: 'device-revoked' });
  a.line.isDown = true;
  expect(await a.workspace.issueSlips(ids)).toEqual({ kind: 'unreachable' });
  await a.workspace.close();
});
