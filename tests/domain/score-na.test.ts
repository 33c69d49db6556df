/** Laws of "không áp dụng" over random sets and answers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf, type CriteriaSet, type Criterion } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import { arbitrarySheet } from '../support/random-criteria.ts';
import { CASES, law, sum, type Scorer } from './law.ts';

const optionalOf = (set: CriteriaSet): Criterion[] =>
  criteriaOf(set).filter(({ notApplicable }) => notApplicable !== undefined);

const perfect = (criterion: Criterion): Answer => {
  switch (criterion.type) {
    case 'yesno':
      return true;
    case 'ratio':
      return criterion.sharedQuestion === undefined ? { n: 10, d: 10 } : { n: 10 };
    case 'count':
      return 1_000_000;
    case 'level':
      return { level: criterion.levels.at(-1)?.id ?? '' };
    case 'text':
      return { text: '', level: criterion.levels.at(-1)?.id ?? '' };
  }
};

/** Where N/A was said it stays, everything else is answered as well as can be. */
const perfectBeside = (set: CriteriaSet, answers: Answers): Answers => {
  const isNa = (answer: Answer | undefined): boolean => typeof answer === 'object' && 'na' in answer;
  return Object.fromEntries([
    ...set.sharedQuestions.map(({ id }) => [id, 10] as const),
    ...criteriaOf(set).map((criterion) => {
      const answer = answers[criterion.id];
      return [criterion.id, answer !== undefined && isNa(answer) ? answer : perfect(criterion)] as const;
    }),
  ]);
};

const reachesFull = (scorer: Scorer, set: CriteriaSet, answers: Answers): boolean => {
  const sheet = scorer(set, perfectBeside(set, answers));
  return sheet.applicableMax === 0 ? sheet.normalised === 0 && !sheet.rankable : sheet.normalised === 10_000;
};

law(
  'N/A never lowers the reachable total: with the rest answered perfectly it is 100,00',
  (scorer) => fc.property(arbitrarySheet(), ({ set, answers }) => reachesFull(scorer, set, answers)),
  (set, answers) => {
    const sheet = score(set, answers);
    const whole = sheet.applicableMax + sheet.naPoints;
    return { ...sheet, normalised: whole === 0 ? 0 : Math.round((sheet.earned * 10_000) / whole) };
  },
);

const naIsNoLoss = (scorer: Scorer, set: CriteriaSet, answers: Answers): boolean => {
  const before = scorer(set, answers);
  return optionalOf(set).every(({ id, notApplicable = '' }) => {
    if (before.criteria.find((criterion) => criterion.id === id)?.points !== 0) return true;
    const after = scorer(set, { ...answers, [id]: { na: notApplicable } });
    return (
      after.earned === before.earned && (after.applicableMax === 0 || after.normalised >= before.normalised)
    );
  });
};

law(
  'saying N/A where there were no points never lowers the normalised score',
  (scorer) => fc.property(arbitrarySheet(), ({ set, answers }) => naIsNoLoss(scorer, set, answers)),
  (set, answers) => {
    const sheet = score(set, answers);
    return { ...sheet, normalised: Math.max(0, sheet.normalised - sheet.notApplicable.length) };
  },
);

const naPointsOf = (set: CriteriaSet, answers: Answers): number =>
  sum(
    optionalOf(set)
      .filter(({ id }) => {
        const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
        return typeof answer === 'object' && 'na' in answer;
      })
      .map(({ maxPoints }) => maxPoints),
  );

const capHolds = (scorer: Scorer, set: CriteriaSet, answers: Answers): boolean => {
  const naPoints = naPointsOf(set, answers);
  const whole = sum(criteriaOf(set).map(({ maxPoints }) => maxPoints));
  const sheet = scorer(set, answers);
  return sheet.naPoints === naPoints && sheet.rankable === (naPoints <= set.naCapPoints && naPoints < whole);
};

law(
  'a sheet is ranked exactly while N/A stays within the cap and something applies',
  (scorer) => fc.property(arbitrarySheet(), ({ set, answers }) => capHolds(scorer, set, answers)),
  (set, answers) => {
    const sheet = score(set, answers);
    return { ...sheet, rankable: sheet.applicableMax > 0 && sheet.naPoints < set.naCapPoints };
  },
);

test('the generator crosses the N/A cap in both directions, and stands exactly on it', () => {
  const seen = { over: 0, under: 0, exact: 0, crossedUp: 0, crossedDown: 0 };
  fc.assert(
    fc.property(arbitrarySheet(), ({ set, answers }) => {
      const before = score(set, answers);
      seen[before.naPoints > set.naCapPoints ? 'over' : 'under']++;
      if (before.naPoints === set.naCapPoints && before.naPoints > 0) seen.exact++;
      for (const { id, notApplicable = '' } of optionalOf(set)) {
        const wasNa = before.notApplicable.includes(id);
        const after = score(
          set,
          wasNa ? { ...answers, [id]: undefined } : { ...answers, [id]: { na: notApplicable } },
        );
        if (before.rankable && !after.rankable && after.applicableMax > 0) seen.crossedUp++;
        if (!before.rankable && after.rankable && before.applicableMax > 0) seen.crossedDown++;
      }
    }),
    CASES,
  );
  const rare = Object.entries(seen).filter(([, times]) => times < 200);
  expect(rare).toEqual([]);
});
