/** Before sending: what is missing first, what cannot be right, every answer in plain words, consents as rows. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { troubleWords } from '#client/app/trouble-words.ts';
import type { DraftRow } from '#client/db/model.ts';
import { SaveStateLine } from '#client/form/save-state-line.tsx';
import { common } from '#client/messages/common.ts';
import { consentTexts } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';
import { review } from '#client/messages/sending.ts';
import { purposes } from '#client/subject/purposes.ts';
import { sendFamily } from '#client/subject/send-family.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { ArrowLeft, Send } from '#client/ui/first-icons.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Workspace } from '#client/workspace.ts';
import { AnswerRows } from './answer-rows.tsx';
import { ConsentRows } from './consent-rows.tsx';
import { fullCheck, type ReviewIssue } from './full-check.ts';
import { MissingRows } from './missing-rows.tsx';
import { ReviewRow, ReviewRows } from './review-row.tsx';
import { criteriaInOrder } from './steps.ts';
import type { DraftForm } from './use-draft-form.ts';

const FamilyScore = lazy(async () => ({ default: (await import('./family-score.tsx')).FamilyScore }));

interface ReviewPageProps {
  set: CriteriaSet;
  draftForm: DraftForm;
  workspace: Workspace | null;
  trouble: Error | null;
  /** Said above everything else. */
  note: ReactNode;
  onBack: () => void;
  /** Opens one screen and comes back here. */
  onEdit: (place: string) => void;
  onSent: (draft: DraftRow) => void;
}

/** Why the form cannot go yet, in words; null when it can. */
function obstacleOf(issues: readonly ReviewIssue[], { consent }: DraftRow): string | null {
  if (issues.some(({ severity }) => severity === 'block')) return review.fixFirst;
  const unchosen = purposes.find((purpose) => consent[purpose] === undefined);
  const needed = consent.process?.agreed === true ? unchosen : 'process';
  return needed === undefined ? null : fill(review.needConsent, { ten: consentTexts[needed].title });
}

export function ReviewPage(props: ReviewPageProps) {
  const { set, draftForm, workspace, trouble, note, onBack, onEdit, onSent } = props;
  const { draft, answers, autosave, change } = draftForm;
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const criteria = criteriaInOrder(set);
  const missing = criteria.filter(({ id }) => answers[id] === undefined);
  const issues = fullCheck(set, answers);

  const send = async (): Promise<void> => {
    const obstacle = obstacleOf(issues, draft);
    setProblem(obstacle);
    if (obstacle !== null || workspace === null || isSending) return;
    setSending(true);
    await autosave.flush();
    const result = await sendFamily(workspace, set, draft);
    setSending(false);
    if (result.kind === 'sealed') onSent(result.draft);
    else setProblem(review.notSealed);
  };

  return (
    <Page
      head={
        <>
          <Bar title={review.title}>
            <LargeTextButton />
          </Bar>
          <SaveStateLine autosave={autosave} draft={draft} />
        </>
      }
      foot={
        <Dock>
          <Button icon={<ArrowLeft />} onClick={onBack}>
            {common.back}
          </Button>
          <Button
            kind="main"
            icon={<Send />}
            aria-disabled={workspace === null || isSending}
            onClick={() => void send()}
          >
            {review.send}
          </Button>
        </Dock>
      }
    >
      {note}
      <p className="soft">{review.intro}</p>
      {workspace === null && trouble !== null && <Notice tone="hand">{troubleWords(trouble)}</Notice>}
      {workspace === null && trouble === null && <p role="status">{review.opening}</p>}
      {problem !== null && (
        <div role="alert">
          <Notice tone="hand">{problem}</Notice>
        </div>
      )}
      <MissingRows criteria={criteria} missing={missing} onEdit={onEdit} />
      {issues.length > 0 && (
        <Sheet title={review.toLookAt}>
          <ReviewRows>
            {issues.map((issue) => (
              <ReviewRow
                key={`${issue.criterionId} ${issue.message}`}
                name={issue.title}
                answer={issue.message}
                glyph={issue.severity === 'block' ? 'unsaved' : undefined}
                action={review.change}
                spoken={fill(review.changeNamed, { ten: issue.title })}
                onAct={() => onEdit(issue.criterionId)}
              />
            ))}
          </ReviewRows>
        </Sheet>
      )}
      <ConsentRows consent={draft.consent} onEdit={onEdit} />
      <AnswerRows set={set} answers={answers} onEdit={onEdit} />
      {draft.showsScore === true ? (
        <Suspense fallback={null}>
          <FamilyScore set={set} draft={draft} onShow={(showsScore) => change({ showsScore })} />
        </Suspense>
      ) : (
        <Button kind="quiet" small onClick={() => change({ showsScore: true })}>
          {review.score}
        </Button>
      )}
    </Page>
  );
}
