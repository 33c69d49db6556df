/** All tables of one commune over one connection. Nothing outside this folder knows SQL. */
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import type { Runner } from './statement.ts';
import { householdAnswerTable, registerTable } from './tables/answer.ts';
import { assessmentTable, commentTable, submissionTable } from './tables/assessment.ts';
import { auditTables } from './tables/audit.ts';
import { attemptTable, enrolCodeTable } from './tables/code.ts';
import { backupTable } from './tables/backup.ts';
import { communeTable } from './tables/commune.ts';
import { deviceSeqTable, deviceTable } from './tables/device.ts';
import { erasureTables } from './tables/erasure.ts';
import { feedTable } from './tables/feed.ts';
import { feedbackTable } from './tables/feedback.ts';
import { operationTable, quarantineTable, stumbleTable } from './tables/operation.ts';
import { blobTable, photoTable, uploadTable } from './tables/photo.ts';
import { batchPutTable } from './tables/batch.ts';
import { recordTable } from './tables/record.ts';
import { moveTable, scoreTable } from './tables/review.ts';

/** Every statement is bound to `communeId` here, so that none can forget whose data it touches. */
export const createTables = (db: Kysely<Database>, runner: Runner, communeId: string) => ({
  commune: communeTable(db, runner, communeId),
  device: deviceTable(db, runner, communeId),
  deviceSeq: deviceSeqTable(db, runner, communeId),
  enrolCode: enrolCodeTable(db, runner, communeId),
  attempt: attemptTable(db, runner, communeId),
  operation: operationTable(db, runner, communeId),
  quarantine: quarantineTable(db, runner, communeId),
  stumble: stumbleTable(db, runner, communeId),
  record: recordTable(db, runner, communeId),
  batchPut: batchPutTable(db, runner, communeId),
  assessment: assessmentTable(db, runner, communeId),
  submission: submissionTable(db, runner, communeId),
  register: registerTable(db, runner, communeId),
  householdAnswer: householdAnswerTable(db, runner, communeId),
  comment: commentTable(db, runner, communeId),
  feed: feedTable(db, runner, communeId),
  feedback: feedbackTable(db, runner, communeId),
  photo: photoTable(db, runner, communeId),
  blob: blobTable(db, runner, communeId),
  upload: uploadTable(db, runner, communeId),
  score: scoreTable(db, runner, communeId),
  move: moveTable(db, runner, communeId),
  backup: backupTable(db, runner, communeId),
  audit: auditTables(db, runner, communeId),
  erasure: erasureTables(db, runner, communeId),
});
export type Tables = ReturnType<typeof createTables>;
