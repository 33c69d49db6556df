/** What became of a family's form at the commune, in the family's words; no answer ever comes back to this phone. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { canWithdraw, openReturn, standingState, waitingMove } from '#client/subject/round.ts';
import { Withdraw } from '#client/subject/withdraw.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { SentRows } from './read-sent.ts';

const { household: words } = roundWords;

type RoundRows = Pick<SentRows, 'assessment' | 'own'>;

export function FamilyRound({ rows, set }: { rows: RoundRows; set: CriteriaSet }) {
  const returned = openReturn(rows);
  if (waitingMove(rows) === 'withdrawn') return <Notice tone="wait">{roundWords.withdrawWaits}</Notice>;
  if (returned !== null) {
    const questions = new Map(criteriaOf(set).map(({ id, screen }) => [id, screen.question]));
    const by = { by: returned.byName, time: formatTime(returned.at), date: formatDate(returned.at) };
    return (
      <Notice tone="hand" title={words.returnedTitle}>
        <p>{fill(roundWords.returnedBy, by)}:</p>
        <p>{returned.reason}</p>
        <ul>
          {returned.items?.map(({ criterionId, ask }) => (
            <li key={criterionId}>
              <b>{questions.get(criterionId) ?? criterionId}</b> {ask}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  switch (standingState(rows)) {
    case 'withdrawn':
      return (
        <Notice tone="plain" title={roundWords.withdrawnTitle}>
          <p>{words.withdrawnText}</p>
        </Notice>
      );
    case 'underReview':
      return <Notice tone="word">{words.underReviewText}</Notice>;
    case 'verified':
      return <Notice tone="word">{words.verifiedText}</Notice>;
    case 'final':
      return <Notice tone="word">{words.finalText}</Notice>;
    default:
      return null;
  }
}

/** Only while the commune has it and nobody has begun to read it. */
export function FamilyWithdraw({ rows }: { rows: RoundRows }) {
  const { profile } = useWorkspace();
  if (!canWithdraw(rows, profile.role)) return null;
  return <Withdraw assessmentId={profile.assessmentId ?? ''} what={words.withdrawWhat} />;
}
