/** Which campaign the office looks at: the one that runs, or an earlier one chosen in the rail; the address keeps it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { campaignFor } from '#client/features/office/campaign-for.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import { communeRows, COMMUNE_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import { madeHamlet, hamletId } from './ranking/made-hamlets.ts';

const SLOW = { timeout: 20_000 };
const found = communeRows().find(({ entity }) => entity === 'campaign');
if (found === undefined) throw new Error('no campaign');
const running = { ...found, value: recordSchemas.campaign.parse(found.value) };
const LAST_YEAR = '019a3b00-0000-7000-8000-00000000ca24';
const NEXT_YEAR = '019a3b00-0000-7000-8000-00000000ca99';
const campaign = (over: Partial<Campaign>) => ({
  ...running,
  id: over.id ?? '',
  value: { ...running.value, ...over },
});
const past = campaign({ id: LAST_YEAR, year: running.value.year - 1 });
/** Made ahead, and not begun for a long time. */
const coming = campaign({ id: NEXT_YEAR, year: running.value.year + 1, beginsOn: '2999-01-01' });

/** A hamlet's rows as they were in last year's campaign. */
const lastYears = madeHamlet({ index: 2, name: 'Đình 6' }).map((row) =>
  JSON.parse(
    JSON.stringify(row)
      .replaceAll(running.id, LAST_YEAR)
      // It stood then.
      .replace(/"validFrom":"[0-9-]+"/, '"validFrom":"2020-01-01"')
      .replaceAll(
        assessmentIdOf(COMMUNE_ID, running.id, hamletId(2)),
        assessmentIdOf(COMMUNE_ID, LAST_YEAR, hamletId(2)),
      ),
  ),
);
const rows = [past, coming, ...madeHamlet({ index: 1, name: 'Bình Xuân' }), ...lastYears];

async function open(path: string) {
  const opened = await openSubject({ role: 'officer', rows });
  const { at } = opened.show(<OfficeApp />, path);
  const picker = await screen.findByRole('combobox', { name: 'Đợt thi đua' }, SLOW);
  return { ...opened, at, picker };
}
const ranked = (name: string): HTMLElement | null => screen.queryByText(name, { selector: 'th a' });

test('office screens show the campaign that runs, also when the next one is there already', async () => {
  const { picker } = await open('/xep-hang');
  expect(
    within(picker)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Đợt năm 2025', 'Đợt năm 2024']);
  expect(picker).toHaveValue(running.id);
  await waitFor(() => expect(ranked('Bình Xuân')).toBeVisible(), SLOW);
  expect(ranked('Đình 6')).toBeNull();
  expect(screen.queryByRole('note')).toBeNull();
});

test('an earlier campaign is chosen, said, kept in the address from screen to screen, and left again', async () => {
  const { user, picker, at } = await open('/xep-hang');
  await user.selectOptions(picker, 'Đợt năm 2024');
  await waitFor(() => expect(ranked('Đình 6')).toBeVisible(), SLOW);
  expect(ranked('Bình Xuân')).toBeNull();
  expect(at()).toBe(`/xep-hang?dot=${LAST_YEAR}`);
  expect(screen.getByRole('note')).toHaveTextContent('Đang xem đợt thi đua năm 2024');
  await user.click(screen.getByRole('button', { name: /^Hằng ngày/ }));
  await user.click(screen.getByRole('link', { name: 'Tiến độ' }));
  await screen.findByRole('heading', { level: 1, name: 'Tiến độ' }, SLOW);
  await waitFor(() => expect(at()).toBe(`/tien-do?dot=${LAST_YEAR}`));
  await user.click(screen.getByRole('button', { name: 'Về đợt năm 2025' }));
  await waitFor(() => expect(at()).toBe('/tien-do'));
  expect(screen.queryByRole('note')).toBeNull();
});

test('a link that names a campaign opens it; one nobody knows is the one that runs', async () => {
  const { picker } = await open(`/xep-hang?dot=${LAST_YEAR}`);
  await waitFor(() => expect(picker).toHaveValue(LAST_YEAR));
  await waitFor(() => expect(ranked('Đình 6')).toBeVisible(), SLOW);
  const all = [coming.value, running.value, past.value];
  expect(campaignFor(all, { chosen: 'nobody', day: '2025-11-05' })).toBe(running.value);
  expect(campaignFor(all, { chosen: null, day: '2025-11-05' })).toBe(running.value);
  // Control: by its year alone the next one would be taken.
  expect([...all].sort((a, b) => b.year - a.year)[0]).toBe(coming.value);
});
