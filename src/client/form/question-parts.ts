/** The parts of a question that controls draw, from the criteria set's screen data. Types only from the set: no zod. */
import type { Answer } from '#domain/answers.ts';
import type { Criterion, ScreenOption, SharedQuestion } from '#domain/criteria.ts';

/** One thing asked: a criterion, or a number that several criteria share. */
export type Question = { criterion: Criterion } | { sharedQuestion: SharedQuestion };

export const screenOf = (question: Question): Criterion['screen'] =>
  'criterion' in question ? question.criterion.screen : question.sharedQuestion.screen;

type OptionOf<Kind extends ScreenOption['kind']> = Extract<ScreenOption, { kind: Kind }>;

export const optionsOf = <Kind extends ScreenOption['kind']>(
  screen: Criterion['screen'],
  kind: Kind,
): OptionOf<Kind>[] => screen.options.filter((option): option is OptionOf<Kind> => option.kind === kind);

export const isNotApplicable = (value: Answer | undefined): value is { na: string } =>
  typeof value === 'object' && 'na' in value;

export const levelOf = (value: Answer | undefined): string | null =>
  typeof value === 'object' && 'level' in value ? value.level : null;

export const textOf = (value: Answer | undefined): string =>
  typeof value === 'object' && 'text' in value ? value.text : '';

export const countOf = (value: Answer | undefined): number | null => {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && 'n' in value ? value.n : null;
};
