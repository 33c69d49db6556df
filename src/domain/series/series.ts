/** Campaigns that are one movement over the years. Pure. */

/** `unknown`: no such campaign · `twice`: named two times · `elsewhere`: already one of another series. */
export type SeriesMistake = 'unknown' | 'twice' | 'elsewhere';

interface SeriesFacts {
  id: string;
  campaigns: readonly string[];
}

/** `others`: the commune's other series. Null: nothing is wrong. */
export function checkSeries(
  series: SeriesFacts,
  others: readonly SeriesFacts[],
  known: ReadonlySet<string>,
): SeriesMistake | null {
  const { id, campaigns } = series;
  if (campaigns.some((each) => !known.has(each))) return 'unknown';
  if (new Set(campaigns).size < campaigns.length) return 'twice';
  const taken = new Set(others.filter((other) => other.id !== id).flatMap((other) => other.campaigns));
  return campaigns.some((each) => taken.has(each)) ? 'elsewhere' : null;
}

/** The campaigns of a series, or all of them where nobody has made one; by year, oldest first. */
export function seriesCampaigns<Each extends { id: string; year: number }>(
  all: readonly Each[],
  series: SeriesFacts | undefined,
): Each[] {
  const named = series === undefined ? all : all.filter(({ id }) => series.campaigns.includes(id));
  return [...named].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));
}
