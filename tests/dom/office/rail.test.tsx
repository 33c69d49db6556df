import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createPocket } from '#client/db/pocket.ts';
import { OfficeApp } from '#client/features/office/office-app.tsx';
import { screensFound } from '#client/features/office/help/search-index.ts';
import { isNamedFor } from '#client/features/office/screens-for.ts';
import { sections } from '#client/features/office/screens-shape.ts';
import { screens } from '#client/features/office/screens.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const WAIT = { timeout: 20_000 };
const head = (section: keyof typeof officeHelp.sections) =>
  screen.findByRole('button', { name: new RegExp(`^${officeHelp.sections[section]}`) }, WAIT);

test('one section of the rail is open at a time, Hôm nay always stands, and what was open is remembered', async () => {
  const opened = await openSubject({ role: 'officer' });
  opened.show(<OfficeApp />, '/hom-nay');
  const rail = await screen.findByRole('navigation', { name: 'Khu làm việc' }, WAIT);
  expect(await head('daily')).toHaveAttribute('aria-expanded', 'true');
  expect(within(rail).queryByRole('link', { name: 'Nhật ký' })).toBeNull();
  await opened.user.click(await head('setup'));
  expect(within(rail).getByRole('link', { name: 'Bộ tiêu chí' })).toBeVisible();
  await opened.user.click(await head('machines'));
  expect(within(rail).getByRole('link', { name: 'Nhật ký' })).toBeVisible();
  expect(within(rail).queryByRole('link', { name: 'Bộ tiêu chí' })).toBeNull();
  expect(within(rail).getByRole('link', { name: /^Hôm nay/ })).toBeVisible();
  const kept = async () => (await createPocket(indexedDB).settings()).rail;
  await waitFor(async () => expect(await kept()).toBe('machines'), WAIT);
});

test('the section of the screen at hand opens by itself; closed, its head says one is there', async () => {
  const opened = await openSubject({ role: 'officer' });
  opened.show(<OfficeApp />, '/xep-hang');
  expect(await screen.findByRole('link', { name: 'Xếp hạng' }, WAIT)).toHaveAttribute('aria-current', 'page');
  await opened.user.click(await head('awards'));
  expect(screen.queryByRole('link', { name: 'Xếp hạng' })).toBeNull();
  expect(await head('awards')).toHaveAttribute('data-here');
});

test('a chair’s rail names what is the chair’s, and the search still finds every screen', async () => {
  const { user, show } = await openSubject({ role: 'chair' });
  const { at } = show(<OfficeApp />, '/hom-nay');
  const rail = await screen.findByRole('navigation', { name: 'Khu làm việc' }, WAIT);
  await head('daily');
  expect(within(rail).getByRole('link', { name: 'Tiến độ' })).toBeVisible();
  expect(within(rail).queryByRole('link', { name: /^Rà soát/ })).toBeNull();
  await user.keyboard('/');
  const field = await screen.findByRole('searchbox', { name: officeHelp.search.label }, WAIT);
  await user.type(field, 'bo tieu chi');
  expect(await screen.findByRole('link', { name: 'Bộ tiêu chí Trang, mục Thiết lập' }, WAIT)).toBeVisible();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(at()).toBe('/bo-tieu-chi'), WAIT);
});

test('every screen stands in a section that has room, is somebody’s, and is found by its word', () => {
  for (const section of sections) {
    const its = screens.filter((each) => each.section === section && isNamedFor(each, 'officer'));
    expect([section, its.length > 0 && its.length <= 7]).toEqual([section, true]);
  }
  expect(screensFound.map(({ href }) => href)).toEqual(screens.map(({ path }) => path));
  for (const { roles } of screens) expect(roles?.length ?? 1).toBeGreaterThan(0);
});
