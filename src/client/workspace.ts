/**
 * One open profile, as the screens see it. Screens read through it inside `useLive` and write only through its
 * commands; every command that the commune must learn of becomes an operation in the outbox (design D3).
 */
import type { RecordEntity, RowEntity, RowValue } from '#protocol/entities.ts';
import type { Consent } from '#protocol/operation.ts';
import type { DraftRow, OutboxRow, ProfileRow, ReceiptRow, StoredRow, SyncState } from './db/model.ts';

/** What the engine is doing now; not stored, because a stored "sending" lies after a crash. */
export type EnginePhase =
  | { kind: 'idle' }
  | { kind: 'exchanging' }
  /** Next try at `at` (phone clock, ms). */
  | {
      kind: 'waiting';
      reason: 'noNetwork' | 'captivePortal' | 'busy' | 'needsScan' | 'codeRefused';
      at: number | null;
    };

export interface SubmitInput {
  selfScore: number;
  signedOffBy: string;
  consent?: Consent;
}

export interface Workspace {
  readonly profile: ProfileRow;

  drafts(): Promise<DraftRow[]>;
  draft(id: string): Promise<DraftRow | undefined>;
  /** Resolves when the row is on disk (strict durability); rejects with {@link SaveFailure}. */
  saveDraft(draft: DraftRow): Promise<void>;
  /** For a family that declines: the only thing a person may delete before sending. */
  deleteDraft(id: string): Promise<void>;

  /** Seals the draft's answers as one submission; one transaction with the draft marked sent. */
  submit(draft: DraftRow, input: SubmitInput): Promise<{ opId: string; receiptCode: string }>;
  comment(assessmentId: string, text: string, criterionId?: string): Promise<void>;
  putRecord<Entity extends RecordEntity>(
    entity: Entity,
    id: string,
    value: RowValue<Entity>,
    baseRev: number,
  ): Promise<void>;
  /** A fresh id for a record added here. */
  newId(): string;

  outbox(): Promise<OutboxRow[]>;
  receipts(): Promise<ReceiptRow[]>;
  receipt(opId: string): Promise<ReceiptRow | undefined>;
  /** Newest revision of each row over all scopes, own unsent `record.put`s laid over. */
  rows<Entity extends RowEntity>(entity: Entity): Promise<StoredRow<Entity>[]>;
  row<Entity extends RowEntity>(entity: Entity, id: string): Promise<StoredRow<Entity> | undefined>;
  syncState(): Promise<SyncState>;

  phase(): EnginePhase;
  /** Calls back when the phase changes; returns the unsubscriber. */
  onPhase(listener: () => void): () => void;
  /** A person's tap: tries at once, whatever the backoff. */
  sendNow(): void;
  close(): Promise<void>;
}

/** Why a save did not happen; each has a sentence and a way out. */
export class SaveFailure extends Error {
  override readonly name = 'SaveFailure';
  readonly reason: 'full' | 'lost' | 'outdated' | 'timeout';
  constructor(reason: SaveFailure['reason'], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
