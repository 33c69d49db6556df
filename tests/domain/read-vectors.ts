/** The reference vectors of the domain study, in our own answers. Levels stand there by position, `NA` for N/A. */
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf, type CriteriaSet, type Criterion } from '#domain/criteria.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';

export type VectorInput = boolean | number | string | number[];

export const setNamed = (id: string): CriteriaSet => {
  const set = defaultCriteriaSets().find((candidate) => candidate.id === id);
  if (!set) throw new Error(`no default set ${id}`);
  return set;
};

export const criterionNamed = (set: CriteriaSet, id: string): Criterion => {
  const criterion = criteriaOf(set).find((candidate) => candidate.id === id);
  if (!criterion) throw new Error(`no criterion ${id} in ${set.id}`);
  return criterion;
};

export const setWith = (criterionId: string): CriteriaSet => {
  const set = defaultCriteriaSets().find((candidate) =>
    criteriaOf(candidate).some(({ id }) => id === criterionId),
  );
  if (!set) throw new Error(`no default set with ${criterionId}`);
  return set;
};

/** `C-CQ` there is `unit-CQ` here. */
export const setOfSheet = (sheet: string): CriteriaSet =>
  setNamed({ A: 'hamlet', B: 'household' }[sheet] ?? sheet.replace(/^C-/, 'unit-'));

const levelAt = (criterion: Criterion, position: VectorInput): string => {
  const levels = criterion.type === 'level' || criterion.type === 'text' ? criterion.levels : [];
  const level = typeof position === 'number' ? levels[position] : undefined;
  if (!level) throw new Error(`no level ${String(position)} in ${criterion.id}`);
  return level.id;
};

export const answerFromVector = (criterion: Criterion, input: VectorInput): Answer => {
  if (input === 'NA') return { na: criterion.notApplicable ?? 'Không áp dụng' };
  if (criterion.type === 'level') return { level: levelAt(criterion, input) };
  if (criterion.type === 'text') return { text: '', level: levelAt(criterion, input) };
  if (Array.isArray(input)) {
    const [n = -1, d = -1] = input;
    return { n, d };
  }
  if (typeof input === 'string') throw new Error(`not an answer: ${input}`);
  return input;
};

export const answersFromVector = (set: CriteriaSet, input: Readonly<Record<string, VectorInput>>): Answers =>
  Object.fromEntries(
    Object.entries(input).map(([id, value]) => [id, answerFromVector(criterionNamed(set, id), value)]),
  );
