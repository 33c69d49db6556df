/** What the officer's list costs at ten thousand households: joining, sorting, and filtering at each keystroke. */
import { filterEntries, readFilter, sortEntries } from '#client/features/office/review/list/filter.ts';
import { makeCommune } from '../dom/office/made-entries.ts';
import { median, type Row } from './result.ts';

const HOUSEHOLDS = 10_000;
const RUNS = 7;

function timed(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}
const medianOf = (run: () => unknown): number => median(Array.from({ length: RUNS }, () => timed(run)));

export function benchOfficeList(): Row[] {
  const { entries } = makeCommune(HOUSEHOLDS);
  const plain = readFilter('');
  const sorted = sortEntries(entries, 'received', false);
  const typed = ['n', 'ng', 'nguyen v', 'nva', 'dam mu anh'];
  const search = Math.max(...typed.map((q) => medianOf(() => filterEntries(sorted, { ...plain, q }))));
  return [
    {
      name: 'office.search',
      what: 'office: search over 10.000, slowest of five queries',
      value: search,
      unit: 'ms',
      budget: { atMost: 100 },
    },
    {
      name: 'office.sortName',
      what: 'office: order 10.000 by name',
      value: medianOf(() => sortEntries([...entries], 'name', false)),
      unit: 'ms',
      budget: { atMost: 100 },
    },
    {
      name: 'office.sortReceived',
      what: 'office: order 10.000 by time',
      value: medianOf(() => sortEntries(entries, 'received', false)),
      unit: 'ms',
      budget: { atMost: 100 },
    },
  ];
}
