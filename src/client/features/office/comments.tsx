/** The talk about an assessment. A comment is an operation like any other: it waits here until the commune has it. */
import { useId, useState, type FormEvent } from 'react';
import type { CommentRow } from '#protocol/draft-rows.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { typedText } from '#client/ui/typed-text.ts';
import styles from './comments.module.css';
import controls from './controls.module.css';
import sheets from './sheet.module.css';
import type { OwnComment } from './use-submission.ts';
import { when } from './when.ts';

export interface CommentsProps {
  assessmentId: string;
  /** Only those about one criterion, and what is written here is about it. */
  criterion?: { id: string; code: string };
  comments: readonly CommentRow[];
  own: readonly OwnComment[];
}

const ownWords: Record<OwnComment['state'], string> = {
  queued: office.pendingComment,
  setAside: office.setAsideComment,
};

const ofCriterion =
  (criterion: CommentsProps['criterion']) =>
  ({ criterionId }: { criterionId?: string | undefined }): boolean =>
    criterion === undefined || criterionId === criterion.id;

export function Comments({ assessmentId, criterion, comments, own }: CommentsProps) {
  const isOf = ofCriterion(criterion);
  const shown = comments.filter(isOf);
  const mine = own.filter(isOf);
  const none = criterion === undefined ? office.noComments : reviewWords.comments.none;
  return (
    <section className={criterion === undefined ? sheets.sheet : undefined}>
      {criterion === undefined && <h2>{office.commentsTitle}</h2>}
      {shown.length === 0 && mine.length === 0 && <p className={sheets.note}>{none}</p>}
      <ol className={styles.comments}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <p className={styles.by}>
              <b>{comment.byName}</b>, {office.roles[comment.byRole]}, {when(comment.at)}
              {comment.criterionId !== undefined && `, ${comment.criterionId}`}
            </p>
            <p>{comment.text}</p>
          </li>
        ))}
        {mine.map((comment) => (
          <li key={comment.opId}>
            <p className={styles.by}>
              <b>{office.me}</b>, {when(comment.at)}
              {comment.criterionId !== undefined && `, ${comment.criterionId}`}
            </p>
            <p>{comment.text}</p>
            <p className={sheets.state}>
              <Glyph state={comment.state} />
              <span>{ownWords[comment.state]}</span>
            </p>
          </li>
        ))}
      </ol>
      <CommentForm assessmentId={assessmentId} criterionId={criterion?.id} />
    </section>
  );
}

interface CommentFormProps {
  assessmentId: string;
  criterionId: string | undefined;
}

function CommentForm({ assessmentId, criterionId }: CommentFormProps) {
  const workspace = useWorkspace();
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === '') {
      setProblem(office.emptyComment);
      return;
    }
    setBusy(true);
    try {
      await workspace.comment(assessmentId, text.trim(), criterionId);
      setText('');
      setProblem('');
    } catch {
      // The words stay in the box; the sentence says so.
      setProblem(office.commentFailed);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={styles.commentForm} onSubmit={(event) => void send(event)} noValidate>
      <label htmlFor={id}>
        {criterionId === undefined ? office.commentLabel : reviewWords.comments.write}
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        value={text}
        aria-describedby={`${id}-help`}
        aria-invalid={problem !== '' || undefined}
        onChange={(event) => setText(typedText(event))}
      />
      <p id={`${id}-help`} className={sheets.note}>
        {problem === '' ? office.commentHelp : problem}
      </p>
      <button type="submit" className={controls.button}>
        {office.addComment}
      </button>
    </form>
  );
}
