/** The table of open data; conventions as in `schema.ts`. */
export interface OpenReleaseTable {
  commune_id: string;
  release_id: string;
  campaign_id: string;
  /** Under which it is put out: 1, 2, 3 … in the commune. */
  number: number;
  released_at: number;
  /** Counts with what is hidden (`domain/open-data/release.ts`, `Kept`), as JSON: what the next release is held against. */
  kept: string;
  /** What anybody may read (`domain/open-data/document.ts`), as JSON. */
  document: string;
}
