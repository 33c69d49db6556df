/** The command itself: asked about once with its list, done row by row, and undone as a whole. */
import { useState } from 'react';
import { TAKEN_BACK } from '#domain/review/given-points.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import type { ReviewView } from '../view/criteria-view.ts';
import { undoable, type BatchItem } from './batch.ts';
import styles from './desk.module.css';
import type { DeskHands } from './use-desk.ts';
import { useFocusOnOpen } from './use-focus-on-open.ts';

const { batch: words } = reviewWords;

interface BatchDialogProps {
  items: readonly BatchItem[];
  hands: DeskHands;
  onDone: (done: readonly BatchItem[]) => void;
  onClose: () => void;
}

export function BatchDialog({ items, hands, onDone, onClose }: BatchDialogProps) {
  const [failed, setFailed] = useState<number | null>(null);
  const main = useFocusOnOpen();
  const go = async (): Promise<void> => {
    const done: BatchItem[] = [];
    try {
      await hands.begin();
      for (const item of items) {
        const given = { points: item.points, reasonCode: 'supported', reason: '' };
        await hands.give(item.criterionId, given, item.bases);
        done.push(item);
      }
      onDone(done);
      onClose();
    } catch {
      // Each is a transaction of its own: those that are on disk stay and are named.
      onDone(done);
      setFailed(done.length);
    }
  };
  return (
    <Dialog open title={fill(words.title, { n: items.length })} onClose={onClose}>
      <div className={styles.dialog}>
        <p>{items.length === 0 ? words.none : words.intro}</p>
        <ul>
          {items.map(({ criterionId, code, points }) => (
            <li key={criterionId}>
              {code}: {formatPoints(points)}
            </li>
          ))}
        </ul>
        {failed !== null && <p role="alert">{fill(words.failed, { done: failed, n: items.length })}</p>}
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.cancel}
          </button>
          {items.length > 0 && (
            <button type="button" className={controls.mainButton} ref={main} onClick={() => void go()}>
              {fill(words.go, { n: items.length })}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface BatchDoneProps {
  view: ReviewView;
  done: readonly BatchItem[];
  hands: DeskHands;
}

/** Stands until one leaves the page; what somebody changed since is left alone. */
export function BatchDone({ view, done, hands }: BatchDoneProps) {
  const [undone, setUndone] = useState<number | null>(null);
  const left = undoable(view, done);
  const undo = async (): Promise<void> => {
    for (const { criterionId } of left) {
      const bases = view.criteria.find(({ criterion }) => criterion.id === criterionId)?.standing.bases ?? [];
      await hands.give(criterionId, { points: 0, reasonCode: TAKEN_BACK, reason: '' }, bases);
    }
    setUndone(left.length);
  };
  if (undone !== null) return <Notice>{fill(words.undone, { n: undone })}</Notice>;
  if (left.length === 0) return null;
  return (
    <Notice>
      <p className={styles.line} role="status">
        {fill(words.done, { n: done.length })}{' '}
        <button type="button" className={controls.button} onClick={() => void undo()}>
          {words.undo}
        </button>
      </p>
    </Notice>
  );
}
