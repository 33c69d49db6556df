/** What stands over a sheet's typed answers: as it is now, or, while the commune holds the sheet, as it was sent. */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { givenAnswers, type GivenFacts } from '#client/form/group-form/given.ts';
import type { SheetRows } from './read-sheet.ts';
import { isHeldByCommune } from './sheet-state.ts';

/**
 * A form that came in later, or the day that went by, changes what a sheet would say if it were sent now. Of a sheet the
 * commune holds, this phone and the commune must say the same number.
 */
export function givenOf(rows: SheetRows, set: CriteriaSet, facts: Omit<GivenFacts, 'cutoffAt'>): Answers {
  const { deadline, sentForm } = rows;
  const given = givenAnswers(set, { ...facts, ...(deadline && { cutoffAt: deadline.cutoffAt }) });
  if (sentForm === undefined || !isHeldByCommune(rows)) return given;
  const { snapshot } = sentForm;
  return Object.fromEntries(
    Object.keys(given).flatMap((id) => {
      const sent = snapshot[id];
      return sent === undefined ? [] : [[id, sent] as const];
    }),
  );
}
