/** The open draft on screen: what the person answers, and every change on its way to disk. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Answers } from '#domain/answers.ts';
import type { News } from '#client/db/draft-keeper.ts';
import { mergeDraft } from '#client/db/merge-draft.ts';
import type { DraftRow } from '#client/db/model.ts';
import { useAutosave, type Autosave } from '#client/form/use-autosave.ts';

export interface DraftForm {
  draft: DraftRow;
  answers: Answers;
  autosave: Autosave<DraftRow>;
  /** `undefined` clears the answer. */
  answer: (id: string, value: Answer | undefined, ticks?: string[]) => void;
  /** Everything but the answers. */
  change: (part: Partial<Pick<DraftRow, 'consent' | 'place' | 'showsScore'>>) => void;
}

interface DraftFormDeps {
  first: DraftRow;
  news: News | undefined;
  save: (draft: DraftRow) => Promise<void>;
  now: () => number;
}

const withAnswer = (answers: Answers, id: string, value: Answer | undefined): Answers => {
  const others = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id));
  return value === undefined ? others : { ...others, [id]: value };
};

export function useDraftForm({ first, news, save, now }: DraftFormDeps): DraftForm {
  const [draft, setDraft] = useState(first);
  // Two changes may come before React has drawn the first.
  const latest = useRef(first);
  const autosave = useAutosave(save);
  const { change: saveSoon } = autosave;

  useEffect(() => {
    if (news === undefined) return;
    const { draft, seen } = news;
    latest.current = { ...mergeDraft(draft, latest.current, seen), sealed: draft.sealed };
    setDraft(latest.current);
  }, [news]);

  const change = useCallback(
    (part: Partial<DraftRow>) => {
      const next = { ...latest.current, ...part, updatedAt: now() };
      latest.current = next;
      setDraft(next);
      saveSoon(next);
    },
    [saveSoon, now],
  );
  const answer = useCallback(
    (id: string, value: Answer | undefined, ticks?: string[]) => {
      const before = latest.current;
      change({
        answers: withAnswer(before.answers, id, value),
        ...(ticks !== undefined && { ticks: { ...before.ticks, [id]: ticks } }),
      });
    },
    [change],
  );
  return { draft, answers: draft.answers, autosave, answer, change };
}
