/** After sending: whose turn it is, in words, and the one thing this person may do about it. */
import { ArrowRight } from 'lucide-react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { SheetRows } from './read-sheet.ts';
import { nextToMend, ReturnedItems } from './returned-items.tsx';
import { canWithdraw, openReturn, standingState, waitingMove } from './round.ts';
import { ownOf } from './sheet-state.ts';
import { Withdraw } from './withdraw.tsx';

interface RoundCardProps {
  rows: SheetRows;
  facts: SheetFacts;
  form: string;
}

export function RoundCard({ rows, facts, form }: RoundCardProps) {
  const { profile } = useWorkspace();
  const { assessment } = rows;
  const sources = { assessment, own: ownOf(rows) };
  const returned = openReturn(sources);
  const review = `${form}${writePlace({ kind: 'review' })}`;
  if (returned !== null) {
    const answers = { ...rows.opened?.answers, ...facts.given };
    const next = nextToMend({ move: returned, facts, answers });
    return (
      <>
        <ReturnedItems move={returned} facts={facts} answers={answers} form={form} />
        <LinkButton
          kind="main"
          wide
          href={next === undefined ? review : `${form}${writePlace(placeOf(facts.set, next))}`}
          icon={<ArrowRight />}
        >
          {next === undefined
            ? roundWords.sendAgain
            : fill(roundWords.mendNext, { code: codeOf(facts, next) })}
        </LinkButton>
      </>
    );
  }
  if (waitingMove(sources) === 'withdrawn') return <Notice tone="wait">{roundWords.withdrawWaits}</Notice>;
  switch (standingState(sources)) {
    case 'received':
      return canWithdraw(sources, profile.role) ? (
        <>
          <Notice tone="plain" title={roundWords.sentTitle}>
            <p>{roundWords.sentText}</p>
          </Notice>
          <Withdraw assessmentId={profile.assessmentId ?? ''} what={roundWords.withdrawWhat} />
        </>
      ) : null;
    case 'withdrawn':
      return (
        <>
          <Notice tone="plain" title={roundWords.withdrawnTitle}>
            <p>{roundWords.withdrawnText}</p>
          </Notice>
          <LinkButton kind="main" wide href={review} icon={<ArrowRight />}>
            {roundWords.sendAgain}
          </LinkButton>
        </>
      );
    case 'underReview':
      return (
        <Notice tone="word" title={roundWords.underReviewTitle}>
          <p>{roundWords.underReviewText}</p>
        </Notice>
      );
    case 'verified':
      return (
        <Notice tone="word" title={roundWords.verifiedTitle}>
          <p>{roundWords.verifiedText}</p>
        </Notice>
      );
    case 'final':
      return (
        <Notice tone="word" title={roundWords.finalTitle}>
          <p>{roundWords.finalText}</p>
        </Notice>
      );
    default:
      return null;
  }
}

const codeOf = ({ set }: SheetFacts, id: string): string =>
  set.groups.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.code ?? id;
