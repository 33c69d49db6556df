/** The head of the log's chain at the end of each day, as it is published on the board, in backups and receipts. */
import { LOG_HEADS_MAX, LOG_HEADS_PATH, type LogHeads } from '#protocol/log.ts';
import { routeRoles } from '../http/route-key.ts';
import { authenticate } from '../identity/authenticate.ts';
import type { LogHeadsOutcome } from '../outcomes.ts';
import { EMPTY_HASH } from '../photos/empty-body.ts';
import type { LogDay } from '../store/tables/operation.ts';
import type { Tables } from '../store/tables.ts';
import { nothingCarried, type Carried } from '../session/carried.ts';
import type { CoreDeps } from '../sync/deps.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The days of the log, for the life of the process: each entry is read once, and afterwards what came since. */
export interface HeadsCache {
  /** Days with the head at their end, the newest first. */
  of(tables: Pick<Tables, 'operation'>): Promise<readonly Head[]>;
}

type Head = LogDay & { log: string };

interface Known {
  /** Up to this revision. */
  rev: number;
  heads: ReadonlyMap<number, Head>;
}

/**
 * The log only grows, in the order of its revisions; erasure takes bodies and leaves the chain. Whether what is stored is
 * what was once published is `verify`'s question, which reads every byte anew.
 */
export function createHeadsCache(): HeadsCache {
  let known: Known = { rev: 0, heads: new Map() };
  return {
    of: async ({ operation }) => {
      // Another question may be on its way: each goes on from what it found, and the one that read further stays.
      const { rev: from, heads: before } = known;
      const heads = new Map(before);
      let rev = from;
      for (const { day, entries, rev: at } of await operation.days(from)) {
        const [last] = await operation.page(at - 1, 1);
        if (last === undefined) throw new Error(`no entry at ${at}`);
        // A clock set back brings a day again: what is later in the log ends it.
        heads.set(day, { day, entries: entries + (before.get(day)?.entries ?? 0), rev: at, log: last.log });
        rev = Math.max(rev, at);
      }
      if (rev > known.rev) known = { rev, heads };
      return [...heads.values()].toSorted((a, b) => b.day - a.day);
    },
  };
}

export async function readLogHeads(
  deps: CoreDeps,
  proof: string,
  method: 'GET' | 'HEAD',
  carried: Carried = nothingCarried,
): Promise<LogHeadsOutcome> {
  const reader = await authenticate(deps, proof, {
    method,
    path: LOG_HEADS_PATH,
    bodyHash: EMPTY_HASH,
    roles: routeRoles('GET /api/v1/log/heads'),
    carried,
  });
  if (reader.kind === 'refused') return reader;
  const heads = await deps.store.read((tables) => deps.heads.of(tables));
  const days: LogHeads['days'] = heads.slice(0, LOG_HEADS_MAX).map(({ day, entries, rev, log }) => {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    return { date, entries, rev, log };
  });
  return { kind: 'answered', response: { v: 1, days } };
}
