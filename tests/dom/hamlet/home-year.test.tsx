import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { score } from '#domain/score.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { isDue } from '#client/subject/use-snapshots.ts';
import type { Workspace } from '#client/workspace.ts';
import { aDraft } from '../../client-core/makers.ts';
import { CAMPAIGN_ID, HAMLET_ID, householdRow, sentForm } from './made-rows.ts';
import { NOW, openSubject, setNamed, type OpenedSubject } from './open-subject.tsx';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const CUTOFF = Date.parse('2025-11-09T17:00:00.000Z');
const dueAt = (cutoffAt: number) =>
  ({
    scope: 'public',
    entity: 'deadline',
    id: '0198c1f0-0000-7000-8000-0000000000d2',
    rev: 2,
    value: {
      id: '0198c1f0-0000-7000-8000-0000000000d2',
      campaignId: CAMPAIGN_ID,
      subjectKind: 'hamlet',
      phrase: 'trước ngày 10/11/2025',
      cutoffAt,
      graceDays: 3,
      source: 'thử',
    },
  }) as const;

const snapshots = async (workspace: Workspace) =>
  (await workspace.rows('scoreSnapshot')).map(({ value }) => value);
const writtenOps = async (workspace: Workspace) =>
  (await workspace.outbox()).filter(({ kind }) => kind === 'record.put').length;

/** The sheet has been begun on this phone. */
async function begun({ workspace, profile }: OpenedSubject, answers = {}) {
  const assessmentId = profile.assessmentId ?? '';
  await workspace.saveDraft(aDraft({ id: assessmentId, assessmentId, answers, updatedAt: NOW }));
}

test('what is due is said with its last hour, and near it with what happens without coverage', async () => {
  const { show, pull } = await openSubject();
  await pull([dueAt(CUTOFF)]);
  show(<HamletApp />, '/xom');
  expect(await screen.findByText('còn 5 ngày')).toBeVisible();
  expect(screen.getByText('Đến 24 giờ ngày 09/11/2025.')).toBeVisible();
  expect(screen.queryByText(/^Mất sóng cứ bấm Gửi/)).toBeNull();
  await pull([{ ...dueAt(NOW + 60_000), rev: 3 }]);
  expect(await screen.findByText('hôm nay là ngày cuối')).toBeVisible();
  expect(screen.getByText(/^Mất sóng cứ bấm Gửi trước giờ ấy: xã nhận trong 3 ngày/)).toBeVisible();
  await pull([{ ...dueAt(NOW - 60_000), rev: 4 }]);
  expect(await screen.findByText('hạn đã qua 1 ngày, xã vẫn nhận')).toBeVisible();
});

test('the families are counted as they stand: sent, returned, not yet', async () => {
  const families = [1, 2, 3].map((index) => householdRow(index, `Nguyễn Văn ${index}`));
  const forms = [...sentForm(1, { 'B1.1': true }), ...sentForm(2, { 'B1.1': true }, 'self', 'returned')];
  const { show } = await openSubject({ rows: [...families, ...forms] });
  show(<HamletApp />, '/xom');
  expect(
    await screen.findByRole('img', { name: '1 hộ đã gửi, 1 hộ xã nhờ bổ sung, 1 hộ chưa làm' }),
  ).toBeVisible();
});

test('the home leads to the log, the guides, the phone’s standing, slips and reminders', async () => {
  const { workspace, show } = await openSubject();
  const id = workspace.newId();
  const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'hamlet', subjectId: HAMLET_ID } as const;
  const value = { id, ...owner, kind: 'meeting', date: '2025-11-05', title: 'Họp' } as const;
  await workspace.putRecord('activity', id, value, 0);
  show(<HamletApp />, '/xom');
  const ways = within(await screen.findByRole('navigation', { name: 'Việc của xóm' }));
  expect(await ways.findByText('Đã ghi 1 hoạt động')).toBeVisible();
  expect(ways.getByText('Liên lạc với xã lúc 10:00 ngày 05/11/2025')).toBeVisible();
  expect(ways.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/cac-ho/phieu-moi',
    '/cac-ho/nhac',
    '/xom/ho-so',
    '/xom/may',
    '/xom/hoat-dong',
    '/huong-dan',
    '/tinh-trang',
  ]);
});

test('behind the next step stand the others, each with its gain, effort, place and guide', async () => {
  const { show, pull } = await openSubject();
  await pull([dueAt(CUTOFF)]);
  show(<HamletApp />, '/xom');
  expect(await screen.findByRole('link', { name: /^Bước khác \(\d+\)$/ })).toHaveAttribute(
    'href',
    '/xom/buoc',
  );
  document.body.replaceChildren();
  show(<HamletApp />, '/xom/buoc');
  const list = within(await screen.findByRole('region', { name: 'Kịp trước hạn gửi' }));
  const vneid = list.getByRole('link', { name: /A4\.1/ });
  expect(vneid).toHaveTextContent('nhiều nhất +8,00 điểm');
  expect(vneid).toHaveAttribute('href', '/xom/phieu?nhom=A4&muc=hamletPeople14');
  const item = vneid.closest('li');
  expect(within(item ?? document.body).getByRole('link', { name: 'Hướng dẫn cách làm' })).toHaveAttribute(
    'href',
    '/huong-dan/vneid-muc-2',
  );
});

test('the score is noted by itself once a month, and again only at a tap', async () => {
  const subject = await openSubject();
  const { workspace, user, show } = subject;
  await begun(subject, { 'A1.1': true });
  show(<HamletApp />, '/xom');
  await screen.findByText('Điểm qua các tháng');
  const given = { 'A1.1': true, 'A1.3': { n: 0 }, 'A8.2': true, hamletHouseholds: 90 } as const;
  const first = score(setNamed('hamlet'), given).normalised;
  expect(await snapshots(workspace)).toMatchObject([{ takenOn: '2025-11-05', normalised: first }]);
  expect(await screen.findByText(/^Ghi ngày 05\/11\/2025: /)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Ghi lại điểm hôm nay' })).toBeNull();

  // A better score the same month writes nothing by itself.
  const draft = await workspace.draft(subject.profile.assessmentId ?? '');
  if (draft === undefined) throw new Error('no draft');
  await workspace.saveDraft({ ...draft, answers: { ...draft.answers, 'A3.3': { level: 'l2' } } });
  const again = await screen.findByRole('button', { name: 'Ghi lại điểm hôm nay' });
  expect(await writtenOps(workspace)).toBe(1);
  await user.click(again);
  expect(await screen.findByText('Đã ghi điểm hôm nay.')).toBeVisible();
  await waitFor(async () => expect(await snapshots(workspace)).toHaveLength(1));
  expect(await writtenOps(workspace)).toBe(2);
  expect((await snapshots(workspace))[0]?.answered).toBe(4);
});

test('a sheet nobody has begun is not noted; a month that is noted, or a score that stayed, is not either', async () => {
  const { workspace, show } = await openSubject();
  show(<HamletApp />, '/xom');
  await screen.findByRole('navigation', { name: 'Việc của xóm' });
  expect(await writtenOps(workspace)).toBe(0);
  const kept = [
    { value: { takenOn: '2025-09-02', normalised: 1000 } },
    { value: { takenOn: '2025-10-03', normalised: 1200 } },
  ];
  expect(isDue([], '2025-11-05', 1200)).toBe(true);
  expect(isDue(kept, '2025-11-05', 1300)).toBe(true);
  expect(isDue(kept, '2025-11-05', 1200)).toBe(false);
  expect(isDue(kept, '2025-10-30', 1300)).toBe(false);
});

test('the year is a line with a sentence, and the same in a table', async () => {
  const subject = await openSubject();
  const rows = (
    [
      ['2025-03-05', 2000],
      ['2025-07-02', 4150],
      ['2025-10-03', 6160],
    ] as const
  ).map(([takenOn, normalised], at) => {
    const id = `0198c1f0-0000-7000-b000-00000000000${at}`;
    const owner = { campaignId: CAMPAIGN_ID, subjectKind: 'hamlet', subjectId: HAMLET_ID } as const;
    const value = { id, ...owner, takenOn, normalised, answered: 9 + at, criteria: 23, pillars: [] };
    return { scope: `hamlet:${HAMLET_ID}`, entity: 'scoreSnapshot', id, rev: 5, value } as const;
  });
  await subject.pull(rows);
  subject.show(<HamletApp />, '/xom');
  const sentence = 'Từ 20,00 điểm (tháng 3) đến 61,60 điểm (tháng 10).';
  expect(await screen.findByRole('img', { name: sentence })).toBeVisible();
  const table = within(screen.getByRole('table', { hidden: true }));
  expect(table.getAllByRole('row', { hidden: true }).map((row) => row.textContent)).toEqual([
    'Ngày ghiĐiểmMục đã điền',
    '05/03/202520,009/23',
    '02/07/202541,5010/23',
    '03/10/202561,6011/23',
  ]);
});
