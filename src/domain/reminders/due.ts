/**
 * When to remind (`domain.md` R1): thirty, fourteen, seven, three days and one day before a deadline, and once it is over.
 * Counted back from the instant itself, so that "còn 7 ngày" and the reminder of seven days are the same day in every
 * zone a machine may be set to. Pure.
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days before; 0 = overdue. In the order they come. */
export const reminderSteps = [30, 14, 7, 3, 1, 0] as const;
export type ReminderStep = (typeof reminderSteps)[number];
export const isReminderStep = (step: number): step is ReminderStep =>
  reminderSteps.some((known) => known === step);

/**
 * `due`: its time has come and neither it nor a later one was said · `missed`: a later one's time has come meanwhile, it
 * is not made up for · `coming`.
 */
export interface PlannedReminder {
  step: ReminderStep;
  /** From then on; epoch ms. */
  at: number;
  state: 'sent' | 'due' | 'missed' | 'coming';
}

/** `cutoffAt`: the first instant that is too late, epoch ms. */
export const stepAt = (cutoffAt: number, step: ReminderStep): number => cutoffAt - step * DAY_MS;

/** The whole plan of one deadline. `sent`: steps for which somebody was reminded. */
export function reminderPlan(
  { cutoffAt }: { cutoffAt: number },
  now: number,
  sent: readonly ReminderStep[],
): PlannedReminder[] {
  const come = reminderSteps.filter((step) => stepAt(cutoffAt, step) <= now);
  const last = come.at(-1);
  return reminderSteps.map((step): PlannedReminder => {
    const at = stepAt(cutoffAt, step);
    if (sent.includes(step)) return { step, at, state: 'sent' };
    if (at > now) return { step, at, state: 'coming' };
    return { step, at, state: step === last ? 'due' : 'missed' };
  });
}

/** What is to be said now: one at most, the latest whose time has come, while it has not been said. */
export const remindersDue = (
  deadline: { cutoffAt: number },
  now: number,
  sent: readonly ReminderStep[],
): PlannedReminder[] => reminderPlan(deadline, now, sent).filter(({ state }) => state === 'due');
