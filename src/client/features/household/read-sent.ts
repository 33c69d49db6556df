/** What the page after sending reads, in one go. */
import type { Hamlet } from '#protocol/entities.ts';
import { stateOf, type FormState } from '#client/state-of.ts';
import type { OutboxRow, ReceiptRow, StoredRow, SyncState } from '#client/db/model.ts';
import type { EnginePhase, Workspace } from '#client/workspace.ts';

export interface SentRows {
  /** The newest submission sealed on this phone. */
  submission: OutboxRow | undefined;
  receipt: ReceiptRow | undefined;
  assessment: StoredRow<'assessment'> | undefined;
  /** Everything sealed here for this form, in order of seq. */
  own: OutboxRow[];
  hamlet: Hamlet | undefined;
  sync: SyncState;
}

export async function readSent(workspace: Workspace, assessmentId: string): Promise<SentRows> {
  const [outbox, receipts, assessment, sync] = await Promise.all([
    workspace.outbox(),
    workspace.receipts(),
    workspace.row('assessment', assessmentId),
    workspace.syncState(),
  ]);
  const own = outbox.filter((row) => row.assessmentId === assessmentId);
  const submission = own.filter(({ kind }) => kind === 'assessment.submit').at(-1);
  const hamletId = assessment?.value.hamletId;
  const hamlet = hamletId === undefined ? undefined : await workspace.row('hamlet', hamletId);
  return {
    submission,
    receipt: receipts.find(({ opId }) => opId === submission?.opId),
    assessment,
    own,
    hamlet: hamlet?.value,
    sync,
  };
}

/** Where the sent form stands; `draft` is not asked: it was sent. */
export const sentState = (rows: SentRows, workspace: Workspace, phase: EnginePhase): FormState =>
  stateOf({
    submission: rows.submission,
    receipt: rows.receipt,
    // A row from before the newest sending was taken tells of the one before.
    assessment:
      (rows.submission?.result?.rev ?? 0) > (rows.assessment?.rev ?? 0) ? undefined : rows.assessment?.value,
    phase,
    link: workspace.profile.link,
    safeSeq: rows.sync.safeSeq,
  });
