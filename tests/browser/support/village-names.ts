/** Families put on a hamlet's list by another machine of it, so that a phone finds them when it meets the commune. */
import { expect } from '@playwright/test';
import { readFragment } from '#protocol/fragment.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';

/**
 * @param link of a hamlet head, spent by this
 * @returns the hamlet's name
 */
export async function listFamilies(origin: string, link: string, names: readonly string[]): Promise<string> {
  const door: Door = (path, init) => fetch(origin + path, init);
  const head = await SigningDevice.make();
  await head.enrol(door, readFragment(new URL(link).hash)?.secret ?? '');
  const { binding } = head.enrolment ?? {};
  const hamletId = binding?.kind === 'hamlet' ? binding.id : '';
  const puts = names.map((householder) => {
    const id = head.newId();
    const value = { id, hamletId, householder };
    return head.seal({ kind: 'record.put', args: { entity: 'household', id, value, baseRev: 0 } });
  });
  const results = (await head.exchange(door, puts)).value?.results ?? [];
  expect(results.map(({ verdict }) => verdict)).toEqual(names.map(() => 'applied'));
  return head.enrolment?.title ?? '';
}
