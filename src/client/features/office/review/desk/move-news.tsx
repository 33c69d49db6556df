/** What the commune did not take of this machine's moves, and what stands in the way of new ones. */
import { Link } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { refusedWords } from '../../moves/move-words.ts';
import { submissionPath } from '../../paths.ts';
import sheets from '../../sheet.module.css';
import { when } from '../../when.ts';
import type { Desk } from './standing.ts';

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

export function MoveNews({ desk, drain }: { desk: Desk; drain: number | null }) {
  const { refused, newer } = desk;
  return (
    <>
      {refused !== null && (
        <Notice tone="hand" title={fill(moveWords.refusedTitle, { move: moveWords.last[refused.to] })}>
          <p role="status">{refusedWords(refused.code)}</p>
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
