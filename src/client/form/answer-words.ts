/** An answer in plain words, as the review shows it: the label that was tapped, a number with its unit and its whole. */
import type { Answer, Answers } from '#domain/answers.ts';
import type { Criterion, SharedQuestion } from '#domain/criteria.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { formMessages } from '#client/messages/form.ts';
import { optionsOf } from './question-parts.ts';

const levelWords = (criterion: Criterion, level: string): string => {
  const shown = optionsOf(criterion.screen, 'level').find((option) => option.level === level)?.label;
  const levels = 'levels' in criterion ? criterion.levels : [];
  return shown ?? levels.find(({ id }) => id === level)?.label ?? level;
};

const ratioWords = (criterion: Criterion, n: number, d: number | undefined, answers: Answers): string => {
  const shared = criterion.sharedQuestion === undefined ? undefined : answers[criterion.sharedQuestion];
  const outOf = d ?? (typeof shared === 'number' ? shared : undefined);
  // A hamlet counts households as well as people.
  const isPeople = criterion.type === 'ratio' && /^(?:tổng )?số người /i.test(criterion.denominator);
  if (outOf === undefined) return formatNumber(n);
  const template = isPeople ? formMessages.ofPeople : formMessages.ofTotal;
  return fill(template, { n: formatNumber(n), mau: formatNumber(outOf) });
};

const yesNoWords = (criterion: Criterion, value: boolean): string =>
  optionsOf(criterion.screen, 'yesno').find((option) => option.value === value)?.label ??
  (value ? formMessages.yes : formMessages.no);

const countWords = (criterion: Criterion, value: number): string => {
  const [none] = optionsOf(criterion.screen, 'none');
  if (value === 0 && none !== undefined) return none.label;
  const unit = criterion.type === 'count' ? criterion.unit : '';
  return fill(formMessages.counted, { n: formatNumber(value), unit }).trim();
};

/** `answers` gives the shared denominators. An answer of the wrong shape reads as unanswered. */
export function answerWords(criterion: Criterion, value: Answer | undefined, answers: Answers): string {
  if (value === undefined) return formMessages.unanswered;
  if (typeof value === 'boolean') return yesNoWords(criterion, value);
  if (typeof value === 'number') return countWords(criterion, value);
  if ('na' in value) return optionsOf(criterion.screen, 'na')[0]?.label ?? value.na;
  if ('n' in value) return ratioWords(criterion, value.n, value.d, answers);
  const words = levelWords(criterion, value.level);
  return 'text' in value && value.text.trim() !== '' ? `${words}. ${value.text}` : words;
}

export const sharedWords = (_question: SharedQuestion, value: Answer | undefined): string =>
  typeof value === 'number'
    ? fill(formMessages.counted, { n: formatNumber(value), unit: formMessages.person })
    : formMessages.unanswered;
