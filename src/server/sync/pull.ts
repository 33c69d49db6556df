/** Rows down: what changed in the granted scopes since the phone's cursors, as many bytes as it asked for. */
import { z } from '#domain/zod.ts';
import { EXCHANGE_BYTES_MAX, type ExchangeRequest, type FeedRow, type Scope } from '#protocol/exchange.ts';
import type { Tables } from '../store/tables.ts';

const ROWS_A_PAGE = 256;
/** Names and figures around a row's value. */
const ROW_OVERHEAD_BYTES = 160;
/** Left for the rest of the reply. */
const REPLY_RESERVE_BYTES = 16 * 1024;

const valueSchema = z.record(z.string(), z.unknown());

export interface Pulled {
  rows: FeedRow[];
  cursors: Record<string, number>;
  more: boolean;
  evict: Scope[];
  reset: Scope[];
}

export interface PullRequest {
  request: ExchangeRequest;
  /** From the credential. */
  granted: readonly Scope[];
  epoch: string;
  /** Newest revision of the commune. */
  rev: number;
}

export async function pull({ feed }: Tables, { request, granted, epoch, rev }: PullRequest): Promise<Pulled> {
  const { cursors: asked, maxBytes } = request.pull;
  // Another life of the database counts revisions of its own: everything is sent anew.
  const sameLife = request.epoch === epoch;
  const reset = sameLife ? granted.filter((scope) => (asked[scope] ?? 0) > rev) : [];
  const cursors: Record<string, number> = {};
  for (const scope of granted) cursors[scope] = sameLife && !reset.includes(scope) ? (asked[scope] ?? 0) : 0;

  const rows: FeedRow[] = [];
  let left = Math.min(maxBytes, EXCHANGE_BYTES_MAX - REPLY_RESERVE_BYTES);
  let more = false;
  for (const scope of granted) {
    let page = ROWS_A_PAGE;
    while (page === ROWS_A_PAGE && !more) {
      const found = await feed.page(scope, cursors[scope] ?? 0, maxBytes === 0 ? 1 : ROWS_A_PAGE);
      page = found.length;
      for (const row of found) {
        const bytes = ROW_OVERHEAD_BYTES + Buffer.byteLength(row.value ?? '');
        // The first row goes whatever its size, or a long one would hold up its scope for ever.
        more ||= maxBytes === 0 || (bytes > left && rows.length > 0);
        if (more) break;
        left -= bytes;
        const value = row.value === null ? null : valueSchema.parse(JSON.parse(row.value));
        rows.push({ scope, entity: row.entity, id: row.id, rev: row.rev, value });
        cursors[scope] = row.rev;
      }
    }
  }
  const evict = Object.keys(asked).filter((scope) => !granted.includes(scope));
  return { rows, cursors, more, evict, reset };
}
