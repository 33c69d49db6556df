/** A stored receipt with what it is of. */
import { fill } from '#client/messages/fill.ts';
import { receipt as words } from '#client/messages/receipt.ts';
import { unknownFacts } from '#client/messages/consent.ts';
import type { OutboxRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import type { Slip } from '#client/receipt/slip.ts';

export type ReadReceipt =
  | { kind: 'received'; slip: Slip; commune: string }
  /** Sealed on this phone, not acknowledged yet. */
  | { kind: 'waiting'; submission: OutboxRow; safeSeq: number }
  | { kind: 'unknown' };

export async function readReceipt(workspace: Workspace, opId: string): Promise<ReadReceipt> {
  const receipt = await workspace.receipt(opId);
  if (receipt === undefined) {
    const [outbox, { safeSeq }] = await Promise.all([workspace.outbox(), workspace.syncState()]);
    const submission = outbox.find((row) => row.opId === opId);
    return submission === undefined ? { kind: 'unknown' } : { kind: 'waiting', submission, safeSeq };
  }
  const [communes, drafts, sync] = await Promise.all([
    workspace.rows('commune'),
    workspace.drafts(),
    workspace.syncState(),
  ]);
  const draft = drafts.find(({ assessmentId }) => assessmentId === receipt.assessmentId);
  const commune = communes[0]?.value.name ?? unknownFacts.xa;
  const slip: Slip = {
    of: words.ofAny,
    about: draft?.subjectName ?? workspace.profile.title,
    issuer: fill(words.issuer, { xa: commune }),
    code: receipt.code,
    receivedAt: receipt.receivedAt,
    isSafe: sync.safeSeq >= receipt.seq,
  };
  return { kind: 'received', slip, commune };
}
