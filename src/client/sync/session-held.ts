/**
 * A grave act in the outbox waits until its officer has shown who is there. What was sealed before it goes meanwhile,
 * and rows come; what was sealed after it waits with it, because the sequence has no holes.
 */
import { graveActOf } from '#protocol/policy.ts';
import type { OutboxRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { exchangeOnce, type ExchangeContext, type ExchangeOutcome } from './exchange-once.ts';

type Held = Exclude<ExchangeOutcome, { kind: 'settled' }>;

const isGrave = (row: OutboxRow): boolean => {
  const operation = operationIn(row);
  return operation !== undefined && graveActOf(operation) !== null;
};

/** @returns the commune's `step-up` still, unless the exchange without the act met something else */
export async function exchangeBefore(exchange: ExchangeContext): Promise<Held> {
  const { ops } = await exchange.store.pending(exchange.budget.bytes());
  const at = ops.findIndex(isGrave);
  const outcome = await exchangeOnce(exchange, Math.max(at, 0));
  return outcome.kind === 'settled' || outcome.kind === 'busy'
    ? { kind: 'busy', retryAfterMs: null, problem: 'step-up' }
    : outcome;
}
