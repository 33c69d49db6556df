/** One of many, by the phone's own picker; a few are {@link ChoiceGroup}'s. Nothing is chosen first. */
import { Field, type FieldWords } from './field.tsx';
import styles from './field.module.css';

type SelectFieldProps = FieldWords & {
  /** Said while nothing is chosen. */
  none: string;
  options: readonly { value: string; label: string }[];
  /** Null: nothing chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
};

export function SelectField({ label, help, error, none, options, value, onChange }: SelectFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <select
          {...control}
          className={styles.box}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          <option value="">{none}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
