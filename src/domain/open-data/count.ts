/** Families' answers counted for a release: by question, hamlet and code of the answer. Pure. */
import type { Answers } from '../answers.ts';
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import { answerCodes, codeOf, NOT_ANSWERED, typedAnswer, type TypedAnswer } from './answer-codes.ts';
import type { Counted } from './release.ts';

/** So many families of a hamlet gave the same answer to a question. */
export interface AnswerCount extends TypedAnswer {
  hamlet: string;
  criterionId: string;
  families: number;
}

/** `forms`: families whose form counts, by hamlet. Who gave no answer to a question is counted as such. */
export function countAnswers(
  set: CriteriaSet,
  forms: Readonly<Record<string, number>>,
  answers: readonly AnswerCount[],
): Counted {
  const byQuestion = new Map<string, AnswerCount[]>();
  for (const answer of answers) {
    const own = byQuestion.get(answer.criterionId) ?? [];
    own.push(answer);
    byQuestion.set(answer.criterionId, own);
  }
  return {
    forms,
    questions: criteriaOf(set).map((criterion) => {
      const codes = answerCodes(criterion);
      const counts: Record<string, number[]> = {};
      for (const hamlet of Object.keys(forms)) counts[hamlet] = codes.map(() => 0);
      for (const answer of byQuestion.get(criterion.id) ?? []) {
        const own = counts[answer.hamlet];
        const at = codes.indexOf(codeOf(criterion, answer));
        if (own !== undefined) own[at] = (own[at] ?? 0) + answer.families;
      }
      const last = codes.indexOf(NOT_ANSWERED);
      for (const [hamlet, own] of Object.entries(counts)) {
        const given = own.reduce((sum, each) => sum + each, 0);
        own[last] = (own[last] ?? 0) + (forms[hamlet] ?? 0) - given;
      }
      return { id: criterion.id, answers: codes, counts };
    }),
  };
}

/** The same out of the forms themselves, one for each family that counts. */
export function countForms(
  set: CriteriaSet,
  forms: readonly { hamlet: string; answers: Answers }[],
): Counted {
  const criteria = criteriaOf(set);
  const byHamlet: Record<string, number> = {};
  const answers: AnswerCount[] = [];
  for (const { hamlet, answers: given } of forms) {
    byHamlet[hamlet] = (byHamlet[hamlet] ?? 0) + 1;
    for (const criterion of criteria) {
      const answer = given[criterion.id];
      if (answer === undefined) continue;
      answers.push({ ...typedAnswer(criterion, answer), hamlet, criterionId: criterion.id, families: 1 });
    }
  }
  return countAnswers(set, byHamlet, answers);
}
