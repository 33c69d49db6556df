/**
 * Words from the public: taken from anyone within limits, shown to the office, answered under a code. The log says that
 * they came, and not what they say.
 */
import { base64url } from 'jose';
import { dayOf } from '#domain/day.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { recordSchemas } from '#protocol/entities.ts';
import {
  feedbackCodeOf,
  type FeedbackReceipt,
  type FeedbackRequest,
  type FeedbackState,
} from '#protocol/feedback.ts';
import type { FeedbackRow } from '#protocol/office-rows.ts';
import { hashTextNow } from './crypto/hash.ts';
import { countAttempt, feedbackLimit, waitSeconds } from './identity/attempts.ts';
import { appendServerEntry } from './identity/log-entry.ts';
import { officeScope } from './identity/scopes.ts';
import type { Refusal } from './outcomes.ts';
import type { FeedbackRecord } from './store/tables/feedback.ts';
import type { CoreDeps } from './sync/deps.ts';
import { openLedger } from './sync/ledger.ts';
import { project } from './sync/project.ts';

export type FeedbackOutcome = { kind: 'answered'; response: FeedbackReceipt } | Refusal;

/** Its words were taken away on request; the row stays, so that its code is never given to others. */
export const isErasedFeedback = ({ body }: Pick<FeedbackRecord, 'body'>): boolean => body === '';

export const shownFeedback = (row: FeedbackRecord): FeedbackRow => ({
  id: row.feedback_id,
  campaignId: row.campaign_id,
  text: row.body,
  contact: row.contact,
  at: row.received_at,
});

/** The same request again has the same code, and counts once. `address`: kept as a hash, for ten minutes. */
export const takeFeedback = (
  deps: Pick<CoreDeps, 'store' | 'clock' | 'newId' | 'facts'>,
  { nonce, text, contact = '' }: FeedbackRequest,
  address: string,
): Promise<FeedbackOutcome> =>
  deps.store.write(async (transaction) => {
    const now = deps.clock.now();
    const code = feedbackCodeOf(base64url.decode(hashTextNow(`feedback ${deps.store.communeId} ${nonce}`)));
    const answered: FeedbackOutcome = { kind: 'answered', response: { v: 1, nonce, code } };
    const known = await transaction.feedback.byCode(code);
    // Other words under a code already given away would be answered to the wrong person.
    if (known !== undefined)
      return known.body === text && known.contact === contact
        ? answered
        : { kind: 'refused', code: 'not-allowed' };
    const retryAfter = await waitSeconds(transaction, feedbackLimit, address, now);
    if (retryAfter > 0) return { kind: 'refused', code: 'too-many-attempts', retryAfter };
    const ledger = await openLedger(transaction);
    const { campaigns } = await deps.facts.of(transaction, ledger.factsOp());
    const campaign = currentCampaign(campaigns, dayOf(now));
    // Nobody is there to answer before there is a campaign.
    if (campaign === undefined) return { kind: 'refused', code: 'busy' };
    await countAttempt(transaction, feedbackLimit, address, now);
    const row: FeedbackRecord = {
      feedback_id: deps.newId(),
      code,
      campaign_id: campaign.id,
      body: text,
      contact,
      received_at: now,
    };
    await transaction.feedback.insert(row);
    await appendServerEntry(deps, ledger, {
      kind: 'server.feedback',
      facts: { feedback: row.feedback_id, campaign: campaign.id },
    });
    await project(transaction, {
      entity: 'feedback',
      id: row.feedback_id,
      rev: ledger.nextRev(),
      value: shownFeedback(row),
      scopes: [officeScope],
    });
    await ledger.save();
    return answered;
  });

/** How the words behind a code stand, and what the office answered; null when there are none. */
export const readFeedback = (
  { store }: Pick<CoreDeps, 'store'>,
  code: string,
): Promise<FeedbackState | null> =>
  store.read(async ({ feedback, record }) => {
    const row = await feedback.byCode(code);
    if (row === undefined || isErasedFeedback(row)) return null;
    const reply = await record.find('feedbackReply', row.feedback_id);
    const written =
      reply === undefined || reply.ended_at !== null
        ? null
        : recordSchemas.feedbackReply.parse(JSON.parse(reply.value));
    return {
      v: 1,
      code,
      state: written?.state ?? 'received',
      receivedAt: row.received_at,
      ...(written === null || written.answer === '' ? {} : { answer: written.answer }),
    };
  });
