/** What one does at the page of one submission: which row is open, what is typed, giving points, gathering returns. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { reviewWords } from '#client/messages/office-review.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { TAKEN_BACK } from '#domain/review/given-points.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import type { FocusWish, ScoreField } from '../pane/score-form.tsx';
import type { Review } from '../read/use-review.ts';
import type { GivenScore } from '../scores/live-scores.ts';
import { draftFrom, quickScores, readDraft, type ScoreDraft } from '../scores/score-draft.ts';
import { useKeptMap } from '../scores/use-kept-map.ts';
import type { CriterionView, ReviewView } from '../view/criteria-view.ts';
import type { Desk } from './standing.ts';

export type Lock = keyof typeof reviewWords.score.locked;

export interface DeskProblem {
  criterionId: string;
  at: ScoreField | 'save';
  words: string;
}

const EMPTY: ScoreDraft = { points: '', code: '', reason: '' };

/** What the fields open with: the points that stand, else nothing. */
export const standingDraft = ({ standing }: CriterionView): ScoreDraft => {
  if (standing.kind !== 'given') return EMPTY;
  const { points, reasonCode, reason } = standing.score;
  return { points: reasonCode === NOT_APPLICABLE ? '' : formatPoints(points), code: reasonCode, reason };
};

/** Why no points can be given at this criterion now; null = they can. */
export function lockOf(desk: Desk, role: string, each: CriterionView): Lock | null {
  if (role !== 'officer' && role !== 'cultureOfficer') return 'role';
  if (!desk.isOpen) {
    const { state } = desk;
    if (desk.newer !== null) return 'old';
    return state === 'received' || state === 'underReview' ? 'old' : state;
  }
  return each.isMine ? null : 'notMine';
}

export function useDesk(review: Review, view: ReviewView, desk: Desk, first: string) {
  const workspace = useWorkspace();
  const { profile } = workspace;
  const { submission } = review.around;
  const drafts = useKeptMap(`cham:${submission.id}:`);
  const asks = useKeptMap(`tra-lai:${submission.id}:`);
  const [selected, setSelected] = useState(() =>
    view.criteria.some(({ criterion }) => criterion.id === first)
      ? first
      : (view.open[0] ??
        (view.criteria.find(({ isMine }) => isMine) ?? view.criteria[0])?.criterion.id ??
        ''),
  );
  const [problem, setProblem] = useState<DeskProblem | null>(null);
  const [focus, setFocus] = useState<FocusWish>({ field: 'points', times: 0 });
  const [rowFocus, setRowFocus] = useState(0);
  const [asking, setAsking] = useState<string | null>(null);
  const isBusy = useRef(false);
  const each = view.criteria.find(({ criterion }) => criterion.id === selected);
  /** Versions that stood when the row was opened: what came later was not seen, and stays beside what is given now. */
  const [seen, setSeen] = useState({ selected, bases: each?.standing.bases ?? [] });
  if (seen.selected !== selected) setSeen({ selected, bases: each?.standing.bases ?? [] });

  const draftOf = (one: CriterionView): ScoreDraft => {
    const kept = drafts.words.get(one.criterion.id);
    return kept === undefined ? standingDraft(one) : draftFrom(kept);
  };
  const select = useCallback((criterionId: string) => {
    setSelected(criterionId);
    setProblem(null);
    setAsking(null);
  }, []);
  const goTo = (criterionId: string): void => {
    select(criterionId);
    setRowFocus((times) => times + 1);
  };
  const wish = (field: FocusWish['field']): void => setFocus(({ times }) => ({ field, times: times + 1 }));
  const change = (criterionId: string, draft: ScoreDraft): void => {
    drafts.keep(criterionId, { ...draft });
    setProblem(null);
  };
  const next = (): CriterionView | undefined => {
    const at = view.criteria.findIndex(({ criterion }) => criterion.id === selected);
    return view.criteria.slice(at + 1).find(({ isMine }) => isMine);
  };
  const goOn = (): void => goTo(next()?.criterion.id ?? selected);

  /** Giving the first points begins the review: from there on the sender cannot replace what is being read. */
  const begin = async (): Promise<void> => {
    if (desk.state === 'received' && profile.role === 'officer')
      await workspace.move(submission.assessmentId, 'underReview');
  };
  const give = async (
    criterionId: string,
    score: { points: number; reasonCode: string; reason: string },
    bases: readonly string[],
  ): Promise<void> => {
    await workspace.score({ submission: submission.id, criterionId, ...score, seen: bases });
  };
  const once = async (criterionId: string, work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work();
    } catch {
      // One transaction each: what was not sealed is still in the fields.
      setProblem({ criterionId, at: 'save', words: reviewWords.score.failed });
    } finally {
      isBusy.current = false;
    }
  };

  const save = async (): Promise<void> => {
    if (each === undefined || lockOf(desk, profile.role, each) !== null) return;
    const { id } = each.criterion;
    if (asking === id) {
      setAsking(null);
      return goOn();
    }
    if (each.standing.kind === 'disputed' && !drafts.words.has(id)) return wish('reason');
    const read = readDraft(draftOf(each), each);
    if (read.kind === 'problem') {
      setProblem({ criterionId: id, at: read.at, words: read.words });
      return wish(read.at);
    }
    const { points, reasonCode, reason } = read;
    const { standing } = each;
    const isSame =
      standing.kind === 'given' &&
      standing.score.points === points &&
      standing.score.reasonCode === reasonCode &&
      standing.score.reason === reason;
    await once(id, async () => {
      if (!isSame) {
        await begin();
        // Choosing between two that differ has seen both.
        const bases = standing.kind === 'disputed' ? standing.bases : seen.bases;
        await give(id, { points, reasonCode, reason }, bases);
      }
      drafts.keep(id, null);
      goOn();
    });
  };

  const pick = (score: GivenScore, why: string): Promise<void> =>
    once(selected, async () => {
      const { points, reasonCode } = score;
      const bases = each?.standing.bases ?? [];
      const code = reasonCode === NOT_APPLICABLE ? reasonCode : 'agreed';
      await give(selected, { points, reasonCode: code, reason: why }, bases);
      drafts.keep(selected, null);
      setRowFocus((times) => times + 1);
    });

  const takeBack = (): Promise<void> =>
    once(selected, async () => {
      await give(selected, { points: 0, reasonCode: TAKEN_BACK, reason: '' }, each?.standing.bases ?? []);
      drafts.keep(selected, null);
      setRowFocus((times) => times + 1);
    });

  const quick = (key: string): boolean => {
    if (each === undefined || lockOf(desk, profile.role, each) !== null) return false;
    const found = quickScores(each).find((one) => one.key === key);
    if (found !== undefined) change(each.criterion.id, found.draft);
    return found !== undefined;
  };

  const toReturn = useMemo(
    () => new Map([...asks.words].flatMap(([id, { ask }]) => (id === '' ? [] : [[id, ask ?? '']]))),
    [asks.words],
  );
  const askAt = (criterionId: string, ask: string | null): void =>
    asks.keep(criterionId, ask === null ? null : { ask });
  const toggleReturn = (): void => {
    if (toReturn.has(selected) && asking !== selected) {
      askAt(selected, null);
      return;
    }
    if (!toReturn.has(selected)) askAt(selected, '');
    setAsking(selected);
    wish('ask');
  };

  return {
    drafts,
    selected,
    each,
    problem: problem?.criterionId === selected ? problem : null,
    focus,
    rowFocus,
    asking,
    toReturn,
    returnReason: asks.words.get('')?.['reason'] ?? '',
    draftOf,
    select,
    goTo,
    wish,
    change,
    next,
    begin,
    give,
    once,
    save,
    pick,
    takeBack,
    quick,
    askAt,
    toggleReturn,
    stopAsking: () => {
      setAsking(null);
      setRowFocus((times) => times + 1);
    },
    keepReturnReason: (reason: string | null) => asks.keep('', reason === null ? null : { reason }),
  };
}

export type DeskHands = ReturnType<typeof useDesk>;
