/** The open form: which screen, and how one gets from one to the next without losing a word. */
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import type { News } from '#client/db/draft-keeper.ts';
import type { DraftRow } from '#client/db/model.ts';
import { clock } from '#client/app/platform.ts';
import { household } from '#client/messages/household.ts';
import type { Workspace } from '#client/workspace.ts';
import { QuestionPage } from './question-page.tsx';
import { neighbour, REVIEW, stepAt, stepsOf } from './steps.ts';
import { useDraftForm } from './use-draft-form.ts';
import { usePlace } from './use-place.ts';

const CodeRefused = lazy(async () => ({ default: (await import('./code-refused.tsx')).CodeRefused }));
const ConsentPage = lazy(async () => ({ default: (await import('./consent-page.tsx')).ConsentPage }));
const ReviewPage = lazy(async () => ({ default: (await import('./review-page.tsx')).ReviewPage }));

interface HouseholdFormProps {
  first: DraftRow;
  set: CriteriaSet;
  /** The database knew more than what was drawn before it was open. */
  news: News | undefined;
  campaign: PublicCampaign | undefined;
  save: (draft: DraftRow) => Promise<void>;
  /** Null while it is still being opened. */
  workspace: Workspace | null;
  /** Why it cannot be opened now; the questions go on without it. */
  trouble: Error | null;
  onSent: (draft: DraftRow) => void;
  onErased: () => void;
}

export function HouseholdForm(props: HouseholdFormProps) {
  const { first, set, news, campaign, save, workspace, trouble, onSent, onErased } = props;
  const draftForm = useDraftForm({ first, news, save, now: clock.now });
  const steps = useMemo(() => stepsOf(set), [set]);
  const { place, go, back } = usePlace(first.place);
  // Where to return after one answer was changed from elsewhere.
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const step = stepAt(steps, place);
  const { change } = draftForm;

  useEffect(() => {
    if (step !== undefined && draftForm.draft.place !== step.id) change({ place: step.id });
    // Only a move changes the place that is kept.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [step]);
  useScreenStart(place);

  if (step === undefined) throw new Error(`no questions in ${set.id}@${set.version}`);
  const move = (by: 1 | -1): void => {
    const target = neighbour(steps, step.id, by);
    if (target === null) return;
    if (by === 1) go(target);
    else back(target);
  };
  const finish = (): void => {
    if (returnTo === null) return move(1);
    setReturnTo(null);
    back(returnTo);
  };
  const editFrom = (target: string): void => {
    setReturnTo(step.id);
    go(target);
  };
  const isFirst = neighbour(steps, step.id, -1) === null;
  const onBack = isFirst && returnTo === null ? null : () => (returnTo === null ? move(-1) : finish());

  const note = workspace && (
    <Suspense>
      <CodeRefused workspace={workspace} answers={draftForm.draft.answers} />
    </Suspense>
  );

  if (step.kind === 'question') {
    const doneLabel = returnTo === REVIEW ? household.done : household.doneShared;
    return (
      <QuestionPage
        step={step}
        set={set}
        draftForm={draftForm}
        note={note}
        onBack={onBack}
        onNext={finish}
        doneLabel={returnTo === null ? undefined : doneLabel}
        onEditShared={editFrom}
      />
    );
  }
  return (
    <Suspense fallback={null}>
      {step.kind === 'consent' ? (
        <ConsentPage
          key={step.id}
          purpose={step.purpose}
          draftForm={draftForm}
          campaign={campaign}
          workspace={workspace}
          note={note}
          onBack={onBack ?? (() => undefined)}
          onNext={finish}
          onErased={onErased}
        />
      ) : (
        <ReviewPage
          set={set}
          draftForm={draftForm}
          workspace={workspace}
          trouble={trouble}
          note={note}
          onBack={() => move(-1)}
          onEdit={editFrom}
          onSent={onSent}
        />
      )}
    </Suspense>
  );
}

/**
 * A new screen starts at its head, for the eye and for the screen reader. The first one too: the button that led to it
 * is gone, and the next Tab must be its answer.
 */
function useScreenStart(place: string): void {
  const [opened] = useState(place);
  const [hasMoved, setMoved] = useState(false);
  // With the screen, not after it: on a slow phone somebody may have begun to type.
  useLayoutEffect(() => {
    if (place !== opened || hasMoved) {
      setMoved(true);
      scrollTo(0, 0);
    }
    document.querySelector<HTMLElement>('[data-screen-heading]')?.focus({ preventScroll: true });
  }, [place, opened, hasMoved]);
}
