import styles from './today.module.css';

/** A share drawn beside its figure; of nothing, nothing. */
export const MiniBar = ({ n, of }: { n: number; of: number }) => (
  <span className={styles.mini} aria-hidden="true">
    <i style={{ width: `${of === 0 ? 0 : Math.min(1, n / of) * 100}%` }} />
  </span>
);
