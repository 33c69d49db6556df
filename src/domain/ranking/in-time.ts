/** Sent in time, for ranking (`domain.md` §2.0 fairness rules). */
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import type { GivenScores } from '../review/officer-sheet.ts';

/**
 * `late`: the commune received the form after the cutoff. It still counts as in time once the officer has confirmed that
 * it was sealed before and lost its network: by giving points to the criterion that asks for it (A8.2, C5.3).
 */
export const inTime = (set: CriteriaSet, late: boolean, given: GivenScores): boolean =>
  !late ||
  criteriaOf(set).some(
    ({ id, type, auto }) =>
      type === 'yesno' && auto === 'value' && Object.hasOwn(given, id) && (given[id]?.points ?? 0) > 0,
  );
