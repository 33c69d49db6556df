/** A deadline as people say it, with the days that are left; late is a fact, never a reproach. */
import { daysLeft } from '#domain/deadline.ts';
import type { SubjectKind } from '#domain/criteria.ts';
import type { Deadline } from '#protocol/entities.ts';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export const deadlineFor = (
  rows: readonly StoredRow<'deadline'>[],
  campaignId: string,
  subjectKind: SubjectKind,
): Deadline | undefined =>
  rows
    .map(({ value }) => value)
    .find((value) => value.campaignId === campaignId && value.subjectKind === subjectKind);

export interface DeadlineWords {
  phrase: string;
  left: string;
}

/** `now` in ms by the phone's clock. */
export function deadlineWords({ phrase, cutoffAt }: Deadline, now: number): DeadlineWords {
  const days = daysLeft(now, cutoffAt);
  if (days === 1) return { phrase, left: homeWords.lastDay };
  if (days > 0) return { phrase, left: fill(homeWords.daysLeft, { n: days }) };
  return { phrase, left: fill(homeWords.overdue, { n: Math.max(1, Math.ceil((now - cutoffAt) / DAY_MS)) }) };
}
