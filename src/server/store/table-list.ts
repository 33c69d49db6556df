/**
 * Every table with its key, in an order in which rows can be put back: what others name comes first. A table without a
 * line here does not compile.
 */
import type { Database } from './schema.ts';

export type TableName = keyof Database;

export const tableKeys = {
  commune: ['commune_id'],
  device: ['commune_id', 'device_id'],
  device_seq: ['commune_id', 'device_id', 'seq'],
  enrol_code: ['commune_id', 'secret_hash'],
  operation: ['commune_id', 'op_id'],
  quarantine: ['commune_id', 'device_id', 'op_hash', 'seq'],
  stumble: ['commune_id', 'op_hash'],
  record: ['commune_id', 'entity', 'id'],
  batch_put: ['commune_id', 'batch_id', 'op_id'],
  assessment: ['commune_id', 'assessment_id'],
  submission: ['commune_id', 'submission_id'],
  register: ['commune_id', 'assessment_id', 'criterion_id', 'op_id'],
  household_answer: ['commune_id', 'assessment_id', 'channel', 'criterion_id'],
  comment: ['commune_id', 'comment_id'],
  feed: ['commune_id', 'scope', 'entity', 'id'],
  attempt: ['commune_id', 'source'],
  photo: ['commune_id', 'op_id'],
  blob: ['commune_id', 'photo_id', 'owner'],
  upload: ['commune_id', 'upload_id'],
  score: ['commune_id', 'submission_id', 'criterion_id', 'op_id'],
  move: ['commune_id', 'op_id'],
  backup: ['commune_id', 'backup_id'],
  backup_device: ['commune_id', 'backup_id', 'device_id'],
  feedback: ['commune_id', 'feedback_id'],
  account: ['commune_id', 'account_id'],
  passkey: ['commune_id', 'credential_id'],
  session: ['commune_id', 'session_hash'],
  ceremony: ['commune_id', 'device_id', 'purpose'],
  erased: ['commune_id', 'kind', 'id'],
  open_release: ['commune_id', 'release_id'],
  sight: ['commune_id', 'device_id', 'assessment_id', 'day'],
  opening: ['commune_id', 'device_id', 'assessment_id', 'day'],
} satisfies Record<TableName, readonly string[]>;

const isTable = (name: string): name is TableName => Object.hasOwn(tableKeys, name);
/** In the order above. */
export const tableNames: readonly TableName[] = Object.keys(tableKeys).filter(isTable);
export const readTableName = (name: string): TableName | null => (isTable(name) ? name : null);
