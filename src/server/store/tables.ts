/** All tables of one commune over one connection. Nothing outside this folder knows SQL. */
import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';
import type { Runner } from './statement.ts';
import { householdAnswerTable, registerTable } from './tables/answer.ts';
import { accountTable } from './tables/account.ts';
import { assessmentTable, commentTable, submissionTable } from './tables/assessment.ts';
import { auditTables } from './tables/audit.ts';
import { attemptTable, enrolCodeTable } from './tables/code.ts';
import { backupTable } from './tables/backup.ts';
import { communeTable } from './tables/commune.ts';
import { deviceSeqTable, deviceTable } from './tables/device.ts';
import { erasureTables } from './tables/erasure.ts';
import { familyErasureTables } from './tables/family-erasure.ts';
import { feedTable } from './tables/feed.ts';
import { feedbackTable } from './tables/feedback.ts';
import { erasedTable, openingTable, sightTable } from './tables/privacy.ts';
import { operationTable, quarantineTable, stumbleTable } from './tables/operation.ts';
import { blobTable, photoTable, uploadTable } from './tables/photo.ts';
import { ceremonyTable, passkeyTable } from './tables/passkey.ts';
import { sessionTable } from './tables/session.ts';
import { batchPutTable } from './tables/batch.ts';
import { boardTables } from './tables/board.ts';
import { openReleaseTable } from './tables/open-release.ts';
import { recordTable } from './tables/record.ts';
import { retentionTables } from './tables/retention.ts';
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
  account: accountTable(db, runner, communeId),
  passkey: passkeyTable(db, runner, communeId),
  session: sessionTable(db, runner, communeId),
  ceremony: ceremonyTable(db, runner, communeId),
  audit: auditTables(db, runner, communeId),
  erasure: erasureTables(db, runner, communeId),
  familyErasure: familyErasureTables(db, runner, communeId),
  erased: erasedTable(db, runner, communeId),
  sight: sightTable(db, runner, communeId),
  opening: openingTable(db, runner, communeId),
  openRelease: openReleaseTable(db, runner, communeId),
  board: boardTables(db, runner, communeId),
  retention: retentionTables(db, runner, communeId),
});
export type Tables = ReturnType<typeof createTables>;
