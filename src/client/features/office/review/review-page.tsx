/** One submission under review: its criteria with three scores, the open one beside them, and the whole form below. */
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { office } from '#client/messages/office.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { stateWords } from '#client/messages/states.ts';
import { fill } from '#client/messages/fill.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import styles from '../office.module.css';
import sheets from '../sheet.module.css';
import type { Neighbours } from './desk/desk-acts.tsx';
import { ReviewDesk } from './desk/review-desk.tsx';
import { useReview } from './read/use-review.ts';
import { AboutForm } from './rounds/about-form.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import { useNoteOpened } from '../session/use-note-opened.ts';

export interface ReviewPageProps {
  submissionId: string;
  neighbours: Neighbours;
  onOpen: (submissionId: string) => void;
  onBack: () => void;
}

export function ReviewPage({ submissionId, neighbours, onOpen, onBack }: ReviewPageProps) {
  const review = useReview(submissionId);
  useNoteOpened(review?.around.submission.assessmentId);
  const first = new URLSearchParams(useSearch()).get('muc') ?? '';
  const keys = useMemo(() => [{ keys: ['Escape'], does: words.keys.escape, act: onBack }], [onBack]);
  useScreenKeys(keys);
  if (review?.view) {
    const { view } = review;
    return (
      <ReviewDesk
        key={submissionId}
        review={review}
        view={view}
        first={first}
        neighbours={neighbours}
        onOpen={onOpen}
        onBack={onBack}
      />
    );
  }
  return (
    <>
      <header className={styles.head}>
        <button type="button" className={controls.button} onClick={onBack}>
          {office.back}
        </button>
        <h1>{review?.around.submission.subjectName ?? words.list.title}</h1>
        {review && <span>{stateWords[review.around.assessment?.value.state ?? 'received']}</span>}
      </header>
      <main className={styles.body} id="noi-dung">
        {review === undefined && <p role="status">{office.loading}</p>}
        {review === null && <EmptyState title={office.notFoundTitle}>{office.notFoundText}</EmptyState>}
        {review && (
          <>
            <p className={sheets.sheet}>
              {fill(office.noSet, { set: review.around.submission.criteriaSet })}
            </p>
            <AboutForm review={review} />
          </>
        )}
      </main>
    </>
  );
}
