/** One exchange (`protocol.md` §4): operations up and rows down in one round trip. */
import { z } from '#domain/zod.ts';
import { hashSchema } from './hash.ts';
import { rowIdSchema } from './ids.ts';

export const EXCHANGE_PATH = '/api/v1/sync';
/** Hashes of a scope's digest. */
export const DIGEST_BUCKETS = 16;
/** Raw bytes of one exchange, each way. */
export const EXCHANGE_BYTES_MAX = 256 * 1024;
export const INFLATED_BYTES_MAX = 1024 * 1024;
export const INFLATION_RATIO_MAX = 50;

export const nonceSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
/** `''` before the first contact. */
export const epochSchema = z.string().check(z.regex(/^([0-9a-f-]{36})?$/));
export const challengeSchema = z.string().check(z.regex(/^([A-Za-z0-9_-]{22})?$/));
export const scopeSchema = z
  .string()
  .check(z.regex(/^(public|office|(household|hamlet|unit):[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/));
export type Scope = z.infer<typeof scopeSchema>;
const revSchema = z.int().check(z.gte(0));
export const cursorsSchema = z.record(scopeSchema, revSchema);

/** Counts only: never content, never names. */
export const reportSchema = z.strictObject({
  made: revSchema,
  waiting: revSchema,
  setAside: revSchema,
  persisted: z.boolean(),
  build: z.string().check(z.maxLength(40)),
});
export type DeviceReport = z.infer<typeof reportSchema>;

export const exchangeRequestSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  epoch: epochSchema,
  firstSeq: z.int().check(z.gte(1)),
  /** Canonical texts, in order of seq, from `firstSeq` on. */
  ops: z.array(z.string()),
  pull: z.strictObject({
    cursors: cursorsSchema,
    /** Bytes of rows wanted; 0 is legal, so that an acknowledgement never waits behind rows. */
    maxBytes: z.int().check(z.gte(0), z.lte(EXCHANGE_BYTES_MAX)),
    digests: z.optional(z.array(scopeSchema)),
  }),
  report: z.optional(reportSchema),
});
export type ExchangeRequest = z.infer<typeof exchangeRequestSchema>;

export const verdicts = ['applied', 'conflict', 'refused', 'quarantined', 'retry'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const verdictCodes = [
  'STATE_GUARD',
  'STALE_BASIS',
  'NOT_PERMITTED',
  'ERASED',
  'UNKNOWN_SUBJECT',
  'UNKNOWN_KIND',
  'ARGS_INVALID',
  'TOO_LARGE',
  'OP_ID_REUSED',
  'SERVER_BUG',
  /** Two officers gave different points: one has to be chosen first. */
  'UNRESOLVED',
  /** Points of a verified form were changed: somebody else verifies it. */
  'SECOND_PERSON',
  /** More photos than a question or a form takes. */
  'LIMIT',
  /** After a restore the phones hand back what the backup lacked; moves wait until that is done. */
  'DRAINING',
  'BUSY',
  'DISK_FULL',
  'BUDGET',
] as const;
export const verdictCodeSchema = z.enum(verdictCodes);
export type VerdictCode = z.infer<typeof verdictCodeSchema>;

export const resultSchema = z.strictObject({
  verdict: verdictSchema,
  code: z.optional(verdictCodeSchema),
  rev: z.optional(revSchema),
});
export type Result = z.infer<typeof resultSchema>;

/** All but `retry` are final and advance the sequence. */
export const isFinal = (verdict: Verdict): boolean => verdict !== 'retry';

export const feedRowSchema = z.strictObject({
  scope: scopeSchema,
  entity: z.string().check(z.maxLength(40)),
  id: rowIdSchema,
  rev: revSchema,
  /** null = a tombstone. */
  value: z.nullable(z.record(z.string(), z.unknown())),
});
export type FeedRow = z.infer<typeof feedRowSchema>;

export const exchangeResponseSchema = z.strictObject({
  v: z.literal(1),
  nonce: nonceSchema,
  epoch: epochSchema,
  time: z.int(),
  challenge: challengeSchema,
  lastSeq: revSchema,
  chain: hashSchema,
  safeSeq: revSchema,
  results: z.array(resultSchema),
  rows: z.array(feedRowSchema),
  cursors: cursorsSchema,
  more: z.boolean(),
  /** Scopes no longer granted: their rows go, the outbox stays. */
  evict: z.array(scopeSchema),
  /** Scopes to be rebuilt from zero. */
  reset: z.array(scopeSchema),
  /** JWS by the commune's key over {@link ReceiptClaims}. */
  receipt: z.string(),
  /** For the scopes asked for: sixteen bucket hashes of their living rows. */
  digests: z.optional(z.record(scopeSchema, z.array(hashSchema).check(z.length(DIGEST_BUCKETS)))),
  /** Snapshot instant of the oldest kept backup: photos the commune stored before it are safe. */
  safeAt: z.optional(z.int()),
  /** Until then the commune takes back what a restore lacks, and moves wait. */
  drainUntil: z.optional(z.int()),
});
export type ExchangeResponse = z.infer<typeof exchangeResponseSchema>;
