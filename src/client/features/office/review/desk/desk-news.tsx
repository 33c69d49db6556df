/** What must be read before one goes on: moves on their way or refused, scores without effect, who scores what. */
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import sheets from '../../sheet.module.css';
import type { Review } from '../read/use-review.ts';
import { RefusedPanel } from '../scores/refused-panel.tsx';
import type { RefusedScore } from '../scores/refused-scores.ts';
import type { ReviewView } from '../view/criteria-view.ts';
import { assignmentOf } from './assign-dialog.tsx';
import { BatchDone } from './batch-bar.tsx';
import type { BatchItem } from './batch.ts';
import styles from './desk.module.css';
import { AskedLine } from '../rounds/asked-line.tsx';
import { MoveNews } from './move-news.tsx';
import { TrustLine } from './trust-line.tsx';
import type { Desk } from './standing.ts';
import type { DeskHands } from './use-desk.ts';

interface DeskNewsProps {
  review: Review;
  view: ReviewView;
  desk: Desk;
  drain: number | null;
  hands: DeskHands;
  refused: readonly RefusedScore[];
  done: readonly BatchItem[];
  onDismiss: (scores: readonly RefusedScore[]) => void;
}

export function DeskNews(props: DeskNewsProps) {
  const { review, view, desk, drain, hands, refused, done, onDismiss } = props;
  const { submission } = review.around;
  const again = (score: RefusedScore): void => {
    const points = score.reasonCode === NOT_APPLICABLE ? '' : formatPoints(score.points);
    hands.change(score.criterionId, { points, code: score.reasonCode, reason: score.reason });
    hands.goTo(score.criterionId);
  };
  const againAll = (scores: readonly RefusedScore[]): Promise<void> =>
    hands.once(hands.selected, async () => {
      await hands.begin();
      for (const { criterionId, points, reasonCode, reason } of scores) {
        const bases =
          view.criteria.find(({ criterion }) => criterion.id === criterionId)?.standing.bases ?? [];
        await hands.give(criterionId, { points, reasonCode, reason }, bases);
      }
    });
  return (
    <div className={styles.news}>
      <MoveNews
        desk={desk}
        drain={drain}
        set={view.set}
        onTakeBack={({ reason, items }) => {
          for (const { criterionId, ask } of items) hands.askAt(criterionId, ask);
          hands.keepReturnReason(reason);
        }}
      />
      <AskedLine review={review} view={view} onGo={hands.goTo} />
      <TrustLine submissionId={submission.id} />
      <RefusedPanel
        refused={refused}
        set={view.set}
        shown={submission}
        newer={desk.newer}
        isOpen={desk.isOpen}
        onAgain={again}
        onAgainAll={(scores) => void againAll(scores)}
        onDismiss={onDismiss}
      />
      <BatchDone view={view} done={done} hands={hands} />
      <AssignLine review={review} view={view} />
    </div>
  );
}

/** Who scores what, where it has been divided. */
function AssignLine({ review, view }: Pick<DeskNewsProps, 'review' | 'view'>) {
  const groups = assignmentOf(review.rows.assignments, view.set.subjectKind)?.value.groups ?? [];
  if (groups.length === 0) return null;
  return <p className={sheets.note}>{fill(reviewWords.assign.open, { groups: groups.join(', ') })}</p>;
}
