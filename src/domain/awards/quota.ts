/** How many awards of each kind a campaign has room for, and how many are taken (`domain.md` §3.3, quota counter). */
import type { AwardFacts, RulesOfAwards } from './types.ts';
import {
  awardSteps,
  recipientKinds,
  stands,
  stateOf,
  type AwardState,
  type RecipientKind,
} from './workflow.ts';

export type QuotaOfKind = {
  used: number;
  /** Absent = no limit was said. */
  quota?: number;
  /** Negative when more were taken than the quota has. */
  left?: number;
};

const shortlisted = awardSteps.indexOf('shortlisted');

/** Shortlisted or further: before that nobody has been given a place. */
const takesPlace = (state: AwardState): boolean =>
  stands(state) && awardSteps.findIndex((step) => step === state) >= shortlisted;

/** By kind of recipient. What is given at once (đột xuất) takes no place of the movement's. */
export function quotaLeft(
  awards: readonly Pick<AwardFacts, 'track' | 'recipient' | 'course'>[],
  { quotas }: Pick<RulesOfAwards, 'quotas'>,
): Record<RecipientKind, QuotaOfKind> {
  const of = (kind: RecipientKind): QuotaOfKind => {
    const used = awards.filter(
      (award) => award.track === 'movement' && award.recipient.kind === kind && takesPlace(stateOf(award)),
    ).length;
    const quota = quotas[kind];
    return quota === undefined ? { used } : { used, quota, left: quota - used };
  };
  const [collective, individual, household] = recipientKinds;
  return { collective: of(collective), individual: of(individual), household: of(household) };
}
