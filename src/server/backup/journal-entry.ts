/**
 * What must outlive the database (`protocol.md` §9): of everything here a restored backup may know less than happened
 * since, and nobody's phone can hand it back. One JSON object a line.
 */
import { z } from '#domain/zod.ts';

const at = z.int();
const text = z.string();

/** A device as it was enrolled; its sequence starts at nothing, whatever it has sent since. */
const enrolledDeviceSchema = z.strictObject({
  device_id: text,
  installation_id: text,
  role: text,
  binding_kind: text,
  binding_id: text,
  title: text,
  person_name: z.nullable(text),
  jwk: text,
  label: text,
  code_hash: text,
  counter: z.int(),
  enrolled_at: at,
  flag: z.nullable(text),
  succeeds: z.nullable(text),
  /** Left out where they are null, as in lines written before there were such things; so with the code's below. */
  pending_since: z.optional(at),
  expires_at: z.optional(at),
  account_id: z.optional(text),
});

const issuedCodeSchema = z.strictObject({
  secret_hash: text,
  typed_hash: text,
  role: text,
  binding_kind: text,
  binding_id: text,
  title: text,
  person_name: z.nullable(text),
  expires_at: z.nullable(at),
  reusable: z.union([z.literal(0), z.literal(1)]),
  created_at: at,
  needs_approval: z.optional(z.literal(1)),
  device_lives_ms: z.optional(at),
  issued_by: z.optional(text),
  account_id: z.optional(text),
});

const keptBackupSchema = z.strictObject({
  backup_id: text,
  made_at: at,
  verified_at: z.nullable(at),
  elsewhere: z.union([z.literal(0), z.literal(1)]),
  place: text,
});

export const journalEntrySchema = z.discriminatedUnion('k', [
  /** A life of the database began; `backup`: the one it was restored from. */
  z.strictObject({ k: z.literal('epoch'), epoch: text, at, backup: z.optional(text) }),
  z.strictObject({ k: z.literal('enrolled'), device: enrolledDeviceSchema }),
  /** Also one that was declined. */
  z.strictObject({ k: z.literal('revoked'), device: text, at }),
  z.strictObject({ k: z.literal('approved'), device: text, at }),
  z.strictObject({ k: z.literal('issued'), code: issuedCodeSchema }),
  z.strictObject({ k: z.literal('spent'), code: text, by: text }),
  z.strictObject({
    k: z.literal('erased'),
    at,
    operations: z.array(z.strictObject({ op_id: text, op_hash: text })),
    /** Pictures nobody may keep any more, as they were sent, with whose they were. */
    photos: z.array(z.strictObject({ photo_id: text, owner: text })),
    /** Hashes of their files. */
    files: z.array(text),
    /** Ids of words from the public. */
    feedback: z.optional(z.array(text)),
    /** Ids of families of whom nothing is kept any more. */
    households: z.optional(z.array(text)),
  }),
  /** A person of the office; keys and passwords are in the backups alone. */
  z.strictObject({
    k: z.literal('account'),
    account: z.strictObject({ account_id: text, role: text, name: text, created_at: at }),
  }),
  z.strictObject({ k: z.literal('accountEnded'), account: text, at }),
  /** A way in that was taken away: this passkey, or without one the password. */
  z.strictObject({ k: z.literal('shut'), account: text, passkey: z.optional(text), at }),
  z.strictObject({ k: z.literal('kept'), backup: keptBackupSchema }),
  z.strictObject({ k: z.literal('forgotten'), backup: text, at }),
]);
export type JournalEntry = z.infer<typeof journalEntrySchema>;

export interface JournalText {
  entries: JournalEntry[];
  /** The last line was cut off: a crash between two writes. Nobody was answered for it. */
  torn: boolean;
  /** Whole lines that say nothing we understand, by number from 1. */
  unreadable: number[];
}

function readLine(line: string): JournalEntry | null {
  try {
    const parsed = journalEntrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Reads a journal's text; never throws, and says what it could not read. */
export function readJournalText(content: string): JournalText {
  const lines = content.split('\n');
  const last = lines.pop() ?? '';
  const entries: JournalEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const entry = readLine(line);
    if (entry === null) unreadable.push(index + 1);
    else entries.push(entry);
  }
  return { entries, torn: last !== '', unreadable };
}

export const writeJournalText = (entries: readonly JournalEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
