/**
 * One open profile, as the screens see it. Screens read through it inside `useLive` and write only through its
 * commands; every command that the commune must learn of becomes an operation in the outbox (design D3).
 */
import type { Answer, Answers } from '#domain/answers.ts';
import type { BatchableEntity } from '#protocol/batch.ts';
import type { RecordEntity, RowEntity, RowValue } from '#protocol/entities.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import type { AssessmentState, Consent, OperationOf } from '#protocol/operation.ts';
import type { LogHeads, LogPage, LogQuery } from '#protocol/log.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { RescueReply } from '#protocol/rescue.ts';
import type {
  DraftRow,
  OutboxRow,
  PhotoRow,
  ProfileRow,
  ReceiptRow,
  StoredRow,
  SyncState,
} from './db/model.ts';
import type { DeviceCommands } from './sync/rare/device-acts.ts';
import type { SlipsIssue } from './sync/rare/issue-slips.ts';
import type { SeenForm, VerifyOutcome } from './sync/rare/verify-many.ts';
import type { OfficerSession } from './sync/session-asks.ts';

/** What the engine is doing now; not stored, because a stored "sending" lies after a crash. */
export type EnginePhase =
  | { kind: 'idle' }
  | { kind: 'exchanging' }
  /** Next try at `at` (phone clock, ms). */
  | {
      kind: 'waiting';
      reason: 'noNetwork' | 'captivePortal' | 'busy' | 'needsScan' | 'codeRefused';
      at: number | null;
      /** With `busy`: what the commune said; `sign-in` and `step-up` want the officer's hand. */
      problem?: ProblemCode | undefined;
    };

export interface SubmitInput {
  selfScore: number;
  /** What stands under its questions now; a family's form has none. */
  photos?: OperationOf<'assessment.submit'>['args']['photos'];
  signedOffBy: string;
  consent?: Consent;
}

/** Two people wrote different things and neither had seen the other's: a person chooses (`protocol.md` §2). */
export interface FieldConflict {
  criterionId: string;
  /**
   * Distinct living values, own ones first; `value` absent = cleared. `at`: when it was written, by the clock of the
   * phone that wrote it (the time in its id).
   */
  choices: { value?: Answer; isOwn: boolean; at?: number }[];
}

/** What every form of this profile came to; `made` is always the sum of the others. */
export interface Balance {
  made: number;
  received: number;
  safe: number;
  waiting: number;
  setAside: number;
}

export type RescueExport =
  | { kind: 'file'; name: string; bytes: Uint8Array<ArrayBuffer>; operations: number }
  | { kind: 'nothingWaits' }
  /** This phone never heard from the commune and does not know its key. */
  | { kind: 'noCommuneKey' };

/** Handing in a file another phone exported. */
export type RescueHandIn =
  | { kind: 'taken'; reply: RescueReply }
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: ProblemCode };

/** The commune's log, which no machine keeps: read over the network, page by page. */
export type LogReading<T> =
  | { kind: 'read'; value: T }
  | { kind: 'unreachable' }
  | { kind: 'refused'; problem: ProblemCode };

export type BatchRecord = {
  [Entity in BatchableEntity]: {
    entity: Entity;
    id: string;
    /** null: the record ends. */
    value: RowValue<Entity> | null;
    /** The revision its author saw; 0 = new. */
    baseRev: number;
  };
}[BatchableEntity];

export interface BatchInput {
  /** What a person calls it: "Nhập 1.800 gia đình từ danh-sach.xlsx". */
  label: string;
  records: readonly BatchRecord[];
}

/** The first record because of which a batch was refused, as far as this machine can tell. */
export interface BatchCulprit {
  entity: BatchableEntity;
  id: string;
  /** As the batch would have written it; absent where it ends. */
  value?: RowValue<BatchableEntity>;
}

export interface BatchStanding {
  id: string;
  label: string;
  records: number;
  /** When it was sealed, by this machine's clock; absent for another machine's. */
  sealedAt?: number;
  /** Of what was sealed here for it, how many operations the commune has not answered for. */
  waiting: number;
  /**
   * `waiting`: sealed here, nothing of it in sight · `refused`: nothing of it took effect · `committed` ·
   * `undoing`: committed, its undoing waits · `kept`: its undoing was refused, everything stands · `reverted`.
   */
  state: 'waiting' | 'refused' | 'committed' | 'undoing' | 'kept' | 'reverted';
  /** Why, for `refused` and `kept`. */
  code?: VerdictCode;
  culprit?: BatchCulprit;
}

export type MoveWords = Pick<OperationOf<'assessment.move'>['args'], 'reason' | 'items'>;

export interface Workspace {
  readonly profile: ProfileRow;

  /** Fields of a form with more than one living value. */
  conflicts(assessmentId: string): Promise<FieldConflict[]>;
  /** A choice is an ordinary save that has seen every version; `value` absent = cleared. */
  choose(draftId: string, criterionId: string, value: Answer | undefined): Promise<void>;
  /** Withdraw, return, verify …: names the state and submission this phone last saw (the table of transitions). */
  move(assessmentId: string, to: AssessmentState, words?: MoveWords): Promise<void>;
  /** Begins and ends the review of those that still lie as they were read, in one transaction: some dozens at a time. */
  verifyMany(forms: readonly SeenForm[]): Promise<VerifyOutcome>;
  /**
   * An officer's points for one criterion of the submission this phone last saw. `seen`: the versions that stood before
   * its person's eyes; without it, all this phone knows of. What was not seen lives on beside it, and a person chooses.
   */
  score(
    score: Pick<
      OperationOf<'score.set'>['args'],
      'submission' | 'criterionId' | 'points' | 'reasonCode' | 'reason'
    > & { seen?: readonly string[] },
  ): Promise<void>;

  photos(assessmentId: string): Promise<PhotoRow[]>;
  /** The bytes are on disk when it resolves; shrinking, sealing and sending follow by themselves. */
  addPhoto(photo: { assessmentId: string; criterionId: string; bytes: ArrayBuffer }): Promise<string>;
  /** By the row's id, or the commune's where another phone took it. */
  removePhoto(id: string): Promise<void>;
  /**
   * It is to be used: undoes {@link Workspace.removePhoto} while its bytes are here or at the commune, and lets one go that
   * was held because it looks like an identity paper.
   */
  restorePhoto(id: string): Promise<void>;
  /** The system may end the page while its camera is open: where to come back to; null = back from it. */
  leaveForCamera(criterionId: string | null): Promise<void>;
  /** The question whose camera was open when the system ended an earlier page; null = none. */
  cameraPlace(): Promise<string | null>;
  /** A person's tap: the photos go too, also while data is to be spared. */
  sendPhotos(): void;
  /** Bytes to look at: this phone's own, or the commune's by a signed request; null = neither has them now. */
  photoBytes(
    photo: { assessmentId: string; photoId: string },
    size: 'full' | 'thumb',
  ): Promise<ArrayBuffer | null>;

  /** New slips; a household's earlier one stops working where nobody had redeemed it. */
  issueSlips(householdIds: readonly string[]): Promise<SlipsIssue>;
  /** Other people's phones; each question needs the network. */
  devices(): Promise<DeviceCommands>;
  /** A page of the commune's log; asked of the commune each time. */
  readLog(query: LogQuery): Promise<LogReading<LogPage>>;
  /** The head of its chain at the end of each day. */
  readLogHeads(): Promise<LogReading<LogHeads>>;
  /** An officer's session and what ends it; asked of the commune each time, kept nowhere here. */
  session(): Promise<OfficerSession>;
  balance(): Promise<Balance>;
  /** Unsent operations in one file, signed by this phone and encrypted to the commune. */
  exportRescue(): Promise<RescueExport>;
  handInRescue(bytes: Uint8Array<ArrayBuffer>): Promise<RescueHandIn>;
  /** Counts, states and times for whoever helps by telephone: no names, no answers. */
  diagnostic(): Promise<string>;

  drafts(): Promise<DraftRow[]>;
  draft(id: string): Promise<DraftRow | undefined>;
  /**
   * Resolves when the row is on disk (strict durability); rejects with {@link SaveFailure}. `base`: the answers its screen
   * last loaded or saved, where that was not through this workspace.
   */
  saveDraft(draft: DraftRow, base?: Answers): Promise<void>;
  /** For a family that declines: the only thing a person may delete before sending. */
  deleteDraft(id: string): Promise<void>;

  /** Seals the draft's answers as one submission; one transaction with the draft marked sent. */
  submit(draft: DraftRow, input: SubmitInput): Promise<{ opId: string; receiptCode: string }>;
  comment(assessmentId: string, text: string, criterionId?: string): Promise<void>;
  /** `value` null: the record ends; putting it again on the same `baseRev` undoes that. */
  putRecord<Entity extends RecordEntity>(
    entity: Entity,
    id: string,
    value: RowValue<Entity> | null,
    baseRev: number,
  ): Promise<void>;
  /**
   * Seals many records and the one that commits them, all or none, and resolves with the batch's id. They come into sight
   * together when the commune has taken them; until then {@link Workspace.batches} says that they wait.
   */
  putBatch(batch: BatchInput): Promise<string>;
  /** Takes back all of a batch the commune holds, or one that still waits: one record. Throws when nobody knows it. */
  revertBatch(batchId: string): Promise<void>;
  /** Every batch this machine made or was shown, newest first. */
  batches(): Promise<BatchStanding[]>;
  /** Opens an earlier campaign's form, to be read or sent; null = back to the one people fill in now. */
  openCampaign(campaignId: string | null): Promise<void>;
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
