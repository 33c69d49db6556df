/**
 * Keeps a household's draft in the first seconds, when its workspace is still being loaded: into the pocket until
 * `attach`, into the workspace from then on. One queue, so that an older save can never land after a newer one.
 */
import type { DraftRow } from './model.ts';
import type { Pocket } from './pocket.ts';

/** The part of a workspace a draft moves into. */
export interface DraftHome {
  draft(id: string): Promise<DraftRow | undefined>;
  saveDraft(draft: DraftRow): Promise<void>;
}

export interface DraftKeeper {
  /** The newest draft; when it already lives in the workspace, this waits for `attach`. */
  load(): Promise<DraftRow | undefined>;
  /** Resolves when it is on disk. Rejects when it is not: the caller says so and keeps the text on screen. */
  save(draft: DraftRow): Promise<void>;
  /** Moves what the pocket holds into the workspace; resolves with the newest draft. Calling again is harmless. */
  attach(home: DraftHome): Promise<DraftRow | undefined>;
}

export function createDraftKeeper(
  pocket: Pick<Pocket, 'draft' | 'saveDraft' | 'markMoved'>,
  draftId: string,
): DraftKeeper {
  let home: DraftHome | undefined;
  let newestAt = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let announce: (draft: DraftRow | undefined) => void;
  const moved = new Promise<DraftRow | undefined>((resolve) => {
    announce = resolve;
  });

  const inOrder = <T>(step: () => Promise<T>): Promise<T> => {
    const done = queue.then(step, step);
    queue = done.catch(() => undefined);
    return done;
  };
  const seen = (draft: DraftRow | undefined): DraftRow | undefined => {
    newestAt = Math.max(newestAt, draft?.updatedAt ?? 0);
    return draft;
  };

  const hasAnswers = (draft: DraftRow | undefined): boolean => Object.keys(draft?.answers ?? {}).length > 0;
  /** The newer one; but a form just begun never replaces one that somebody filled. */
  const wins = (kept: DraftRow, stored: DraftRow | undefined): boolean =>
    stored === undefined || (kept.updatedAt > stored.updatedAt && (hasAnswers(kept) || !hasAnswers(stored)));

  async function absorb(into: DraftHome): Promise<DraftRow | undefined> {
    const kept = await pocket.draft(draftId);
    const stored = await into.draft(draftId);
    let newest = stored;
    if (kept?.kind === 'here' && wins(kept.draft, stored)) {
      await into.saveDraft(kept.draft);
      newest = kept.draft;
    }
    // Only now: until the put above is on disk the pocket's copy is the only one.
    if (kept?.kind === 'here' || (kept === undefined && stored !== undefined))
      await pocket.markMoved(draftId);
    return newest;
  }

  return {
    async load() {
      const kept = await inOrder(() => pocket.draft(draftId));
      if (kept?.kind === 'here') return seen(kept.draft);
      return kept?.kind === 'moved' ? moved : undefined;
    },
    save(draft) {
      // A clock that was set back must not make the newer text look older.
      const stamped = draft.updatedAt > newestAt ? draft : { ...draft, updatedAt: newestAt + 1 };
      seen(stamped);
      return inOrder(() => (home === undefined ? pocket.saveDraft(stamped) : home.saveDraft(stamped)));
    },
    attach: (into) =>
      inOrder(async () => {
        const newest = seen(await absorb(into));
        home = into;
        announce(newest);
        return newest;
      }),
  };
}
