import { expect, test } from 'vitest';
import type { ClaimBounds } from '#domain/bounds.ts';
import { criteriaOf, pillars } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { claimShares } from '#domain/progress/claim-shares.ts';
import { pillarTotals } from '#domain/progress/pillar-totals.ts';
import { score } from '#domain/score.ts';

/** 90 households, 58 forms: 41 yes, 17 no, 32 not heard of. */
const bounds: ClaimBounds = {
  coverage: { forms: 58, households: 90 },
  provisional: true,
  unsent: 32,
  blank: 0,
  notApplicable: 0,
  room: { unit: 'household', most: 90, yes: 41, missing: 32, leavable: 0 },
};

test('a band is what is known, what nobody has said and what is known not to be, out of the whole', () => {
  expect(claimShares(bounds, { n: 65, d: 90 })).toMatchObject({
    d: 90,
    yes: 41,
    unknown: 32,
    no: 17,
    verdict: { kind: 'possible' },
  });
  expect(claimShares(bounds, { n: 80, d: 90 })?.verdict).toEqual({ kind: 'tooHigh' });
  expect(claimShares(bounds, null)).toEqual({
    d: 90,
    yes: 41,
    unknown: 32,
    no: 17,
    claim: null,
    verdict: null,
  });
});

test('a denominator that forms rule out is drawn on the one they allow, and said to be impossible', () => {
  expect(claimShares(bounds, { n: 40, d: 50 })).toMatchObject({
    d: 90,
    yes: 41,
    verdict: { kind: 'denominatorImpossible' },
  });
});

test('whatever the forms leave open, the three parts make the whole', () => {
  for (let most = 1; most <= 12; most++)
    for (let yes = 0; yes <= most; yes++)
      for (let missing = 0; missing <= most - yes; missing++)
        for (const leavable of new Set([0, missing]))
          for (let d = 0; d <= most; d++) {
            const room = { unit: 'household', most, yes, missing, leavable } as const;
            const shares = claimShares({ ...bounds, room }, d === 0 ? null : { n: Math.min(yes, d), d });
            expect(shares).not.toBeNull();
            if (shares === null) continue;
            expect(shares.yes + shares.unknown + shares.no).toBe(shares.d);
            expect(Math.min(shares.yes, shares.unknown, shares.no)).toBeGreaterThanOrEqual(0);
          }
});

const hamletSet = defaultCriteriaSets().find(({ id }) => id === 'hamlet');

test('pillars of points given one by one are those of the sheet they come from', () => {
  if (hamletSet === undefined) throw new Error('no set');
  const [first, second] = criteriaOf(hamletSet);
  const answers = { [first?.id ?? '']: { na: 'x' }, [second?.id ?? '']: true };
  const sheet = score(hamletSet, answers);
  const counted = sheet.criteria.map(({ id, points, maxPoints, status }) => ({
    id,
    points,
    maxPoints,
    applies: status !== 'notApplicable',
  }));
  expect(pillarTotals(hamletSet, counted)).toEqual(sheet.pillars);
  const all = pillarTotals(hamletSet, [
    ...counted,
    { id: 'nobody', points: 900, maxPoints: 900, applies: true },
  ]);
  expect(pillars.reduce((sum, pillar) => sum + all[pillar].earned, 0)).toBe(sheet.earned);
});
