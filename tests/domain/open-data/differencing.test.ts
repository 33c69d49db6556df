import { expect, test } from 'vitest';
import {
  nextRelease,
  shownTable,
  type Counted,
  type Kept,
  type KeptTable,
  type ShownTable,
} from '#domain/open-data/release.ts';
import { LEAST } from '#domain/open-data/suppress.ts';
import { attackForms, attackTable, type Find } from './attack.ts';

const SEED = 20251110;
const COMMUNES = 500;

function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What a commune holds at each of its releases: families are added, some answers are put right, now and then none come. */
function growingCommune(seed: number): Counted[] {
  const roll = dice(seed);
  const hamlets = Array.from({ length: 2 + roll(5) }, (_, index) => `x${index}`);
  const questions = Array.from({ length: 2 }, (_, index) => ({ id: `q${index}`, answers: 2 + roll(3) }));
  const bias = questions.map(({ answers }) => Array.from({ length: answers }, () => 1 + roll(9) * roll(9)));
  const forms: Record<string, number> = {};
  const counts = questions.map((): Record<string, number[]> => ({}));
  return Array.from({ length: 1 + roll(4) }, () => {
    for (const hamlet of hamlets)
      for (let family = [0, 3, 12, 30, 80][roll(5)] ?? 0; family > 0; family--) {
        forms[hamlet] = (forms[hamlet] ?? 0) + 1;
        for (const [index, { answers }] of questions.entries()) {
          const weights = bias[index] ?? [];
          let left = roll(weights.reduce((sum, weight) => sum + weight, 0));
          const answer = weights.findIndex((weight) => (left -= weight) < 0);
          const own = ((counts[index] ??= {})[hamlet] ??= Array.from({ length: answers }, () => 0));
          own[answer] = (own[answer] ?? 0) + 1;
        }
      }
    return structuredClone({
      forms,
      questions: questions.map(({ id, answers }, index) => ({
        id,
        answers: Array.from({ length: answers }, (_, code) => `a${code}`),
        counts: counts[index] ?? {},
      })),
    });
  });
}

/** By question: its table in each release. */
function attack(releases: readonly ShownTable[][]): Find[] {
  const ids = new Set(releases.flat().map(({ id }) => id));
  return [
    ...[...ids].flatMap((id) =>
      attackTable(
        releases.flatMap((tables) => tables.filter((table) => table.id === id)),
        LEAST,
      ),
    ),
    ...attackForms(releases.flat(), LEAST),
  ];
}

function publish(commune: readonly Counted[]): ShownTable[][] {
  let kept: Kept | null = null;
  return commune.map((counted, index) => {
    kept = nextRelease(kept, counted, index + 1);
    return kept.tables.map(shownTable);
  });
}

/** What a careless office does: hides each small cell and nothing else. */
const carelessly = (commune: readonly Counted[]): ShownTable[][] =>
  commune.map(({ forms, questions }, index) =>
    questions.map(({ id, answers, counts }) => {
      const rows = Object.entries(counts).filter(([hamlet]) => (forms[hamlet] ?? 0) >= LEAST);
      const table: KeptTable = {
        id,
        answers: [...answers],
        rows: rows.map(([hamlet, own]) => ({
          hamlet,
          release: index + 1,
          forms: forms[hamlet] ?? 0,
          counts: [...own],
          hidden: own.map((count) => count < LEAST),
        })),
        hiddenTotals: answers.map(
          (_, answer) => rows.reduce((sum, [, own]) => sum + (own[answer] ?? 0), 0) < LEAST,
        ),
      };
      return shownTable(table);
    }),
  );

test(`differencing over all tables and releases of ${COMMUNES} communes finds no group under ${LEAST} (seed ${SEED})`, () => {
  const cells = { shown: 0, hidden: 0, totalsShown: 0, totalsHidden: 0, refreshed: 0 };
  for (let run = 0; run < COMMUNES; run++) {
    const releases = publish(growingCommune(SEED + run));
    expect(attack(releases), `commune ${run}`).toEqual([]);
    for (const { rows, total } of releases.flat()) {
      const counts = rows.flatMap((row) => row.counts);
      cells.shown += counts.filter((count) => count !== null).length;
      cells.hidden += counts.filter((count) => count === null).length;
      cells.totalsShown += rows.length === 0 ? 0 : total.counts.filter((count) => count !== null).length;
      cells.totalsHidden += total.counts.filter((count) => count === null).length;
      cells.refreshed += rows.filter(({ release }) => release > 1).length;
    }
  }
  // Finding nothing because nothing is told would be no open data.
  expect(cells.shown / (cells.shown + cells.hidden)).toBeGreaterThan(0.15);
  expect(cells.totalsShown / (cells.totalsShown + cells.totalsHidden)).toBeGreaterThan(0.4);
  expect(cells.refreshed).toBeGreaterThan(COMMUNES);
});

test('control: where only small cells are hidden, the same attack finds groups in most communes', () => {
  const found = Array.from({ length: 60 }, (_, run) => attack(carelessly(growingCommune(SEED + run))));
  expect(found.filter((finds) => finds.length > 0).length).toBeGreaterThan(30);
});

test('control: one cell hidden too little, one release too early: each is found', () => {
  const table = (
    hidden: boolean[][],
    totals: boolean[],
    counts = [
      [30, 6],
      [25, 40],
    ],
  ): ShownTable =>
    shownTable({
      id: 'q',
      answers: ['yes', 'no'],
      rows: counts.map((own, index) => ({
        hamlet: `x${index}`,
        release: 1,
        forms: own.reduce((sum, count) => sum + count, 0),
        counts: own,
        hidden: hidden[index] ?? [],
      })),
      hiddenTotals: totals,
    });
  const both = [true, true];
  const none = [false, false];
  // Its row gives it away; its column gives it away.
  expect(attackTable([table([[false, true], none], none)], LEAST)[0]?.bound).toBeCloseTo(6);
  expect(attackTable([table([both, none], none)], LEAST)[0]?.bound).toBeCloseTo(6);
  expect(attackTable([table([both, both], none)], LEAST)).toEqual([]);
  const later = table([none, none], none, [
    [30, 16],
    [25, 40],
  ]);
  const after = {
    ...table([none, none], none, [
      [33, 20],
      [25, 40],
    ]),
  };
  const moved = {
    ...after,
    rows: after.rows.map((row, index) => (index === 0 ? { ...row, release: 2 } : row)),
  };
  expect(attackTable([later, moved], LEAST).map(({ bound }) => Math.round(bound))).toEqual([3, 4]);
  expect(attackForms([later, moved], LEAST)).toEqual([{ group: 'x0 forms', bound: 7 }]);
});
