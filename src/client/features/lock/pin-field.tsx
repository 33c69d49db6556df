/** Six digits, typed blind: on a shared phone somebody looks over the shoulder. */
import type { FieldWords } from '#client/ui/field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { PIN_DIGITS } from '#client/lock/keys.ts';

type PinFieldProps = FieldWords & { value: string; onChange: (pin: string) => void; autoFocus?: boolean };

export const PinField = ({ onChange, ...words }: PinFieldProps) => (
  <TextField
    {...words}
    type="password"
    inputMode="numeric"
    autoComplete="off"
    maxLength={PIN_DIGITS}
    onChange={(text) => onChange(text.replaceAll(/[^0-9]/g, '').slice(0, PIN_DIGITS))}
  />
);
