/** Question short, answer bold, one button at the right. */
import type { ReactNode } from 'react';
import { Button } from '#client/ui/button.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import styles from './review.module.css';

interface ReviewRowProps {
  name: string;
  answer: string;
  glyph?: GlyphState | undefined;
  action: string;
  /** The button's spoken name, which says of what. */
  spoken: string;
  onAct: () => void;
}

export function ReviewRow({ name, answer, glyph, action, spoken, onAct }: ReviewRowProps) {
  return (
    <li className={styles.row}>
      <div>
        <p>{name}</p>
        <p className={styles.answer}>
          {glyph !== undefined && <Glyph state={glyph} />}
          <span>{answer}</span>
        </p>
      </div>
      <Button kind={glyph === undefined ? 'quiet' : 'plain'} small aria-label={spoken} onClick={onAct}>
        {action}
      </Button>
    </li>
  );
}

export const ReviewRows = ({ children }: { children: ReactNode }) => (
  <ul className={styles.rows}>{children}</ul>
);
