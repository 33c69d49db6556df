/** What every synthetic act needs, and the sheets its subjects send. */
import type { Answers } from '#domain/answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { Campaign } from '#protocol/entities.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { AssessmentSubmitArgs, Consent, Intent } from '#protocol/operation.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Facts } from '../sync/facts.ts';
import type { Dice } from './dice.ts';

export interface SentSheet {
  subjectId: string;
  submission: string;
  ref: string;
  answers: Answers;
}

export interface Scene {
  deps: CoreDeps;
  dice: Dice;
  facts: Facts;
  campaign: Campaign;
  counts: Record<'hamlets' | 'units' | 'households' | 'submissions' | 'drafts' | 'comments', number>;
  /** Hamlets' sheets that were sent, in the order they came. */
  sheets: SentSheet[];
  /** Some time passes before the next thing happens. */
  later(): void;
}

export const setOf = (facts: Facts, ref: string): CriteriaSet => {
  const known = facts.sets.get(ref);
  if (known === undefined) throw new Error(`no criteria ${ref}`);
  return known.set;
};

export const assessmentOf = ({ deps, campaign }: Scene, subjectId: string): string =>
  assessmentIdOf(deps.store.communeId, campaign.id, subjectId);

export function submission(
  scene: Scene,
  given: {
    subjectId: string;
    ref: string;
    answers: Answers;
    by: string;
    consent?: Consent;
    photos?: AssessmentSubmitArgs['photos'];
  },
): Intent {
  const { subjectId, ref, answers, by, consent, photos = [] } = given;
  return {
    kind: 'assessment.submit',
    args: {
      assessmentId: assessmentOf(scene, subjectId),
      criteriaSet: ref,
      snapshot: answers,
      bases: {},
      photos,
      selfScore: score(setOf(scene.facts, ref), answers).normalised,
      signedOffBy: by,
      ...(consent === undefined ? {} : { consent }),
    },
  };
}

export const consentFrom = (mode: Consent['mode'], at: number, publish: boolean): Consent => ({
  mode,
  choices: [
    { purpose: 'process', textVersion: '1.0', agreed: true, at },
    { purpose: 'publish', textVersion: '1.0', agreed: publish, at },
  ],
  ...(mode === 'self' ? {} : { witness: 'Trưởng xóm' }),
});
