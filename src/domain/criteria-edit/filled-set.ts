/** A draft with its gaps filled by the least that stands, so that it can be looked at and tried before it is whole. */
import { criteriaSetSchema, type CriteriaSet } from '../criteria.ts';
import type { DraftCriterion, DraftSet } from './draft.ts';
import { setOf } from './set-of.ts';

const GAP = '…';
const said = (text: string): string => (text.trim() === '' ? GAP : text.slice(0, 600));

const filledCriterion = (criterion: DraftCriterion): DraftCriterion => ({
  ...criterion,
  code: said(criterion.code).slice(0, 20),
  text: said(criterion.text),
  shortText: said(criterion.shortText),
  rule: said(criterion.rule),
  planClause: said(criterion.planClause),
  evidence: said(criterion.evidence),
  maxPoints: Math.max(0, criterion.maxPoints ?? 0),
  pillar: criterion.pillar ?? 'nenTang',
  effort: criterion.effort ?? 1,
  numerator: said(criterion.numerator ?? ''),
  denominator: said(criterion.denominator ?? ''),
  targetPercent: Math.min(100, Math.max(1, criterion.targetPercent ?? 100)),
  unit: said(criterion.unit ?? ''),
  ...(criterion.notApplicable !== undefined && { notApplicable: said(criterion.notApplicable) }),
  levels: (criterion.levels ?? []).map((level) => ({
    ...level,
    label: said(level.label),
    points: Math.max(0, level.points ?? 0),
  })),
  steps: (criterion.steps ?? [])
    .filter(({ min }) => min !== null && min > 0)
    .map((step) => ({ ...step, points: Math.max(0, step.points ?? 0) })),
  screen: {
    ...criterion.screen,
    question: said(criterion.screen.question),
    help: criterion.screen.help.slice(0, 600),
    options: criterion.screen.options.map((option) => ({ ...option, label: said(option.label) })),
  },
});

/** Null where even so it is no set: an id that cannot stand, a figure out of all bounds. */
export function filledSet(draft: DraftSet): CriteriaSet | null {
  const read = criteriaSetSchema.safeParse(
    setOf({
      ...draft,
      name: said(draft.name),
      naCapPoints: Math.max(0, draft.naCapPoints ?? 0),
      groups: draft.groups.map((group) => ({
        ...group,
        name: said(group.name),
        criteria: group.criteria.map(filledCriterion),
      })),
      sharedQuestions: draft.sharedQuestions.map((shared) => ({
        ...shared,
        min: shared.min ?? 0,
        max: shared.max ?? 1_000_000,
        screen: { ...shared.screen, question: said(shared.screen.question) },
      })),
      consistency: draft.consistency.filter(
        ({ item, of, message }) => item !== '' && of !== '' && message !== '',
      ),
      grades: draft.grades.map((grade) => ({
        ...grade,
        name: said(grade.name),
        min: Math.max(0, grade.min ?? 0),
      })),
    }),
  );
  return read.success ? read.data : null;
}
