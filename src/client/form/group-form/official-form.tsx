/** Writing down an authority's figure: both numbers, whose they are, of what day. Nothing goes to disk before *Lưu*. */
import { useState } from 'react';
import type { Criterion } from '#domain/criteria.ts';
import { noonOf } from '#domain/day.ts';
import { claimWords } from '#client/messages/claims.ts';
import { common } from '#client/messages/common.ts';
import { Button } from '#client/ui/button.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import type { OfficialFigure } from './claim-desk.tsx';
import styles from './claim.module.css';

interface OfficialFormProps {
  criterion: Extract<Criterion, { type: 'ratio' }>;
  before: OfficialFigure | undefined;
  outOf: number | undefined;
  today: string;
  onKeep: (figure: OfficialFigure) => void;
  onCancel: () => void;
}

const SOURCE_MAX = 200;

export function OfficialForm({ criterion, before, outOf, today, onKeep, onCancel }: OfficialFormProps) {
  const [n, setN] = useState<number | null>(before?.n ?? null);
  const [d, setD] = useState<number | null>(before?.d ?? outOf ?? null);
  const [source, setSource] = useState(before?.source ?? '');
  const [date, setDate] = useState(before?.date ?? today);
  /** From the first *Lưu* on, what is missing is said. */
  const [pressed, setPressed] = useState(false);
  const figures = n !== null && d !== null && d > 0 && n <= d ? { n, d } : null;
  const isDated = !Number.isNaN(noonOf(date)) && date <= today;
  const press = (): void => {
    setPressed(true);
    if (figures === null || source.trim() === '' || !isDated) return;
    onKeep({ ...figures, source: source.trim(), date });
  };
  return (
    <div className={styles.claim}>
      <p>{claimWords.officialNote}</p>
      <NumberField label={criterion.numerator} value={n} onChange={setN} />
      <NumberField
        label={criterion.denominator}
        value={d}
        onChange={setD}
        error={pressed && figures === null ? claimWords.officialFiguresNeeded : undefined}
      />
      <TextField
        label={claimWords.officialWhose}
        maxLength={SOURCE_MAX}
        autoComplete="off"
        value={source}
        onChange={setSource}
        error={pressed && source.trim() === '' ? claimWords.officialSourceNeeded : undefined}
      />
      <TextField
        label={claimWords.officialDate}
        type="date"
        max={today}
        value={date}
        onChange={setDate}
        error={pressed && !isDated ? claimWords.officialDateNeeded : undefined}
      />
      <div className={styles.buttons}>
        <Button small onClick={press}>
          {claimWords.officialKeep}
        </Button>
        <Button small kind="quiet" onClick={onCancel}>
          {common.close}
        </Button>
      </div>
    </div>
  );
}
