/**
 * What the synthetic office has scored so far: most of the hamlets' sheets that came are verified, some are half done,
 * some untouched, so that ranks are partly sure. Through the real judges, like everything of the synthetic commune.
 */
import { scoreCriterion } from '#domain/score-criterion.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Transaction } from '../store/store.ts';
import { act, type DemoActor } from './demo-actor.ts';
import { assessmentOf, setOf, type Scene, type SentSheet } from './demo-scene.ts';
import { createDice } from './dice.ts';

/** Of ten sheets that came: five are verified, two half done, one begun, two wait. */
const portionOf = (place: number): number | null =>
  [1, 1, 0.4, 1, null, 1, 0.7, 1, 0, null][place % 10] ?? null;

/** Now and then a claim is scored lower, by the tenth: that is what reviewing is for. */
const LOWERED_IN_HUNDRED = 12;

async function digestOf(transaction: Transaction, submission: string): Promise<string> {
  const found = await transaction.submission.find(submission);
  if (found === undefined) throw new Error('a synthetic sheet has gone');
  return found.digest;
}

/** One sheet, `portion` of its questions scored. */
export async function review(
  scene: Scene,
  transaction: Transaction,
  officer: DemoActor,
  { sheet, portion, seed }: { sheet: SentSheet; portion: number; seed: number },
): Promise<void> {
  const { deps, facts } = scene;
  const { subjectId, submission, ref, answers } = sheet;
  const assessmentId = assessmentOf(scene, subjectId);
  const dice = createDice(seed);
  const basis = await digestOf(transaction, submission);
  const move = async (to: 'underReview' | 'verified'): Promise<void> => {
    const statusRev = (await transaction.assessment.find(assessmentId))?.status_rev ?? 0;
    await act(deps, transaction, officer, {
      kind: 'assessment.move',
      args: { assessmentId, submission, to, statusRev },
    });
  };
  await move('underReview');
  const criteria = criteriaOf(setOf(facts, ref));
  for (const criterion of criteria.slice(0, Math.round(criteria.length * portion))) {
    const claim = scoreCriterion(criterion, answers);
    const isLowered = claim.points > 0 && dice.happens(LOWERED_IN_HUNDRED);
    const isNotApplicable = claim.status === 'notApplicable';
    await act(deps, transaction, officer, {
      kind: 'score.set',
      args: {
        submission,
        criterionId: criterion.id,
        points: isLowered ? Math.floor(claim.points * 0.9) : claim.points,
        reasonCode: isNotApplicable ? 'notApplicable' : isLowered ? 'evidence' : 'asClaimed',
        reason: isLowered ? 'Minh chứng chưa đủ cho cả mức đã khai.' : '',
        basis,
        bases: [],
      },
    });
  }
  if (portion === 1) await move('verified');
}

/** `sheets` in the order they came. */
export async function reviewSheets(
  scene: Scene,
  officer: DemoActor,
  sheets: readonly SentSheet[],
): Promise<void> {
  for (const [place, sheet] of sheets.entries()) {
    const portion = portionOf(place);
    if (portion === null) continue;
    await scene.deps.store.write((transaction) =>
      review(scene, transaction, officer, { sheet, portion, seed: place + 1 }),
    );
    scene.later();
  }
}
