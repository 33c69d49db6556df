/** Series, hand-overs and what years are compared by, besides the desk's rows. */
import type { HandOver } from '#protocol/paper-records.ts';
import type { PriorResult } from '#protocol/ranking-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { BatchStanding, Workspace } from '#client/workspace.ts';

export interface SeriesRows {
  series: StoredRow<'campaignSeries'>[];
  /** Newest first. */
  handOvers: HandOver[];
  priors: PriorResult[];
  commune: StoredRow<'commune'> | undefined;
  batches: readonly BatchStanding[];
}

export async function readSeries(workspace: Pick<Workspace, 'rows' | 'batches'>): Promise<SeriesRows> {
  const [series, handOvers, priors, communes, batches] = await Promise.all([
    workspace.rows('campaignSeries'),
    workspace.rows('handOver'),
    workspace.rows('priorResult'),
    workspace.rows('commune'),
    workspace.batches(),
  ]);
  return {
    series,
    handOvers: handOvers.map(({ value }) => value).sort((a, b) => (a.date < b.date ? 1 : -1)),
    priors: priors.map(({ value }) => value),
    commune: communes[0],
    batches,
  };
}
