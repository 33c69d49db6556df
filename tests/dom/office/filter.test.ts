import { expect, test } from 'vitest';
import {
  filterEntries,
  isFiltered,
  readFilter,
  sortEntries,
  writeFilter,
  type Filter,
} from '#client/features/office/review/list/filter.ts';
import { makeCommune } from './made-entries.ts';

const plain = readFilter('');
const { entries, hamlets } = makeCommune(400);

test('the plain address is the plain list, newest first', () => {
  expect(writeFilter(plain)).toBe('');
  expect(isFiltered(plain)).toBe(false);
  const times = sortEntries(entries, 'received', false).map((entry) => entry.receivedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test('a filter comes back from its address as it was', () => {
  const filter: Filter = {
    kind: 'household',
    channel: 'proxy',
    hamletId: hamlets[2]?.id ?? '',
    sector: 'TH',
    state: 'underReview',
    flag: 'resent',
    mine: true,
    asks: true,
    rest: true,
    picking: true,
    left: 'asks',
    q: 'đầm mụ',
    sort: 'name',
    reversed: true,
  };
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(isFiltered(filter)).toBe(true);
});

test('an address with words it does not know is read as unfiltered', () => {
  expect(readFilter('loai=toan-bo&khai=x&trang-thai=lost&xep=mau')).toEqual(plain);
});

test('search finds names, hamlets and household codes without marks and in any order', () => {
  const found = filterEntries(entries, { ...plain, q: 'anh nguyen' });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((entry) => /Nguyễn .* Ánh/.test(entry.name))).toBe(true);
  expect(
    filterEntries(entries, { ...plain, q: 'dam mu' }).every((entry) => entry.hamletName === 'Đầm Mụ'),
  ).toBe(true);
  expect(filterEntries(entries, { ...plain, q: 'DM-0012' }).map((entry) => entry.householdCode)).toEqual([
    'DM-0012',
  ]);
});

test('a receipt read aloud with its dashes finds its submission', () => {
  const found = filterEntries(entries, { ...plain, q: 'k3qf-72ma-4' });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((entry) => entry.receiptCode === 'K3QF72MA4')).toBe(true);
});

test('filters narrow together', () => {
  const hamletId = hamlets[1]?.id ?? '';
  const found = filterEntries(entries, { ...plain, hamletId, channel: 'proxy' });
  const expected = entries.filter((entry) => entry.hamletId === hamletId && entry.channel === 'proxy');
  expect(found).toEqual(expected);
  expect(expected.length).toBeGreaterThan(0);
  expect(filterEntries(entries, { ...plain, kind: 'unit' })).toEqual([]);
});

test('families stand by given name, hamlets in the order of the commune', () => {
  const [first] = entries;
  const [one, two] = hamlets;
  if (!first || !one || !two) throw new Error('the made commune is empty');
  const named = (name: string) => ({ ...first, id: name, name });
  const families = ['Hoàng Thị Dung', 'Nguyễn Văn Ánh', 'Lê Văn An', 'Phạm Đức Đạt', 'Trần Thị Ân'].map(
    named,
  );
  expect(sortEntries(families, 'name', false).map((entry) => entry.name)).toEqual([
    'Lê Văn An',
    'Nguyễn Văn Ánh',
    'Trần Thị Ân',
    'Hoàng Thị Dung',
    'Phạm Đức Đạt',
  ]);
  const hamletEntry = (hamlet: typeof one) => ({
    ...named(hamlet.name),
    kind: 'hamlet' as const,
    hamletOrder: hamlet.order,
  });
  const mixed = sortEntries([...families, hamletEntry(two), hamletEntry(one)], 'name', false);
  expect(mixed.slice(0, 2).map((entry) => entry.name)).toEqual(['Đầm Mụ', 'Bình Xuân']);
});

test('turning a column round turns the whole list round', () => {
  for (const sort of ['received', 'name', 'score'] as const) {
    expect(sortEntries(entries, sort, true)).toEqual(sortEntries(entries, sort, false).toReversed());
  }
});
