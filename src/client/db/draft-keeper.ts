/**
 * Keeps a household's draft while its workspace is being loaded: into the pocket until `attach`, into the workspace from
 * then on. What the workspace holds stays in the pocket as a copy, so that the next start draws it before the database is
 * open. One queue, so that an older save can never land after a newer one.
 */
import type { Answers } from '#domain/answers.ts';
import { isSameAnswers, mergeDraft } from './merge-draft.ts';
import type { DraftRow } from './model.ts';
import type { Pocket } from './pocket.ts';

/** The part of a workspace a draft moves into. */
export interface DraftHome {
  draft(id: string): Promise<DraftRow | undefined>;
  /** `base`: the answers its screen last loaded or saved. */
  saveDraft(draft: DraftRow, base?: Answers): Promise<void>;
}

/** What the workspace holds, beside the answers that are on screen: they differ. */
export interface News {
  draft: DraftRow;
  seen: Answers;
}

export interface Found {
  /** Of the pocket, or its copy of what the workspace holds. */
  draft?: DraftRow;
  /** The workspace alone has it: resolves at `attach`. Neither: nothing was begun. */
  waits?: Promise<DraftRow | undefined>;
}

export interface DraftKeeper {
  /** `canShow`: whether the copy may be drawn without the workspace. */
  load(canShow: (copy: DraftRow) => boolean): Promise<Found>;
  /** Resolves when it is on disk. Rejects when it is not: the caller says so and keeps the text on screen. */
  save(draft: DraftRow): Promise<void>;
  /** Once attached: what the next start may draw at once; undefined: nothing. Never in the way of a save. */
  remember(copy: DraftRow | undefined): Promise<void>;
  /**
   * Moves what the pocket holds into the workspace; resolves with the newest draft, and with the answers this screen had
   * last loaded or saved where that draft has others. Calling again is harmless.
   */
  attach(home: DraftHome): Promise<{ draft: DraftRow | undefined; seen: Answers | undefined }>;
}

const hasNewConsent = ({ consent }: DraftRow, stored: DraftRow): boolean =>
  Object.keys(consent).length > Object.keys(stored.consent).length;

export function createDraftKeeper(
  pocket: Pick<Pocket, 'draft' | 'changeDraft'>,
  draftId: string,
): DraftKeeper {
  let home: DraftHome | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let announce: (draft: DraftRow | undefined) => void;
  const moved = new Promise<DraftRow | undefined>((resolve) => {
    announce = resolve;
  });
  /** The answers a screen last loaded or saved, by the row it loaded, until it has another. */
  const bases = new WeakMap<DraftRow['sealed'], Answers>();
  /** What this screen last loaded or saved. */
  let screen: Answers | undefined;

  const inOrder = <T>(step: () => Promise<T>): Promise<T> => {
    const done = queue.then(step, step);
    queue = done.catch(() => undefined);
    return done;
  };
  const shown = (draft: DraftRow): DraftRow => {
    bases.set(draft.sealed, draft.answers);
    screen = draft.answers;
    return draft;
  };

  async function put(draft: DraftRow): Promise<void> {
    const base = bases.get(draft.sealed);
    if (home === undefined) {
      const known = base ?? {};
      // Another tab may be as far as this one: the words of both stay. Where one has moved them, they are known there.
      await pocket.changeDraft(draftId, (kept) =>
        kept?.kind === 'here'
          ? { ...kept, draft: mergeDraft(kept.draft, draft, known) }
          : { kind: 'here', draft, base: known },
      );
    } else await home.saveDraft(draft, base);
    // A row that did not come through here is the workspace's own to compare.
    if (home === undefined || base !== undefined) bases.set(draft.sealed, draft.answers);
    screen = draft.answers;
  }

  async function absorb(into: DraftHome): Promise<DraftRow | undefined> {
    const kept = await pocket.draft(draftId);
    const stored = await into.draft(draftId);
    if (kept?.kind === 'moved') return stored;
    let newest = stored;
    if (kept !== undefined) {
      const { draft, base = {} } = kept;
      // Only begun, or looked at: what the workspace has, sent or open, stays as it is.
      if (stored === undefined || !isSameAnswers(draft.answers, base) || hasNewConsent(draft, stored)) {
        await into.saveDraft(draft, base);
        newest = await into.draft(draftId);
      }
    }
    // Only now: until the put above is on disk the pocket's is the only one. What another tab typed since stays there.
    if (kept !== undefined || stored !== undefined)
      await pocket.changeDraft(draftId, (now) =>
        now?.kind === 'here' && kept !== undefined && !isSameAnswers(now.draft.answers, kept.draft.answers)
          ? now
          : { kind: 'moved' },
      );
    return newest;
  }

  return {
    async load(canShow) {
      const kept = await inOrder(() => pocket.draft(draftId));
      if (kept === undefined) return {};
      const draft = kept.kind === 'here' ? kept.draft : kept.copy;
      return draft === undefined || (kept.kind === 'moved' && !canShow(draft))
        ? { waits: moved }
        : { draft: shown(draft) };
    },
    save: (draft) => inOrder(() => put(draft)),
    remember: (copy) =>
      inOrder(async () => {
        // Words that wait in the pocket are not written over.
        if (home !== undefined)
          await pocket.changeDraft(draftId, (kept) =>
            kept?.kind === 'moved' ? { kind: 'moved', copy } : kept,
          );
      }),
    attach: (into) =>
      inOrder(async () => {
        const newest = await absorb(into);
        home = into;
        if (newest) bases.set(newest.sealed, newest.answers);
        announce(newest);
        const isNews = newest && screen && !isSameAnswers(newest.answers, screen);
        return { draft: newest, seen: isNews ? screen : undefined };
      }),
  };
}
