/** What every synthetic act needs, and the sheets its subjects send. */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Sector } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import type { Campaign } from '#protocol/entities.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { AssessmentSubmitArgs, Change, Consent, Intent } from '#protocol/operation.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import type { Facts } from '../sync/facts.ts';
import { act, type DemoActor } from './demo-actor.ts';
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
  /** Units', each with its sector and whoever sent it. */
  unitSheets: (SentSheet & { sector: Sector; contact: DemoActor })[];
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

/** What a person types: not what the commune's records or the machine give. */
function typedOf(set: CriteriaSet, answers: Answers): Record<string, Change> {
  const given = new Set([
    ...criteriaOf(set)
      .filter(({ screen }) => screen.control === 'auto')
      .map(({ id }) => id),
    ...set.sharedQuestions.filter(({ source }) => source !== 'answer').map(({ id }) => id),
  ]);
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([id]) => !given.has(id))
      .map(([id, value]) => [id, { value, bases: [] }]),
  );
}

/** A hamlet's or unit's sheet as its phone sends it: the answers as they were saved, then the whole. Gives the submission's id. */
export async function sendSheet(
  scene: Scene,
  transaction: Transaction,
  author: DemoActor,
  given: Parameters<typeof submission>[1],
): Promise<string> {
  const changes = typedOf(setOf(scene.facts, given.ref), given.answers);
  const assessmentId = assessmentOf(scene, given.subjectId);
  if (Object.keys(changes).length > 0)
    await act(scene.deps, transaction, author, { kind: 'answers.save', args: { assessmentId, changes } });
  return act(scene.deps, transaction, author, submission(scene, given));
}

export const consentFrom = (mode: Consent['mode'], at: number, publish: boolean): Consent => ({
  mode,
  choices: [
    { purpose: 'process', textVersion: '1.0', agreed: true, at },
    { purpose: 'publish', textVersion: '1.0', agreed: publish, at },
  ],
  ...(mode === 'self' ? {} : { witness: 'Trưởng xóm' }),
});
