/** A visit as people read it, for the places where two versions of it stand side by side. Pure. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Inspection } from '#protocol/office-records.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import type { Facts } from '../stale-lines.ts';
import type { Subjects } from './subjects.ts';
import { visitDay } from './visit-words.ts';

const words = trustWords.visits;

export function visitFacts(visit: Inspection, subjects: Pick<Subjects, 'setOf'>): Facts {
  const set = subjects.setOf(visit.subjectKind, visit.subjectId);
  const criteria = set === undefined ? [] : criteriaOf(set);
  return [
    [words.columns.date, visitDay(visit)],
    [words.columns.conclusion, words.conclusions[visit.conclusion]],
    [words.columns.by, visit.inspectors],
    [words.note, visit.note],
    ...visit.findings.map(({ criterionId, result, note }) => {
      const code = criteria.find(({ id }) => id === criterionId)?.code ?? criterionId;
      return [code, note === '' ? words.results[result] : `${words.results[result]}: ${note}`] as const;
    }),
  ];
}
