/** Everything that has a day of its own: the forms of each kind, and the commune's own reports. Pure. */
import type { SubjectKind } from '#domain/criteria.ts';
import { arrivalOf, type ArrivalStanding } from '#domain/reminders/arrival.ts';
import { isReminderStep, reminderPlan, type PlannedReminder } from '#domain/reminders/due.ts';
import type { Reminder, ReportDeadline } from '#protocol/deadline-records.ts';
import type { Deadline } from '#protocol/entities.ts';
import { unsentOf, type Desk } from '../today/desk.ts';

const KINDS = ['household', 'hamlet', 'unit'] as const;

/** Who has not sent: of families their hamlets, with how many have. */
export interface Missing {
  id: string;
  name: string;
  families?: { sent: number; total: number };
}

interface Common {
  id: string;
  phrase: string;
  cutoffAt: number;
  plan: readonly PlannedReminder[];
  /** Newest first. */
  reminders: readonly Reminder[];
}
export interface FormsDue extends Common {
  kind: SubjectKind;
  deadline: Deadline;
  sent: number;
  all: number;
  missing: readonly Missing[];
  arrivals: Readonly<Record<ArrivalStanding, number>>;
  /** Came within the days of grace. */
  inGrace: readonly string[];
}
export interface ReportDue extends Common {
  kind: 'report';
  report: ReportDeadline;
}
export type DueItem = FormsDue | ReportDue;

function commonOf(
  { id, phrase, cutoffAt }: Pick<Deadline, 'id' | 'phrase' | 'cutoffAt'>,
  { rows }: Desk,
  now: number,
): Common {
  const reminders = rows.reminder.filter(({ deadlineId }) => deadlineId === id).sort((a, b) => b.at - a.at);
  const sent = reminders.map(({ step }) => step).filter(isReminderStep);
  return { id, phrase, cutoffAt, plan: reminderPlan({ cutoffAt }, now, sent), reminders };
}

function missingOf(desk: Desk, kind: SubjectKind): Missing[] {
  if (kind !== 'household')
    return unsentOf(kind === 'hamlet' ? desk.hamlets : desk.units).map(({ id, name }) => {
      const families = kind === 'hamlet' ? desk.families.get(id) : undefined;
      return { id, name, ...(families && { families }) };
    });
  return desk.hamlets.flatMap(({ id, name }): Missing[] => {
    const families = desk.families.get(id);
    return families === undefined || families.sent >= families.total ? [] : [{ id, name, families }];
  });
}

/** Forms in force, by how they came; of families too. */
function arrivalsOf(desk: Desk, kind: SubjectKind, deadline: Deadline) {
  const counts: Record<ArrivalStanding, number> = { onTime: 0, inGrace: 0, late: 0 };
  const inGrace: string[] = [];
  const forms =
    kind === 'household'
      ? [...desk.forms.values()].flat()
      : (kind === 'hamlet' ? desk.hamlets : desk.units).flatMap(({ submission }) => submission ?? []);
  for (const { claimedAt, clockOff, receivedAt, subjectName } of forms) {
    const standing = arrivalOf({ sealedAt: claimedAt + clockOff, receivedAt }, deadline);
    counts[standing] += 1;
    if (standing === 'inGrace' && kind !== 'household') inGrace.push(subjectName);
  }
  return { arrivals: counts, inGrace };
}

function formsDue(desk: Desk, kind: SubjectKind, now: number): FormsDue[] {
  const deadline = desk.deadlines.get(kind);
  if (deadline === undefined) return [];
  const missing = missingOf(desk, kind);
  const standings = kind === 'hamlet' ? desk.hamlets : desk.units;
  const { sent, total } = desk.allFamilies;
  const counts =
    kind === 'household'
      ? { sent, all: total }
      : { sent: standings.length - missing.length, all: standings.length };
  return [
    {
      ...commonOf(deadline, desk, now),
      kind,
      deadline,
      missing,
      ...counts,
      ...arrivalsOf(desk, kind, deadline),
    },
  ];
}

/** In order of their days, the forms of each kind before reports of the same day. `now`: epoch ms. */
export function dueItems(desk: Desk, now: number): DueItem[] {
  const reports = desk.rows.reportDeadline
    .filter(({ campaignId }) => campaignId === desk.campaign?.id)
    .map((report): ReportDue => ({ ...commonOf(report, desk, now), kind: 'report', report }));
  return [...KINDS.flatMap((kind) => formsDue(desk, kind, now)), ...reports].sort(
    (a, b) => a.cutoffAt - b.cutoffAt,
  );
}

/** Nobody is left to be reminded: all have sent, or the report is handed in. */
export const isDone = (item: DueItem): boolean =>
  item.kind === 'report' ? item.report.handedIn !== undefined : item.missing.length === 0;

/** How many a reminder finds who have not sent; of families those, not their hamlets. */
export const missingCount = (item: DueItem): number =>
  item.kind === 'report'
    ? Number(item.report.handedIn === undefined)
    : item.kind === 'household'
      ? item.all - item.sent
      : item.missing.length;

/** What is to be said now; undefined while nothing is. */
export const dueNow = (item: DueItem): PlannedReminder | undefined =>
  isDone(item) ? undefined : item.plan.find(({ state }) => state === 'due');
