/** Where a row's score lies: a dot when it is sure, a hatched span while it is open (the table beside it says the figures). */
import type { ReactNode } from 'react';
import styles from './ranking.module.css';

export interface Axis {
  min: number;
  max: number;
  /** In hundredths, as the scores. */
  ticks: readonly number[];
}

const STEP = 1000;

/** Whole tens around what is shown, never fewer than two. */
export function axisOf(values: readonly number[]): Axis {
  const low = Math.min(...values, 10_000);
  const high = Math.max(...values, 0);
  const min = Math.max(0, Math.floor((low - 1) / STEP) * STEP);
  const max = Math.min(10_000, Math.max(min + 2 * STEP, Math.ceil((high + 1) / STEP) * STEP));
  const count = Math.round((max - min) / STEP);
  // At most six labels, whatever the range.
  const every = Math.ceil(count / 5);
  return {
    min,
    max,
    ticks: Array.from({ length: count + 1 }, (_, at) => min + at * STEP).filter((_, at) => at % every === 0),
  };
}

/** Room at both ends, so that a dot or a label at an end is whole. */
const MARGIN = 9;
const percent = (value: number, { min, max }: Axis): number =>
  MARGIN + ((100 - 2 * MARGIN) * (value - min)) / (max - min);
const at = (value: number, axis: Axis): string => `${percent(value, axis)}%`;

export const SpanHead = ({ axis }: { axis: Axis }) => (
  <svg className={styles.axis} width="100%" height="20" aria-hidden="true">
    {axis.ticks.map((tick) => (
      <text key={tick} x={at(tick, axis)} y="15" textAnchor="middle">
        {tick / 100}
      </text>
    ))}
  </svg>
);

export function SpanCell({ axis, low, high }: { axis: Axis; low: number; high: number }) {
  const width = percent(high, axis) - percent(low, axis);
  return (
    <svg className={styles.spanCell} width="100%" height="28" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <line key={tick} x1={at(tick, axis)} x2={at(tick, axis)} y1="0" y2="28" />
      ))}
      <line x1="0" x2="100%" y1="14" y2="14" />
      {low === high ? (
        <circle className={styles.sure} cx={at(low, axis)} cy="14" r="6.5" />
      ) : (
        <rect
          className={styles.open}
          x={at(low, axis)}
          width={`${Math.max(width, 1)}%`}
          y="9"
          height="10"
          rx="3"
          fill="url(#xep-hang-soc)"
        />
      )}
    </svg>
  );
}

/** The hatch that all rows share. */
export const SpanHatch = () => (
  <svg className={styles.hatch} width="0" height="0" aria-hidden="true">
    <pattern
      id="xep-hang-soc"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="6" height="6" className={styles.hatchGround} />
      <rect width="2.2" height="6" className={styles.hatchLine} />
    </pattern>
  </svg>
);

/** One mark of the legend with its word. */
export const SpanSample = ({ kind, children }: { kind: 'sure' | 'open'; children: ReactNode }) => (
  <span>
    <svg width="22" height="16" aria-hidden="true">
      {kind === 'sure' ? (
        <circle className={styles.sure} cx="11" cy="8" r="6.5" />
      ) : (
        <rect className={styles.open} x="1" y="3" width="20" height="10" rx="3" fill="url(#xep-hang-soc)" />
      )}
    </svg>
    {children}
  </span>
);
