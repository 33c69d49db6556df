import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { familyAndCommune } from './family.tsx';
import { asked, DEVICE, PEOPLE, press, skipTo } from './walk.ts';

const NEWS = /^Mã trên phiếu mời không dùng được nữa\. Xin trưởng xóm phiếu mới/;

test('a slip the commune does not take is said on the question itself, with the way out, and the answers stay', async () => {
  const family = await familyAndCommune({ hasStrangeSlip: true });
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '3');
  await press(family, 'Câu tiếp');
  await asked(DEVICE);
  expect(await screen.findByText(NEWS)).toBeVisible();
  expect(screen.getByRole('link', { name: NEWS })).toHaveAttribute('href', '/quet-lai');
  expect((await family.stored())?.answers).toMatchObject({ householdPeople14: 3 });
  // On every page until it is sent, the consents and the review among them.
  await skipTo(family, 'Lưu và chấm phiếu của gia đình');
  expect(screen.getByText(NEWS)).toBeVisible();
  for (const _purpose of ['process', 'praise', 'photo']) await press(family, 'Đồng ý');
  await asked('Xem lại rồi gửi');
  expect(screen.getByText(NEWS)).toBeVisible();
});

test('control: a slip that is taken says nothing', async () => {
  const family = await familyAndCommune();
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '3');
  await press(family, 'Câu tiếp');
  await expect.poll(() => family.workspace()?.profile.link.state, { timeout: 20_000 }).toBe('enrolled');
  expect(screen.queryByText(NEWS)).toBeNull();
});
