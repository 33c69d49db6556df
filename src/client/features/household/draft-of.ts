/** A new draft for a family, pinned to the version of the questions it was begun with. */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { DraftRow, ProfileRow } from '#client/db/model.ts';
import { stepsOf } from './steps.ts';

/** @throws Error when the profile fills no assessment (it is no family's). */
export function newDraft(profile: ProfileRow, set: CriteriaSet, now: number): DraftRow {
  const { assessmentId } = profile;
  if (assessmentId === undefined) throw new Error('a household profile names its assessment');
  return {
    id: assessmentId,
    assessmentId,
    subjectKind: 'household',
    subjectName: profile.title,
    channel: 'self',
    criteriaSet: criteriaRef(set),
    answers: {},
    ticks: {},
    consent: {},
    consentMode: 'self',
    witness: '',
    signedOffBy: '',
    place: stepsOf(set)[0]?.id ?? '',
    status: 'open',
    updatedAt: now,
    sealed: {},
  };
}
