/** The head of the log's chain at the end of each day, as it is published on the board, in backups and receipts. */
import { LOG_HEADS_MAX, LOG_HEADS_PATH, type LogHeads } from '#protocol/log.ts';
import { routeRoles } from '../http/route-key.ts';
import { authenticate } from '../identity/authenticate.ts';
import type { LogHeadsOutcome } from '../outcomes.ts';
import { EMPTY_HASH } from '../photos/empty-body.ts';
import type { CoreDeps } from '../sync/deps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export async function readLogHeads(
  deps: CoreDeps,
  proof: string,
  method: 'GET' | 'HEAD',
): Promise<LogHeadsOutcome> {
  const reader = await authenticate(deps, proof, {
    method,
    path: LOG_HEADS_PATH,
    bodyHash: EMPTY_HASH,
    roles: routeRoles('GET /api/v1/log/heads'),
  });
  if (reader.kind === 'refused') return reader;
  return deps.store.read(async ({ operation }) => {
    const days: LogHeads['days'] = [];
    for (const { day, entries, rev } of await operation.days(LOG_HEADS_MAX)) {
      const [last] = await operation.page(rev - 1, 1);
      if (last === undefined) throw new Error(`no entry at ${rev}`);
      const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
      days.push({ date, entries, rev, log: last.log });
    }
    return { kind: 'answered', response: { v: 1, days } };
  });
}
