/** What sealing, exchanging and the screens ask of the phone's store. Each command is one transaction. */
import type { Answers } from '#domain/answers.ts';
import type { RowEntity } from '#protocol/entities.ts';
import type { AnswersRow } from '#protocol/draft-rows.ts';
import type { PublicJwk } from '#protocol/enrol.ts';
import type { Result, Scope } from '#protocol/exchange.ts';
import type { DraftRow, Identity, OutboxRow, ReceiptRow, StoredRow, SyncState } from './model.ts';
import type { TableName, Tables, Tx } from './tables.ts';

/** Something else that becomes true with a seal; false: what it was about is gone, and the seal is to be asked for anew. */
export interface SealAlso {
  over: TableName[];
  write: (tx: Tx, sealed: OutboxRow) => Promise<boolean>;
}

/** A sealed operation and what becomes true with it. */
export interface SealCommit {
  /** The end of the sequence the seal was computed on; another sealer, or a new key, may have been faster. */
  expectedLastSeq: number;
  expectedLastChain: string;
  row: OutboxRow;
  lastIdMs: number;
  /** Changes one draft in the same transaction; gets it as it is now, returns it as it shall be. */
  patchDraft?: { id: string; patch: (stored: DraftRow | undefined) => DraftRow | undefined };
  also?: SealAlso;
}

/** A parsed feed row; `value` absent = a tombstone. */
export interface PulledRow {
  scope: Scope;
  entity: RowEntity;
  id: string;
  rev: number;
  value?: StoredRow['value'];
}

/** One verified reply. */
export interface Settlement {
  /** Whom the commune answered; this phone may have another key by now. */
  deviceId: string;
  epoch: string;
  challenge: string;
  clockOff: number;
  /** Phone clock at the reply. */
  at: number;
  /** Server clock at the reply. */
  serverTime: number;
  /** Highest sequence the commune holds; below what it once acknowledged = it was restored. */
  lastSeq: number;
  /** Chain there, equal to this phone's own. */
  chain: string;
  safeSeq: number;
  safeAt: number | null;
  drainUntil: number | null;
  firstSeq: number;
  results: Result[];
  /** Verified JWS for `lastSeq`. */
  receipt: string;
  rows: PulledRow[];
  /** Taken in but not shown (`sync/rare/whole-batches.ts`): takes the place of what was; absent = as it was. */
  aside?: PulledRow[];
  cursors: Record<Scope, number>;
  evict: Scope[];
  reset: Scope[];
  /** Rows were asked for and these are the last of them. */
  isCaughtUp: boolean;
  /** Takes a row of answers over into an open draft; null where none came. */
  adopt: ((draft: DraftRow, row: { rev: number; value: AnswersRow }, own: OutboxRow[]) => DraftRow) | null;
  /** Set when some of the rows could not be read: by which build. */
  unreadBy: string | null;
}

/** What an enrolment leaves with the key it was made for. */
export interface Enrolment {
  communeJwk: PublicJwk;
  recipient?: string | undefined;
  epoch: string;
  challenge: string;
}

export interface Waiting {
  /** From the first unanswered on, in order, within the bytes asked for (at least one). */
  ops: OutboxRow[];
  /** Their bytes inside the envelope. */
  bytes: number;
  /** How many more wait behind them. */
  rest: number;
}

export interface EngineStore {
  /** For the seldom used commands of `db/rare`, which are loaded when they are needed. */
  readonly tables: Tables;
  identity(): Promise<Identity | undefined>;
  /** The first one kept wins (two tabs may both make a key); resolves with the one that is kept. */
  keepIdentity(identity: Identity): Promise<Identity>;
  /** After redeeming a code: the commune's key is pinned, and the first challenge is here. */
  keepEnrolment(enrolment: Enrolment): Promise<void>;
  state(): Promise<SyncState>;
  /** Strictly increasing, also across tabs and crashes: on disk before it is used. `skip`: leaves out so many. */
  nextCounter(skip?: number): Promise<number>;
  keepChallenge(challenge: string): Promise<void>;

  drafts(): Promise<DraftRow[]>;
  draft(id: string): Promise<DraftRow | undefined>;
  /** Three-way: `base` is what this screen last loaded or saved ({@link mergeDraft}). */
  saveDraft(draft: DraftRow, base: Answers | undefined): Promise<void>;
  /** Only a draft that was never sent. */
  deleteDraft(id: string): Promise<'deleted' | 'kept'>;

  commitSeal(commit: SealCommit): Promise<'sealed' | 'raced'>;
  pending(maxBytes: number): Promise<Waiting>;
  outbox(): Promise<OutboxRow[]>;
  sealedFor(assessmentId: string): Promise<OutboxRow[]>;
  /** chain(seq), or undefined when this phone never sealed it. */
  chainAt(seq: number): Promise<string | undefined>;
  counts(): Promise<{ made: number; waiting: number; setAside: number }>;
  /** `stale`: this phone's key or sequence is another by now, and nothing was changed. */
  settle(settlement: Settlement): Promise<'settled' | 'stale'>;

  receipts(): Promise<ReceiptRow[]>;
  receipt(opId: string): Promise<ReceiptRow | undefined>;
  /** Newest of all scopes, one per id, own records the commune has not shown yet laid over. */
  rows(entity: RowEntity): Promise<StoredRow[]>;
  row(entity: RowEntity, id: string): Promise<StoredRow | undefined>;
}
