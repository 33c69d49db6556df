/** Releases of open data as anybody may read them. */
import type { ReleaseHead } from '#domain/open-data/catalogue.ts';
import type { OpenDocument } from '#domain/open-data/document.ts';
import { openDocumentSchema } from '#protocol/open-data.ts';
import type { Tables } from '../store/tables.ts';
import type { Facts } from '../sync/facts.ts';

/** The newest first. */
export async function readReleases({ openRelease }: Tables, { campaigns }: Facts): Promise<ReleaseHead[]> {
  return (await openRelease.heads()).map(({ campaign_id, number, released_at }) => {
    const campaign = campaigns.find(({ id }) => id === campaign_id);
    return { number, releasedAt: released_at, campaign: campaign?.title ?? '', year: campaign?.year ?? 0 };
  });
}

/** Null where there is none of this number. */
export async function readRelease({ openRelease }: Tables, number: number): Promise<OpenDocument | null> {
  const row = await openRelease.byNumber(number);
  return row === undefined ? null : openDocumentSchema.parse(JSON.parse(row.document));
}
