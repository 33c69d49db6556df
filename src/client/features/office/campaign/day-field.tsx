/** A day as people write it here, 05/11/2025; kept as YYYY-MM-DD. */
import { useState } from 'react';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { campaignWords as words } from '#client/messages/office-campaign.ts';
import { TextField } from '#client/ui/text-field.tsx';

/** Null: no day. */
export function readDay(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  if (found === null) return null;
  const [, day = '', month = '', year = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(noonOf(iso)) ? null : iso;
}

interface DayFieldProps {
  label: string;
  help?: string;
  /** '' = not given. */
  value: string;
  /** '' while empty; null while what is typed is no day. */
  onChange: (day: string | null) => void;
  error?: string | undefined;
}

export function DayField({ label, help, value, onChange, error }: DayFieldProps) {
  const shown = value === '' ? '' : formatDate(noonOf(value));
  const [typed, setTyped] = useState({ text: shown, value });
  const text = typed.value === value || readDay(typed.text) === null ? typed.text : shown;
  const isBad = text.trim() !== '' && readDay(text) === null;
  return (
    <TextField
      label={label}
      help={help ?? words.fields.dateHelp}
      error={isBad ? words.badDate : error}
      inputMode="numeric"
      value={text}
      onChange={(next) => {
        const day = next.trim() === '' ? '' : readDay(next);
        setTyped({ text: next, value: day ?? value });
        onChange(day);
      }}
    />
  );
}
