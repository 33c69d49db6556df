/** What the commune did not take of this machine's moves, and what stands in the way of new ones. */
import { Link } from 'wouter';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Button } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { refusedWords } from '../../moves/move-words.ts';
import { submissionPath } from '../../paths.ts';
import sheets from '../../sheet.module.css';
import { when } from '../../when.ts';
import styles from './desk.module.css';
import type { Desk, RefusedMove } from './standing.ts';

/** Until when moves and points wait after a restore, by this machine's clock; null = they do not. */
export function useDrain(): number | null {
  const now = useNow();
  const workspace = useWorkspace();
  const until = useLive(async () => {
    const { drainUntil, clockOff } = await workspace.syncState();
    return drainUntil === null ? null : drainUntil - clockOff;
  }, [workspace]);
  return until !== undefined && until !== null && until > now ? until : null;
}

interface MoveNewsProps {
  desk: Desk;
  drain: number | null;
  set: CriteriaSet;
  /** Puts what was asked back on the list of what is to be returned. */
  onTakeBack: (move: RefusedMove) => void;
}

/** The words of a move that was not taken: nothing a person wrote goes with it. */
function OwnWords({ move: { reason, items }, set }: { move: RefusedMove; set: CriteriaSet }) {
  const code = (id: string): string => criteriaOf(set).find((each) => each.id === id)?.code ?? id;
  if (reason === '' && items.length === 0) return null;
  return (
    <>
      <p>
        <b>{moveWords.ownWords}</b> {reason}
      </p>
      {items.length > 0 && (
        <ul className={styles.given}>
          {items.map(({ criterionId, ask }) => (
            <li key={criterionId}>
              <b>{fill(reviewWords.rounds.item, { code: code(criterionId) })}</b>
              <span>{ask}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function MoveNews({ desk, drain, set, onTakeBack }: MoveNewsProps) {
  const { refused, newer } = desk;
  return (
    <>
      {refused !== null && (
        <Notice tone="hand" title={fill(moveWords.refusedTitle, { move: moveWords.last[refused.to] })}>
          <p role="status">{refusedWords(refused.code)}</p>
          <OwnWords move={refused} set={set} />
          {refused.to === 'returned' && newer === null && (
            <Button small onClick={() => onTakeBack(refused)}>
              {moveWords.takeBack}
            </Button>
          )}
          {newer !== null && <Link href={submissionPath(newer)}>{moveWords.openNewer}</Link>}
        </Notice>
      )}
      {newer !== null && (
        <Notice tone="word">
          <p>
            {moveWords.notCurrent} <Link href={submissionPath(newer)}>{moveWords.toCurrent}</Link>
          </p>
        </Notice>
      )}
      {drain !== null && <Notice tone="wait">{fill(moveWords.draining, { when: when(drain) })}</Notice>}
    </>
  );
}

/** In the head, where nothing moves when it goes: what is on its way. */
export function MovesWaiting({ desk: { waiting } }: { desk: Desk }) {
  if (waiting.length === 0) return null;
  const moves = waiting.map((to) => moveWords.last[to]).join(', ');
  return (
    <span className={sheets.state} role="status">
      <Glyph state="queued" />
      <span>{fill(reviewWords.movesWait, { move: moves })}</span>
    </span>
  );
}
