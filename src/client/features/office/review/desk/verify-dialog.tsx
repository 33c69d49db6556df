/** What thẩm định locks, said before it is done; what is still missing where something is. */
import { useState } from 'react';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import { when } from '../../when.ts';
import type { Review } from '../read/use-review.ts';
import type { ReviewView } from '../view/criteria-view.ts';
import styles from './desk.module.css';
import { useFocusOnOpen } from './use-focus-on-open.ts';

const { verify: words } = reviewWords;

/** Criteria that hold thẩm định up: a household's form may be verified as the server scored it. */
export const missingOf = (view: ReviewView): { open: string[]; disputed: string[] } => {
  const codeOf = new Map(view.criteria.map(({ criterion }) => [criterion.id, criterion.code]));
  const codes = (ids: readonly string[]): string[] => ids.map((id) => codeOf.get(id) ?? id);
  const open = view.officer.open.filter((id) => !view.disputed.includes(id));
  return { open: codes(open), disputed: codes(view.disputed) };
};

interface VerifyDialogProps {
  review: Review;
  view: ReviewView;
  onVerify: () => Promise<void>;
  onToFirst: () => void;
  onClose: () => void;
}

export function VerifyDialog({ review, view, onVerify, onToFirst, onClose }: VerifyDialogProps) {
  const [failed, setFailed] = useState(false);
  const main = useFocusOnOpen();
  const { open, disputed } = missingOf(view);
  const isReady = open.length === 0 && disputed.length === 0;
  const go = (): void => {
    onVerify().then(onClose, () => setFailed(true));
  };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <div className={styles.dialog}>
        {isReady ? (
          <Locks review={review} view={view} />
        ) : (
          <Notice tone="hand">
            {open.length > 0 && <p>{fill(words.notYet, { n: open.length, codes: open.join(', ') })}</p>}
            {disputed.length > 0 && <p>{fill(words.disputed, { codes: disputed.join(', ') })}</p>}
          </Notice>
        )}
        {failed && <p role="alert">{moveWords.failed}</p>}
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.cancel}
          </button>
          <button
            type="button"
            className={controls.mainButton}
            ref={main}
            onClick={() => {
              if (isReady) return go();
              onToFirst();
            }}
          >
            {isReady ? words.go : words.toFirst}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function Locks({ review, view }: { review: Review; view: ReviewView }) {
  const { submission, comments } = review.around;
  const { self, supported, officer } = view;
  const given = view.criteria.flatMap((each) =>
    each.standing.kind === 'given' ? [{ ...each, score: each.standing.score }] : [],
  );
  const na = given.filter(({ score }) => score.reasonCode === NOT_APPLICABLE).length;
  const differs = given.filter(
    ({ self: claim, score }) => score.reasonCode !== NOT_APPLICABLE && claim.points !== score.points,
  ).length;
  const waits = given.filter(({ score }) => score.waits).length;
  const facts = {
    when: when(submission.receivedAt),
    points: formatPoints(officer.normalised),
    n: officer.criteria.length,
  };
  return (
    <>
      <p>
        <b>
          {fill(words.three, {
            self: formatPoints(self.normalised),
            supported: formatPoints(supported.normalised),
            officer: formatPoints(officer.normalised),
          })}
        </b>
      </p>
      <p>{words.intro}</p>
      <ul className={styles.locks}>
        {words.locks.map((lock) => (
          <li key={lock}>{fill(lock, facts)}</li>
        ))}
      </ul>
      {differs > 0 && <p>{fill(words.differs, { n: differs })}</p>}
      {na > 0 && <p>{fill(words.na, { n: na })}</p>}
      {!officer.rankable && <Notice tone="wait">{words.naCap}</Notice>}
      {comments.length > 0 && <p>{fill(words.comments, { n: comments.length })}</p>}
      {waits > 0 && <Notice tone="wait">{fill(words.waits, { n: waits })}</Notice>}
    </>
  );
}
