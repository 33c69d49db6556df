/**
 * One cell a household, in list order: solid sent, hatched begun or waiting, thick-edged where a hand is needed, empty not
 * yet. The key under it has the numbers.
 */
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import type { HouseholdEntry, HouseholdState } from '#client/subject/household-entries.ts';
import { cx } from '#client/ui/cx.ts';
import styles from './hamlet.module.css';

type Look = 'sent' | 'begun' | 'hand' | 'none';

const lookOf: Record<HouseholdState, Look> = {
  sent: 'sent',
  queued: 'begun',
  drafting: 'begun',
  aside: 'hand',
  returned: 'hand',
  none: 'none',
};
const classOf: Record<Look, string | undefined> = {
  sent: styles.sent,
  begun: styles.begun,
  hand: styles.hand,
  none: undefined,
};

const { cellKey } = homeWords;
/** In the order they are read out; those without any household are left out, but for the sent. */
const parts: readonly (keyof typeof cellKey & HouseholdState)[] = [
  'sent',
  'queued',
  'drafting',
  'returned',
  'aside',
  'none',
];

export function HouseCells({ entries }: { entries: readonly HouseholdEntry[] }) {
  const shown = parts
    .map((state) => ({ state, n: entries.filter((entry) => entry.state === state).length }))
    .filter(({ state, n }) => n > 0 || state === 'sent')
    .map(({ state, n }) => ({ state, words: fill(cellKey[state], { n }) }));
  const objected = entries.filter(({ isObjected }) => isObjected).length;
  return (
    <div className={styles.families}>
      <div className={styles.families} role="img" aria-label={shown.map(({ words }) => words).join(', ')}>
        <div className={styles.houses}>
          {entries.map(({ household, state }) => (
            <i key={household.id} className={cx(styles.cell, classOf[lookOf[state]])} />
          ))}
        </div>
        <p className={styles.key}>
          {shown.map(({ state, words }) => (
            <span key={state}>
              <i className={cx(styles.cell, classOf[lookOf[state]])} />
              {words}
            </span>
          ))}
        </p>
      </div>
      {objected > 0 && <p>{fill(homeWords.objected, { n: objected })}</p>}
    </div>
  );
}
