/** How far a score has come: solid = have, hatched = the next step would add, ticks = classes. All in hundredths. */
import type { CSSProperties } from 'react';
import styles from './score-scale.module.css';

interface ScoreScaleProps {
  have: number;
  /** What the next step would add on top. */
  may?: number;
  max?: number;
  ticks?: readonly { at: number; label: string }[];
  /** The sentence with its point, for speech. */
  label: string;
}

const share = (points: number, max: number): string => `${Math.min(100, Math.max(0, (points * 100) / max))}%`;
const width = (points: number, max: number): CSSProperties => ({ width: share(points, max) });
const left = (points: number, max: number): CSSProperties => ({ left: share(points, max) });

export function ScoreScale({ have, may = 0, max = 10_000, ticks = [], label }: ScoreScaleProps) {
  return (
    <div className={styles.outer}>
      <div className={styles.scale} role="img" aria-label={label}>
        <span className={styles.have} style={width(have, max)} />
        {may > 0 && <span className={styles.may} style={width(Math.min(may, max - have), max)} />}
        {ticks.map(({ at }) => (
          <span key={at} className={styles.tick} style={left(at, max)} />
        ))}
      </div>
      {ticks.some(({ label: words }) => words !== '') && (
        <div className={styles.marks} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.at} style={left(tick.at, max)}>
              {tick.label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
