/** Where the form is: this phone, the commune, the backup. */
import type { ReactNode } from 'react';
import { sent } from '#client/messages/sending.ts';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import styles from './receipt-slip.module.css';

interface LadderProps {
  isReceived: boolean;
  isSafe: boolean;
}

const Rung = ({ state, children }: { state: GlyphState; children: ReactNode }) => (
  <li>
    <Glyph state={state} />
    <span>{children}</span>
  </li>
);

export function Ladder({ isReceived, isSafe }: LadderProps) {
  return (
    <ol className={styles.ladder} aria-label={sent.ladder}>
      <Rung state="received">{sent.onPhone}</Rung>
      <Rung state={isReceived ? 'received' : 'draft'}>
        {isReceived ? <b>{sent.atCommune}</b> : <span className="soft">{sent.atCommuneNot}</span>}
      </Rung>
      <Rung state={isSafe ? 'safe' : 'draft'}>
        {isSafe ? <b>{sent.backup}</b> : <span className="soft">{sent.backupNot}</span>}
      </Rung>
    </ol>
  );
}
