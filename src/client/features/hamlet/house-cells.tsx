/** One cell a household, in list order: solid sent, hatched begun or waiting, empty not yet. The sentence has the numbers. */
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import type { HouseholdEntry, HouseholdState } from '#client/subject/household-entries.ts';
import styles from './hamlet.module.css';

const cellOf: Record<HouseholdState, string | undefined> = {
  sent: styles.sent,
  queued: styles.begun,
  drafting: styles.begun,
  aside: styles.begun,
  none: undefined,
};

export function HouseCells({ entries }: { entries: readonly HouseholdEntry[] }) {
  const count = (...states: HouseholdState[]): number =>
    entries.filter(({ state }) => states.includes(state)).length;
  const label = fill(homeWords.cells, {
    sent: count('sent'),
    queued: count('queued', 'aside'),
    drafting: count('drafting'),
    none: count('none'),
  });
  return (
    <div className={styles.houses} role="img" aria-label={label}>
      {entries.map(({ household, state }) => (
        <i key={household.id} className={cellOf[state]} />
      ))}
    </div>
  );
}
