/** The answers a unit's or hamlet's report speaks of while its sheet is open. Pure. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { SheetRows } from '#client/subject/read-sheet.ts';

/** What the machine itself answered when the sheet was sent; nothing of it is in the draft. */
const autoAnswers = (set: CriteriaSet, sent: Answers): Answers => {
  const auto = new Set(criteriaOf(set).flatMap(({ id, auto: by }) => (by === undefined ? [] : [id])));
  return Object.fromEntries(Object.entries(sent).filter(([id]) => auto.has(id)));
};

export const openAnswers = (
  set: CriteriaSet,
  { sentForm, opened }: Pick<SheetRows, 'sentForm' | 'opened'>,
): Answers => ({ ...autoAnswers(set, sentForm?.snapshot ?? {}), ...opened?.answers });
