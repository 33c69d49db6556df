/** The three scores' own glyphs, in the one order: ○ as claimed, ◐ with grounds, ● as thẩm định left it. */
import styles from './table.module.css';

const drawings = {
  self: <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  supported: (
    <>
      <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M2.5 12a9.5 9.5 0 0 0 19 0z" fill="currentColor" />
    </>
  ),
  officer: <circle cx="12" cy="12" r="11" fill="currentColor" />,
} as const;

export const Tri = ({ of }: { of: keyof typeof drawings }) => (
  <svg className={styles.tri} viewBox="0 0 24 24" aria-hidden="true">
    {drawings[of]}
  </svg>
);
