/** A word from the public to the standing office, without an account; answered by a code (`office-rows.ts`, `feedbackReply`). */
import { z } from '#domain/zod.ts';
import { base32, checkCharacter } from './code.ts';
import { nonceSchema } from './exchange.ts';

export const FEEDBACK_PATH = '/api/v1/public/feedback';
export const feedbackPath = (code: string): string => `${FEEDBACK_PATH}/${code}`;

export const FEEDBACK_TEXT_MIN = 5;
export const FEEDBACK_TEXT_MAX = 2000;
export const FEEDBACK_CONTACT_MAX = 200;

/** NFC, without control characters but line ends and tabs. */
const plainText = z.refine<string>(
  (text) => text === text.normalize('NFC') && !/[^\P{Cc}\n\t]|\p{Cs}/u.test(text),
);

export const feedbackRequestSchema = z.strictObject({
  v: z.literal(1),
  /** The same one for the same words: sent again, they count once and get the same code. */
  nonce: nonceSchema,
  /** Without spaces around it. */
  text: z.string().check(
    z.minLength(FEEDBACK_TEXT_MIN),
    z.maxLength(FEEDBACK_TEXT_MAX),
    plainText,
    z.refine<string>((text) => text === text.trim()),
  ),
  /** Telephone or address to be answered at; left out where the code is enough. */
  contact: z.optional(z.string().check(z.minLength(1), z.maxLength(FEEDBACK_CONTACT_MAX), plainText)),
});
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;

/** Eleven characters and a check; 55 bits, so that nobody finds another person's by trying. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{12}$/;
export const feedbackCodeOf = (digest: Uint8Array): string => {
  const code = base32(digest, 11);
  return code + checkCharacter(code);
};
export const isFeedbackCode = (code: string): boolean =>
  CODE.test(code) && checkCharacter(code.slice(0, 11)) === code.charAt(11);

export const feedbackReceiptSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  /** To ask again by, at {@link feedbackPath}. */
  code: z.string().check(z.regex(CODE)),
});
export type FeedbackReceipt = z.infer<typeof feedbackReceiptSchema>;

/** State and answer only: never the words, never who wrote. */
export const feedbackStateSchema = z.strictObject({
  v: z.literal(1),
  code: z.string().check(z.regex(CODE)),
  state: z.enum(['received', 'read', 'answered', 'closed']),
  receivedAt: z.int(),
  /** What the office answered; absent until it has. */
  answer: z.optional(z.string()),
});
export type FeedbackState = z.infer<typeof feedbackStateSchema>;
