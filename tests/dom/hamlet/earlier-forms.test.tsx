import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { campaignRow, CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID } from './made-rows.ts';
import { openSubject } from './open-subject.tsx';

const LAST_ID = '0198c1f0-0000-7000-8000-0000000000ff';
const formOf = (campaignId: string): string => assessmentIdOf(COMMUNE_ID, campaignId, HAMLET_ID);

/** A campaign of the year before, also known to this phone. */
const lastYear = () => {
  const row = campaignRow('hamlet@1');
  return { ...row, id: LAST_ID, value: { ...row.value, id: LAST_ID, year: 2024 } };
};

test('last year’s form is opened from the home, said to be so, and left again', async () => {
  const { user, workspace, show } = await openSubject({ rows: [lastYear()] });
  await workspace.openCampaign(LAST_ID);
  await workspace.saveDraft({
    id: formOf(LAST_ID),
    assessmentId: formOf(LAST_ID),
    subjectKind: 'hamlet',
    subjectId: HAMLET_ID,
    subjectName: 'Xóm Chùa 9',
    channel: 'self',
    criteriaSet: 'hamlet@1',
    answers: { 'A1.1': true },
    ticks: {},
    consent: {},
    consentMode: 'self',
    witness: '',
    signedOffBy: '',
    place: '',
    status: 'open',
    updatedAt: 1,
    sealed: {},
  });
  await workspace.openCampaign(null);
  expect(workspace.profile.assessmentId).toBe(formOf(CAMPAIGN_ID));
  show(<HamletApp />, '/xom');
  expect(await screen.findByText('Phiếu năm 2024 còn nội dung chưa gửi, vẫn ở trong máy này.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Mở phiếu năm 2024' }));
  expect(await screen.findByText('Đang mở phiếu năm 2024')).toBeVisible();
  expect(workspace.profile.assessmentId).toBe(formOf(LAST_ID));
  expect((await workspace.draft(workspace.profile.assessmentId ?? ''))?.answers).toEqual({ 'A1.1': true });
  await user.click(screen.getByRole('button', { name: /^Về phiếu năm/ }));
  await waitFor(() => expect(screen.queryByText('Đang mở phiếu năm 2024')).toBeNull());
  expect(workspace.profile.assessmentId).toBe(formOf(CAMPAIGN_ID));
});
