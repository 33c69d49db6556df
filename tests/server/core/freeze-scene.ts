/** Two verified hamlets and a freeze of their ranking, as an officer makes it. */
import { freezeOf, frozenValue, type FrozenInput, type FrozenTie } from '#domain/ranking/freeze.ts';
import { inTime } from '#domain/ranking/in-time.ts';
import { officerSheet, pointsOf } from '#domain/review/officer-sheet.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { canon } from '#protocol/canon.ts';
import { hashText } from '#protocol/hash.ts';
import type { Intent } from '#protocol/operation.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { setOf, submitIntent } from './makers.ts';
import { openCommune } from './commune.ts';
import { assessmentSeen, gradeRest, mine, moveIntent, submissionSeen } from './review-scene.ts';
import { put, send } from './sending.ts';

const set = setOf('hamlet');
export const sets = new Map([['hamlet@1', set]]);

/** What a ranking takes of a sheet: points for every question, as `gradeRest` gives them. */
export const inputOf = (sent: SubmissionRow, more: Partial<FrozenInput> = {}): FrozenInput => {
  const given = Object.fromEntries(
    criteriaOf(set).map(({ id, maxPoints }) => [id, { points: maxPoints, reasonCode: 'evidence' }]),
  );
  return {
    subjectId: sent.subjectId,
    submission: sent.id,
    digest: sent.digest,
    criteriaSet: sent.criteriaSet,
    points: pointsOf(officerSheet(set, sent.snapshot, given)),
    onTime: inTime(set, sent.late, given),
    ...more,
  };
};

/** Two hamlets' sheets, sent, scored and verified, and the officer who freezes their ranking. */
export async function scene() {
  const commune = await openCommune();
  const officer = await commune.officer();
  const heads = [await commune.head(), await commune.head(commune.hamlets[1]?.id)];
  for (const head of heads) await send(commune, head, submitIntent(mine(head), 'hamlet'));
  const sent: SubmissionRow[] = [];
  for (const head of heads) sent.push(await submissionSeen(commune, officer, mine(head)));
  const move = async (head: SigningDevice, to: 'underReview' | 'verified'): Promise<string[]> => {
    const { statusRev, submissions } = await assessmentSeen(commune, officer, mine(head));
    const submission = submissions.at(-1)?.id ?? '';
    const reason = 'Xem lại';
    return send(
      commune,
      officer,
      moveIntent({ assessmentId: mine(head), submission, to, statusRev, reason }),
    );
  };
  for (const [index, head] of heads.entries()) {
    await move(head, 'underReview');
    const one = sent[index];
    if (one !== undefined) await gradeRest(commune, officer, one);
    await move(head, 'verified');
  }
  const { campaignId } = await assessmentSeen(commune, officer, mine(heads[0] ?? officer));
  const freeze = async (
    inputs: readonly FrozenInput[],
    more: { ties?: FrozenTie[]; replaces?: string; reason?: string; change?: object } = {},
  ): Promise<Intent> => {
    const { ties = [], change = {}, ...about } = more;
    const frozen = freezeOf({ group: 'hamlet', ties, inputs: [...inputs] }, sets);
    if (frozen === null) throw new Error('no such set');
    const sha256 = await hashText(canon(frozenValue(frozen)));
    const id = officer.newId();
    const value = { id, campaignId, frozenAt: 1, ...frozen, sha256, ...about, ...change };
    return put('rankingFreeze', id, value);
  };
  return { commune, officer, heads, sent, move, campaignId, freeze };
}
