/** The whole form: who sent it and when, its pillars, papers, consent, rounds, the talk, and what changed. */
import { useMemo } from 'react';
import { score } from '#domain/score.ts';
import { PLAN_PAGES } from '#protocol/subject-records.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { Comments } from '../../comments.tsx';
import { ConsentRecord } from '../../consent-record.tsx';
import { FamilyPanel } from '../../family/family-panel.tsx';
import { History } from '../../history.tsx';
import { SubjectPapers } from '../../papers/subject-papers.tsx';
import { useSubjectPapers } from '../../papers/use-subject-papers.ts';
import { PillarTable } from '../../pillar-table.tsx';
import { SubmissionFacts } from '../../submission-facts.tsx';
import { InspectionNotes } from '../../trust/inspection-notes.tsx';
import styles from '../desk/desk.module.css';
import type { Review } from '../read/use-review.ts';
import { Changed } from './changed.tsx';

export function AboutForm({ review }: { review: Review }) {
  const { around, rows, view } = review;
  const { submission, set, comments, own } = around;
  const papers = useSubjectPapers(around);
  const sheet = useMemo(() => (set ? score(set, submission.snapshot) : null), [set, submission.snapshot]);
  return (
    <section className={styles.about} aria-labelledby="ve-phieu">
      <h2 id="ve-phieu">{words.about}</h2>
      <div className={styles.column}>
        {submission.subjectKind === 'household' && <FamilyPanel assessmentId={submission.assessmentId} />}
        <SubmissionFacts view={around} sheet={sheet} />
        <InspectionNotes subjectId={submission.subjectId} />
        {sheet && <PillarTable sheet={sheet} />}
        {submission.subjectKind === 'household' && <ConsentRecord consent={submission.consent} />}
      </div>
      <div className={styles.column}>
        {view && <Changed around={around} view={view} />}
        <History view={around} />
        {papers && (
          <SubjectPapers
            papers={papers}
            isUnit={submission.subjectKind === 'unit'}
            planPages={rows.photos.get(PLAN_PAGES) ?? []}
          />
        )}
        <Comments assessmentId={submission.assessmentId} comments={comments} own={own} />
      </div>
    </section>
  );
}
