/**
 * A claim on what is known: solid = known yes, hatched = not known yet, empty = known no; a flag where the claim stands.
 * The numbers stand beside it in words, and as its name.
 */
import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './claim-band.module.css';

export interface BandPart {
  kind: 'yes' | 'unknown' | 'no';
  size: number;
  words: string;
}

interface ClaimBandProps {
  /** From left to right; together they are the whole. Parts of size 0 are left out. */
  parts: readonly BandPart[];
  flag?: {
    at: number;
    words: string;
    /** Outside what is possible. */
    isOut: boolean;
  };
  /** The sentence with its point, for speech. */
  label: string;
  /** Under the band, after its key. */
  children?: ReactNode;
}

/** The label leans inwards as it nears an end, so that it never runs off a narrow screen. */
const flagAt = (share: number): CSSProperties => ({ left: `${share}%` });
const wordsAt = (share: number): CSSProperties => ({
  left: `${share}%`,
  transform: `translateX(-${share}%)`,
});

export function ClaimBand({ parts, flag, label, children }: ClaimBandProps) {
  const shown = parts.filter(({ size }) => size > 0);
  const whole = shown.reduce((sum, { size }) => sum + size, 0);
  const share = flag === undefined || whole === 0 ? 0 : Math.min(100, (flag.at * 100) / whole);
  return (
    <div className={styles.outer}>
      <div className={cx(styles.band, flag !== undefined && styles.flagged)} role="img" aria-label={label}>
        {flag && (
          <span className={styles.words} style={wordsAt(share)}>
            {flag.words}
          </span>
        )}
        <span className={styles.strip}>
          {shown.map(({ kind, size }) => (
            <span key={kind} className={styles[kind]} style={{ flexGrow: size }} />
          ))}
        </span>
        {flag && <span className={cx(styles.flag, flag.isOut && styles.out)} style={flagAt(share)} />}
      </div>
      <ul className={styles.key} aria-hidden="true">
        {shown.map(({ kind, words }) => (
          <li key={kind}>
            <i className={cx(styles.swatch, styles[kind])} />
            {words}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
