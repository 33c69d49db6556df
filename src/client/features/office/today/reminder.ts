/** The word to the hamlet heads' or units' group: who has not sent, by how many days are left. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Deadline } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { headReminders, noCommunePhone, officeToday, unitReminders } from '#client/messages/office-today.ts';
import type { FamilyCount, SubjectStanding } from './desk.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 7;

type ReminderTime = keyof typeof headReminders;

/** `now`: epoch ms. */
export function reminderTime(deadline: Deadline | undefined, now: number): ReminderTime {
  if (deadline === undefined) return 'open';
  const { cutoffAt, graceDays } = deadline;
  const days = daysLeft(now, cutoffAt);
  if (days > SOON_DAYS) return 'early';
  if (days > 2) return 'soon';
  if (days > 0) return days === 2 ? 'eve' : 'lastDay';
  return now < cutoffAt + graceDays * DAY_MS ? 'overdue' : 'closed';
}

export interface ReminderFacts {
  kind: 'hamlet' | 'unit';
  unsent: readonly SubjectStanding[];
  families: ReadonlyMap<string, FamilyCount>;
  deadline: Deadline | undefined;
  phone: string;
  now: number;
}

/** "Chùa 9 (58/90 hộ)": names and counts of hamlets alone, never a family's. */
const namedBy =
  (families: ReadonlyMap<string, FamilyCount>) =>
  ({ kind, id, name }: SubjectStanding): string => {
    const count = kind === 'hamlet' ? families.get(id) : undefined;
    if (count === undefined || count.total === 0) return name;
    return `${name} (${fill(officeToday.unsent.families, { ...count })})`;
  };

export function reminderText({ kind, unsent, families, deadline, phone, now }: ReminderFacts): string {
  const template = (kind === 'hamlet' ? headReminders : unitReminders)[reminderTime(deadline, now)];
  const whole =
    phone === ''
      ? noCommunePhone.reduce<string>((text, [from, to]) => text.replace(from, to), template)
      : template;
  return fill(whole, {
    hanGui: deadline?.phrase ?? '',
    soNgay: deadline ? daysLeft(now, deadline.cutoffAt) : 0,
    hanThem: deadline ? formatDate(deadline.cutoffAt + deadline.graceDays * DAY_MS - 1) : '',
    soXom: unsent.length,
    dsXom: unsent.map(namedBy(families)).join(', '),
    dienThoai: phone,
  });
}
