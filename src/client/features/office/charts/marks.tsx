/** Small marks for rows of a table: a bar with its figure, and a claim band. */
import styles from './charts.module.css';

export type Tone = 'stone' | 'indigo' | 'honey' | 'tea';

/** `share`: 0 … 1. The figure stands beside it, so the bar itself is not spoken. */
export const ShareBar = ({ share, label, tone }: { share: number; label: string; tone: Tone }) => (
  <span className={styles.bar}>
    <span className={styles.track} data-tone={tone} aria-hidden="true">
      <i style={{ width: `${Math.min(1, share) * 100}%` }} />
    </span>
    <span>{label}</span>
  </span>
);

export interface ClaimMarkProps {
  yes: number;
  unknown: number;
  d: number;
  /** Where the claim stands, 0 … 1 of the whole; null = nothing claimed. */
  claim: number | null;
  isOut: boolean;
  name: string;
}

/** Solid what is known, hatched what nobody has said, empty what is known not to be; a flag for the claim. */
export const ClaimMark = ({ yes, unknown, d, claim, isOut, name }: ClaimMarkProps) => (
  <span className={styles.band} role="img" aria-label={name}>
    {yes > 0 && <span className={styles.yes} style={{ width: `${(yes / d) * 100}%` }} />}
    {unknown > 0 && <span className={styles.unknown} style={{ width: `${(unknown / d) * 100}%` }} />}
    {claim !== null && (
      <span className={styles.flag} data-out={isOut} style={{ left: `${Math.min(1, claim) * 100}%` }} />
    )}
  </span>
);
