/** Tables of evidence and its review (photos, points, moves, comments), of batches and of backups; conventions as in `schema.ts`. */
type Flag = 0 | 1;

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
  /** How it looks (`domain/trust`); null = nobody has looked yet. */
  look: string | null;
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

/** A `record.put` that waits for its batch's commit record, and afterwards what it replaced (`protocol.md` §3). */
export interface BatchPutTable {
  commune_id: string;
  batch_id: string;
  op_id: string;
  /** Revision of the operation: the order in which they came. */
  place: number;
  /** From the commit on, the record as it was before: JSON of the row, or null where there was none. */
  before: string | null;
  /** From the commit on, the revision the record got. */
  written_rev: number | null;
}

/** A word from the public, under the code its writer was given. */
export interface FeedbackTable {
  commune_id: string;
  feedback_id: string;
  code: string;
  campaign_id: string;
  body: string;
  /** As given; often empty. */
  contact: string;
  received_at: number;
}
