/** What these screens read besides the desk: pictures and how they look, visits, draws. */
import type { PhotoLookRow } from '#protocol/office-rows.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';

export type Visit = StoredRow<'inspection'>;
export type Sample = StoredRow<'recheckSample'>;

export interface TrustRows {
  photos: readonly PhotoRow[];
  looks: ReadonlyMap<string, PhotoLookRow['look']>;
  /** Newest first. */
  visits: readonly Visit[];
  /** Newest first. */
  samples: readonly Sample[];
}

const newestFirst = <Row extends { id: string; value: { date: string } }>(a: Row, b: Row): number =>
  a.value.date === b.value.date ? (a.id < b.id ? 1 : -1) : a.value.date < b.value.date ? 1 : -1;

/** Reads begin together, so that a live query notices each of them. */
export async function readTrust(workspace: Pick<Workspace, 'rows'>): Promise<TrustRows> {
  const [photos, looks, visits, samples] = await Promise.all([
    workspace.rows('photo'),
    workspace.rows('photoLook'),
    workspace.rows('inspection'),
    workspace.rows('recheckSample'),
  ]);
  return {
    photos: photos.map(({ value }) => value),
    looks: new Map(looks.map(({ value }) => [value.id, value.look])),
    visits: [...visits].sort(newestFirst),
    // Ids are made in order of time.
    samples: [...samples].sort((a, b) => (a.id < b.id ? 1 : -1)),
  };
}

/** Of one subject in any campaign, newest first. */
export async function readVisitsOf(workspace: Pick<Workspace, 'rows'>, subjectId: string): Promise<Visit[]> {
  const visits = await workspace.rows('inspection');
  return visits.filter(({ value }) => value.subjectId === subjectId).sort(newestFirst);
}

/** Looked into and nothing found: such a mark is no visit of its own. */
export const isSeenMark = ({ value }: Pick<Visit, 'value'>): boolean =>
  value.signal !== undefined && value.conclusion === 'confirmed' && value.findings.length === 0;
