/** What recomputing a freeze found, and how two freezes differ, in words. */
import type { FreezeDifference } from '#domain/ranking/freeze-difference.ts';
import type { Sets } from '#domain/ranking/freeze.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import type { Checked } from './make-freeze.ts';

const words = rankingWords.freeze;
const { changed } = words;

export type NameOf = (subjectId: string) => string;

const figureWords = (
  field: keyof typeof words.fields,
  value: string | number | null,
  nameOf: NameOf,
): string => {
  if (value === null) return words.nothingThere;
  if (typeof value === 'number') return field === 'normalised' ? formatPoints(value) : String(value);
  return field === 'presence' || field === 'order' ? nameOf(value) : value;
};

export function checkedWords(checked: Checked, rows: { n: number; what: string }, nameOf: NameOf): string {
  switch (checked.kind) {
    case 'equal':
      return fill(words.equal, rows);
    case 'unknownSet':
      return fill(words.unknownSet, { set: checked.criteriaSet });
    case 'otherHash':
      return words.otherHash;
    case 'differs': {
      const { subjectId, field, kept, reckoned } = checked;
      return fill(words.differs, {
        name: nameOf(subjectId),
        field: words.fields[field],
        kept: figureWords(field, kept, nameOf),
        reckoned: figureWords(field, reckoned, nameOf),
      });
    }
  }
}

const rank = (value: number | null): string => (value === null ? words.noRank : String(value));
const score = (value: number | null): string => (value === null ? words.nothingThere : formatPoints(value));
const criterionPoints = (value: number | null): string =>
  value === null ? words.notApplicable : formatPoints(value);

const codeOf = (criterionId: string, sets: Sets): string => {
  for (const set of sets.values()) {
    const found = criteriaOf(set).find(({ id }) => id === criterionId);
    if (found) return found.code;
  }
  return criterionId;
};

export function differenceWords(difference: FreezeDifference, nameOf: NameOf, sets: Sets): string {
  if (difference.kind === 'ties') return changed.ties;
  const name = nameOf(difference.subjectId);
  switch (difference.kind) {
    case 'joined':
      return fill(changed.joined, { name, after: rank(difference.rank) });
    case 'left':
      return fill(changed.left, { name, before: rank(difference.rank) });
    case 'submission':
      return fill(changed.submission, { name });
    case 'points': {
      const { criterionId, before, after } = difference;
      const code = codeOf(criterionId, sets);
      return fill(changed.points, {
        name,
        code,
        before: criterionPoints(before),
        after: criterionPoints(after),
      });
    }
    case 'normalised':
    case 'prior':
      return fill(changed[difference.kind], {
        name,
        before: score(difference.before),
        after: score(difference.after),
      });
    case 'rank':
      return fill(changed.rank, { name, before: rank(difference.before), after: rank(difference.after) });
    case 'onTime':
      return fill(difference.after ? changed.onTime : changed.late, { name });
    case 'knockOut':
      return fill(difference.after ? changed.knockOut : changed.knockOutEnded, { name });
  }
}
