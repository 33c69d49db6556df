/** The talk about an assessment. A comment is an operation like any other: it waits here until the commune has it. */
import { useId, useState, type FormEvent } from 'react';
import type { CommentRow } from '#protocol/judged-rows.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { office } from '#client/messages/office.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { typedText } from '#client/ui/typed-text.ts';
import styles from './comments.module.css';
import controls from './controls.module.css';
import sheets from './sheet.module.css';
import type { OwnComment } from './use-submission.ts';
import { when } from './when.ts';

export interface CommentsProps {
  assessmentId: string;
  comments: readonly CommentRow[];
  own: readonly OwnComment[];
}

const ownWords: Record<OwnComment['state'], string> = {
  queued: office.pendingComment,
  setAside: office.setAsideComment,
};

export function Comments({ assessmentId, comments, own }: CommentsProps) {
  return (
    <section className={sheets.sheet}>
      <h2>{office.commentsTitle}</h2>
      {comments.length === 0 && own.length === 0 && <p className={sheets.note}>{office.noComments}</p>}
      <ol className={styles.comments}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className={styles.by}>
              <b>{comment.byName}</b>, {office.roles[comment.byRole]}, {when(comment.at)}
              {comment.criterionId !== undefined && `, ${comment.criterionId}`}
            </p>
            <p>{comment.text}</p>
          </li>
        ))}
        {own.map((comment) => (
          <li key={comment.opId}>
            <p className={styles.by}>
              <b>{office.me}</b>, {when(comment.at)}
            </p>
            <p>{comment.text}</p>
            <p className={sheets.state}>
              <Glyph state={comment.state} />
              <span>{ownWords[comment.state]}</span>
            </p>
          </li>
        ))}
      </ol>
      <CommentForm assessmentId={assessmentId} />
    </section>
  );
}

function CommentForm({ assessmentId }: { assessmentId: string }) {
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
      await workspace.comment(assessmentId, text.trim());
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
      <label htmlFor={id}>{office.commentLabel}</label>
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
      <button type="submit" className={controls.mainButton}>
        {office.addComment}
      </button>
    </form>
  );
}
