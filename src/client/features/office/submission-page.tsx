/** One submission as it was sent: who, when, every answer with its points and why, consent, and the talk about it. */
import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { score } from '#domain/score.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { stateWords } from '#client/messages/states.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { AnswersTable } from './answers-table.tsx';
import { Comments } from './comments.tsx';
import { ConsentRecord } from './consent-record.tsx';
import { FamilyPanel } from './family/family-panel.tsx';
import { History } from './history.tsx';
import { MovesPanel } from './moves/moves-panel.tsx';
import controls from './controls.module.css';
import styles from './office.module.css';
import sheets from './sheet.module.css';
import { Evidence, usePhotosOf } from './photos/evidence.tsx';
import { PaperList } from './papers/paper-list.tsx';
import { SubjectPapers } from './papers/subject-papers.tsx';
import { useSubjectPapers } from './papers/use-subject-papers.ts';
import { PillarTable } from './pillar-table.tsx';
import { useSubmission, type SubmissionView } from './use-submission.ts';
import { SubmissionFacts } from './submission-facts.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export interface SubmissionPageProps {
  submissionId: string;
  singleKeys: boolean;
  onBack(): void;
  onHelp(): void;
}

export function SubmissionPage({ submissionId, singleKeys, onBack, onHelp }: SubmissionPageProps) {
  const workspace = useWorkspace();
  const view = useSubmission(workspace, submissionId);
  const keys = useMemo(() => ({ Escape: onBack, '?': onHelp }), [onBack, onHelp]);
  useShortcuts(keys, singleKeys);

  const assessmentState = view?.assessment?.value.state ?? 'received';
  return (
    <>
      <header className={styles.head}>
        <button type="button" className={controls.button} onClick={onBack}>
          <ArrowLeft className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          {office.back}
        </button>
        <h1>{view?.submission.subjectName ?? office.back}</h1>
        {view && (
          <span className={sheets.state}>
            <Glyph state={assessmentState} />
            <span>{stateWords[assessmentState]}</span>
          </span>
        )}
        {view && (
          <p>
            {office.kinds[view.submission.subjectKind]},{' '}
            {office.channels[view.submission.channel].toLowerCase()}
          </p>
        )}
        {view && (
          <div className={styles.headRight}>
            <button type="button" className={controls.button} onClick={() => window.print()}>
              <Printer className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
              {office.print}
            </button>
          </div>
        )}
      </header>
      <main className={styles.body} id="noi-dung">
        {view === undefined && <p role="status">{office.loading}</p>}
        {view === null && <EmptyState title={office.notFoundTitle}>{office.notFoundText}</EmptyState>}
        {view && <Sheet view={view} />}
      </main>
    </>
  );
}

function Sheet({ view }: { view: SubmissionView }) {
  const { submission, set } = view;
  const photos = usePhotosOf(submission.assessmentId);
  const papers = useSubjectPapers(view);
  const sheet = useMemo(() => (set ? score(set, submission.snapshot) : null), [set, submission.snapshot]);
  return (
    <div className={sheets.split}>
      <section aria-label={office.answers}>
        {set && sheet ? (
          <AnswersTable
            set={set}
            sheet={sheet}
            snapshot={submission.snapshot}
            beside={(criterion) => (
              <>
                <Evidence criterion={criterion} photos={photos?.get(criterion.id) ?? []} />
                <PaperList
                  papers={papers?.evidence.filter(({ value }) => value.criterionId === criterion.id) ?? []}
                />
              </>
            )}
          />
        ) : (
          <p className={sheets.sheet}>{fill(office.noSet, { set: submission.criteriaSet })}</p>
        )}
      </section>
      <div className={sheets.side}>
        <MovesPanel view={view} />
        {submission.subjectKind === 'household' && <FamilyPanel assessmentId={submission.assessmentId} />}
        <SubmissionFacts view={view} sheet={sheet} />
        {sheet && <PillarTable sheet={sheet} />}
        {papers && (
          <SubjectPapers
            papers={papers}
            isUnit={submission.subjectKind === 'unit'}
            planPages={photos?.get(PLAN_PAGES) ?? []}
          />
        )}
        {submission.subjectKind === 'household' && <ConsentRecord consent={submission.consent} />}
        <History view={view} />
        <Comments assessmentId={submission.assessmentId} comments={view.comments} own={view.own} />
      </div>
    </div>
  );
}
