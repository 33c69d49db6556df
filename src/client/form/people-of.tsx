/** "3 trên 4 người": drawn up to eight people, each a tap that says "so many", in words always. */
import { fill } from '#client/messages/fill.ts';
import { formMessages } from '#client/messages/form.ts';
import { Button } from '#client/ui/button.tsx';
import { cx } from '#client/ui/cx.ts';
import styles from './question-field.module.css';

const DRAWN_MAX = 8;

function Person({ isHere }: { isHere: boolean }) {
  const figure = cx(styles.figure, !isHere && styles.away);
  return (
    <svg viewBox="0 0 24 24" className={isHere ? 'tone-tea' : 'tone-soft'} aria-hidden="true">
      <circle className={figure} cx="12" cy="7" r="4.2" />
      <path className={figure} d="M4 22c0-5 3.5-8.2 8-8.2s8 3.2 8 8.2z" />
    </svg>
  );
}

interface PeopleProps {
  here: number;
  all: number;
  onPick: (count: number) => void;
}

/** A shorter way for the finger; the stepper under it is the same for speech and keys. */
const People = ({ here, all, onPick }: PeopleProps) => (
  <div className={styles.drawn} aria-hidden="true">
    {Array.from({ length: all }, (_, index) => (
      <button key={index} type="button" tabIndex={-1} onClick={() => onPick(index + 1)}>
        <Person isHere={index < here} />
      </button>
    ))}
  </div>
);

interface PeopleOfProps {
  /** null while nothing is answered. */
  count: number | null;
  /** The number they are out of; undefined while that is not answered. */
  outOf: number | undefined;
  onEditOutOf: (() => void) | undefined;
  onPick: (count: number) => void;
}

/** Above the stepper: who is counted, out of whom, and the way to the number they are out of. */
export const PeopleOf = ({ count, outOf, onEditOutOf, onPick }: PeopleOfProps) => (
  <div className={styles.people}>
    {outOf !== undefined && outOf <= DRAWN_MAX && <People here={count ?? 0} all={outOf} onPick={onPick} />}
    {onEditOutOf !== undefined && (
      <Button kind="quiet" small onClick={onEditOutOf}>
        {outOf === undefined ? formMessages.giveOutOf : fill(formMessages.editOutOf, { mau: outOf })}
      </Button>
    )}
  </div>
);

/** Above the stepper of the number itself. */
export const PeopleHere = ({ count, onPick }: Pick<PeopleOfProps, 'count' | 'onPick'>) =>
  (count ?? 0) > DRAWN_MAX ? null : <People here={count ?? 0} all={DRAWN_MAX} onPick={onPick} />;

/** Under the stepper: the number again, in words. */
export function PeopleSaid({ count, outOf }: { count: number | null; outOf: number | null | undefined }) {
  if (count === null || outOf === undefined || (outOf !== null && count > outOf)) return null;
  const words =
    outOf === null
      ? fill(formMessages.people, { n: count })
      : fill(formMessages.ofPeople, { n: count, mau: outOf });
  return (
    <p className={styles.saying}>
      <b>{words}</b> {formMessages.from14}
    </p>
  );
}
