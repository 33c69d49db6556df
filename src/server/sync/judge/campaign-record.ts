/**
 * What a campaign may point at (`domain.md` §2.0): versions that exist; and once a form of a kind has been sent under it,
 * the version it has, for ever. A set made since is for the next campaign.
 */
import { sectors } from '#domain/criteria-set.ts';
import { recordSchemas, type Campaign } from '#protocol/entities.ts';
import type { RecordRow } from '../../store/tables/record.ts';
import { refused, type Bench, type Judgement } from './judge.ts';
import type { NamedRecord } from './record-scopes.ts';

const refsOf = ({ criteriaSets: { household, hamlet, unit } }: Campaign): string[] => [
  household,
  hamlet,
  ...Object.values(unit),
];

async function sectorsSent({ transaction }: Bench, campaignId: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { subject_id } of await transaction.assessment.sentIn(campaignId, 'unit')) {
    const unit = await transaction.record.find('unit', subject_id);
    if (unit !== undefined) found.add(recordSchemas.unit.parse(JSON.parse(unit.value)).sector);
  }
  return found;
}

async function isPinned(bench: Bench, before: Campaign, after: Campaign): Promise<boolean> {
  const { transaction } = bench;
  const [was, is] = [before.criteriaSets, after.criteriaSets];
  for (const kind of ['household', 'hamlet'] as const)
    if (was[kind] !== is[kind] && (await transaction.assessment.sentIn(before.id, kind)).length > 0)
      return true;
  const changed = sectors.filter((sector) => was.unit[sector] !== is.unit[sector]);
  if (changed.length === 0) return false;
  const sent = await sectorsSent(bench, before.id);
  return changed.some((sector) => sent.has(sector));
}

/** Null: nothing against it, or no campaign. */
export async function judgeCampaign(
  bench: Bench,
  record: NamedRecord,
  existing: RecordRow | undefined,
): Promise<Judgement | null> {
  if (record.entity !== 'campaign') return null;
  const before = existing === undefined ? null : recordSchemas.campaign.parse(JSON.parse(existing.value));
  const known = new Set(before === null ? [] : refsOf(before));
  for (const ref of new Set(refsOf(record.value)))
    if (!known.has(ref) && (await bench.transaction.record.find('criteriaSet', ref)) === undefined)
      return refused('UNKNOWN_SUBJECT');
  return before !== null && (await isPinned(bench, before, record.value)) ? refused('STATE_GUARD') : null;
}
