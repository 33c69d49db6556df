/** A length typed by hand in millimetres, with one decimal; comma and dot both taken. */
import { useState } from 'react';
import { formatNumber, parseNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import { TextField } from '#client/ui/text-field.tsx';

interface MmFieldProps {
  label: string;
  /** Tenths of a millimetre, or half points. */
  value: number;
  onChange: (value: number) => void;
  /** How many of `value` make one as it is typed: 10 for millimetres, 2 for points. */
  per: number;
  min: number;
  max: number;
}

/** The text stays as typed until the value is changed from elsewhere (an arrow key). */
export function MmField({ label, value, onChange, per, min, max }: MmFieldProps) {
  const [typed, setTyped] = useState({ text: formatNumber(value / per), value });
  const text = typed.value === value ? typed.text : formatNumber(value / per);
  const number = parseNumber(text);
  const read = number === null ? null : Math.round(number * per);
  const isFine = read !== null && read >= min && read <= max;
  return (
    <TextField
      label={label}
      error={
        isFine
          ? undefined
          : fill(words.between, { min: formatNumber(min / per), max: formatNumber(max / per) })
      }
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(next) => {
        const parsed = parseNumber(next);
        const tenths = parsed === null ? null : Math.round(parsed * per);
        const isTaken = tenths !== null && tenths >= min && tenths <= max;
        setTyped({ text: next, value: isTaken ? tenths : value });
        if (isTaken && tenths !== value) onChange(tenths);
      }}
    />
  );
}
