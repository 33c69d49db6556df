/** Days and instants of deadlines in words, and the text with which to remind. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { graceEnd } from '#domain/reminders/arrival.ts';
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import { reminderText } from '../today/reminder.ts';
import { unsentOf, type Desk } from '../today/desk.ts';
import { shownDay } from '../places/read-places.ts';
import { isDone, type DueItem, type FormsDue } from './due-items.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last moment that is in time: "hết ngày 14/11/2025", "17:00 ngày 14/11/2025". */
export function untilWords(cutoffAt: number): string {
  const time = formatTime(cutoffAt);
  return time === '00:00'
    ? fill(words.untilMidnight, { date: formatDate(cutoffAt - 1) })
    : fill(words.untilHour, { time, date: formatDate(cutoffAt) });
}

export function leftWords(cutoffAt: number, now: number): string {
  const days = daysLeft(now, cutoffAt);
  if (days === 1) return words.lastDay;
  if (days > 0) return fill(words.left, { n: days });
  return fill(words.over, { n: Math.max(1, Math.ceil((now - cutoffAt) / DAY_MS)) });
}

export const titleOf = (item: DueItem): string =>
  item.kind === 'report' ? item.report.title : words.kinds[item.kind];

export function sentWords(item: DueItem): string {
  if (item.kind === 'report')
    return item.report.handedIn === undefined
      ? ''
      : fill(words.handedIn, { date: shownDay(item.report.handedIn.date) });
  const { kind, sent, all } = item;
  return fill(words.of, { sent: formatNumber(sent), all: formatNumber(all), noun: words.nouns[kind] });
}

/** "Đến lúc nhắc: còn 7 ngày", "lần tới 12/11/2025". */
export function reminderWords(item: DueItem): string {
  if (item.kind !== 'report' && item.all === 0) return words.nobody;
  if (isDone(item)) return words.all;
  const due = item.plan.find(({ state }) => state === 'due');
  if (due !== undefined) return fill(words.dueNow, { step: words.steps[due.step] });
  const next = item.plan.find(({ state }) => state === 'coming');
  return next === undefined ? words.noNext : fill(words.next, { date: formatDate(next.at) });
}

function familyRound({ deadline, missing, sent, all }: FormsDue, now: number): string {
  const days = daysLeft(now, deadline.cutoffAt);
  const { cutoffAt, graceDays } = deadline;
  const template =
    days === 0 && now >= graceEnd({ cutoffAt, graceDays })
      ? words.familyRound.closed
      : days === 0
        ? words.familyRound.over
        : days === 1
          ? words.familyRound.lastDay
          : words.familyRound.ahead;
  return fill(template, {
    hanGui: deadline.phrase,
    soNgay: days,
    daGui: formatNumber(sent),
    tongHo: formatNumber(all),
    hanThem: formatDate(graceEnd(deadline) - 1),
    dsXom: missing
      .map(({ name, families }) => (families ? `${name} (${fill(words.families, { ...families })})` : name))
      .join(', '),
  });
}

/** To paste into the group of heads or units, or into a message about a report. '' where nobody is left. */
export function textOf(
  item: DueItem,
  { desk, phone, now }: { desk: Desk; phone: string; now: number },
): string {
  if (isDone(item)) return '';
  if (item.kind === 'report') {
    const { title, recipient, phrase, cutoffAt } = item.report;
    const template = recipient === '' ? words.report.textNoRecipient : words.report.text;
    return fill(template, { title, recipient, phrase, left: leftWords(cutoffAt, now) });
  }
  if (item.kind === 'household') return familyRound(item, now);
  const unsent = unsentOf(item.kind === 'hamlet' ? desk.hamlets : desk.units);
  return reminderText({
    kind: item.kind,
    unsent,
    families: desk.families,
    deadline: item.deadline,
    phone,
    now,
  });
}
