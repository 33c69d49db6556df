/** The few answers a question is counted by in open data: what a family gave, brought down to a code. Pure. */
import type { Answer } from '../answers.ts';
import type { Criterion } from '../criteria.ts';

/** An answer in columns, as the commune's table has it: `number` is 1/0 of a yes/no, a count, or a numerator. */
export interface TypedAnswer {
  na: boolean;
  number: number | null;
  /** Place of the level in its list; -1 = none of them. */
  level: number | null;
}

/** What was not answered, or not so that it can be read. */
export const NOT_ANSWERED = 'notAnswered';
const NOT_APPLICABLE = 'notApplicable';

/**
 * Codes of a question, in their order: `yes`, `no` · ids of levels · of a ratio `some`, `none` · of a count the steps it
 * reaches, `from2` … and `none` · then `notApplicable` and `notAnswered`.
 */
export function answerCodes(criterion: Criterion): string[] {
  const rest = [...(criterion.notApplicable === undefined ? [] : [NOT_APPLICABLE]), NOT_ANSWERED];
  switch (criterion.type) {
    case 'yesno':
      return ['yes', 'no', ...rest];
    case 'ratio':
      return ['some', 'none', ...rest];
    case 'count':
      return [
        ...ascending(criterion)
          .reverse()
          .map((min) => `from${min}`),
        'none',
        ...rest,
      ];
    default:
      return [...criterion.levels.map(({ id }) => id), ...rest];
  }
}

const ascending = ({ steps }: Extract<Criterion, { type: 'count' }>): number[] =>
  steps.map(({ min }) => min).sort((a, b) => a - b);

export function codeOf(criterion: Criterion, { na, number, level }: TypedAnswer): string {
  if (na) return criterion.notApplicable === undefined ? NOT_ANSWERED : NOT_APPLICABLE;
  if (criterion.type === 'level' || criterion.type === 'text')
    return (level === null ? undefined : criterion.levels[level]?.id) ?? NOT_ANSWERED;
  if (number === null) return NOT_ANSWERED;
  if (criterion.type === 'yesno') return number === 1 ? 'yes' : 'no';
  if (criterion.type === 'ratio') return number === 0 ? 'none' : 'some';
  const reached = ascending(criterion).filter((min) => number >= min);
  const last = reached[reached.length - 1];
  return last === undefined ? 'none' : `from${last}`;
}

const nothing: TypedAnswer = { na: false, number: null, level: null };

/** An answer as a form holds it. */
export function typedAnswer(criterion: Criterion, answer: Answer): TypedAnswer {
  if (typeof answer === 'boolean') return { ...nothing, number: answer ? 1 : 0 };
  if (typeof answer === 'number') return { ...nothing, number: answer };
  if ('na' in answer) return { ...nothing, na: true };
  if ('n' in answer) return { ...nothing, number: answer.n };
  const { level } = answer;
  const levels = 'levels' in criterion ? criterion.levels : [];
  return { ...nothing, level: levels.findIndex(({ id }) => id === level) };
}
