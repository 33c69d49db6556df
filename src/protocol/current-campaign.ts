/** Which campaign is the one people fill in now: the newest that has begun. Types only: a family's first page may ask. */
import type { Campaign } from './entities.ts';

type Dated = Pick<Campaign, 'year' | 'beginsOn'>;

/** `day`: YYYY-MM-DD in Việt Nam. Without a day of its own a campaign begins with its year. */
export const hasBegun = ({ year, beginsOn }: Dated, day: string): boolean =>
  (beginsOn ?? `${year}-01-01`) <= day;

/** Before the very first has begun there is nothing else to fill in: then it is that one. */
export function currentCampaign<Each extends Dated>(
  campaigns: readonly Each[],
  day: string,
): Each | undefined {
  const sorted = [...campaigns].sort((a, b) => b.year - a.year);
  return sorted.find((each) => hasBegun(each, day)) ?? sorted.at(-1);
}
