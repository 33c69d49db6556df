/** The three scores of one criterion side by side, always in this order. */
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { cx } from '#client/ui/cx.ts';
import { readPoints, type ScoreDraft } from '../scores/score-draft.ts';
import { Tri } from '../table/tri.tsx';
import type { CriterionView } from '../view/criteria-view.ts';
import styles from './pane.module.css';

function officerWords({ standing }: CriterionView, draft: ScoreDraft | undefined): string {
  if (draft?.code === NOT_APPLICABLE) return words.notApplicableLong;
  const typed = draft === undefined ? null : readPoints(draft.points);
  if (typed !== null) return formatPoints(typed);
  if (standing.kind === 'disputed') return words.disputedCell;
  if (standing.kind === 'none') return '–';
  return standing.score.reasonCode === NOT_APPLICABLE
    ? words.notApplicableLong
    : formatPoints(standing.score.points);
}

export function Triple({ each, draft }: { each: CriterionView; draft: ScoreDraft | undefined }) {
  const { self, supported } = each;
  const isNa = self.status === 'notApplicable';
  const shown = {
    self: isNa ? words.notApplicableLong : self.status === 'scored' ? formatPoints(self.points) : '–',
    supported: isNa ? words.notApplicableLong : formatPoints(supported.points),
    officer: officerWords(each, draft),
  };
  return (
    <dl className={styles.triple}>
      {(['self', 'supported', 'officer'] as const).map((of) => (
        <div key={of}>
          <dt>
            <Tri of={of} /> {words[of]}
          </dt>
          <dd
            className={cx(
              of === 'officer' && styles.mine,
              shown[of] === words.notApplicableLong && styles.words,
            )}
          >
            {shown[of]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
