/** A word to the commune, and asking what became of it. Needs no profile and no key: anyone may. */
import {
  FEEDBACK_PATH,
  feedbackPath,
  feedbackReceiptSchema,
  feedbackStateSchema,
  type FeedbackReceipt,
  type FeedbackRequest,
  type FeedbackState,
} from '#protocol/feedback.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { ask, type Reply } from '#client/sync/transport.ts';

const REPLY_BYTES = 4 * 1024;

export async function sendFeedback(request: FeedbackRequest): Promise<Reply<FeedbackReceipt>> {
  const call = {
    method: 'POST' as const,
    path: FEEDBACK_PATH,
    body: JSON.stringify(request),
    replyBytes: REPLY_BYTES,
  };
  const reply = await ask(createBrowserEnvironment(''), call, feedbackReceiptSchema);
  // A copy kept on the way does not carry our nonce.
  return reply.kind === 'answered' && reply.value.nonce !== request.nonce
    ? { kind: 'unreachable', reason: 'captivePortal' }
    : reply;
}

export const askFeedbackState = (code: string): Promise<Reply<FeedbackState>> =>
  ask(
    createBrowserEnvironment(''),
    { method: 'GET', path: feedbackPath(code), replyBytes: REPLY_BYTES },
    feedbackStateSchema,
  );
