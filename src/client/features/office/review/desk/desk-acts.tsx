/** The buttons of the whole form, at the right of its name: neighbours in the list, and where it may be led. */
import { Printer } from 'lucide-react';
import { useRef } from 'react';
import type { Transition } from '#protocol/transitions.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import controls from '../../controls.module.css';
import { buttonWords } from '../../moves/move-words.ts';
import frame from '../../office.module.css';
import type { Desk } from './standing.ts';
import styles from './desk.module.css';

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
  /** From 1; 0 where it is not in the list. */
  at: number;
  all: number;
}

interface DeskActsProps {
  desk: Desk;
  neighbours: Neighbours;
  returning: number;
  batch: number;
  isWaiting: boolean;
  onOpen: (submissionId: string) => void;
  onMove: (move: Transition) => void;
  onBatch: () => void;
  /** null: this role assigns nothing. */
  onAssign: (() => void) | null;
}

export function DeskActs(props: DeskActsProps) {
  const { desk, neighbours, returning, batch, isWaiting, onOpen, onMove, onBatch, onAssign } = props;
  const { previous, next, at, all } = neighbours;
  const wordsOf = ({ to }: Transition): string =>
    to === 'returned' ? fill(reviewWords.ret.button, { n: returning }) : buttonWords(desk.state, to);
  // Taking back what was begun is seldom wanted, and stands with the rest.
  const isSeldom = ({ to }: Transition): boolean => to === 'received';
  const offered = isWaiting ? [] : desk.moves;
  const more = useRef<HTMLDetailsElement>(null);
  // Whatever was chosen in it, it does not stay over the page.
  const chosen = (act: () => void) => (): void => {
    more.current?.removeAttribute('open');
    act();
  };
  const place = at > 0 ? `, ${fill(reviewWords.inOrder, { n: at, all })}` : '';
  return (
    <div className={styles.acts}>
      {previous !== undefined && (
        <button
          type="button"
          className={controls.button}
          aria-label={reviewWords.previous + place}
          onClick={() => onOpen(previous)}
        >
          {reviewWords.previousShort}
        </button>
      )}
      {next !== undefined && (
        <button
          type="button"
          className={controls.button}
          aria-label={reviewWords.next + place}
          onClick={() => onOpen(next)}
        >
          {reviewWords.nextShort}
        </button>
      )}
      {offered
        .filter((move) => !isSeldom(move))
        .map((move) => (
          <button key={move.to} type="button" className={controls.button} onClick={() => onMove(move)}>
            {wordsOf(move)}
          </button>
        ))}
      <details ref={more} className={styles.others}>
        <summary className={controls.button}>{reviewWords.others}</summary>
        <div>
          {batch > 0 && (
            <button type="button" className={controls.button} onClick={chosen(onBatch)}>
              {fill(reviewWords.batch.button, { n: batch })}
            </button>
          )}
          {offered.filter(isSeldom).map((move) => (
            <button
              key={move.to}
              type="button"
              className={controls.button}
              onClick={chosen(() => onMove(move))}
            >
              {wordsOf(move)}
            </button>
          ))}
          {onAssign !== null && (
            <button type="button" className={controls.button} onClick={chosen(onAssign)}>
              {reviewWords.assign.button}
            </button>
          )}
          <button type="button" className={controls.button} onClick={chosen(() => window.print())}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {office.print}
          </button>
        </div>
      </details>
    </div>
  );
}
