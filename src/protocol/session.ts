/**
 * An officer's session (`protocol.md` §6): a further condition beside the device's proof. Begun by the redeemed code of
 * an enrolment, later by a passkey, or by password and one-time code where a machine has none; carried by a cookie that
 * no script reads. Every route here is also signed by the device, so the two stand and fall together.
 */
import { z } from '#domain/zod.ts';
import { nonceSchema } from './exchange.ts';
import { roleSchema } from './policy-roles.ts';

export const SESSION_PATH = '/api/v1/session';
export const SESSION_BEGIN_PATH = '/api/v1/session/begin';
export const SESSION_FINISH_PATH = '/api/v1/session/finish';
export const SESSION_PASSWORD_PATH = '/api/v1/session/password';
export const SESSION_NEW_PASSWORD_PATH = '/api/v1/session/new-password';
export const SESSION_REMOVE_PATH = '/api/v1/session/remove';
export const SESSION_END_PATH = '/api/v1/session/end';

/** Set to `1` on requests made while a person is at the machine: only these keep a session from falling idle. */
export const PRESENT_HEADER = 'x-thidua-present';
/** Without a person for so long a session ends, in ms. */
export const SESSION_IDLE_MS = 30 * 60_000;
/** However busy, it ends after so long, in ms. */
export const SESSION_WHOLE_MS = 10 * 60 * 60_000;
/** After a passkey or password was shown, grave acts are taken for so long, in ms. */
export const CONFIRMED_MS = 5 * 60_000;
export const PASSWORD_LENGTH_MIN = 12;

/** `signIn`: begin a session · `confirm`: show once more who is there · `add`: one more passkey. */
export const ceremonies = ['signIn', 'confirm', 'add'] as const;
export const ceremonySchema = z.enum(ceremonies);
export type Ceremony = z.infer<typeof ceremonySchema>;

const oneTimeCode = z.string().check(z.regex(/^\d{6}$/));
const password = z.string().check(z.minLength(PASSWORD_LENGTH_MIN), z.maxLength(200));
const passkeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,1400}$/));

export const sessionAskSchema = z.strictObject({ v: z.literal(1), nonce: nonceSchema });
export const beginRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  ceremony: ceremonySchema,
});
/** `options`: what `navigator.credentials` is given, as WebAuthn's own JSON. */
export const beginResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  options: z.record(z.string(), z.unknown()),
});
/** `response`: what the authenticator answered, as WebAuthn's own JSON; read by the library alone. */
export const finishRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  ceremony: ceremonySchema,
  response: z.record(z.string(), z.unknown()),
  /** What the person calls a new passkey. */
  label: z.optional(z.string().check(z.maxLength(80))),
});
export const passwordRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  ceremony: z.enum(['signIn', 'confirm']),
  password,
  code: oneTimeCode,
});
/** Without `code`: a secret is made and shown. With it: the password holds from now on. */
export const newPasswordRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  password,
  code: z.optional(oneTimeCode),
});
/** `uri`: what an authenticator app scans, this once; absent when the password holds. */
export const newPasswordResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  uri: z.optional(z.string()),
});
/** A passkey, or the password with its one-time codes; never the last way in. */
export const removeRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  what: z.union([z.strictObject({ passkey: passkeyId }), z.strictObject({ password: z.literal(true) })]),
});

export const passkeySchema = z.strictObject({
  id: passkeyId,
  label: z.string(),
  /** Kept by the person's account elsewhere, so that a lost machine does not lose it. */
  isBackedUp: z.boolean(),
  createdAt: z.int(),
  usedAt: z.int(),
});

/** How this machine's officer stands. Without a session only how one may be begun. */
export const sessionStateSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /** Ways this person can begin a session; neither: a new link from the operator is needed. */
  ways: z.strictObject({ passkey: z.boolean(), password: z.boolean() }),
  session: z.optional(
    z.strictObject({
      name: z.string(),
      role: roleSchema,
      /** Instants after which it is over, and until which grave acts are taken (0 = not now). */
      endsAt: z.int(),
      idleAt: z.int(),
      confirmedUntil: z.int(),
      passkeys: z.array(passkeySchema),
    }),
  ),
});
export type SessionState = z.infer<typeof sessionStateSchema>;
export type BeginRequest = z.infer<typeof beginRequestSchema>;
export type FinishRequest = z.infer<typeof finishRequestSchema>;
export type PasswordRequest = z.infer<typeof passwordRequestSchema>;
export type NewPasswordRequest = z.infer<typeof newPasswordRequestSchema>;
export type RemoveRequest = z.infer<typeof removeRequestSchema>;
