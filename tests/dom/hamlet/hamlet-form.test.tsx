import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { campaignRow, hamletRow } from './made-rows.ts';
import { openSubject, setNamed } from './open-subject.tsx';

const card = (question: RegExp): HTMLElement => screen.getByRole('region', { name: question });
const nextGroup = (): HTMLElement => screen.getByRole('button', { name: 'Nhóm tiếp' });

test('fills every kind of criterion, saves each, and shows the score that scoring gives', async () => {
  const { workspace, profile, user, show } = await openSubject({
    rows: [hamletRow({ households: 90, people14plus: 300 }, 2)],
  });
  show(<HamletApp />, '/xom/phieu?nhom=A1');

  await user.click(await screen.findByRole('radio', { name: /^Có/ }));
  await user.click(screen.getByRole('radio', { name: /Hoạt động hằng tháng/ }));
  await user.click(nextGroup());
  await user.type(within(card(/mấy buổi họp/)).getByRole('textbox'), '3');
  await user.type(within(card(/nhóm Zalo của xóm/)).getByLabelText('Số hộ tham gia kênh số'), '65');
  await user.click(nextGroup());
  await user.type(within(card(/hộ có Internet/)).getByLabelText('Số hộ có Internet'), '70');
  await user.type(within(card(/hộ có Internet/)).getByLabelText('Số hộ ở nơi có sóng hoặc có cáp'), '80');
  await user.click(screen.getByRole('button', { name: 'Xóm chưa có nhà văn hóa' }));
  for (let step = 0; step < 5; step++) await user.click(nextGroup());
  await user.click(screen.getByRole('radio', { name: /Có kết quả rõ/ }));
  await user.type(screen.getByLabelText(/Mô tả ngắn/), 'Tổ công nghệ số dạy tại nhà.');

  const typed = {
    'A1.1': true,
    'A1.2': { level: 'A1.2-3' },
    'A2.1': 3,
    'A2.2': { n: 65 },
    'A3.2': { n: 70, d: 80 },
    'A3.3': { na: 'Xóm chưa có nhà văn hóa' },
    'A8.1': { level: 'A8.1-2', text: 'Tổ công nghệ số dạy tại nhà.' },
  };
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual(typed),
  );
  const given = { hamletHouseholds: 90, hamletPeople14: 300, 'A1.3': { n: 0 }, 'A8.2': true };
  const expected = score(setNamed('hamlet'), { ...typed, ...given });
  expect(screen.getByText(`Điểm tự chấm: ${formatPoints(expected.normalised)}`)).toBeVisible();
  expect(expected.normalised).toBeGreaterThan(0);
});

test('keeps every word while another field cannot be right', async () => {
  const { workspace, profile, user, show } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');

  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '95');
  expect(within(card(/điện thoại thông minh hoặc máy tính/)).getByRole('alert')).toHaveTextContent(
    /nhiều hơn tổng số hộ của xóm \(90 hộ\)/,
  );
  await user.type(screen.getByLabelText('Số hộ ở nơi có sóng hoặc có cáp'), '80');
  await user.click(screen.getByRole('radio', { name: /^Có Internet \(wifi\) dùng chung/ }));

  await waitFor(async () => {
    const draft = await workspace.draft(profile.assessmentId ?? '');
    expect(draft?.answers).toEqual({ 'A3.1': { n: 95 }, 'A3.3': { level: 'A3.3-1' } });
    expect(draft?.unfinished).toEqual({ 'A3.2': { d: 80 } });
  });
});

test('what was typed is there when the form is opened again, half answers too', async () => {
  const { workspace, profile, user, show } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A8');
  await user.type(await screen.findByLabelText(/Mô tả ngắn/), 'Chưa chọn mức');
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.unfinished).toBeDefined(),
  );
  cleanup();

  show(<HamletApp />, '/xom/phieu?nhom=A8');
  expect(await screen.findByDisplayValue('Chưa chọn mức')).toBeVisible();
});

test('asks for the number of households once, and only while the commune has none', async () => {
  const { user, show, pull } = await openSubject({ rows: [hamletRow({}, 2)] });
  show(<HamletApp />, '/xom/phieu?nhom=A1');
  await user.type(await screen.findByLabelText('Ghi bằng số'), '120');
  await user.click(screen.getByRole('button', { name: 'Nhóm tiếp' }));
  expect(screen.queryByLabelText('Ghi bằng số')).toBeNull();
  await user.type(screen.getByLabelText('Số hộ tham gia kênh số'), '60');
  expect(within(card(/nhóm Zalo của xóm/)).getByText('60 trên 120: 50%')).toBeVisible();

  await pull([hamletRow({ households: 100 }, 3)]);
  expect(await within(card(/nhóm Zalo của xóm/)).findByText('60 trên 100: 60%')).toBeVisible();
});

test('a number still missing is named with the way to the group that asks for it', async () => {
  const { user, show } = await openSubject({ rows: [hamletRow({}, 2)] });
  show(<HamletApp />, '/xom/phieu?nhom=A2');
  await user.type(await screen.findByLabelText('Số hộ tham gia kênh số'), '60');
  const way = within(card(/nhóm Zalo của xóm/)).getByRole('link', { name: 'Ghi số này ở nhóm A1' });
  expect(way).toHaveAttribute('href', '?nhom=A1&muc=hamletHouseholds');
  // Where it is asked, or not missing, there is none.
  await user.click(screen.getByRole('button', { name: 'Trước' }));
  expect(await screen.findByLabelText('Ghi bằng số')).toBeVisible();
  expect(screen.queryByRole('link', { name: /Ghi số này/ })).toBeNull();
});

test('stays with the version it was begun under when a newer one arrives', async () => {
  const { workspace, profile, user, show, pull } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A1');
  await user.click(await screen.findByRole('radio', { name: /^Có/ }));
  await waitFor(async () => expect(await workspace.draft(profile.assessmentId ?? '')).toBeDefined());

  const set = setNamed('hamlet');
  const renamed = {
    ...set,
    version: 2,
    groups: set.groups.map((group) => ({ ...group, name: `${group.name} (mới)` })),
  };
  await pull([
    { scope: 'public', entity: 'criteriaSet', id: 'hamlet@2', rev: 5, value: renamed },
    { ...campaignRow('hamlet@2'), rev: 5 },
  ]);
  await waitFor(async () =>
    expect((await workspace.rows('campaign'))[0]?.value.criteriaSets.hamlet).toBe('hamlet@2'),
  );
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.criteriaSet).toBe('hamlet@1'),
  );
  expect(screen.getByRole('heading', { name: /Lãnh đạo, tổ chức thực hiện$/ })).toBeVisible();
});

test('takes over what another phone wrote, in fields nobody touched here', async () => {
  const { profile, user, show, pull, workspace } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '50');
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual({ 'A3.1': { n: 50 } }),
  );

  const opId = '0198c1f0-0000-7000-8000-0000000000aa';
  await pull([
    {
      scope: 'public',
      entity: 'answers',
      id: profile.assessmentId ?? '',
      rev: 7,
      value: {
        assessmentId: profile.assessmentId ?? '',
        fields: { 'A3.1': [{ opId, value: { n: 44 } }], 'A3.3': [{ opId, value: { level: 'A3.3-2' } }] },
      },
    },
  ]);
  await waitFor(() => expect(screen.getByRole('radio', { name: /màn hình hoặc máy tính/ })).toBeChecked());
  expect(screen.getByLabelText('Số hộ có thiết bị')).toHaveValue('50');
});

test('an answer taken over from another phone can be cleared in the form that stayed open', async () => {
  const { profile, user, show, pull, workspace } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '50');
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual({ 'A3.1': { n: 50 } }),
  );
  const opId = '0198c1f0-0000-7000-8000-0000000000ab';
  await pull([
    {
      scope: 'public',
      entity: 'answers',
      id: profile.assessmentId ?? '',
      rev: 7,
      value: {
        assessmentId: profile.assessmentId ?? '',
        fields: { 'A3.2': [{ opId, value: { n: 7 } }] },
      },
    },
  ]);
  const taken = () => screen.getByDisplayValue('7');
  await waitFor(() => expect(taken()).toBeVisible());
  await user.clear(taken());
  await waitFor(async () =>
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual({ 'A3.1': { n: 50 } }),
  );
});

test('a second phone begins with what the commune already holds', async () => {
  const { profile, show, pull } = await openSubject();
  const opId = '0198c1f0-0000-7000-8000-0000000000aa';
  await pull([
    {
      scope: 'public',
      entity: 'answers',
      id: profile.assessmentId ?? '',
      rev: 7,
      value: { assessmentId: profile.assessmentId ?? '', fields: { 'A3.1': [{ opId, value: { n: 44 } }] } },
    },
  ]);
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  expect(await screen.findByLabelText('Số hộ có thiết bị')).toHaveValue('44');
});

test('an answer that was cleared stays cleared, on the next screen and on disk', async () => {
  const { profile, workspace, user, show } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '44');
  await user.click(screen.getByRole('radio', { name: /màn hình hoặc máy tính/ }));
  const saved = async () => (await workspace.draft(profile.assessmentId ?? ''))?.answers;
  await waitFor(async () =>
    expect(await saved()).toEqual({ 'A3.1': { n: 44 }, 'A3.3': { level: 'A3.3-2' } }),
  );
  cleanup();

  show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.clear(await screen.findByLabelText('Số hộ có thiết bị'));
  await user.click(screen.getByRole('button', { name: 'Xóa câu trả lời mục A3.3' }));
  await user.click(screen.getByRole('button', { name: 'Nhóm tiếp' }));
  await user.click(screen.getByRole('button', { name: 'Trước' }));
  expect(await screen.findByLabelText('Số hộ có thiết bị')).toHaveValue('');
  expect(screen.getByRole('radio', { name: /màn hình hoặc máy tính/ })).not.toBeChecked();
  await waitFor(async () => expect(await saved()).toEqual({}));
});

test('where another phone wrote something else it is shown beside the own figure, with the way to choose', async () => {
  const { profile, user, show, pull, workspace } = await openSubject();
  const assessmentId = profile.assessmentId ?? '';
  const opId = '0198c1f0-0000-7000-8000-0000000000aa';
  const other = '0198c1f0-0000-7000-8000-0000000000bb';
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  await user.type(await screen.findByLabelText('Số hộ có thiết bị'), '50');
  await waitFor(async () =>
    expect((await workspace.draft(assessmentId))?.answers).toEqual({ 'A3.1': { n: 50 } }),
  );
  expect(screen.queryByText('Máy khác ghi khác')).toBeNull();

  const fields = {
    'A3.1': [
      { opId, value: { n: 50 } },
      { opId: other, value: { n: 54 } },
    ],
  };
  await pull([
    { scope: 'public', entity: 'answers', id: assessmentId, rev: 7, value: { assessmentId, fields } },
  ]);
  expect(await screen.findByText('Máy khác ghi khác')).toBeVisible();
  expect(screen.getByText('Cần chọn.')).toBeVisible();
  expect(screen.getByText('Máy khác ghi: 54 trên 90')).toBeVisible();
  expect(screen.getByLabelText('Số hộ có thiết bị')).toHaveValue('50');
  expect(screen.getByRole('link', { name: 'Chọn một bên' })).toHaveAttribute(
    'href',
    '/xom/can-chon?muc=A3.1',
  );
});
