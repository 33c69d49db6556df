/** A figure an authority gave, kept apart from the hamlet's own: shown with its source, taken over only by a tap. */
import { useState } from 'react';
import type { Criterion } from '#domain/criteria.ts';
import { noonOf } from '#domain/day.ts';
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useClaimDesk, type OfficialFigure } from './claim-desk.tsx';
import { isDivided, type FieldValue } from './field-value.ts';
import { OfficialForm } from './official-form.tsx';
import { UseFigure } from './use-figure.tsx';
import styles from './claim.module.css';

interface OfficialFigureProps {
  criterion: Extract<Criterion, { type: 'ratio' }>;
  value: FieldValue;
  outOf: number | undefined;
  onUse: (value: FieldValue) => void;
}

export function OfficialFigureBox({ criterion, value, outOf, onUse }: OfficialFigureProps) {
  const desk = useClaimDesk();
  const [open, setOpen] = useState(false);
  const [removed, setRemoved] = useState<OfficialFigure | null>(null);
  const [failed, setFailed] = useState(false);
  if (desk === null) return null;
  const { official, keepOfficial } = desk;
  const figure = official[criterion.id];
  const keep = async (next: OfficialFigure | null): Promise<void> => {
    if (keepOfficial === null) return;
    try {
      await keepOfficial(criterion.id, next);
      setRemoved(next === null ? (figure ?? null) : null);
      setFailed(false);
      setOpen(false);
    } catch {
      setFailed(true);
    }
  };
  // Where the number it is out of is shared, a figure out of another cannot be taken over as it is.
  const isUsable = figure !== undefined && (isDivided(criterion) || outOf === figure.d);
  // Asked for where an authority has the number (the set says whose word confirms it), shown wherever there is one.
  const mayWrite =
    keepOfficial !== null && (figure !== undefined || criterion.evidenceKinds.includes('confirm'));
  if (figure === undefined && removed === null && !mayWrite) return null;
  return (
    <div className={styles.official}>
      {figure !== undefined && (
        <div className={styles.claim}>
          <div className={styles.head}>
            <p>
              <b>
                {fill(claimWords.officialTitle, { n: formatNumber(figure.n), d: formatNumber(figure.d) })}
              </b>
              <br />
              {fill(claimWords.officialSource, {
                source: figure.source,
                date: formatDate(noonOf(figure.date)),
              })}
            </p>
            {isUsable && <UseFigure criterion={criterion} value={value} figure={figure} onUse={onUse} />}
          </div>
        </div>
      )}
      {removed !== null && figure === undefined && (
        <Notice>
          <p role="status">{claimWords.officialRemoved}</p>
          <Button small onClick={() => void keep(removed)}>
            {claimWords.officialUndo}
          </Button>
        </Notice>
      )}
      {mayWrite && !open && (
        <div className={styles.buttons}>
          <Button small kind="quiet" onClick={() => setOpen(true)}>
            {figure === undefined ? claimWords.officialNone : claimWords.officialEdit}
          </Button>
          {figure !== undefined && (
            <Button small kind="quiet" onClick={() => void keep(null)}>
              {claimWords.officialRemove}
            </Button>
          )}
        </div>
      )}
      {open && (
        <OfficialForm
          criterion={criterion}
          before={figure ?? removed ?? undefined}
          outOf={outOf}
          today={desk.today}
          onKeep={(next) => void keep(next)}
          onCancel={() => setOpen(false)}
        />
      )}
      {failed && (
        <Notice tone="hand">
          <p role="alert">{claimWords.officialFailed}</p>
        </Notice>
      )}
    </div>
  );
}
