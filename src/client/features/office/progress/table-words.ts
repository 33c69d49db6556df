/** What the cells of the tables on Tiến độ say. */
import type { ClaimShares } from '#domain/progress/claim-shares.ts';
import { formatPercent } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import type { FamilyCount } from '../today/desk.ts';
import type { PillarRow } from './derive.ts';

const { table: words } = officeProgress;

export const isOut = ({ verdict }: ClaimShares): boolean =>
  verdict !== null && verdict.kind !== 'possible' && verdict.kind !== 'proven';

/** '' where there is nothing to say. */
export function verdictWords({ verdict }: ClaimShares): string {
  if (verdict?.kind === 'tooHigh') return words.tooHigh;
  if (verdict?.kind === 'tooLow') return words.tooLow;
  return verdict?.kind === 'denominatorImpossible' ? words.denominator : '';
}

/** The claim's band in words. */
export function claimName(claim: ClaimShares): string {
  const parts = fill(words.mark, { yes: claim.yes, unknown: claim.unknown, no: claim.no });
  return claim.claim === null ? parts : fill(words.markClaim, { parts, ...claim.claim });
}

export const basisWords = ({ basis }: PillarRow): string => (basis === null ? '' : words.bases[basis]);

/** A share of no families is none: not 0%. */
export const familyShare = ({ sent, total }: FamilyCount): string =>
  total === 0 ? words.noFamilies : formatPercent(sent, total);

export const familyCount = ({ sent, total }: FamilyCount): string =>
  total === 0 ? words.noFamilies : fill(words.of, { n: sent, d: total });
