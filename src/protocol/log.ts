/**
 * The operation log as the office reads it (`protocol.md` §11). Before and after are looked up in what the commune keeps,
 * not stored in the chain. GET, signed by the device: the proof's path is the address with its query, exactly as sent.
 */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { z } from '#domain/zod.ts';
import { verdictCodeSchema, verdictSchema } from './exchange.ts';
import { hashSchema } from './hash.ts';
import { deviceIdSchema, recordIdSchema } from './ids.ts';
import { roleSchema } from './policy-roles.ts';

export const LOG_PATH = '/api/v1/log';
export const LOG_HEADS_PATH = '/api/v1/log/heads';
/** Entries of one page, at most. */
export const LOG_PAGE_MAX = 200;
/** Days of one reply about daily heads, the newest ones. */
export const LOG_HEADS_MAX = 400;

const rev = z.int().check(z.gte(0));
const instant = z.int();

/**
 * What is asked for. Without `before` and `after` the newest entries; `before`: older than this revision, newest first;
 * `after`: younger than this one, oldest first.
 */
export const logQuerySchema = z.strictObject({
  before: z.optional(rev),
  after: z.optional(rev),
  limit: z.int().check(z.gte(1), z.lte(LOG_PAGE_MAX)),
  /** Kind of operation or of the server's own entry: "score.set", "server.enrol". */
  kind: z.optional(z.string().check(z.regex(/^[a-z][A-Za-z.]{1,39}$/))),
  device: z.optional(deviceIdSchema),
  /** Id of a household, hamlet or unit. */
  subject: z.optional(recordIdSchema),
  /** Searched in names, codes and kinds; marks and case do not matter ({@link searchKey}). */
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** It is read to be taken away as a table: the person shows who is there, and the log keeps that it was done. */
  take: z.optional(z.literal('table')),
});
export type LogQuery = z.infer<typeof logQuerySchema>;

/** The address to ask at; at the same time the `path` of its proof. */
export function logPath({ text, ...query }: LogQuery): string {
  const given = { ...query, ...(text !== undefined && { text: searchKey(text) }) };
  const parameters = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `${LOG_PATH}?${parameters.join('&')}`;
}

/** Household, hamlet or unit an entry is about, by the name it has now. */
const logSubjectSchema = z.strictObject({
  kind: z.enum(['household', 'hamlet', 'unit']),
  id: recordIdSchema,
  name: z.string(),
});

/** The device that sent it, or the one a server's own entry is about, as the commune knows it now. */
const logDeviceSchema = z.strictObject({
  id: deviceIdSchema,
  label: z.string(),
  role: roleSchema,
  /** The person, where one is known; otherwise what its credential is called: "Xóm Đầm Mụ". */
  name: z.string(),
});

/**
 * One thing an entry changed. `before` absent: there was nothing, or it is not known any more; `after` absent: it was
 * taken away.
 */
export const logChangeSchema = z.strictObject({
  /** Criterion of an answer, a score, an ask or a photo. */
  criterionId: z.optional(z.string()),
  /** "answer", "points", "reasonCode", "state", "ask", "photo", "comment", or the name of a record's member. */
  field: z.string(),
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
});
export type LogChange = z.infer<typeof logChangeSchema>;

export const logEntrySchema = z.strictObject({
  rev,
  /** Of an operation its own id; entries of the server's have ids of theirs ("again:…" where one was judged again). */
  opId: z.string(),
  /** Kinds of the server's own begin with "server.". */
  kind: z.string(),
  receivedAt: instant,
  /** When its author's device says it was made: a claim. */
  claimedAt: z.optional(instant),
  verdict: verdictSchema,
  code: z.optional(verdictCodeSchema),
  device: z.optional(logDeviceSchema),
  subject: z.optional(logSubjectSchema),
  /** What it wrote: "score", "assessment", "record entity" …, and which. */
  entity: z.optional(z.string()),
  id: z.optional(z.string()),
  reasonCode: z.optional(z.string()),
  /** The author's own words: a reason, a comment. */
  reason: z.optional(z.string()),
  /** `here`: read below · `erased`: taken away for good, the hash stays · `setAside`: lies in quarantine, unread. */
  body: z.enum(['here', 'erased', 'setAside']),
  changes: z.array(logChangeSchema),
  /** `changes` was cut short: so many are not listed. */
  moreChanges: z.optional(z.int()),
  /** Of the server's own entries, what they say. */
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** SHA-256 of the operation's text. */
  opHash: hashSchema,
  /** The chain up to and with this entry. */
  log: hashSchema,
});
export type LogEntry = z.infer<typeof logEntrySchema>;

export const logPageSchema = z.strictObject({
  v: z.literal(1),
  /** In the order asked for; with filters a page may be short, or empty, and still have more behind it. */
  entries: z.array(logEntrySchema),
  /** Goes on from here in the same direction (as `before` or `after`); absent: nothing further. */
  next: z.optional(rev),
  /** The newest revision of the commune and the head of its chain at the time of asking. */
  head: z.strictObject({ rev, log: hashSchema }),
});
export type LogPage = z.infer<typeof logPageSchema>;

/** The last entry of each day (UTC+7) that has any, the newest day first. */
export const logHeadsSchema = z.strictObject({
  v: z.literal(1),
  days: z.array(
    z.strictObject({
      /** "2025-11-15". */
      date: z.string(),
      entries: z.int(),
      rev,
      log: hashSchema,
    }),
  ),
});
export type LogHeads = z.infer<typeof logHeadsSchema>;
