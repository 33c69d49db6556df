/** What this officer may do with the form now, what waits to be sent, and what the server refused with what to do. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { AssessmentState } from '#protocol/operation.ts';
import type { Transition } from '#protocol/transitions.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { Notice } from '#client/ui/notice.tsx';
import type { MoveWords } from '#client/workspace.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { SubmissionView } from '../use-submission.ts';
import { when } from '../when.ts';
import { isPlain, MoveForm } from './move-form.tsx';
import { moveView, type OwnMove } from './move-view.ts';
import { buttonWords, refusedWords } from './move-words.ts';
import { ReturnForm } from './return-form.tsx';
import styles from './moves.module.css';

function OwnMoveNews({ own, newer }: { own: OwnMove; newer: string | null }) {
  const move = moveWords.last[own.to];
  if (own.standing.kind === 'waits')
    return (
      <Notice tone="wait">
        <p role="status">{fill(moveWords.waits, { move })}</p>
      </Notice>
    );
  return (
    <Notice tone="hand" title={fill(moveWords.refusedTitle, { move })}>
      <p role="status">{refusedWords(own.standing.code)}</p>
      {newer !== null && <Link href={`/van-phong/phieu/${newer}`}>{moveWords.openNewer}</Link>}
    </Notice>
  );
}

/** Until when moves wait, by this machine's clock; null = they do not. */
function useDrain(): number | null {
  const now = useNow();
  const workspace = useWorkspace();
  const until = useLive(async () => {
    const { drainUntil, clockOff } = await workspace.syncState();
    return drainUntil === null ? null : drainUntil - clockOff;
  }, [workspace]);
  return until !== undefined && until !== null && until > now ? until : null;
}

export function MovesPanel({ view }: { view: SubmissionView }) {
  const workspace = useWorkspace();
  const drain = useDrain();
  const [open, setOpen] = useState<Transition | null>(null);
  const [failed, setFailed] = useState(false);
  const { submission, assessment, history, set, ownMoves } = view;
  const { state, moves, own, newer } = moveView({
    role: workspace.profile.role,
    assessment,
    shown: submission,
    history,
    own: ownMoves,
  });

  const go = (to: AssessmentState, words?: MoveWords): Promise<void> =>
    workspace.move(submission.assessmentId, to, words);
  const press = (move: Transition): void => {
    setFailed(false);
    if (!isPlain(move)) return setOpen(move);
    go(move.to).catch(() => setFailed(true));
  };
  // Without its set nobody can say which question is meant.
  const offered = moves.filter(({ needs }) => set !== null || !needs.includes('items'));

  return (
    <section className={sheets.sheet}>
      <h2>{moveWords.title}</h2>
      <p>{moveWords.what[state]}</p>
      {own !== null && <OwnMoveNews own={own} newer={newer} />}
      {newer !== null && (
        <p>
          {moveWords.notCurrent} <Link href={`/van-phong/phieu/${newer}`}>{moveWords.toCurrent}</Link>
        </p>
      )}
      {drain !== null && moves.length > 0 && (
        <Notice tone="wait">{fill(moveWords.draining, { when: when(drain) })}</Notice>
      )}
      {drain === null && open === null && offered.length > 0 && (
        <div className={styles.moves}>
          {offered.map((move, at) => (
            <button
              key={move.to}
              type="button"
              className={at === 0 ? controls.mainButton : controls.button}
              onClick={() => press(move)}
            >
              {buttonWords(state, move.to)}
            </button>
          ))}
        </div>
      )}
      {failed && <p role="alert">{moveWords.failed}</p>}
      {drain === null && open !== null && open.needs.includes('items') && set !== null && (
        <ReturnForm
          set={set}
          snapshot={submission.snapshot}
          onReturn={(words) => go('returned', words)}
          onClose={() => setOpen(null)}
        />
      )}
      {drain === null && open !== null && !open.needs.includes('items') && (
        <MoveForm from={state} move={open} onMove={go} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}
