/** What is still wrong with an activity being written, in words, by field. Pure. */
import type { ActivityKind } from '#domain/activity-kinds.ts';
import { daysBefore, noonOf } from '#domain/day.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { dayWords } from './activity-words.ts';

/** An older day was another campaign's. */
const OLDEST_DAYS = 400;

export const firstDay = (today: string): string => daysBefore(today, OLDEST_DAYS);

export interface Written {
  kind: ActivityKind | null;
  /** `YYYY-MM-DD`, or whatever the browser's field gave. */
  date: string;
  title: string;
}

export type ActivityErrors = Partial<Record<'kind' | 'date' | 'title', string>>;

const { errors } = activityWords;

function dateError(date: string, today: string): string | null {
  if (Number.isNaN(noonOf(date))) return errors.dateNone;
  if (date > today) return errors.dateFuture;
  const first = firstDay(today);
  return date < first ? fill(errors.dateOld, { first: dayWords(first) }) : null;
}

/** Empty when it may be kept. `today` as `YYYY-MM-DD` by the phone's clock. */
export function checkActivity({ kind, date, title }: Written, today: string): ActivityErrors {
  const wrongDate = dateError(date, today);
  return {
    ...(kind === null && { kind: errors.kind }),
    ...(wrongDate !== null && { date: wrongDate }),
    ...(title.trim() === '' && { title: errors.title }),
  };
}
