/** One household: cell, name, state in words; the row is the way to proxy entry, its end to everything else. */
import { memo, useId } from 'react';
import { fill } from '#client/messages/fill.ts';
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry, HouseholdState } from '#client/subject/household-entries.ts';
import type { GoneHousehold } from '#client/subject/household-gone.ts';
import { cx } from '#client/ui/cx.ts';
import { cardPath } from './paths.ts';
import styles from './households.module.css';
import { leavingWords, stateOf } from './state-words.ts';

const cellOf: Record<HouseholdState, string | undefined> = {
  sent: styles.sent,
  queued: styles.begun,
  drafting: styles.begun,
  aside: styles.aside,
  returned: styles.aside,
  none: undefined,
};

interface Place {
  /** From 1, and of how many: only some rows are drawn. */
  at: number;
  of: number;
}

function HouseholdRowInner({ entry, at, of }: Place & { entry: HouseholdEntry }) {
  const { household, state, isObjected, isRestricted } = entry;
  const nameId = useId();
  const needsHand = state === 'aside' || state === 'returned';
  return (
    <li className={styles.row} data-row aria-posinset={at} aria-setsize={of}>
      <a className={styles.to} href={`/cac-ho/${household.id}`}>
        <i className={cx(styles.cell, cellOf[state])} aria-hidden="true" />
        <span className={styles.who}>
          <b id={nameId}>{household.householder}</b>
          {household.code !== undefined && <span className={cx('code', 'soft')}>{household.code}</span>}
        </span>
        <span className={cx(styles.state, needsHand && 'tone-lacquer')}>{stateOf(entry)}</span>
        {isObjected && <span className={cx(styles.state, 'tone-indigo')}>{listWords.objected}</span>}
        {isRestricted && <span className={cx(styles.state, 'tone-indigo')}>{listWords.restricted}</span>}
      </a>
      <a className={styles.more} href={cardPath(household.id)} aria-describedby={nameId}>
        {listWords.more}
      </a>
    </li>
  );
}

export const HouseholdRow = memo(HouseholdRowInner, (a, b) => {
  const [x, y] = [a.entry, b.entry];
  return (
    a.at === b.at &&
    a.of === b.of &&
    x.rev === y.rev &&
    x.household.id === y.household.id &&
    x.household.householder === y.household.householder &&
    x.state === y.state &&
    x.bySelf === y.bySelf &&
    x.byProxy === y.byProxy &&
    x.isObjected === y.isObjected &&
    x.isRestricted === y.isRestricted
  );
});

/** A household out of the list; its page has the way back. */
export function GoneRow({ gone, at, of }: Place & { gone: GoneHousehold }) {
  const { household, leaving } = gone;
  return (
    <li className={styles.row} data-row aria-posinset={at} aria-setsize={of}>
      <a className={styles.to} href={cardPath(household.id)}>
        <i className={cx(styles.cell, styles.gone)} aria-hidden="true" />
        <span className={styles.who}>
          <b>{household.householder}</b>
          {household.code !== undefined && <span className={cx('code', 'soft')}>{household.code}</span>}
        </span>
        <span className={styles.state}>{fill(...leavingWords(leaving))}</span>
      </a>
    </li>
  );
}
