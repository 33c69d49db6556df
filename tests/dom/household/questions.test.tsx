import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { familyAlone } from './family.tsx';
import {
  asked,
  CASHLESS,
  DEVICE,
  HEALTH,
  HELPED,
  NETWORK,
  PEOPLE,
  press,
  skipTo,
  state,
  VNEID,
} from './walk.ts';

test('the first question is the one that others share, with nothing answered beforehand', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  expect(screen.getByRole('textbox')).toHaveValue('');
  expect(screen.getByRole('img', { name: 'Đã làm 0/15 câu' })).toBeVisible();
  expect(state()).toHaveTextContent('Đang điền. Chưa có gì gửi khỏi máy này.');
});

test('a number is stepped or typed, and is on disk with its time in words', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  await press(family, 'Thêm một người');
  await press(family, 'Thêm một người');
  expect(screen.getByRole('textbox')).toHaveValue('2');
  expect(screen.getByText('2 người')).toBeVisible();
  await family.user.clear(screen.getByRole('textbox'));
  await family.user.type(screen.getByRole('textbox'), '4');
  await waitFor(() => expect(state()).toHaveTextContent(/Đang điền\. Đã lưu trên máy này lúc \d\d:\d\d\./));
  expect((await family.stored())?.answers).toEqual({ householdPeople14: 4 });
});

test('a number that is none keeps what was typed and says what to do', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), 'bốn');
  expect(screen.getByRole('textbox')).toHaveValue('bốn');
  expect(screen.getByRole('alert')).toHaveTextContent('Chỗ này cần một số');
  await family.user.clear(screen.getByRole('textbox'));
  await family.user.type(screen.getByRole('textbox'), '40');
  expect(screen.getByRole('alert')).toHaveTextContent('Số này nhiều nhất là 20.');
});

test('a choice stays on screen as chosen, and only the person moves on', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, DEVICE);
  const yes = screen.getByRole('radio', { name: 'Có' });
  expect(yes).not.toBeChecked();
  expect(screen.getByRole('radio', { name: 'Không' })).not.toBeChecked();
  await family.user.click(yes);
  expect(yes).toBeChecked();
  expect(screen.getByText('đã chọn')).toBeVisible();
  await asked(DEVICE);
  await press(family, 'Câu tiếp');
  await asked(NETWORK);
  expect(screen.getByText('Câu 2/15')).toBeVisible();
});

test('going back shows every answer as it was', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, DEVICE);
  await family.user.click(screen.getByRole('radio', { name: 'Không' }));
  await press(family, 'Câu tiếp');
  await asked(NETWORK);
  await family.user.click(screen.getByRole('radio', { name: 'Có wifi (cáp quang) ở nhà' }));
  await press(family, 'Trước');
  await asked(DEVICE);
  expect(screen.getByRole('radio', { name: 'Không' })).toBeChecked();
  await press(family, 'Câu tiếp');
  await asked(NETWORK);
  expect(screen.getByRole('radio', { name: 'Có wifi (cáp quang) ở nhà' })).toBeChecked();
});

test('a tap in the instant the first question appears keeps the way back as it was walked', async () => {
  const family = await familyAlone();
  // Before anything else the page wanted to do after drawing.
  const tapped = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      const skip = screen.queryByRole('button', { name: 'Bỏ qua, làm sau' });
      if (skip === null) return;
      observer.disconnect();
      skip.click();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  family.open();
  await tapped;
  await asked(DEVICE);
  await press(family, 'Câu tiếp');
  await asked(NETWORK);
  await press(family, 'Trước');
  await asked(DEVICE);
});

test('"không áp dụng" asks once before it counts, and undoing gives back what stood there', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, NETWORK);
  await family.user.click(screen.getByRole('radio', { name: 'Không vào mạng' }));
  await press(family, 'Nơi ở chưa có sóng, chưa có cáp');
  expect(screen.getByText(/Câu này sẽ không tính điểm cho gia đình/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'Không vào mạng' })).toBeChecked();
  await press(family, 'Không phải, để trả lời');
  await press(family, 'Nơi ở chưa có sóng, chưa có cáp');
  await press(family, 'Đúng như vậy');
  expect(screen.getByRole('button', { name: 'Nơi ở chưa có sóng, chưa có cáp' })).toBePressed();
  expect(screen.getByRole('radio', { name: 'Không vào mạng' })).not.toBeChecked();
  await waitFor(async () => expect((await family.stored())?.answers['B1.2']).toHaveProperty('na'));
  await press(family, 'Nơi ở chưa có sóng, chưa có cáp');
  expect(screen.getByRole('radio', { name: 'Không vào mạng' })).toBeChecked();
});

test('more people than there are is said in words, stays on screen and on disk, and one can go back to mend either', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '4');
  await press(family, 'Câu tiếp');
  await skipTo(family, VNEID);
  await family.user.type(screen.getByRole('textbox'), '5');
  expect(screen.getByRole('alert')).toHaveTextContent('Số này nhiều hơn số người từ đủ 14 tuổi (4 người)');
  await press(family, 'Câu tiếp');
  await asked(VNEID);
  await waitFor(async () => expect((await family.stored())?.answers['B2.1']).toEqual({ n: 5 }));
  await press(family, 'Sửa số 4');
  await asked(PEOPLE);
  await press(family, 'Thêm một người');
  await press(family, 'Xong, quay lại câu trước');
  await asked(VNEID);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('5 trên 5 người')).toBeVisible();
});

test('more health books than VNeID is a second look, not a wall', async () => {
  const family = await familyAlone();
  family.open();
  await asked(PEOPLE);
  await family.user.type(screen.getByRole('textbox'), '4');
  await press(family, 'Câu tiếp');
  await skipTo(family, VNEID);
  await family.user.type(screen.getByRole('textbox'), '1');
  await press(family, 'Câu tiếp');
  await asked(HEALTH);
  await family.user.type(screen.getByRole('textbox'), '3');
  expect(screen.getByText(/thường không nhiều hơn số người có VNeID mức 2/)).toBeVisible();
  await press(family, 'Câu tiếp');
  await waitFor(() => expect(screen.queryByRole('heading', { name: HEALTH })).toBeNull());
});

test('ticks count, and "none of these" is an answer of its own', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, CASHLESS);
  const list = within(screen.getByRole('group', { name: CASHLESS }));
  await family.user.click(list.getByRole('checkbox', { name: 'Tiền điện' }));
  await family.user.click(list.getByRole('checkbox', { name: 'Mua hàng' }));
  await waitFor(async () => expect((await family.stored())?.answers['B3.2']).toBe(2));
  expect((await family.stored())?.ticks['B3.2']).toEqual(['dien', 'muaHang']);
  await family.user.click(list.getByRole('checkbox', { name: 'Chưa có khoản nào' }));
  expect(list.getByRole('checkbox', { name: 'Tiền điện' })).not.toBeChecked();
  await waitFor(async () => expect((await family.stored())?.answers['B3.2']).toBe(0));
  await family.user.click(list.getByRole('checkbox', { name: 'Chưa có khoản nào' }));
  await waitFor(async () => expect((await family.stored())?.answers['B3.2']).toBeUndefined());
});

test('a level may be told more about, and changing the level keeps the words', async () => {
  const family = await familyAlone();
  family.open();
  await skipTo(family, HELPED);
  expect(screen.queryByRole('textbox')).toBeNull();
  await family.user.click(screen.getByRole('radio', { name: 'Chưa có dịp' }));
  await family.user.type(screen.getByLabelText('Kể thêm vài câu (không bắt buộc)'), 'Chỉ bà con dùng Zalo');
  await family.user.click(screen.getByRole('radio', { name: 'Đã giúp người trong nhà, họ hàng' }));
  expect(screen.getByLabelText('Kể thêm vài câu (không bắt buộc)')).toHaveValue('Chỉ bà con dùng Zalo');
  await waitFor(async () =>
    expect((await family.stored())?.answers['B6.2']).toEqual({
      text: 'Chỉ bà con dùng Zalo',
      level: 'B6.2-1',
    }),
  );
});
