/** A form typed on a family's behalf: where it begins, and what has to be asked before anything is typed. */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { Consent } from '#protocol/operation.ts';
import type { DraftRow } from '#client/db/model.ts';
import { proxyDraftId, type HouseholdEntry } from '#client/subject/household-entries.ts';

export const purposes = ['process', 'publish', 'photo'] as const;
export type Purpose = (typeof purposes)[number];

/** `self` = nobody has said yet how the family agreed: a proxy's own modes are the other two. */
export const NOT_ASKED: Consent['mode'] = 'self';
export const proxyModes = ['readAloud', 'signedPaper'] as const;
export type ProxyMode = (typeof proxyModes)[number];

export function newProxyDraft(
  { household, assessmentId }: HouseholdEntry,
  set: CriteriaSet,
  now: number,
): DraftRow {
  return {
    id: proxyDraftId(assessmentId),
    assessmentId,
    subjectKind: 'household',
    subjectId: household.id,
    subjectName: household.householder,
    channel: 'proxy',
    criteriaSet: criteriaRef(set),
    answers: {},
    ticks: {},
    consent: {},
    consentMode: NOT_ASKED,
    witness: '',
    signedOffBy: '',
    place: '',
    status: 'open',
    updatedAt: now,
    sealed: {},
  };
}

/** A form that went is begun again with its answers, but the family is asked anew: consent belongs to one sending. */
export const reopened = (draft: DraftRow): DraftRow =>
  draft.status === 'open' ? draft : { ...draft, consent: {}, consentMode: NOT_ASKED, witness: '', place: '' };

export const modeOf = ({ consentMode }: DraftRow): ProxyMode | null =>
  consentMode === 'readAloud' || consentMode === 'signedPaper' ? consentMode : null;

/** Everything asked, and the family agreed to what the form cannot do without. */
export const mayStart = (draft: DraftRow): boolean =>
  modeOf(draft) !== null &&
  draft.signedOffBy.trim() !== '' &&
  draft.consent.process?.agreed === true &&
  purposes.every((purpose) => draft.consent[purpose] !== undefined);

export function consentOf(draft: DraftRow): Consent {
  const witness = draft.witness.trim();
  return {
    choices: purposes.flatMap((purpose) => {
      const choice = draft.consent[purpose];
      return choice === undefined ? [] : [{ purpose, ...choice }];
    }),
    mode: draft.consentMode,
    ...(witness !== '' && { witness }),
  };
}
