/** Nhiều năm: two campaigns beside each other under either version, and a commune handed over in one batch. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { SeriesApp } from '#client/features/office/series/series-app.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import type { PulledRow } from '#client/db/engine-store.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { campaignRow, CAMPAIGN_ID, COMMUNE_ID, HAMLET_ID } from '../../hamlet/made-rows.ts';
import { openSubject, setNamed } from '../../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const EARLIER_ID = '0198c1f0-0000-7000-8000-0000000000a1';
const set = setNamed('hamlet');
const [dropped] = criteriaOf(set).filter(({ type }) => type === 'yesno');
const older: CriteriaSet = {
  ...set,
  version: 2,
  groups: set.groups.map((group) => ({
    ...group,
    criteria: group.criteria.filter(({ id }) => id !== dropped?.id),
  })),
};
const yes = Object.fromEntries(
  criteriaOf(set).flatMap(({ id, type }) => (type === 'yesno' ? [[id, true]] : [])),
);

/** The hamlet's form of one campaign. */
function formOf(
  campaignId: string,
  criteriaSet: string,
  snapshot: Record<string, boolean>,
  id: string,
): PulledRow[] {
  const assessmentId = assessmentIdOf(COMMUNE_ID, campaignId, HAMLET_ID);
  const common = { scope: `hamlet:${HAMLET_ID}`, rev: 2 };
  const receivedAt = Date.parse('2025-11-04T02:00:00.000Z');
  const about = { assessmentId, subjectKind: 'hamlet' as const, subjectId: HAMLET_ID };
  return [
    {
      ...common,
      entity: 'assessment',
      id: assessmentId,
      value: {
        id: assessmentId,
        campaignId,
        subjectKind: 'hamlet',
        subjectId: HAMLET_ID,
        state: 'received',
        statusRev: 1,
        round: 1,
        submissions: [{ id, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt, current: true }],
      },
    },
    {
      ...common,
      entity: 'submission',
      id,
      value: {
        id,
        ...about,
        subjectName: 'Chùa 9',
        channel: 'self',
        round: 1,
        current: true,
        criteriaSet,
        snapshot,
        selfScore: 0,
        serverScore: 0,
        signedOffBy: '',
        byName: '',
        claimedAt: receivedAt,
        clockOff: 0,
        receivedAt,
        late: false,
        receiptCode: 'K3QF72MA7',
        digest: 'A'.repeat(43),
      },
    },
  ];
}
const earlier = campaignRow('hamlet@2');
const rows: PulledRow[] = [
  {
    ...earlier,
    id: EARLIER_ID,
    value: { ...earlier.value, id: EARLIER_ID, year: 2024, shortTitle: 'Thi đua 2024' },
  },
  { scope: 'public', entity: 'criteriaSet', id: 'hamlet@2', rev: 1, value: older },
  ...formOf(EARLIER_ID, 'hamlet@2', yes, '0198c1f0-0000-7000-a000-0000000000a1'),
  ...formOf(CAMPAIGN_ID, 'hamlet@1', yes, '0198c1f0-0000-7000-a000-0000000000a2'),
];
const open = async (more: readonly PulledRow[], path = '/nhieu-nam') => {
  const opened = await openSubject({ role: 'officer', rows: more });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <SeriesApp />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  await screen.findByRole('heading', { level: 1, name: 'Nhiều năm' }, WAIT);
  return opened;
};

test('two years stand beside each other, by their own results and under one version of the criteria', async () => {
  const { user } = await open(rows);
  const row = await screen.findByRole('row', { name: /^Chùa 9/ }, WAIT);
  const own = { now: score(set, yes).normalised, before: score(older, yes).normalised };
  expect(own.now).not.toBe(own.before);
  expect(row).toHaveTextContent(formatPoints(own.before));
  expect(row).toHaveTextContent(formatPoints(own.now));
  expect(row).toHaveTextContent(
    `${own.now > own.before ? 'tăng' : 'giảm'} ${formatPoints(Math.abs(own.now - own.before))}`,
  );
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Tính theo' }, WAIT), 'hamlet@2');
  await waitFor(() => expect(row).toHaveTextContent('bằng'), WAIT);
  const all = criteriaOf(older).length;
  expect(row).toHaveTextContent(`tính ${all}/${all} mục`);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tính theo' }), 'hamlet@1');
  await waitFor(() => expect(row).toHaveTextContent(`tính ${all}/${all + 1} mục`), WAIT);
});

test('campaigns are named one movement, and only those are compared', async () => {
  const { user, workspace } = await open(rows);
  await user.click(await screen.findByRole('button', { name: 'Chọn các đợt của phong trào' }, WAIT));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('checkbox', { name: /^2024/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Ghi chuỗi đợt' }));
  expect(await screen.findByText(/^Chuỗi đợt:/, {}, WAIT)).toBeVisible();
  expect(await screen.findByText('Mới có một đợt', {}, WAIT)).toBeVisible();
  expect((await workspace.rows('campaignSeries'))[0]?.value.campaigns).toEqual([CAMPAIGN_ID]);
});

test('a hand-over needs a name, a source and a day that has come; it waits as one batch with the successor’s campaign', async () => {
  const { user, workspace } = await open([], '/nhieu-nam/ban-giao');
  await user.click(await screen.findByRole('button', { name: 'Ghi bàn giao' }, WAIT));
  const dialog = await screen.findByRole('dialog');
  const field = (name: RegExp) => within(dialog).getByRole('textbox', { name });
  const save = () => user.click(within(dialog).getByRole('button', { name: 'Ghi bàn giao' }));
  await save();
  expect(await within(dialog).findAllByText('Mời điền ô này.')).toHaveLength(3);
  await user.type(field(/^Nghị quyết/), 'Nghị quyết 1683/NQ-UBTVQH15');
  await user.type(field(/^Tên xã mới/), 'xã Bình Thuận');
  await user.selectOptions(within(dialog).getByRole('combobox'), 'yes');
  await save();
  expect(await within(dialog).findByText(/giống hệt hiện nay/)).toBeVisible();
  await user.clear(field(/^Tên xã mới/));
  await user.type(field(/^Tên xã mới/), 'xã Đại Từ');
  await user.clear(field(/^Đơn vị cấp trên/));
  await user.type(field(/^Đơn vị cấp trên/), 'tỉnh Thái Nguyên');
  await save();
  expect(await screen.findByText(/^Bàn giao đã ghi trên máy này, chờ gửi/, {}, WAIT)).toBeVisible();
  const texts = (await workspace.outbox()).map(({ text }) => text ?? '');
  expect(texts.filter((text) => text.includes('"entity":"handOver"'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('"entity":"campaign"'))).toHaveLength(1);
  expect(texts.find((text) => text.includes('"entity":"commune"'))).toContain('xã Đại Từ');
  expect(texts.find((text) => text.includes('"entity":"handOver"'))).toContain('xã Bình Thuận');
});
