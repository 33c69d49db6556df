/** Claim bounds held against every completion of the missing answers, tried one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds, type ClaimBounds } from '#domain/bounds.ts';
import { denominators, judgeClaim, numeratorsAt, type Claim } from '#domain/judge-claim.ts';
import { rollup } from '#domain/rollup.ts';
import {
  answersOf,
  arbitraryCase,
  CRITERION,
  kinds,
  outcomesOf,
  shareOf,
  type Case,
  type Outcome,
  type Outcomes,
} from './bounds-cases.ts';

const CASES = { numRuns: 10_000, seed: 20_251_115 };

type Bounder = (made: Case) => ClaimBounds | undefined;
const boundsIn: Bounder = ({ set, householdSet, forms, hamlet }) =>
  bounds(set, householdSet, forms, hamlet)[CRITERION];

/** Outcomes as figures of the hamlet; with an official number only those that stay within it, and it is the denominator. */
const figuresFrom = (made: Case, { known }: Outcomes, added: readonly Outcome[]): Outcome[] => {
  const all = added.map(([n, d]): Outcome => [known[0] + n, known[1] + d]);
  const official = made.kind === 'official' ? made.hamlet.people14plus : null;
  return official === null ? all : all.filter(([, d]) => d <= official).map(([n]) => [n, official]);
};

/** Fewest answers after which the claim can still be true and nothing the rest does is below it. */
const settledBy = (made: Case, outcomes: Outcomes, { n, d }: Claim): number =>
  outcomes.added.findIndex((given, k) =>
    given.some((more) => {
      const known: Outcome = [outcomes.known[0] + more[0], outcomes.known[1] + more[1]];
      const rest = outcomes.added[outcomes.missing - k] ?? [];
      const figures = figuresFrom(made, { ...outcomes, known }, rest);
      return figures.some(([a, b]) => a === n && b === d) && figures.every(([a, b]) => n * b <= a * d);
    }),
  );

const agrees = (made: Case, found: ClaimBounds | undefined, pick: number): boolean => {
  const outcomes = outcomesOf(made);
  const figures = figuresFrom(made, outcomes, outcomes.added[outcomes.missing] ?? []);
  if (found === undefined) return figures.length === 0;
  const seen = new Set(figures.map(([n, d]) => `${n}/${d}`));
  const ds = figures.map(([, d]) => d);
  const hull = denominators(found);
  if (hull.min !== Math.min(...ds) || hull.max !== Math.max(...ds)) return false;
  const isProven = (n: number, d: number): boolean => figures.every(([a, b]) => n * b <= a * d);
  const possible: Claim[] = [];
  for (let d = 1; d <= hull.max + 1; d++) {
    const at = figures.filter(([, each]) => each === d).map(([n]) => n);
    const most = Math.max(...at);
    const numerators = numeratorsAt(found, d);
    if (numerators?.max !== (at.length > 0 ? most : undefined)) return false;
    for (let n = 0; n <= d; n++) {
      const { kind } = judgeClaim(found, { n, d });
      const outside = n > most ? 'tooHigh' : 'tooLow';
      const impossible = at.length === 0 ? 'denominatorImpossible' : outside;
      if (kind !== (seen.has(`${n}/${d}`) ? (isProven(n, d) ? 'proven' : 'possible') : impossible))
        return false;
      if (kind === 'possible') possible.push({ n, d });
    }
  }
  const claim = possible[pick % Math.max(1, possible.length)];
  if (claim === undefined) return true;
  const verdict = judgeClaim(found, claim);
  return verdict.kind === 'possible' && verdict.forms === settledBy(made, outcomes, claim);
};

const holds = (bounder: Bounder) =>
  fc.property(arbitraryCase, fc.nat(9999), (made, pick) => agrees(made, bounder(made), pick));

test(`bounds, verdicts and what would settle them are those of every completion (${CASES.numRuns} hamlets, seed ${CASES.seed})`, () => {
  const seen = new Map<string, number>();
  const property = fc.property(arbitraryCase, fc.nat(9999), (made, pick) => {
    const found = boundsIn(made);
    if (found !== undefined) seen.set(made.kind, (seen.get(made.kind) ?? 0) + 1);
    return agrees(made, found, pick);
  });
  fc.assert(property, CASES);
  // Each kind of rule has had its share.
  expect([...seen.keys()].toSorted()).toEqual(Object.keys(kinds).toSorted());
  expect(Math.min(...seen.values())).toBeGreaterThan(200);
});

const planted: Record<string, (room: ClaimBounds['room']) => ClaimBounds['room']> = {
  'one missing answer too few': (room) => ({ ...room, missing: room.missing - 1 }),
  'one household more may leave': (room) =>
    room.unit === 'household' ? { ...room, leavable: room.leavable + 1 } : room,
  'one yes more': (room) => ({ ...room, yes: room.yes + 1 }),
  'one person less in a household': (room) =>
    room.unit === 'people' ? { ...room, each: { ...room.each, max: room.each.max - 1 } } : room,
};

test.each(Object.entries(planted))('%s is found (control)', (_, plant) => {
  const off: Bounder = (made) => {
    const found = boundsIn(made);
    return found && { ...found, room: plant(found.room) };
  };
  expect(() => fc.assert(holds(off), CASES)).toThrow('Property failed');
});

test('the outcomes tried are those the roll-up gives once every form is in', () => {
  const property = fc.property(
    arbitraryCase,
    fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }),
    (made, drawn) => {
      if (made.kind === 'official' || made.kind === 'countForms') return true;
      const possible = answersOf(made);
      const full = Array.from({ length: made.hamlet.households }, (_, at) => {
        const given = made.forms[at];
        if (given !== undefined && shareOf(made, given) !== null) return given;
        return possible[(drawn[at] ?? 0) % possible.length] ?? {};
      });
      const { n, d } = rollup(made.set, made.householdSet, full, made.hamlet)[CRITERION] ?? { n: -1, d: -1 };
      const outcomes = outcomesOf(made);
      return figuresFrom(made, outcomes, outcomes.added[outcomes.missing] ?? []).some(
        ([a, b]) => a === n && b === d,
      );
    },
  );
  fc.assert(property, { ...CASES, numRuns: 2000 });
});
