/** Papers under a question, and last year's answers, on a unit's sheet. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { UnitApp } from '#client/features/unit/unit-app.tsx';
import { PapersApp } from '#client/features/unit-papers/papers-app.tsx';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { lastYearWords } from '#client/messages/unit.ts';
import { COMMUNE_ID, UNIT_ID, campaignRow } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const FORM = '/don-vi/phieu';
/** At once: what is tested is what becomes of the words. */
const write = (field: HTMLElement, value: string): boolean => fireEvent.change(field, { target: { value } });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const OLD_CAMPAIGN = '0198c1f0-0000-7000-8000-0000000000e1';
const OLD_FORM = assessmentIdOf(COMMUNE_ID, OLD_CAMPAIGN, UNIT_ID);
const scope = `unit:${UNIT_ID}`;

/** The campaign of the year before, and the unit's sheet of it. */
function lastYearRows(): PulledRow[] {
  const now = campaignRow('hamlet@1');
  if (now.entity !== 'campaign' || now.value === undefined || now.value === null || !('year' in now.value))
    throw new Error('no campaign');
  const submission = {
    id: '0198c1f0-0000-7000-8000-0000000000e2',
    assessmentId: OLD_FORM,
    subjectKind: 'unit' as const,
    subjectId: UNIT_ID,
    subjectName: 'Trường',
    channel: 'self' as const,
    round: 1,
    current: true,
    criteriaSet: 'unit-TH@1',
    snapshot: { 'C1.1': true, 'C1.3': 2, 'C9.9': true },
    selfScore: 1000,
    serverScore: 1000,
    signedOffBy: '',
    byName: '',
    claimedAt: 0,
    clockOff: 0,
    receivedAt: 0,
    late: false,
    receiptCode: 'K3QF72MA7',
    digest: 'A'.repeat(43),
  };
  return [
    { ...now, id: OLD_CAMPAIGN, value: { ...now.value, id: OLD_CAMPAIGN, year: 2024 } },
    {
      scope,
      entity: 'assessment',
      id: OLD_FORM,
      rev: 2,
      value: {
        id: OLD_FORM,
        campaignId: OLD_CAMPAIGN,
        subjectKind: 'unit',
        subjectId: UNIT_ID,
        state: 'final',
        statusRev: 3,
        round: 1,
        submissions: [],
      },
    },
    { scope, entity: 'submission', id: submission.id, rev: 2, value: submission },
  ];
}

test('a paper and an address are written under a question, changed, taken out and put back', async () => {
  const { workspace, user, show } = await openSubject({ role: 'unitContact' });
  show(<UnitApp />, `${FORM}?nhom=C1&muc=C1.1`);
  const code = 'C1.1';
  await user.click(await button(fill(evidenceWords.addDocumentNamed, { code })));
  const field = screen.getByRole('region', { name: fill(evidenceWords.label, { code }) });
  await within(field).findByLabelText(evidenceWords.extract);
  await user.click(within(field).getByRole('button', { name: evidenceWords.save }));
  expect(await within(field).findByText(evidenceWords.extractNeeded)).toBeVisible();
  write(within(field).getByLabelText(evidenceWords.number), '05/KH');
  write(within(field).getByLabelText(evidenceWords.extract), 'Kế hoạch năm');
  await user.click(within(field).getByRole('button', { name: evidenceWords.save }));
  expect(await within(field).findByText('Số 05/KH')).toBeVisible();

  await user.click(within(field).getByRole('button', { name: fill(evidenceWords.addLinkNamed, { code }) }));
  write(await within(field).findByLabelText(evidenceWords.linkName), 'Bài viết');
  write(within(field).getByLabelText(evidenceWords.url), 'binhthuan gov');
  await user.click(within(field).getByRole('button', { name: evidenceWords.save }));
  expect(await within(field).findByText(evidenceWords.urlWrong)).toBeVisible();
  write(within(field).getByLabelText(evidenceWords.url), 'binhthuan.gov.vn/tin');
  await user.click(within(field).getByRole('button', { name: evidenceWords.save }));
  expect(await within(field).findByRole('link', { name: /binhthuan\.gov\.vn\/tin/ })).toHaveAttribute(
    'href',
    'https://binhthuan.gov.vn/tin',
  );

  const name = 'Kế hoạch năm';
  await user.click(within(field).getByRole('button', { name: fill(evidenceWords.removeNamed, { name }) }));
  await user.click(
    await within(field).findByRole('button', { name: fill(evidenceWords.undoNamed, { name }) }),
  );
  expect(await within(field).findByText('Số 05/KH')).toBeVisible();
  await waitFor(async () => expect(await workspace.rows('evidence')).toHaveLength(2));
});

test('the review names the questions that ask for a paper and have none, and does not bar the way', async () => {
  const { user, show } = await openSubject({ role: 'unitContact' });
  show(<UnitApp />, `${FORM}?nhom=C1&muc=C1.1`);
  const [yes] = await screen.findAllByRole('radio', { name: /^Có/ });
  if (yes === undefined) throw new Error('no choice');
  await user.click(yes);
  await screen.findByText(/Đã lưu trên máy này/);
  document.body.replaceChildren();
  show(<UnitApp />, `${FORM}?xem-lai=1`);
  expect(await button(fill(evidenceWords.gapsAddNamed, { code: 'C1.1' }))).toBeVisible();
  expect(screen.getByText(fill(evidenceWords.gapsTitle, { n: 1 }))).toBeVisible();
});

test('last year’s answers come over one by one or all, are marked until confirmed, and go back', async () => {
  const { workspace, user, show, profile } = await openSubject({
    role: 'unitContact',
    rows: lastYearRows(),
  });
  const answers = async () => (await workspace.draft(profile.assessmentId ?? ''))?.answers;
  show(<PapersApp home="/don-vi" />, '/don-vi/ho-so/nam-truoc');
  await screen.findByText(fill(lastYearWords.skipped, { n: 1, year: 2024 }));
  await user.click(await button(fill(lastYearWords.all, { n: 2 })));
  await screen.findByText(fill(lastYearWords.allDone, { n: 2 }));
  expect(await answers()).toEqual({ 'C1.1': true, 'C1.3': 2 });
  expect(await screen.findAllByText(fill(lastYearWords.marked, { year: 2024 }))).toHaveLength(2);

  await user.click(await button(fill(lastYearWords.confirmNamed, { code: 'C1.1' })));
  await waitFor(() =>
    expect(screen.getAllByText(fill(lastYearWords.marked, { year: 2024 }))).toHaveLength(1),
  );
  // In the sheet the one that is not confirmed says where it is from.
  show(<UnitApp />, `${FORM}?nhom=C1`);
  expect(await screen.findAllByText(fill(lastYearWords.note, { year: 2024 }))).toHaveLength(1);
  await user.click(await button(lastYearWords.undoAll));
  await waitFor(async () => expect(await answers()).toEqual({}));
});
