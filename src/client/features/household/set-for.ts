/** The questions of a draft: the version it was begun with, from what this phone has. */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import type { PublicCampaign } from '#protocol/public.ts';

/**
 * `ref` undefined: the campaign's current questions, or the bundled ones before any contact. A version this phone does
 * not have falls back to the same; the sealed form names the version it was begun with.
 */
export function setFor(campaign: PublicCampaign | undefined, ref: string | undefined): CriteriaSet {
  const current = campaign?.householdSet;
  if (current !== undefined && (ref === undefined || criteriaRef(current) === ref)) return current;
  const bundled = defaultHouseholdSet();
  return ref === undefined || criteriaRef(bundled) === ref ? bundled : (current ?? bundled);
}
