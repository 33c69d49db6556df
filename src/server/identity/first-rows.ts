/**
 * What a phone that waits for the officer's word begins with (`protocol.md` §6): enough to fill its form and to keep it.
 * Nothing of it is anybody's own: the campaign, its deadlines, the criteria it is measured by, and what its subject is
 * called. The rest comes with the first exchange, once the officer has said yes.
 */
import { dayOf } from '#domain/day.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { recordSchemas, type RowEntity, type RowValue } from '#protocol/entities.ts';
import type { FeedRow, Scope } from '#protocol/exchange.ts';
import type { Binding } from '#protocol/policy-roles.ts';
import type { Transaction } from '../store/store.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { publicHamlet } from '../sync/judge/record-scopes.ts';
import { ownScope, publicScope } from './scopes.ts';

/** Of no revision: whatever the commune shows later is newer. */
const BEFORE_ALL = 0;

const row = <Entity extends RowEntity>(
  scope: Scope,
  entity: Entity,
  id: string,
  value: RowValue<Entity>,
): FeedRow => ({ scope, entity, id, rev: BEFORE_ALL, value: { ...value } });

async function subjectRow({ record }: Transaction, binding: Binding): Promise<FeedRow | undefined> {
  if (binding.kind !== 'hamlet' && binding.kind !== 'unit') return undefined;
  const kept = await record.find(binding.kind, binding.id);
  if (kept === undefined) return undefined;
  const value: unknown = JSON.parse(kept.value);
  if (binding.kind === 'hamlet')
    return row(publicScope, 'hamlet', binding.id, publicHamlet(recordSchemas.hamlet.parse(value)));
  const { headName: _head, contactPhone: _phone, ...unit } = recordSchemas.unit.parse(value);
  return row(ownScope(binding), 'unit', binding.id, unit);
}

/** Rows as an exchange would bring them; of a hamlet or unit, in the campaign people fill in now. */
export async function firstRows(
  { store, facts, clock }: Pick<CoreDeps, 'store' | 'facts' | 'clock'>,
  transaction: Transaction,
  binding: Binding,
): Promise<FeedRow[]> {
  const commune = await transaction.commune.find();
  const record = await transaction.record.find('commune', store.communeId);
  if (commune === undefined || record === undefined) return [];
  const { campaigns, deadlines, sets } = await facts.of(transaction, commune.facts_op);
  const campaign = currentCampaign(campaigns, dayOf(clock.now()));
  const subject = await subjectRow(transaction, binding);
  if (campaign === undefined || subject === undefined) return [];
  const { hamlet, unit } = campaign.criteriaSets;
  const sector = subject.entity === 'unit' ? recordSchemas.unit.parse(subject.value).sector : undefined;
  const ref = sector === undefined ? hamlet : unit[sector];
  const set = sets.get(ref)?.set;
  return [
    row(publicScope, 'commune', store.communeId, recordSchemas.commune.parse(JSON.parse(record.value))),
    row(publicScope, 'campaign', campaign.id, campaign),
    ...deadlines
      .filter(({ campaignId }) => campaignId === campaign.id)
      .map((deadline) => row(publicScope, 'deadline', deadline.id, deadline)),
    ...(set === undefined ? [] : [row(ownScope(binding), 'criteriaSet', ref, set)]),
    subject,
  ];
}
