/** A whole number typed by hand, with its unit. */
import { Field, type FieldWords } from './field.tsx';
import styles from './field.module.css';
import { useNumberText } from './number-text.ts';

type NumberFieldProps = FieldWords & {
  value: number | null;
  /** null while the text is empty or no whole number in range. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  unit?: string;
  onBlur?: () => void;
};

export function NumberField({
  label,
  help,
  error,
  value,
  onChange,
  min = 0,
  max,
  unit,
  onBlur,
}: NumberFieldProps) {
  const { text, read, type } = useNumberText(value, onChange, { min, ...(max !== undefined && { max }) });
  const words = read.kind === 'unclear' ? read.words : error;
  return (
    <Field label={label} help={help} error={words}>
      {(control) => (
        <span className={styles.withUnit}>
          <input
            {...control}
            className={styles.box}
            inputMode="numeric"
            autoComplete="off"
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={onBlur}
          />
          {unit !== undefined && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
