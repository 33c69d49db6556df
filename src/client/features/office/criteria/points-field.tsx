/** Points with a comma, kept in hundredths: what was typed stays as it is while it says the same number. */
import { useState } from 'react';
import { formatNumber, parseNumber } from '#domain/vietnamese/format.ts';
import { common } from '#client/messages/common.ts';
import { Field, type FieldWords } from '#client/ui/field.tsx';
import fields from '#client/ui/field.module.css';
import styles from './criteria.module.css';

type PointsFieldProps = FieldWords & {
  /** Hundredths, or whole ones with `whole`; null = empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  whole?: boolean;
  unit?: string;
};

/** Null: no figure. Exact: 12,34 is 1234, and a third decimal is no points. */
export function readPoints(text: string, whole = false): number | null {
  const value = parseNumber(text);
  if (value === null || value < 0) return null;
  const kept = whole ? value : Math.round(value * 100);
  return Number.isSafeInteger(kept) && (whole || Math.abs(kept / 100 - value) < 1e-9) ? kept : null;
}

const shownOf = (value: number | null, whole: boolean): string =>
  value === null ? '' : formatNumber(whole ? value : value / 100);

export function PointsField({ value, onChange, whole = false, unit, ...words }: PointsFieldProps) {
  const shown = shownOf(value, whole);
  const [typed, setTyped] = useState({ text: shown, value });
  const text = typed.value === value ? typed.text : shown;
  const isUnclear = text.trim() !== '' && readPoints(text, whole) === null;
  return (
    <Field {...words} error={isUnclear ? common.numberNotRead : words.error}>
      {(control) => (
        <span className={unit === undefined ? undefined : styles.withUnit}>
          <input
            {...control}
            className={fields.box}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={({ target }) => {
              const next = readPoints(target.value, whole);
              setTyped({ text: target.value, value: next });
              if (next !== value) onChange(next);
            }}
          />
          {unit !== undefined && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
