/** One household: cell, name, state in words; the whole row is the way to proxy entry. */
import { memo } from 'react';
import { ChevronRight } from 'lucide-react';
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry, HouseholdState } from '#client/subject/household-entries.ts';
import { cx } from '#client/ui/cx.ts';
import styles from './households.module.css';

const cellOf: Record<HouseholdState, string | undefined> = {
  sent: styles.sent,
  queued: styles.begun,
  drafting: styles.begun,
  aside: styles.aside,
  none: undefined,
};

function whoWords({ state, bySelf, byProxy }: HouseholdEntry): string {
  if (state === 'none') return '';
  if (bySelf) return byProxy ? listWords.byBoth : listWords.bySelf;
  return byProxy || state === 'drafting' ? listWords.byProxy : '';
}

function HouseholdRowInner({ entry }: { entry: HouseholdEntry }) {
  const { household, state } = entry;
  const who = whoWords(entry);
  return (
    <li className={styles.row}>
      <a href={`/cac-ho/${household.id}`}>
        <i className={cx(styles.cell, cellOf[state])} aria-hidden="true" />
        <span className={styles.who}>
          <b>{household.householder}</b>
          {household.code !== undefined && <span className={cx('code', 'soft')}>{household.code}</span>}
        </span>
        <span className={cx(styles.state, state === 'aside' && 'tone-lacquer')}>
          {listWords.state[state]}
          {who !== '' && `, ${who}`}
        </span>
        <ChevronRight />
      </a>
    </li>
  );
}

export const HouseholdRow = memo(HouseholdRowInner, (a, b) => {
  const [x, y] = [a.entry, b.entry];
  return (
    x.rev === y.rev &&
    x.household.id === y.household.id &&
    x.state === y.state &&
    x.bySelf === y.bySelf &&
    x.byProxy === y.byProxy
  );
});
