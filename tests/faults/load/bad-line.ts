/** Luck of one phone's line, from a seed: cuts on the way up and down, doubles, stretches at two kilobytes a second. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '#protocol/ids.ts';
import { fraction, type Environment } from '#client/sync/environment.ts';

const CUT = 0.05;
const TWICE = 0.03;
const SLOW = 0.05;
const SLOW_BYTES_PER_MS = 2.048;

export interface LineCounts {
  requests: number;
  cutUp: number;
  cutDown: number;
  twice: number;
  slow: number;
}

export const noCounts = (): LineCounts => ({ requests: 0, cutUp: 0, cutDown: 0, twice: 0, slow: 0 });

const bytesOf = (body: RequestInit['body']): number => (body instanceof Uint8Array ? body.byteLength : 0);

/** A network to one server that does what the dice say, and counts it. */
export function badLine(origin: string, chance: Chance, counts: LineCounts): Environment['fetch'] {
  return async (path, init) => {
    counts.requests += 1;
    const isSlow = fraction(chance) < SLOW;
    const crawl = async (bytes: number): Promise<void> => {
      if (isSlow) await pause(bytes / SLOW_BYTES_PER_MS);
    };
    if (isSlow) counts.slow += 1;
    if (fraction(chance) < CUT) {
      counts.cutUp += 1;
      throw new TypeError('connection reset');
    }
    await crawl(bytesOf(init.body));
    const ask = (): Promise<Response> => fetch(`${origin}${path}`, init);
    if (fraction(chance) < TWICE) {
      counts.twice += 1;
      const first = await ask();
      await first.arrayBuffer();
    }
    const answer = await ask();
    const text = await answer.text();
    await crawl(text.length);
    if (fraction(chance) < CUT) {
      counts.cutDown += 1;
      throw new TypeError('connection reset');
    }
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
}
