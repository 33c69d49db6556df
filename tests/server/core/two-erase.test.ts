import { expect, test } from 'vitest';
import type { DataRequest } from '#protocol/family-records.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';
import { enrolled } from './enrolled.ts';
import { mine, rowsOf } from './review-scene.ts';
import { put, send } from './sending.ts';

test('a family is erased by two officers: who answered that it is being done does not say that it is', async () => {
  const commune = await openCommune();
  const family = await commune.family('DM-001');
  const [officer, second] = [await commune.officer(), await enrolled(commune, 'officer', '', 'Lan')];
  const { campaign } = await commune.core.publicCampaign();
  const binding = family.enrolment?.binding;
  const request: DataRequest = {
    id: family.newId(),
    campaignId: campaign.id,
    householdId: binding?.kind === 'household' ? binding.id : '',
    assessmentId: mine(family),
    kind: 'delete',
    reason: 'Xin xóa hết',
    state: 'open',
  };
  const change = async (by: SigningDevice, value: DataRequest): Promise<string | undefined> => {
    const known = (await rowsOf(commune, by, 'dataRequest')).findLast(({ id }) => id === value.id);
    return (await send(commune, by, put('dataRequest', value.id, { ...value }, known?.rev ?? 0)))[0];
  };
  expect(await change(family, request)).toBe('applied');
  const done = { ...request, state: 'done', answer: 'Đã xóa' } as const;
  // Nobody has looked at it before.
  expect(await change(officer, done)).toBe('SECOND_PERSON');
  expect(await change(officer, { ...request, answer: 'Xã đang làm' })).toBe('applied');
  expect(await change(officer, done)).toBe('SECOND_PERSON');
  // Another machine of the same person is no other person.
  expect(await change(await commune.officer(), done)).toBe('SECOND_PERSON');
  expect(await change(second, done)).toBe('applied');
  // Within the day it may still be declined, by either.
  expect(await change(second, { ...done, state: 'declined' })).toBe('applied');
  expect(await change(second, done)).toBe('SECOND_PERSON');
  // Control: what erases nothing is one officer's.
  const look: DataRequest = { ...request, id: family.newId(), kind: 'access' };
  expect(await change(family, look)).toBe('applied');
  expect(await change(officer, { ...look, state: 'done', answer: 'Đã in' })).toBe('applied');
  expect((await commune.core.verify()).problems).toEqual([]);
});
