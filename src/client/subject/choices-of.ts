/** One question two phones answered differently, as its person reads it. Pure. */
import type { Answer, Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion, SharedQuestion } from '#domain/criteria.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { formatDate, formatPoints, formatTime } from '#domain/vietnamese/format.ts';
import { answerWords, sharedWords } from '#client/form/answer-words.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import type { FieldConflict } from '#client/workspace.ts';

export type Question = { kind: 'criterion'; of: Criterion } | { kind: 'shared'; of: SharedQuestion };

/** What the person has decided so far; `answer` undefined = cleared. */
export type Chosen =
  | { kind: 'nothing' }
  | { kind: 'answer'; answer: Answer | undefined }
  /** Writing it anew, and no answer yet: why. */
  | { kind: 'unfinished'; words: string };

/** Null: the set this sheet is filled under has no such question. */
export function questionOf(set: CriteriaSet, id: string): Question | null {
  const criterion = criteriaOf(set).find((each) => each.id === id);
  if (criterion) return { kind: 'criterion', of: criterion };
  const shared = set.sharedQuestions.find((each) => each.id === id);
  return shared ? { kind: 'shared', of: shared } : null;
}

/** `value` absent = cleared. */
export function valueWords(question: Question, value: Answer | undefined, answers: Answers): string {
  if (value === undefined) return chooseWords.cleared;
  return question.kind === 'criterion'
    ? answerWords(question.of, value, answers)
    : sharedWords(question.of, value);
}

/** Points this value would have; undefined where it has none by itself. */
export function pointsWords(
  question: Question,
  value: Answer | undefined,
  answers: Answers,
): string | undefined {
  if (question.kind === 'shared' || value === undefined) return undefined;
  const { status, points } = scoreCriterion(question.of, { ...answers, [question.of.id]: value });
  return status === 'scored' ? fill(chooseWords.points, { points: formatPoints(points) }) : undefined;
}

export function authorWords({ isOwn, at }: FieldConflict['choices'][number]): string {
  if (at === undefined) return isOwn ? chooseWords.own : chooseWords.other;
  const when = { time: formatTime(at), date: formatDate(at) };
  return fill(isOwn ? chooseWords.ownAt : chooseWords.otherAt, when);
}

/** Both texts one under the other, to be put together by hand; the level only where all chose the same. */
export function mergedText(choices: FieldConflict['choices']): { text: string; level?: string } | null {
  const texts = choices.flatMap(({ value }) => (typeof value === 'object' && 'text' in value ? [value] : []));
  const [first, ...rest] = texts;
  if (first === undefined || rest.length === 0) return null;
  const text = [...new Set(texts.map((each) => each.text.trim()))].filter((each) => each !== '').join('\n');
  return rest.every(({ level }) => level === first.level) ? { text, level: first.level } : { text };
}
