/**
 * The draft in hand: what the officer sees and edits. On disk here at every pause, sent as a record at rest, taken over
 * from another officer while nothing of one's own is unsent, and held still where both wrote.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import { utf8Length } from '#domain/criteria-edit/check.ts';
import { draftOf, readDraft, type DraftSet } from '#domain/criteria-edit/draft.ts';
import { criteriaDraftSchema } from '#protocol/office-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { operationIn } from '#client/db/own-operation.ts';
import { staleRecords } from '#client/subject/stale-records.ts';
import { keepDraft, keptDraft } from './kept-draft.ts';
import { BYTES_MAX } from './limits.ts';
import { draftIdOf, type SetFamily } from './read-sets.ts';

/** After a change, however fast one types on: what a killed page may cost. */
const KEEP_AFTER_MS = 400;
/** A set is tens of kilobytes: it goes when nobody has typed for so long, and whenever the page is left. */
const SEND_AFTER_MS = 20_000;
const UNDO_MAX = 50;
const ROWS = ['rows', 'outbox'] as const;

export type Saved =
  | { kind: 'clean' }
  | { kind: 'dirty' }
  /** On this machine alone. */
  | { kind: 'kept'; at: number }
  /** Sealed: it goes to the commune by itself. */
  | { kind: 'saved'; at: number }
  | { kind: 'failed' }
  | { kind: 'tooLarge' };

export interface DraftDesk {
  draft: DraftSet;
  id: string;
  /** The revision its words were begun on, for the batch that ends it. */
  base: () => number;
  change: (next: DraftSet) => void;
  /** Null: nothing to take back. */
  undo: (() => void) | null;
  saved: Saved;
  save: () => Promise<boolean>;
  /** Another officer's words beside one's own. */
  stale: { mine: DraftSet; theirs: DraftSet } | null;
  choose: (kept: DraftSet) => void;
}

const isSame = (a: DraftSet, b: DraftSet): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Null while it is read; `unread`: a newer build wrote the draft. */
export function useDraft({ id: setId, latest }: SetFamily): DraftDesk | 'unread' | null {
  const workspace = useWorkspace();
  const id = draftIdOf(setId, latest.version + 1);
  const blank = useMemo(() => draftOf(latest, latest.version + 1), [latest]);
  const live = useLive(
    async () => {
      const [row, outbox] = await Promise.all([workspace.row('criteriaDraft', id), workspace.outbox()]);
      const own = outbox.filter((each) => {
        const operation = each.kind === 'record.put' ? operationIn(each) : null;
        return operation?.kind === 'record.put' && operation.args.id === id;
      });
      const stale = staleRecords(own, 'criteriaDraft', criteriaDraftSchema)[0]?.own;
      return {
        rev: row?.rev ?? 0,
        stored: row === undefined ? null : readDraft(row.value.set),
        isUnread: row !== undefined && readDraft(row.value.set) === null,
        isPending: own.some(({ result }) => result === undefined),
        stale: stale ? readDraft(stale.set) : null,
      };
    },
    [workspace, id],
    ROWS,
  );
  const profileId = workspace.profile.id;
  const [wasRead, setRead] = useState(false);
  const [mine, setMine] = useState<DraftSet | null>(null);
  const [history, setHistory] = useState<readonly DraftSet[]>([]);
  const [saved, setSaved] = useState<Saved>({ kind: 'clean' });
  /** The revision one's own words were begun on. */
  const base = useRef(0);
  const newest = useRef<DraftSet | null>(null);

  const isFree = live !== undefined && mine === null && !live.isPending && live.stale === null;
  useEffect(() => {
    if (isFree) base.current = live.rev;
  }, [isFree, live?.rev]);

  const put = useCallback(
    async (draft: DraftSet, baseRev: number): Promise<boolean> => {
      if (utf8Length(JSON.stringify(draft)) > BYTES_MAX) {
        setSaved({ kind: 'tooLarge' });
        return false;
      }
      try {
        const value = { id, setId, basedOn: criteriaRef(latest), set: draft };
        await workspace.putRecord('criteriaDraft', id, value, baseRev);
      } catch {
        setSaved({ kind: 'failed' });
        return false;
      }
      setSaved({ kind: 'saved', at: Date.now() });
      // What was typed meanwhile is still to be saved.
      if (newest.current === draft) {
        newest.current = null;
        setMine(null);
        // Left where it is, it would only be compared with what was sent.
        keepDraft(profileId, id, null).catch(() => undefined);
      }
      return true;
    },
    [workspace, profileId, id, setId, latest],
  );
  /** One write at a time: the timer's and the button's are not the same words twice. */
  const writing = useRef<Promise<boolean>>(Promise.resolve(true));
  const save = useCallback((): Promise<boolean> => {
    writing.current = writing.current.then(
      async () => newest.current === null || put(newest.current, base.current),
    );
    return writing.current;
  }, [put]);
  const keep = useCallback(async (): Promise<void> => {
    const draft = newest.current;
    if (draft === null) return;
    const kept = await keepDraft(profileId, id, { draft, base: base.current }).then(
      (): Saved => ({ kind: 'kept', at: Date.now() }),
      (): Saved => ({ kind: 'failed' }),
    );
    if (newest.current === draft) setSaved((now) => (now.kind === 'tooLarge' ? now : kept));
  }, [profileId, id]);
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  // From the first change on, not from the last: steady typing is kept too.
  const keepSoon = (): void => {
    keeping.current ??= setTimeout(() => {
      keeping.current = undefined;
      void keep();
    }, KEEP_AFTER_MS);
  };
  useEffect(() => {
    if (mine === null) return undefined;
    const timer = setTimeout(() => void save(), SEND_AFTER_MS);
    // A page that is being closed has time for one of the two.
    const leave = (): void => void keep().then(save);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [mine, keep, save]);
  useEffect(() => () => void save(), [save]);

  const stands = live === undefined ? undefined : (live.stored ?? blank);
  const isReady = stands !== undefined;
  useEffect(() => {
    if (!isReady) return undefined;
    let isOver = false;
    void keptDraft(profileId, id)
      .catch(() => null)
      .then((kept) => {
        if (isOver) return;
        if (kept !== null && newest.current === null && !isSame(kept.draft, stands)) {
          base.current = kept.base;
          newest.current = kept.draft;
          setMine(kept.draft);
          setSaved({ kind: 'kept', at: Date.now() });
        }
        setRead(true);
      });
    return () => {
      isOver = true;
    };
    // Once, when both are known: from there on the person leads.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, profileId, id]);

  if (live === undefined || stands === undefined || !wasRead) return null;
  if (live.isUnread) return 'unread';
  const stored = stands;
  const draft = mine ?? live.stale ?? stored;
  const set = (next: DraftSet): void => {
    newest.current = next;
    setMine(next);
    setSaved({ kind: 'dirty' });
    keepSoon();
  };
  const last = history.at(-1);
  return {
    draft,
    id,
    base: () => base.current,
    change: (next) => {
      if (isSame(next, draft)) return;
      setHistory([...history.slice(1 - UNDO_MAX), draft]);
      set(next);
    },
    undo:
      last === undefined
        ? null
        : () => {
            setHistory(history.slice(0, -1));
            set(last);
          },
    saved,
    save,
    stale: live.stale === null || isSame(draft, stored) ? null : { mine: draft, theirs: stored },
    choose: (kept) => {
      newest.current = null;
      setMine(null);
      base.current = live.rev;
      void put(kept, live.rev);
    },
  };
}
