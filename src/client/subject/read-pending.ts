/** What Hàng chờ and its badge read. */
import { conflictsOf, liveFields } from '#client/db/registers.ts';
import type { Workspace } from '#client/workspace.ts';
import type { PendingSources } from './pending-items.ts';

export async function readPending(
  workspace: Workspace,
): Promise<Omit<PendingSources, 'phase'> & { contactAt: number | null }> {
  const assessmentId = workspace.profile.assessmentId ?? '';
  const [outbox, receipts, drafts, assessments, sync, registers] = await Promise.all([
    workspace.outbox(),
    workspace.receipts(),
    workspace.drafts(),
    workspace.rows('assessment'),
    workspace.syncState(),
    workspace.row('answers', assessmentId),
  ]);
  return {
    profile: workspace.profile,
    outbox,
    receipts,
    drafts,
    assessments,
    safeSeq: sync.safeSeq,
    contactAt: sync.contactAt,
    hasConflict:
      registers !== undefined &&
      conflictsOf(
        liveFields(
          registers,
          outbox.filter((row) => row.assessmentId === assessmentId),
        ),
      ).length > 0,
  };
}
