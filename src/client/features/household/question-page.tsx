/** One question a screen: where, progress, state, question, answers near the thumb; the person moves on, not the app. */
import { ArrowLeft, ArrowRight, Speaker } from '#client/ui/first-icons.tsx';
import { useId, type ReactNode } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { lightIssueOf, outOfOf } from '#client/form/light-check.ts';
import { QuestionField } from '#client/form/question-field.tsx';
import { screenOf } from '#client/form/question-parts.ts';
import { SaveStateLine } from '#client/form/save-state-line.tsx';
import { useSpeech } from '#client/form/use-speech.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import styles from './question-page.module.css';
import { ProgressTicks } from './progress-ticks.tsx';
import { criteriaInOrder, type Step } from './steps.ts';
import type { DraftForm } from './use-draft-form.ts';

interface QuestionPageProps {
  step: Extract<Step, { kind: 'question' }>;
  set: CriteriaSet;
  draftForm: DraftForm;
  /** Said above everything else. */
  note: ReactNode;
  onBack: (() => void) | null;
  onNext: () => void;
  /** Set when the person came here from another screen to change one answer. */
  doneLabel?: string | undefined;
  onEditShared: (id: string) => void;
}

export function QuestionPage(props: QuestionPageProps) {
  const { step, set, draftForm, note, onBack, onNext, doneLabel, onEditShared } = props;
  const { draft, answers, autosave, answer } = draftForm;
  const headingId = useId();
  const speech = useSpeech(step.id);
  const screen = screenOf(step.question);
  const issue = lightIssueOf(set, step.question, answers);
  const shared = 'criterion' in step.question ? step.question.criterion.sharedQuestion : undefined;
  const isAnswered = answers[step.id] !== undefined;
  const total = criteriaInOrder(set).length;
  const where =
    step.number === null
      ? household.firstQuestion
      : fill(household.question, { so: step.number, tong: total });
  const spoken = [screen.question, screen.help, ...screen.options.map(({ label }) => label)].join('. ');
  const cannotGoOn = issue?.severity === 'block';

  return (
    <Page
      head={
        <>
          <Bar title={where} heading={false}>
            {speech !== null && (
              <Button
                icon={<Speaker />}
                onClick={() => (speech.isSpeaking ? speech.stop() : speech.say(spoken))}
              >
                {speech.isSpeaking ? common.stopListening : common.listen}
              </Button>
            )}
            <LargeTextButton />
          </Bar>
          <ProgressTicks set={set} answers={answers} now={step.id} />
          <SaveStateLine autosave={autosave} draft={draft} />
        </>
      }
      foot={
        <Dock>
          {onBack !== null && (
            <Button icon={<ArrowLeft />} onClick={onBack}>
              {common.back}
            </Button>
          )}
          <Button kind="main" aria-disabled={cannotGoOn} onClick={() => (cannotGoOn ? undefined : onNext())}>
            {doneLabel ?? common.next}
            {doneLabel === undefined && <ArrowRight />}
          </Button>
        </Dock>
      }
    >
      {note}
      <div className={styles.question}>
        {step.group !== null && <p className={styles.group}>{step.group}</p>}
        <h1 id={headingId} tabIndex={-1} data-screen-heading>
          {screen.question}
        </h1>
        <p className="soft">{screen.help}</p>
        <div className={styles.answers}>
          <QuestionField
            key={step.id}
            {...step.question}
            value={answers[step.id]}
            ticks={draft.ticks[step.id] ?? []}
            onChange={(value, ticks) => answer(step.id, value, ticks)}
            labelledBy={headingId}
            outOf={outOfOf(step.question, answers)}
            onEditOutOf={shared === undefined ? undefined : () => onEditShared(shared)}
            error={issue?.severity === 'block' ? issue.message : undefined}
            warning={issue?.severity === 'warn' ? issue.message : undefined}
          />
          {(!isAnswered || cannotGoOn) && doneLabel === undefined && (
            <Button kind="quiet" small onClick={onNext}>
              {household.skip}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}
