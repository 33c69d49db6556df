/** What a device is told of itself, at enrolment and when it gives itself a new key. */
import { dayOf } from '#domain/day.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import type { EnrolResponse } from '#protocol/enrol.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { roleSchema, type Binding } from '#protocol/policy-roles.ts';
import type { Transaction } from '../store/store.ts';
import type { DeviceRow } from '../store/tables/device.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { isPending } from './device-standing.ts';
import { firstRows } from './first-rows.ts';
import { readBinding, scopesOf } from './scopes.ts';

/** A shared phone lists its families: by the code on their slip, never by a name. */
async function titleOf({ record }: Transaction, { title }: DeviceRow, binding: Binding): Promise<string> {
  const row = binding.kind === 'household' ? await record.find('household', binding.id) : undefined;
  if (row === undefined) return title;
  const { code } = recordSchemas.household.parse(JSON.parse(row.value));
  return code === undefined ? 'Gia đình' : `Gia đình (mã hộ ${code})`;
}

/**
 * A slip names the form of the campaign it was printed in, and the phone may have begun that form long before its first
 * contact: it is told of the same one here, and goes over to a later campaign by itself. Others open what is open now.
 */
async function dayOfForm(
  { clock }: Pick<CoreDeps, 'clock'>,
  { enrolCode }: Transaction,
  { code_hash }: DeviceRow,
  { kind }: Binding,
): Promise<string> {
  const code = kind === 'household' && code_hash !== null ? await enrolCode.bySecret(code_hash) : undefined;
  return dayOf(code?.created_at ?? clock.now());
}

export async function enrolmentOf(
  deps: Pick<CoreDeps, 'store' | 'clock' | 'keys' | 'facts'>,
  transaction: Transaction,
  { nonce, device, challenge }: { nonce: string; device: DeviceRow; challenge: string },
): Promise<EnrolResponse> {
  const commune = await transaction.commune.find();
  if (commune === undefined) throw new Error('the commune was never seeded');
  const { communeId } = deps.store;
  const binding = readBinding(device.binding_kind, device.binding_id);
  const { campaigns } = await deps.facts.of(transaction, commune.facts_op);
  const campaign = currentCampaign(campaigns, await dayOfForm(deps, transaction, device, binding));
  return {
    v: 1,
    nonce,
    communeId,
    deviceId: device.device_id,
    role: roleSchema.parse(device.role),
    binding,
    by: device.role,
    title: await titleOf(transaction, device, binding),
    ...(binding.kind === 'office' || campaign === undefined
      ? {}
      : { assessmentId: assessmentIdOf(communeId, campaign.id, binding.id) }),
    scopes: scopesOf(binding),
    epoch: commune.epoch,
    challenge,
    time: deps.clock.now(),
    communeJwk: deps.keys.publicJwk,
    recipient: deps.keys.recipient,
    ...(isPending(device) && { pending: true, rows: await firstRows(deps, transaction, binding) }),
  };
}
