/**
 * Records of the standing office's own days: what it owes upwards, and whom it reminded. Read in the office's scope
 * alone; the subjects' deadlines (`family-rows.ts`) are told to everybody.
 */
import { z } from '#domain/zod.ts';
import { reminderSteps } from '#domain/reminders/due.ts';
import { uuidSchema } from './ids.ts';

const line = z.string().check(z.maxLength(400));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = z.int().check(z.gte(0));

const ofCampaign = { id: uuidSchema, campaignId: uuidSchema };

/** A report of the commune itself (plan clause V.1.đ; `domain.md` R3, R4): phrase and instant kept apart, like a deadline's. */
export const reportDeadlineSchema = z.strictObject({
  ...ofCampaign,
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Who receives it. */
  recipient: line,
  phrase: line,
  /** The first instant that is too late. */
  cutoffAt: instant,
  /** Handed in: on which day, under which number. */
  handedIn: z.optional(z.strictObject({ date: isoDate, number: line })),
});
export type ReportDeadline = z.infer<typeof reportDeadlineSchema>;

/** Somebody was reminded of a deadline; of which step decides what is due next (`domain/reminders`). */
export const reminderSchema = z.strictObject({
  ...ofCampaign,
  /** A deadline, or a report's. */
  deadlineId: uuidSchema,
  /** Days before it; 0 = overdue. */
  step: z.literal([...reminderSteps]),
  at: instant,
  /** How many had not sent. */
  missing: z.int().check(z.gte(0), z.lte(1_000_000)),
});
export type Reminder = z.infer<typeof reminderSchema>;

export const deadlineRecordSchemas = {
  reportDeadline: reportDeadlineSchema,
  reminder: reminderSchema,
} as const;
