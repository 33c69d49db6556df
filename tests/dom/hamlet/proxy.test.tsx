import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { operationSchema } from '#protocol/operation.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { ProxyPage } from '#client/features/households/proxy-page.tsx';
import { CAMPAIGN_ID, COMMUNE_ID, householdId, householdRow, sentForm } from './made-rows.ts';
import { openSubject, type OpenedSubject } from './open-subject.tsx';

const family = householdRow(1, 'Nguyễn Văn Ánh');
const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, householdId(1));
const path = `/cac-ho/${householdId(1)}`;
const page = <ProxyPage householdId={householdId(1)} />;

async function consentTo(
  { user }: OpenedSubject,
  choices: Record<string, 'Đồng ý' | 'Không đồng ý'>,
): Promise<void> {
  await user.click(await screen.findByRole('radio', { name: 'Đọc cho nghe, đồng ý bằng lời' }));
  await user.type(screen.getByLabelText('Người nhập thay'), 'Nguyễn Văn Tám');
  for (const [purpose, choice] of Object.entries(choices)) {
    const group = screen.getByRole('radiogroup', { name: purpose });
    await user.click(within(group).getByRole('radio', { name: choice }));
  }
}
const ALL_THREE = {
  'Lưu và chấm phiếu của gia đình': 'Đồng ý',
  'Nêu tên khi được đề nghị khen': 'Không đồng ý',
  'Dùng ảnh gia đình gửi': 'Không đồng ý',
} as const;

test('reads the commune’s own script aloud first, and nothing is chosen beforehand', async () => {
  const { show } = await openSubject({ rows: [family] });
  show(page, path);
  expect(
    await screen.findByText(
      /Tôi đọc phiếu cho gia đình nghe và nhập thay\. Ủy ban nhân dân xã Bình Thuận .* 0208 3824 000/,
    ),
  ).toBeVisible();
  const radios = screen.getAllByRole('radio');
  expect(radios).toHaveLength(8);
  for (const radio of radios) expect(radio).not.toBeChecked();
});

test('no question is shown before the family has agreed', async () => {
  const subject = await openSubject({ rows: [family] });
  subject.show(page, `${path}?buoc=B1`);
  await subject.user.click(await screen.findByRole('button', { name: 'Bắt đầu điền' }));
  expect(screen.getByRole('alert')).toHaveTextContent(/Mời chọn cách đồng ý/);
  expect(screen.queryByText(/điện thoại thông minh hoặc máy tính đang dùng được không/)).toBeNull();
});

test('a family that declines: nothing is typed, and what was begun is deleted', async () => {
  const subject = await openSubject({ rows: [family] });
  const { at } = subject.show(page, path);
  await consentTo(subject, { 'Lưu và chấm phiếu của gia đình': 'Không đồng ý' });
  await subject.user.click(screen.getByRole('button', { name: 'Xóa phiếu này khỏi máy' }));
  await waitFor(() => expect(at()).toBe('/cac-ho'));
  expect(await subject.workspace.drafts()).toEqual([]);
  expect(await subject.workspace.outbox()).toEqual([]);
});

test('sends what was typed as a proxy’s submission, with the consent it rests on', async () => {
  const subject = await openSubject({ rows: [family] });
  const { user, workspace } = subject;
  const { at } = subject.show(page, path);
  await consentTo(subject, ALL_THREE);
  await user.type(screen.getByLabelText('Người chứng kiến (nếu có)'), 'Trần Thị Ân');
  await user.click(screen.getByRole('button', { name: 'Bắt đầu điền' }));
  await user.click(
    within(await screen.findByRole('radiogroup', { name: /đang dùng được không/ })).getByRole('radio', {
      name: 'Có',
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Nhóm tiếp' }));
  const people = screen.getByRole('textbox', { name: /mấy người từ đủ 14 tuổi đang sống/ });
  await user.type(people, '4');
  await user.type(screen.getByRole('textbox', { name: /VNeID mức 2/ }), '3');
  for (let step = 0; step < 4; step++) await user.click(screen.getByRole('button', { name: 'Nhóm tiếp' }));
  await user.click(screen.getByRole('button', { name: 'Xem lại rồi gửi' }));
  expect(
    screen.getByText(
      /Người nhập thay: Nguyễn Văn Tám\. Cách đồng ý: Đọc cho nghe, đồng ý bằng lời\. Người chứng kiến: Trần Thị Ân/,
    ),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Gửi về xã' }));

  await waitFor(() => expect(at()).toMatch(/^\/bien-nhan\//));
  const [row] = await workspace.outbox();
  const operation = operationSchema.parse(JSON.parse(row?.text ?? ''));
  if (operation.kind !== 'assessment.submit') throw new Error(operation.kind);
  expect(row?.draftId).toBe(`proxy:${assessmentId}`);
  expect(operation.args).toMatchObject({
    assessmentId,
    criteriaSet: 'household@1',
    snapshot: { 'B1.1': true, householdPeople14: 4, 'B2.1': { n: 3 } },
    bases: {},
    signedOffBy: 'Nguyễn Văn Tám',
    consent: { mode: 'readAloud', witness: 'Trần Thị Ân' },
  });
  expect(operation.args.consent?.choices.map(({ purpose, agreed }) => [purpose, agreed])).toEqual([
    ['process', true],
    ['publish', false],
    ['photo', false],
  ]);
});

test('a family that has sent its own form: said first, and the proxy’s is only beside it', async () => {
  const subject = await openSubject({ rows: [family, ...sentForm(1, { 'B1.1': true })] });
  subject.show(page, path);
  expect(
    await screen.findByText(/Gia đình đã tự gửi phiếu\. Phiếu của gia đình là phiếu được tính/),
  ).toBeVisible();
  expect(screen.queryByText(/Đọc cho gia đình nghe/)).toBeNull();
  await subject.user.click(screen.getByRole('button', { name: 'Vẫn nhập thay' }));
  expect(screen.getByText('Đọc cho gia đình nghe')).toBeVisible();
});
