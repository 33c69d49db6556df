/**
 * Tables as Kysely sees them (`protocol.md` §5). Every key starts with `commune_id`. JSON is text, truth values are
 * 0 and 1, instants are epoch milliseconds. Hashes are base64url text, as they travel.
 */
import type { AttemptTable, DeviceSeqTable, DeviceTable, EnrolCodeTable } from './schema-devices.ts';
import type { AccountTable, CeremonyTable, PasskeyTable, SessionTable } from './schema-sessions.ts';
import type {
  BackupDeviceTable,
  BackupTable,
  BatchPutTable,
  BlobTable,
  CommentTable,
  FeedbackTable,
  MoveTable,
  PhotoTable,
  ScoreTable,
  UploadTable,
} from './schema-evidence.ts';
import type { OpenReleaseTable } from './schema-open-data.ts';
import type { ErasedTable, OpeningTable, SightTable } from './schema-privacy.ts';

type Flag = 0 | 1;

export interface CommuneTable {
  commune_id: string;
  rev: number;
  epoch: string;
  audit_head: string;
  /** Entry of the log that last changed commune, campaign, deadline, criteria or kept backups: what caches of them are known by. */
  facts_op: string;
  created_at: number;
  /** After a restore: until then phones hand back what it lacked, and moves wait. Null = nothing to wait for. */
  drain_until: number | null;
  /** Rules that came with `judge/rules.ts` hold for operations after this revision; null = none was ever judged by them. */
  rules_from: number | null;
  /** Thumbprint of the key its receipts are signed with; null until a server has opened it with one. */
  key_mark: string | null;
  /** From after this revision on a verified result is changed by two people; null = no such build has opened it. */
  second_from: number | null;
  /** Requests of families written up to this revision keep nothing from counting and are answered by one officer. */
  family_from: number | null;
}

export interface OperationTable {
  commune_id: string;
  op_id: string;
  op_hash: string;
  /** Canonical text; null after erasure, and while it lies in quarantine. */
  body: string | null;
  /** Empty for entries the server makes itself. */
  device_id: string;
  kind: string;
  verdict: string;
  code: string | null;
  rev: number;
  received_at: number;
  /** Chain over all operations of the commune, up to and with this one. */
  log: string;
}

export interface QuarantineTable {
  commune_id: string;
  op_hash: string;
  device_id: string;
  seq: number;
  code: string;
  body: string;
  bytes: number;
  received_at: number;
}

/** How often judging one operation failed for a reason of our own. */
export interface StumbleTable {
  commune_id: string;
  op_hash: string;
  times: number;
}

export interface RecordTable {
  commune_id: string;
  entity: string;
  id: string;
  value: string;
  /** Null while it stands; the instant it ended. */
  ended_at: number | null;
  rev: number;
  op_id: string;
  /** Who wrote it last, and on which revision that device's run of writes began. */
  device_id: string;
  base_rev: number;
  /** Hamlet of a household, campaign of a deadline. */
  parent_id: string;
  /** Human code. */
  code: string | null;
}

export interface AssessmentTable {
  commune_id: string;
  assessment_id: string;
  campaign_id: string;
  subject_kind: string;
  subject_id: string;
  /** Hamlet of a household; empty otherwise. */
  hamlet_id: string;
  state: string;
  status_rev: number;
  round: number;
}

export interface SubmissionTable {
  commune_id: string;
  submission_id: string;
  assessment_id: string;
  channel: string;
  round: number;
  current: Flag;
  criteria_set: string;
  self_score: number;
  server_score: number;
  subject_name: string;
  by_name: string;
  received_at: number;
  late: Flag;
  receipt_code: string;
  digest: string;
  /** Sent from a phone that stands in for people: as in the row of its device. */
  shared_phone: string | null;
}

export interface RegisterTable {
  commune_id: string;
  assessment_id: string;
  criterion_id: string;
  op_id: string;
  /** Null = cleared, or dead. */
  value: string | null;
  dead: Flag;
}

/** A household's answers, typed for roll-ups; rows of the current submission of each channel. */
export interface HouseholdAnswerTable {
  commune_id: string;
  assessment_id: string;
  channel: string;
  criterion_id: string;
  hamlet_id: string;
  /** One row a criterion counts: the family's own where there is one. */
  counted: Flag;
  na: Flag;
  /** Yes = 1 / no = 0, count, numerator; null where another column holds the answer. */
  number: number | null;
  denominator: number | null;
  /** Place of the level in its list, 0 = first. */
  level_index: number | null;
}

export interface FeedTable {
  commune_id: string;
  scope: string;
  entity: string;
  id: string;
  rev: number;
  /** Null = a tombstone. */
  value: string | null;
}

export interface Database {
  commune: CommuneTable;
  device: DeviceTable;
  device_seq: DeviceSeqTable;
  enrol_code: EnrolCodeTable;
  operation: OperationTable;
  quarantine: QuarantineTable;
  stumble: StumbleTable;
  record: RecordTable;
  batch_put: BatchPutTable;
  assessment: AssessmentTable;
  submission: SubmissionTable;
  register: RegisterTable;
  household_answer: HouseholdAnswerTable;
  comment: CommentTable;
  feed: FeedTable;
  attempt: AttemptTable;
  photo: PhotoTable;
  blob: BlobTable;
  upload: UploadTable;
  score: ScoreTable;
  move: MoveTable;
  backup: BackupTable;
  backup_device: BackupDeviceTable;
  feedback: FeedbackTable;
  account: AccountTable;
  passkey: PasskeyTable;
  session: SessionTable;
  ceremony: CeremonyTable;
  erased: ErasedTable;
  open_release: OpenReleaseTable;
  sight: SightTable;
  opening: OpeningTable;
}
