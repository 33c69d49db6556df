/** Who is put forward to the authorities above, what they answered, and how long a proposal may wait. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AwardsApp } from '#client/features/office/awards/awards-app.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { upwardWords as words } from '#client/messages/office-awards-upward.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { awardRows, communeOf, decisionRows, noticeRows } from './made-awards.ts';

const WAIT = { timeout: 20_000 };
const AN = 'Hộ gia đình Nguyễn Văn An';

async function open(path: string, more = noticeRows().rows) {
  const rows = [...awardRows(), ...more];
  const opened = await openSubject({ role: 'officer', rows });
  opened.show(
    <OfficeKeys>
      <OfficeDesk>
        <AwardsApp />
      </OfficeDesk>
    </OfficeKeys>,
    path,
  );
  return { ...opened, commune: communeOf(opened, rows) };
}

test('a name marked for the authorities above stands in their list; their answer is written, shown and taken out again', async () => {
  const { user, workspace, commune } = await open('/khen-thuong/cap-tren');
  expect(await screen.findByText(words.none, {}, WAIT)).toBeVisible();
  await user.click(screen.getByText(words.toList));
  await user.click(await screen.findByText(AN, { selector: 'button' }, WAIT));
  const aside = await screen.findByRole('complementary', { name: AN }, WAIT);
  await user.click(within(aside).getByLabelText('Đề nghị cấp trên khen'));
  await commune();

  await user.click(screen.getByText('Cấp trên', { selector: 'a' }));
  const list = await screen.findByLabelText(words.tableName, { selector: 'table' }, WAIT);
  expect(within(list).getAllByRole('row')).toHaveLength(2);
  expect(list).toHaveTextContent(words.noResult);
  await user.click(await screen.findByLabelText(`Ghi kết quả cho ${AN}`, {}, WAIT));
  const dialog = await screen.findByRole('dialog', {}, WAIT);
  await user.click(within(dialog).getByText(words.save));
  expect(await within(dialog).findAllByText('Mời ghi mục này.')).toHaveLength(3);
  const set = (label: RegExp, value: string): void => {
    fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
  };
  set(/^Hình thức khen/, 'Bằng khen');
  set(/^Người hoặc cơ quan khen/, 'Chủ tịch UBND tỉnh');
  set(/^Số quyết định/, '1250');
  set(/^Ngày quyết định/, '2025-12-01');
  // It is on its way to a decision here, which this stops.
  expect(within(dialog).getByText(words.stops)).toBeVisible();
  await user.click(within(dialog).getByText(words.save));
  await commune();
  expect(
    await screen.findByText('Bằng khen, Chủ tịch UBND tỉnh, số 1250 ngày 01/12/2025', {}, WAIT),
  ).toBeVisible();

  await user.click(await screen.findByLabelText(`Sửa kết quả của ${AN}`, {}, WAIT));
  await user.click(await screen.findByText(words.remove, {}, WAIT));
  await commune();
  await waitFor(async () => {
    const awards = await workspace.rows('award');
    expect(awards.filter(({ value }) => value.above !== undefined)).toEqual([]);
    expect(awards.filter(({ value }) => value.upward)).toHaveLength(1);
  }, WAIT);
});

test('a letter says how its decision stands against the days of the rules', async () => {
  await open('/khen-thuong/to-trinh', decisionRows());
  expect(await screen.findByText(/hạn ra quyết định.*04\/12\/2025/, {}, WAIT)).toBeVisible();
});
