/** Which words remind families today, and what stands in them. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { Deadline } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import {
  familyReminders,
  groupReminders,
  noHeadPhone,
  type ReminderTime,
} from '#client/messages/reminders.ts';
import { isUnsent, type HouseholdEntry } from '#client/subject/household-entries.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** From here on the days are counted out. */
const SOON_DAYS = 3;

const graceEnds = ({ cutoffAt, graceDays }: Deadline): number => cutoffAt + graceDays * DAY_MS;

/** `now` in ms by the phone's clock. After the cutoff the commune still takes forms for the days of grace. */
export function reminderTime(deadline: Deadline | undefined, now: number): ReminderTime {
  if (deadline === undefined) return 'open';
  const days = daysLeft(now, deadline.cutoffAt);
  if (days > SOON_DAYS) return 'early';
  if (days > 2) return 'soon';
  if (days === 2) return 'eve';
  if (days === 1) return 'lastDay';
  return now < graceEnds(deadline) ? 'overdue' : 'closed';
}

export interface ReminderFacts {
  /** Without the word "xóm". */
  hamlet: string;
  headPhone: string | undefined;
  deadline: Deadline | undefined;
  /** Questions of a family's form. */
  questions: number;
  /** The commune's number of households, or the list's own; 0 = not known. */
  total: number;
  sent: number;
  now: number;
}

function filled(template: string, facts: ReminderFacts, more: Readonly<Record<string, string>> = {}): string {
  const { hamlet, headPhone, deadline, questions, total, sent, now } = facts;
  const whole =
    headPhone === undefined
      ? noHeadPhone.reduce((text, [from, to]) => text.replaceAll(from, to), template)
      : template;
  return fill(whole, {
    xom: hamlet,
    soCau: questions,
    daGui: sent,
    tongHo: Math.max(total, sent),
    conLai: Math.max(0, total - sent),
    ...(headPhone !== undefined && { dienThoaiXom: headPhone }),
    ...(deadline && {
      hanGui: deadline.phrase,
      soNgay: daysLeft(now, deadline.cutoffAt),
      // The last whole day, not the instant after it.
      hanThem: formatDate(graceEnds(deadline) - 1),
    }),
    ...more,
  });
}

/** For the hamlet's group: its name and counts, nobody else's. */
export const groupReminder = (facts: ReminderFacts): string =>
  filled(groupReminders[reminderTime(facts.deadline, facts.now)], facts);

/** For one family: its name, no code. */
export const familyReminder = (facts: ReminderFacts, householder: string): string =>
  filled(familyReminders[reminderTime(facts.deadline, facts.now)], facts, { chuHo: householder });

/** What of it must not stand in a group's text; null = nothing found. */
export type GroupSlip = { kind: 'name'; name: string } | { kind: 'code' } | null;

/** A link of a slip or of an enrolment, or ten characters as a slip has them: a telephone number has no letters. */
const CODE = /#[se]1\.|\b(?=[A-Z]*\d)(?=\d*[A-Z])[0-9A-HJKMNP-TV-Z]{10}\b/;

const nameIn = (text: string, householder: string): boolean => {
  const name = searchKey(householder);
  return name.includes(' ') && ` ${text} `.includes(` ${name} `);
};

/** Looks for a family that has not sent, and for anybody's code, in words meant for everybody. */
export function groupSlip(text: string, entries: readonly HouseholdEntry[]): GroupSlip {
  if (CODE.test(text.replaceAll('-', ''))) return { kind: 'code' };
  const plain = searchKey(text.replaceAll(/[.,;:!?()“”"]/g, ' '));
  const named = entries.find((entry) => isUnsent(entry) && nameIn(plain, entry.household.householder));
  return named === undefined ? null : { kind: 'name', name: named.household.householder };
}

/** `sms:` as both kinds of phone read it. */
export const smsLink = (phone: string, text: string): string =>
  `sms:${phone}?&body=${encodeURIComponent(text)}`;
