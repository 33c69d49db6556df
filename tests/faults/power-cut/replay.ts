/** Cuts the power at every call of a recording, and opens what is left with the real store. */
import { join } from 'node:path';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { ForgetfulDisk } from './disk.ts';
import { DATABASE } from './names.ts';
import type { Call } from './recording.ts';

export interface Outcome {
  /** Moments at which the power was cut. */
  cuts: number;
  /** Different states of the disk that were opened. */
  opened: number;
  /** Cuts after which something acknowledged was not there. */
  losing: number;
  mostLost: number;
  /** What the database said of itself, or why it did not open. */
  broken: string[];
}

async function openAfterCut(folder: string, broken: string[]): Promise<ReadonlySet<string>> {
  try {
    const store = openSqliteStore({ file: join(folder, DATABASE), communeId: 'xa-1' });
    const comments = await store.read((tables) => tables.comment.of('a'));
    broken.push(...(await store.integrity()));
    await store.close();
    return new Set(comments.map(({ comment_id: id }) => id));
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error));
    return new Set();
  }
}

const missing = (acknowledged: readonly string[], held: ReadonlySet<string>): number =>
  acknowledged.filter((id) => !held.has(id)).length;

/** The worst disk: at every call everything that was not flushed is gone. Between two flushes that is the same state. */
export async function cutEverywhere(calls: readonly Call[], folder: string): Promise<Outcome> {
  const outcome: Outcome = { cuts: 0, opened: 0, losing: 0, mostLost: 0, broken: [] };
  const disk = new ForgetfulDisk();
  const acknowledged: string[] = [];
  let held: ReadonlySet<string> | null = null;
  for (const call of calls) {
    disk.take(call);
    if (call.kind === 'acknowledge') acknowledged.push(...call.ids);
    if (call.kind === 'sync') held = null;
    if (held === null) {
      disk.leave(folder);
      held = await openAfterCut(folder, outcome.broken);
      outcome.opened += 1;
    }
    const lost = missing(acknowledged, held);
    outcome.cuts += 1;
    if (lost > 0) outcome.losing += 1;
    outcome.mostLost = Math.max(outcome.mostLost, lost);
  }
  return outcome;
}

/** A real disk: of what was not flushed some sectors are there and some are not, whatever their order. */
export async function cutAtRandom(
  calls: readonly Call[],
  folder: string,
  { cuts, roll }: { cuts: number; roll: (below: number) => number },
): Promise<Outcome> {
  const outcome: Outcome = { cuts, opened: 0, losing: 0, mostLost: 0, broken: [] };
  const moments = new Set(Array.from({ length: cuts }, () => roll(calls.length)));
  outcome.cuts = moments.size;
  const disk = new ForgetfulDisk();
  const acknowledged: string[] = [];
  for (const [at, call] of calls.entries()) {
    disk.take(call);
    if (call.kind === 'acknowledge') acknowledged.push(...call.ids);
    if (!moments.has(at)) continue;
    const luck = 1 + roll(9);
    disk.leave(folder, () => roll(10) < luck);
    const lost = missing(acknowledged, await openAfterCut(folder, outcome.broken));
    outcome.opened += 1;
    if (lost > 0) outcome.losing += 1;
    outcome.mostLost = Math.max(outcome.mostLost, lost);
  }
  return outcome;
}
