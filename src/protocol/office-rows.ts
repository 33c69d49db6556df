/** What the server shows the office of its own workings: devices, what it set aside, words from the public, photos' looks. */
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { deviceIdSchema, uuidSchema } from './ids.ts';
import { openFiguresRowSchema } from './open-data.ts';
import { roleSchema } from './policy-roles.ts';

const instant = z.int();
const count = z.int().check(z.gte(0));
const line = z.string().check(z.maxLength(400));

/**
 * A device as the office follows it; a helper's, as the head does too. Shown again when its report changes between "nothing waits" and "something waits",
 * when it is marked or revoked, and otherwise at most once a day: `seenAt` may be a day old.
 */
export const deviceRowSchema = z.strictObject({
  id: deviceIdSchema,
  role: roleSchema,
  /** Household, hamlet or unit; absent for the office. */
  subjectId: z.optional(z.string()),
  label: line,
  personName: line,
  enrolledAt: instant,
  seenAt: instant,
  made: count,
  waiting: count,
  setAside: count,
  build: line,
  flag: z.optional(z.string()),
  revokedAt: z.optional(instant),
  /** It came by a sent link at this instant and waits for the officer's word; gone once there is one. */
  pendingSince: z.optional(instant),
  /** A helper's phone serves until then. */
  expiresAt: z.optional(instant),
  /** Its installation holds a head's profile, or more than three families': what it sends counts as typed on their behalf. */
  sharedPhone: z.optional(line),
});
export type DeviceRow = z.infer<typeof deviceRowSchema>;

/** An operation the server could not take in; `body` is nobody's to read here. */
export const quarantineRowSchema = z.strictObject({
  id: uuidSchema,
  deviceId: deviceIdSchema,
  kind: z.string(),
  code: z.string(),
  at: instant,
});

/** A word from the public. The office answers by a `feedbackReply` under the same id. */
export const feedbackRowSchema = z.strictObject({
  id: uuidSchema,
  campaignId: uuidSchema,
  text: z.string(),
  /** As given, to be answered by; often empty. */
  contact: line,
  at: instant,
});
export type FeedbackRow = z.infer<typeof feedbackRowSchema>;

/** How a stored picture looks, for finding the same one again (`domain/trust`); under the photo's hash. */
export const photoLookRowSchema = z.strictObject({
  id: hashSchema,
  /** Perceptual hash, base64url; of the whole and of its inner crops. */
  look: z.string().check(z.maxLength(4000)),
});
export type PhotoLookRow = z.infer<typeof photoLookRowSchema>;

export const officeRowSchemas = {
  device: deviceRowSchema,
  quarantine: quarantineRowSchema,
  feedback: feedbackRowSchema,
  photoLook: photoLookRowSchema,
  openFigures: openFiguresRowSchema,
} as const;
