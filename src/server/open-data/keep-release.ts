/**
 * A release of open data: judged, made from what the commune holds at that moment, and kept for ever under its number.
 * When the log is played again the release is there already, because families erased since were in it.
 */
import { openDocument } from '#domain/open-data/document.ts';
import { nextRelease } from '#domain/open-data/release.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { keptSchema } from '#protocol/open-data.ts';
import type { OpenRelease } from '#protocol/paper-records.ts';
import { officeScope } from '../identity/scopes.ts';
import { isDraining, refused, type Bench, type Judgement } from '../sync/judge/judge.ts';
import { project } from '../sync/project.ts';
import { readSource } from './read-source.ts';

/** What is wrong with it; null = nothing. Two officers who release at once make one release of the next number. */
export async function judgeRelease(bench: Bench, release: OpenRelease): Promise<Judgement | null> {
  const { openRelease } = bench.transaction;
  if ((await openRelease.find(release.id)) !== undefined) return null;
  if (isDraining(bench)) return refused('DRAINING');
  const last = (await openRelease.heads())[0]?.number ?? 0;
  return release.number === last + 1 ? null : refused('STALE_BASIS');
}

/** Makes its tables, keeps them, and shows the office what the next release is held against. */
export async function keepRelease(
  { transaction, facts, ledger, communeId }: Pick<Bench, 'transaction' | 'facts' | 'ledger' | 'communeId'>,
  { id, campaignId, number, releasedAt, note }: OpenRelease,
): Promise<void> {
  const { openRelease, record } = transaction;
  if ((await openRelease.find(id)) !== undefined) return;
  const found = await readSource(transaction, facts, campaignId);
  const communeRow = await record.find('commune', communeId);
  if (found === null || communeRow === undefined) throw new Error('a release of a campaign nobody knows');
  const commune = recordSchemas.commune.parse(JSON.parse(communeRow.value));
  const last = await openRelease.last(campaignId);
  const before = last === undefined ? null : keptSchema.parse(JSON.parse(last.kept));
  const kept = nextRelease(before, found.counted, number);
  const { title, year } = found.campaign;
  const about = {
    releasedAt,
    note,
    commune: commune.name,
    publisher: commune.standingOffice,
    campaign: title,
    year,
  };
  await openRelease.insert({
    release_id: id,
    campaign_id: campaignId,
    number,
    released_at: releasedAt,
    kept: JSON.stringify(kept),
    document: JSON.stringify(openDocument(about, { ...found.source, kept })),
  });
  await project(transaction, {
    entity: 'openFigures',
    id: campaignId,
    rev: ledger.nextRev(),
    value: { id: campaignId, ...kept },
    scopes: [officeScope],
  });
}
