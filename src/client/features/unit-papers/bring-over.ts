/** Bringing last year's answers into the open draft, confirming them, and taking that back. Pure. */
import type { DraftRow, Unfinished } from '#client/db/model.ts';
import { textOf } from '#client/db/answer-text.ts';
import type { LastAnswer, LastYear } from './last-year.ts';

const without = <T>(record: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));

/** `now`: phone clock, ms. */
const touched = (draft: DraftRow, now: number): Pick<DraftRow, 'status' | 'updatedAt'> => ({
  status: 'open',
  updatedAt: Math.max(now, draft.updatedAt + 1),
});

export function bringOver(
  draft: DraftRow,
  taken: readonly LastAnswer[],
  { year }: Pick<LastYear, 'year'>,
  now: number,
): DraftRow {
  const ids = new Set(taken.map(({ id }) => id));
  const unfinished: Record<string, Unfinished> = without(draft.unfinished ?? {}, ids);
  const texts = taken.map(({ id, value }) => [id, textOf(value) ?? ''] as const);
  return {
    ...draft,
    ...touched(draft, now),
    answers: { ...draft.answers, ...Object.fromEntries(taken.map(({ id, value }) => [id, value])) },
    // Which entries of a list were ticked then is not known, only how many.
    ticks: without(draft.ticks, ids),
    unfinished,
    lastYear: { year, answers: { ...draft.lastYear?.answers, ...Object.fromEntries(texts) } },
  };
}

/** The person has looked at it: an answer like any other from here on. */
export function confirm(draft: DraftRow, ids: readonly string[], now: number): DraftRow {
  const { lastYear, ...rest } = draft;
  if (lastYear === undefined) return draft;
  const answers = without(lastYear.answers, new Set(ids));
  return {
    ...rest,
    ...touched(draft, now),
    ...(Object.keys(answers).length > 0 && { lastYear: { ...lastYear, answers } }),
  };
}

/** These questions as they stood in `before`; what was typed elsewhere since stays. */
export function takeBack(draft: DraftRow, before: DraftRow, ids: readonly string[], now: number): DraftRow {
  const back = new Set(ids);
  const only = <T>(record: Record<string, T> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => back.has(id)));
  const unmarked = confirm(draft, ids, now);
  return {
    ...unmarked,
    answers: { ...without(draft.answers, back), ...only(before.answers) },
    ticks: { ...without(draft.ticks, back), ...only(before.ticks) },
    unfinished: { ...without(draft.unfinished ?? {}, back), ...only(before.unfinished) },
  };
}

/** Questions with nothing in them this year. */
export const stillEmpty = ({ answers }: LastYear, draft: DraftRow): LastAnswer[] =>
  answers.filter(({ id }) => draft.answers[id] === undefined);
