/**
 * The board and the releases, kept in memory: a crowd that reads them costs the database nothing. They are looked at anew
 * at most every {@link FRESH_MS}, by one caller for all who wait, and read again only when the commune's log has grown.
 */
import type { BoardFacts } from '#domain/board/facts.ts';
import type { OpenDocument } from '#domain/open-data/document.ts';
import { readRelease } from '../open-data/read-releases.ts';
import type { CoreDeps } from '../sync/deps.ts';
import { readBoard } from './read-board.ts';

/** How old the board may be. */
export const FRESH_MS = 30_000;
/** Releases kept at a time; older ones are read when somebody asks. */
const RELEASES_KEPT = 4;

export interface Boards {
  /** The same object until something has changed; null before there is a campaign. */
  board(): Promise<BoardFacts | null>;
  release(number: number): Promise<OpenDocument | null>;
}

export function createBoards(deps: CoreDeps): Boards {
  let known: { rev: number; facts: BoardFacts | null; lookedAt: number } | null = null;
  let looking: Promise<BoardFacts | null> | null = null;
  const releases = new Map<number, OpenDocument>();

  const look = async (): Promise<BoardFacts | null> => {
    const lookedAt = deps.clock.now();
    const next = await deps.store.read(async (tables) => {
      const rev = (await tables.commune.find())?.rev ?? 0;
      return known?.rev === rev ? known : { rev, facts: await readBoard(deps, tables), lookedAt };
    });
    known = { ...next, lookedAt };
    return known.facts;
  };

  return {
    board: () => {
      // A clock that went back is no reason to keep an old board.
      const age = known === null ? FRESH_MS : Math.abs(deps.clock.now() - known.lookedAt);
      if (known !== null && age < FRESH_MS) return Promise.resolve(known.facts);
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
    release: async (number) => {
      const held = releases.get(number);
      if (held !== undefined) return held;
      const found = await deps.store.read((tables) => readRelease(tables, number));
      if (found === null) return null;
      releases.set(number, found);
      const [oldest] = releases.keys();
      if (releases.size > RELEASES_KEPT && oldest !== undefined) releases.delete(oldest);
      return found;
    },
  };
}
