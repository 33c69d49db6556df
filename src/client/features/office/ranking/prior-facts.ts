/** Last year's results as far as the commune's own freezes know them. */
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { PriorEntry } from './prior-form.tsx';

/** The newest freeze of this group in the campaign of the year before; undefined where there is none. */
export function freezeOfLastYear(
  freezes: readonly RankingFreeze[],
  campaigns: readonly Campaign[],
  group: string,
  year: number,
): RankingFreeze | undefined {
  const before = new Set(campaigns.filter((campaign) => campaign.year === year - 1).map(({ id }) => id));
  return [...freezes]
    .filter((freeze) => freeze.group === group && before.has(freeze.campaignId))
    .sort((a, b) => b.frozenAt - a.frozenAt)[0];
}

/** Results it holds for these, where none or another is known. */
export const newFrom = (
  freeze: RankingFreeze,
  entries: readonly PriorEntry[],
): { subjectId: string; normalised: number }[] =>
  freeze.results.flatMap(({ subjectId, normalised }) => {
    const entry = entries.find((each) => each.subjectId === subjectId);
    return entry === undefined || entry.prior === normalised ? [] : [{ subjectId, normalised }];
  });
