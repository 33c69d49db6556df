/** The order of a family's screens: questions, then one consent a screen, then the review. Pure. */
import type { CriteriaSet, Criterion, SharedQuestion } from '#domain/criteria.ts';
import type { Question } from '#client/form/question-parts.ts';
import { purposes, type Purpose } from '#client/subject/purposes.ts';

export type Step =
  | { kind: 'question'; id: string; question: Question; group: string | null; number: number | null }
  | { kind: 'consent'; id: string; purpose: Purpose }
  | { kind: 'review'; id: string };

export const REVIEW = 'xem-lai';
export const consentPlace = (purpose: Purpose): string => `dong-y:${purpose}`;

/** Criteria in the order of the screens; their numbers are what a family sees. */
export const criteriaInOrder = (set: CriteriaSet): Criterion[] => {
  const all = set.groups.flatMap((group) => group.criteria);
  return set.screenOrder.flatMap((id) => all.filter((criterion) => criterion.id === id));
};

/** Every screen with its place name. Shared questions carry no number: they are part of the questions that use them. */
export function stepsOf(set: CriteriaSet): Step[] {
  const inOrder = criteriaInOrder(set);
  const shared = new Map<string, SharedQuestion>(
    set.sharedQuestions.map((question) => [question.id, question]),
  );
  const groupOf = new Map(
    set.groups.flatMap(({ name, criteria }) => criteria.map(({ id }) => [id, name] as const)),
  );
  const questions = set.screenOrder.flatMap((id): Step[] => {
    const sharedQuestion = shared.get(id);
    if (sharedQuestion !== undefined)
      return [{ kind: 'question', id, question: { sharedQuestion }, group: null, number: null }];
    const index = inOrder.findIndex((criterion) => criterion.id === id);
    const criterion = inOrder[index];
    if (criterion === undefined) return [];
    return [
      { kind: 'question', id, question: { criterion }, group: groupOf.get(id) ?? null, number: index + 1 },
    ];
  });
  const consents = purposes.map((purpose): Step => ({ kind: 'consent', id: consentPlace(purpose), purpose }));
  return [...questions, ...consents, { kind: 'review', id: REVIEW }];
}

/** The step of a place; an unknown place (another version of the set) is the first. */
export const stepAt = (steps: readonly Step[], place: string): Step | undefined =>
  steps.find(({ id }) => id === place) ?? steps[0];

/** The neighbour in either direction, or null at the ends. */
export function neighbour(steps: readonly Step[], place: string, by: 1 | -1): string | null {
  const index = steps.findIndex(({ id }) => id === place);
  return index === -1 ? null : (steps[index + by]?.id ?? null);
}
