/** The officer's points of one row: given, being typed, waiting, disputed, or an empty dashed box. */
import { NOT_APPLICABLE, type OfficerCriterion } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import type { Standing } from '../scores/live-scores.ts';
import { readPoints, type ScoreDraft } from '../scores/score-draft.ts';
import styles from './table.module.css';

interface OfficerCellProps {
  standing: Standing;
  /** What counts now where nobody gave points. */
  counted: OfficerCriterion | undefined;
  draft: ScoreDraft | undefined;
}

const Spoken = ({ text }: { text: string }) => <span className="spoken-only"> {text}</span>;

function Typed({ draft }: { draft: ScoreDraft }) {
  const points = readPoints(draft.points);
  const isNa = draft.code === NOT_APPLICABLE;
  const text = isNa ? words.notApplicable : points === null ? draft.points : formatPoints(points);
  return (
    <span className={cx(styles.box, styles.now)}>
      {text}
      <Spoken text={words.unsaved} />
    </span>
  );
}

function Standing({ standing, counted }: Pick<OfficerCellProps, 'standing' | 'counted'>) {
  if (standing.kind === 'disputed')
    return <span className={cx(styles.box, styles.dispute)}>{words.disputedCell}</span>;
  if (standing.kind === 'given') {
    const { points, reasonCode, waits } = standing.score;
    return (
      <>
        <span className={styles.box}>
          {reasonCode === NOT_APPLICABLE ? words.notApplicable : formatPoints(points)}
        </span>
        {waits && (
          <span className={styles.wait}>
            <Glyph state="queued" />
            {words.waits}
          </span>
        )}
      </>
    );
  }
  if (counted?.status === 'asScored')
    return (
      <span className={cx(styles.box, styles.quiet)}>
        {formatPoints(counted.points)}
        <Spoken text={words.asScored} />
      </span>
    );
  if (counted?.status === 'notApplicable')
    return <span className={cx(styles.box, styles.quiet)}>{words.notApplicable}</span>;
  return (
    <span className={cx(styles.box, styles.none)}>
      <Spoken text={words.empty} />
    </span>
  );
}

export const OfficerCell = ({ draft, ...rest }: OfficerCellProps) =>
  draft === undefined ? <Standing {...rest} /> : <Typed draft={draft} />;
