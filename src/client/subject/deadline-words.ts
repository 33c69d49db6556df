/** A deadline as people say it, with the days that are left; late is a fact, never a reproach. */
import { daysLeft } from '#domain/deadline.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
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
  /** The last instant that is in time, as people say it: "24 giờ ngày 14/11/2025". */
  until: string;
}

const MIDNIGHT = '00:00';

/** Midnight belongs to the day it ends, as it is spoken of. */
const untilWords = (cutoffAt: number): string => {
  const time = formatTime(cutoffAt);
  return time === MIDNIGHT
    ? fill(homeWords.untilMidnight, { date: formatDate(cutoffAt - 1) })
    : fill(homeWords.untilHour, { time, date: formatDate(cutoffAt) });
};

const leftWords = (cutoffAt: number, now: number): string => {
  const days = daysLeft(now, cutoffAt);
  if (days === 1) return homeWords.lastDay;
  if (days > 0) return fill(homeWords.daysLeft, { n: days });
  return fill(homeWords.overdue, { n: Math.max(1, Math.ceil((now - cutoffAt) / DAY_MS)) });
};

/** `now` in ms by the phone's clock. */
export const deadlineWords = ({ phrase, cutoffAt }: Deadline, now: number): DeadlineWords => ({
  phrase,
  left: leftWords(cutoffAt, now),
  until: untilWords(cutoffAt),
});
