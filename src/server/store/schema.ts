/**
 * Tables as Kysely sees them (`protocol.md` §5). Every key starts with `commune_id`. JSON is text, truth values are
 * 0 and 1, instants are epoch milliseconds. Hashes are base64url text, as they travel.
 */
type Flag = 0 | 1;

export interface CommuneTable {
  commune_id: string;
  rev: number;
  epoch: string;
  audit_head: string;
  /** Operation that last changed commune, campaign, deadline or criteria: what caches of them are known by. */
  facts_op: string;
  created_at: number;
  /** After a restore: until then phones hand back what it lacked, and moves wait. Null = nothing to wait for. */
  drain_until: number | null;
}

export interface DeviceTable {
  commune_id: string;
  device_id: string;
  installation_id: string;
  role: string;
  binding_kind: string;
  binding_id: string;
  title: string;
  person_name: string | null;
  jwk: string;
  label: string;
  code_hash: string;
  last_seq: number;
  chain: string;
  counter: number;
  challenge_presented: string;
  challenge_issued: string;
  enrolled_at: number;
  seen_at: number;
  revoked_at: number | null;
  report: string | null;
  /** Its key vouched for another (`succeeded`), took another's place (`successor`), or showed two histories (`forked`). */
  flag: string | null;
  /** The key it took the place of. */
  succeeds: string | null;
}

/** Which operation a device put at a place of its sequence. After re-enrolment many places may name one operation. */
export interface DeviceSeqTable {
  commune_id: string;
  device_id: string;
  seq: number;
  op_hash: string;
  /** Entry of the log that holds its verdict; of the server's own making where the operation's id could not serve. */
  op_id: string;
}

export interface EnrolCodeTable {
  commune_id: string;
  secret_hash: string;
  typed_hash: string;
  role: string;
  binding_kind: string;
  binding_id: string;
  title: string;
  person_name: string | null;
  /** Null = until the campaign ends. */
  expires_at: number | null;
  /** A household's slip serves several phones. */
  reusable: Flag;
  spent_by: string | null;
  created_at: number;
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

/** Every `photo.add`, in the order it came; the picture itself is a blob. */
export interface PhotoTable {
  commune_id: string;
  op_id: string;
  assessment_id: string;
  criterion_id: string;
  photo_id: string;
  /** Scope of whoever added it: only a picture this same scope uploaded counts as its picture. */
  owner: string;
  bytes: number;
  mime: string;
  w: number;
  h: number;
  by_name: string;
  at: number;
  removed: Flag;
}

/** A picture as the commune keeps it: re-encoded, without metadata, under a hash of its own. */
export interface BlobTable {
  commune_id: string;
  /** SHA-256 as sent. */
  photo_id: string;
  owner: string;
  /** `stored` or `refused`. */
  state: string;
  /** Why it was refused; empty otherwise. */
  reason: string;
  stored_sha256: string;
  stored_bytes: number;
  stored_mime: string;
  w: number;
  h: number;
  thumb_sha256: string;
  thumb_bytes: number;
  received_at: number;
}

/** An upload begun: whoever holds its id may send the bytes. */
export interface UploadTable {
  commune_id: string;
  upload_id: string;
  photo_id: string;
  owner: string;
  device_id: string;
  bytes: number;
  created_at: number;
}

/** Officers' points: registers of their own, one version a row. */
export interface ScoreTable {
  commune_id: string;
  submission_id: string;
  criterion_id: string;
  op_id: string;
  /** Null = dead before it arrived. */
  points: number | null;
  reason_code: string;
  reason: string;
  by_name: string;
  by_role: string;
  at: number;
  dead: Flag;
}

/** Every move that took effect, with its words. */
export interface MoveTable {
  commune_id: string;
  op_id: string;
  assessment_id: string;
  submission_id: string;
  from_state: string;
  to_state: string;
  reason: string | null;
  /** JSON array of `{criterionId, ask}`. */
  items: string | null;
  by_name: string;
  by_role: string;
  at: number;
  status_rev: number;
}

/** Backups that may still be restored from; one that was forgotten holds nothing safe any more. */
export interface BackupTable {
  commune_id: string;
  backup_id: string;
  /** Instant of the snapshot. */
  made_at: number;
  /** A restore test passed. */
  verified_at: number | null;
  /** On another device than the database, or carried off the box. */
  elsewhere: Flag;
  forgotten_at: number | null;
  /** Where it was written, as the operator named it. */
  place: string;
}

/** How far each device's sequence goes in a backup. */
export interface BackupDeviceTable {
  commune_id: string;
  backup_id: string;
  device_id: string;
  last_seq: number;
}

export interface CommentTable {
  commune_id: string;
  comment_id: string;
  assessment_id: string;
  criterion_id: string | null;
  text: string;
  by_name: string;
  by_role: string;
  at: number;
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

/** Wrong typed codes by source (a hash), in the window that began at `since`. */
export interface AttemptTable {
  commune_id: string;
  source: string;
  since: number;
  failures: number;
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
}
