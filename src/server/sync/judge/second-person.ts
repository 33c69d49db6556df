/**
 * A result changed after it was verified takes two people: whoever gave points since it was opened again does not verify
 * it too. Who is meant is the account, whichever machine it was; a form nobody's points changed is verified by anyone.
 */
import type { MoveRecord, ScoreRecord } from '../../store/tables/review.ts';
import type { Transaction } from '../../store/store.ts';
import type { Bench } from './judge.ts';

/** The person behind a device of the office; one without an account stands for itself. */
export const personOf = async ({ device }: Transaction, deviceId: string): Promise<string> =>
  (await device.find(deviceId))?.account_id ?? deviceId;

const isOpening = ({ from_state, to_state }: MoveRecord): boolean =>
  to_state === 'underReview' && (from_state === 'verified' || from_state === 'final');

/** Did this operation's author also give points to the submission since it was last opened again? */
export async function changedAlone(
  { transaction, author, ledger, rev }: Bench,
  { assessmentId, submission }: { assessmentId: string; submission: string },
  versions: readonly ScoreRecord[],
): Promise<boolean> {
  // Verified before there was such a rule: it stays as it was judged.
  if (rev <= ledger.secondFrom) return false;
  const moves = await transaction.move.of(assessmentId);
  const opened = moves.findLast((move) => move.submission_id === submission && isOpening(move));
  const openedAt = opened && (await transaction.operation.find(opened.op_id))?.rev;
  if (openedAt === undefined) return false;
  const verifier = await personOf(transaction, author.deviceId);
  for (const { op_id } of versions) {
    const given = await transaction.operation.find(op_id);
    if (given === undefined || given.rev <= openedAt) continue;
    if ((await personOf(transaction, given.device_id)) === verifier) return true;
  }
  return false;
}
