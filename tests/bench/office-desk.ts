/** What Hôm nay and Tiến độ cost at size: everything that is derived again when the replica has changed. */
import { createHamletClaims } from '#client/features/office/today/hamlet-claims.ts';
import { deskOf } from '#client/features/office/today/desk.ts';
import { waitsOf } from '#client/features/office/today/waits.ts';
import { claimCriteria, hamletRows, pillarRow, seriesOf } from '#client/features/office/progress/derive.ts';
import { makeDeskRows, NOW, WHICH } from '../dom/office/today/made-desk.ts';
import { median, type Row } from './result.ts';

const RUNS = 5;

function timed(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}
const medianOf = (run: () => unknown): number => median(Array.from({ length: RUNS }, () => timed(run)));
const row = (name: string, what: string, value: number): Row => ({
  name,
  what,
  value,
  unit: 'ms',
  budget: { atMost: 100 },
});

/** 10.000 households in 80 hamlets, 150 units. */
export function benchOfficeDesk(): Row[] {
  const rows = makeDeskRows({ hamlets: 80, householdsEach: 125, units: 150 });
  const desk = deskOf(rows, WHICH);
  const claims = createHamletClaims();
  waitsOf(desk, claims, NOW);
  const item = claimCriteria(desk)[0]?.id;
  return [
    row(
      'office.desk',
      'office: Hôm nay at 10.000 households, derived after a change',
      medianOf(() => waitsOf(deskOf(rows, WHICH), claims, NOW)),
    ),
    row(
      'office.deskFirst',
      'office: the same for the first time, every hamlet’s claims',
      medianOf(() => waitsOf(desk, createHamletClaims(), NOW)),
    ),
    row(
      'office.progress',
      'office: Tiến độ at 10.000 households, 150 units',
      medianOf(() => {
        seriesOf(desk, { kind: 'family', hamletId: null }, NOW);
        hamletRows(desk, claims, item);
        desk.units.map(pillarRow);
      }),
    ),
  ];
}
