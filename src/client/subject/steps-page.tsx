/** Bước khác: every step that would earn more, best first, with what it takes and whether there is time for it. */
import { ChevronRight } from 'lucide-react';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Criterion } from '#domain/criteria.ts';
import type { NextStep } from '#domain/next-steps.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { GuideLink } from '#client/form/guide-link.tsx';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { otherStepWords } from '#client/messages/other-steps.ts';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { sheetSentence } from './sheet-sentence.ts';
import type { SheetRows } from './read-sheet.ts';
import { sheetState } from './sheet-state.ts';
import { stepGain, stepNeed, stepPath, stepTitle } from './step-words.ts';
import { SubjectNav } from './subject-nav.tsx';
import { useSheetSteps } from './use-sheet-steps.ts';
import styles from './subject.module.css';

interface StepsPageProps {
  rows: SheetRows;
  facts: SheetFacts;
  now: number;
  home: string;
  form: string;
}

const { effort: effortWords } = otherStepWords;

/** How long it takes, in words; what the phone knows already only has to be written down. */
const effortOf = ({ need, effort }: NextStep): string => {
  if (need.kind === 'figures' || need.kind === 'logged') return otherStepWords.writeOnly;
  if (effort >= 3) return effortWords[3];
  return effort === 2 ? effortWords[2] : effortWords[1];
};

interface StepProps {
  step: NextStep;
  criterion: Criterion;
  href: string;
}

function Step({ step, criterion, href }: StepProps) {
  return (
    <li>
      <a className={styles.step} href={href}>
        <span>
          <b className="tone-tea">{stepGain(step)}</b>
          <b>{stepTitle(criterion, step)}</b>
          <span>{stepNeed(criterion, step)}</span>
          <span className="soft">{effortOf(step)}</span>
        </span>
        <ChevronRight />
      </a>
      <GuideLink id={step.guide} />
    </li>
  );
}

export function StepsPage({ rows, facts, now, home, form }: StepsPageProps) {
  const { set } = facts;
  const phase = useEnginePhase();
  const steps = useSheetSteps(rows, facts, now);
  const state = sheetState(rows, phase);
  const criteria = new Map(criteriaOf(set).map((criterion) => [criterion.id, criterion] as const));
  const groups = [
    { title: otherStepWords.inTime, of: steps.filter(({ feasible }) => feasible) },
    { title: otherStepWords.notInTime, of: steps.filter(({ feasible }) => !feasible) },
  ].filter(({ of }) => of.length > 0);
  return (
    <Page
      head={
        <>
          <Bar title={otherStepWords.title} back={home} />
          <StateLine state={state.word} sentence={sheetSentence(rows.profile, state)} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      {groups.length === 0 ? (
        <EmptyState
          title={otherStepWords.emptyTitle}
          action={
            <LinkButton kind="main" wide href={form}>
              {otherStepWords.toForm}
            </LinkButton>
          }
        >
          <p>{otherStepWords.leadNone}</p>
        </EmptyState>
      ) : (
        <p className="soft">{otherStepWords.lead}</p>
      )}
      {groups.map(({ title, of }) => (
        <section key={title} className={styles.steps} aria-label={title}>
          <h2>{title}</h2>
          <ul className={styles.stepList}>
            {of.map((step) => {
              const criterion = criteria.get(step.criterionId);
              return (
                criterion && (
                  <Step
                    key={step.criterionId}
                    step={step}
                    criterion={criterion}
                    href={stepPath(set, step, form)}
                  />
                )
              );
            })}
          </ul>
        </section>
      ))}
    </Page>
  );
}
