/** What anyone may read (`protocol.md` §4, §12): nothing in here knows of a person. */
import { dayOf } from '#domain/day.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { channelSchema } from '#protocol/judged-rows.ts';
import { EXCHANGE_BYTES_MAX } from '#protocol/exchange.ts';
import { assessmentStateSchema, OPERATION_BYTES_MAX } from '#protocol/operation.ts';
import type { Hello, PublicCampaign, ReceiptState } from '#protocol/public.ts';
import type { CoreDeps } from './sync/deps.ts';

export const readHello = ({ store, clock }: Pick<CoreDeps, 'store' | 'clock'>): Promise<Hello> =>
  store.read(async (tables) => ({
    v: 1,
    protocol: { min: 1, max: 1 },
    epoch: (await tables.commune.find())?.epoch ?? '',
    time: clock.now(),
    limits: { operationBytes: OPERATION_BYTES_MAX, exchangeBytes: EXCHANGE_BYTES_MAX },
  }));

/** The campaign people fill in now, with what a household's phone needs to fill a form later without any contact. */
export const readPublicCampaign = ({
  store,
  facts,
  keys,
  clock,
}: Pick<CoreDeps, 'store' | 'facts' | 'keys' | 'clock'>): Promise<PublicCampaign> =>
  store.read(async (tables) => {
    const commune = await tables.commune.find();
    const record = await tables.record.find('commune', store.communeId);
    if (commune === undefined || record === undefined) throw new Error('the commune was never seeded');
    const { campaigns, deadlines, sets } = await facts.of(tables, commune.facts_op);
    const campaign = currentCampaign(campaigns, dayOf(clock.now()));
    const householdSet = campaign === undefined ? undefined : sets.get(campaign.criteriaSets.household)?.set;
    if (campaign === undefined || householdSet === undefined) throw new Error('the commune has no campaign');
    return {
      v: 1,
      commune: recordSchemas.commune.parse(JSON.parse(record.value)),
      campaign,
      deadlines: deadlines.filter(({ campaignId }) => campaignId === campaign.id),
      householdSet,
      recipient: keys.recipient,
    };
  });

/** The state behind a receipt code; null when no submission has it. */
export const readReceiptState = (
  { store }: Pick<CoreDeps, 'store'>,
  code: string,
): Promise<ReceiptState | null> =>
  store.read(async (tables) => {
    const submission = (await tables.submission.byReceipt(code)).at(-1);
    if (submission === undefined) return null;
    const assessment = await tables.assessment.find(submission.assessment_id);
    if (assessment === undefined) throw new Error('a submission without its assessment');
    const superseded =
      submission.current === 0 &&
      (await tables.submission.of(submission.assessment_id)).some(
        ({ channel, round }) => channel === submission.channel && round > submission.round,
      );
    return {
      v: 1,
      code,
      // A superseded submission was received; what happens to its successor is not its story. One that no longer stands
      // without a successor was taken back, whatever the other channel has sent since.
      state: superseded
        ? 'received'
        : submission.current === 0
          ? 'withdrawn'
          : assessmentStateSchema.parse(assessment.state),
      channel: channelSchema.parse(submission.channel),
      receivedAt: submission.received_at,
      superseded,
    };
  });
