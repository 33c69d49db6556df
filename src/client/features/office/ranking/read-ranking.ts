/** What ranking reads besides the desk: evidence for what is still open, and the office's own records about ranks. */
import type { Inspection } from '#protocol/office-records.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { Activity, Evidence, Narrative, OfficialCount } from '#protocol/subject-records.ts';
import { ownFreezes, type OwnFreeze } from './own-freezes.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

export interface RankingRows {
  photos: PhotoRow[];
  evidence: Evidence[];
  official: OfficialCount[];
  activities: Activity[];
  narratives: Narrative[];
  inspections: Inspection[];
  priors: StoredRow<'priorResult'>[];
  knockOuts: StoredRow<'knockOut'>[];
  decisions: StoredRow<'tieDecision'>[];
  freezes: StoredRow<'rankingFreeze'>[];
  /** Sealed on this machine and not yet, or not, taken. */
  ownFreezes: OwnFreeze[];
}

/** Reads begin together, so that a live query notices each of them. */
export async function readRanking(workspace: Pick<Workspace, 'rows' | 'outbox'>): Promise<RankingRows> {
  const [
    photos,
    evidence,
    official,
    activities,
    narratives,
    inspections,
    priors,
    knockOuts,
    decisions,
    freezes,
    outbox,
  ] = await Promise.all([
    workspace.rows('photo'),
    workspace.rows('evidence'),
    workspace.rows('officialCount'),
    workspace.rows('activity'),
    workspace.rows('narrative'),
    workspace.rows('inspection'),
    workspace.rows('priorResult'),
    workspace.rows('knockOut'),
    workspace.rows('tieDecision'),
    workspace.rows('rankingFreeze'),
    workspace.outbox(),
  ]);
  return {
    photos: photos.map(({ value }) => value),
    evidence: evidence.map(({ value }) => value),
    official: official.map(({ value }) => value),
    activities: activities.map(({ value }) => value),
    narratives: narratives.map(({ value }) => value),
    inspections: inspections.map(({ value }) => value),
    priors,
    knockOuts,
    decisions,
    freezes,
    ownFreezes: ownFreezes(outbox),
  };
}
