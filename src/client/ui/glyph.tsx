/**
 * State glyphs, drawn by one law: the surer a thing is, the more solid. Round: rest easy; square: it needs your hand.
 * Hidden from speech, because the word beside it says the same.
 */
import type { ReactNode } from 'react';
import type { StateWord } from '#client/state-of.ts';
import styles from './glyph.module.css';
import { cx } from './cx.ts';

/** `partial`: text arrived, photos on their way. */
export type GlyphState = StateWord | 'partial';
type Tone = 'soft' | 'honey' | 'tea' | 'indigo' | 'lacquer';

const ring = <circle className={styles.line} cx="12" cy="12" r="9.5" />;
const disc = <circle cx="12" cy="12" r="10.5" fill="currentColor" />;
const square = <rect x="2" y="2" width="20" height="20" rx="3.5" fill="currentColor" />;
const seal = (
  <path
    d="M12 .8l2.6 2.1 3.3-.5 1.2 3.1 3.1 1.2-.5 3.3 2.1 2-2.1 2.6.5 3.3-3.1 1.2-1.2 3.1-3.3-.5-2.6 2.1-2.6-2.1-3.3.5-1.2-3.1-3.1-1.2.5-3.3L.2 12l2.1-2.6-.5-3.3 3.1-1.2 1.2-3.1 3.3.5z"
    fill="currentColor"
  />
);
const cut = (d: string): ReactNode => <path className={styles.cut} d={d} />;

const drawings: Record<GlyphState, { tone: Tone; drawing: ReactNode }> = {
  draft: { tone: 'soft', drawing: <circle className={styles.dashed} cx="12" cy="12" r="9.5" /> },
  queued: {
    tone: 'honey',
    drawing: (
      <>
        {ring}
        <path className={styles.line} d="M12 6.8V12l3.6 2.2" />
      </>
    ),
  },
  sending: {
    tone: 'honey',
    drawing: (
      <>
        {ring}
        <path className={styles.line} d="M12 17V8m-4 3.6L12 7.5l4 4.1" />
      </>
    ),
  },
  partial: {
    tone: 'tea',
    drawing: (
      <>
        {ring}
        <path d="M2.5 12a9.5 9.5 0 0 0 19 0z" fill="currentColor" />
      </>
    ),
  },
  received: {
    tone: 'tea',
    drawing: (
      <>
        {disc}
        {cut('m7.2 12.4 3.3 3.3 6.4-7')}
      </>
    ),
  },
  safe: {
    tone: 'tea',
    drawing: (
      <>
        <circle className={styles.thin} cx="12" cy="12" r="11" />
        <circle cx="12" cy="12" r="8.2" fill="currentColor" />
        {cut('m8.2 12.3 2.6 2.6 5-5.5')}
      </>
    ),
  },
  withdrawn: {
    tone: 'soft',
    drawing: (
      <>
        {ring}
        <path className={styles.line} d="M7.5 12h9" />
      </>
    ),
  },
  underReview: {
    tone: 'indigo',
    drawing: (
      <>
        {ring}
        <path
          className={styles.thin}
          d="M6.4 12s2-3.7 5.6-3.7 5.6 3.7 5.6 3.7-2 3.7-5.6 3.7S6.4 12 6.4 12z"
        />
        <circle cx="12" cy="12" r="1.9" fill="currentColor" />
      </>
    ),
  },
  verified: {
    tone: 'indigo',
    drawing: (
      <>
        {disc}
        <path
          className={styles.hole}
          d="M5.6 12s2.4-4.2 6.4-4.2 6.4 4.2 6.4 4.2-2.4 4.2-6.4 4.2S5.6 12 5.6 12z"
        />
        <circle cx="12" cy="12" r="2.4" fill="currentColor" />
      </>
    ),
  },
  final: {
    tone: 'indigo',
    drawing: (
      <>
        {seal}
        {cut('m7.4 12.4 3.2 3.2 6.2-6.8')}
      </>
    ),
  },
  unsaved: {
    tone: 'lacquer',
    drawing: (
      <>
        {square}
        {cut('M12 6.5v7M12 17.2v.1')}
      </>
    ),
  },
  returned: {
    tone: 'lacquer',
    drawing: (
      <>
        {square}
        {cut('M9.5 7 6 10.5 9.5 14M6.3 10.5H14a3.4 3.4 0 0 1 0 6.8h-2')}
      </>
    ),
  },
  conflict: {
    tone: 'lacquer',
    drawing: (
      <>
        {square}
        {cut('M12 18.5v-5L7.2 8.2M12 13.5l4.8-5.3M6.8 12V7.6h4M17.2 12V7.6h-4')}
      </>
    ),
  },
  lockedOut: {
    tone: 'lacquer',
    drawing: (
      <>
        {square}
        {cut('M6.5 6.5h4v4h-4zM13.5 6.5h4v4h-4zM6.5 13.5h4v4h-4zM14 14h1.5m2 3.5v-2m-3.5 2h.5')}
      </>
    ),
  },
  setAside: {
    tone: 'lacquer',
    drawing: (
      <>
        {square}
        {cut('M6 13h3l1.2 2.2h3.6L15 13h3M6 13l2-5.5h8l2 5.5v4H6z')}
      </>
    ),
  },
};

export const toneOf = (state: GlyphState): Tone => drawings[state].tone;

/** The glyph of a state, 1,45 em high. `large` for lists where it stands alone. */
export function Glyph({ state, large }: { state: GlyphState; large?: boolean }) {
  const { tone, drawing } = drawings[state];
  return (
    <svg
      className={cx(styles.glyph, large === true && styles.large, `tone-${tone}`)}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      {drawing}
    </svg>
  );
}
