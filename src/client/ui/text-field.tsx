/** One line of text, and several. What is pasted is handed on as it is kept: NFC, nothing unseen. */
import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './cx.ts';
import { Field, type FieldWords } from './field.tsx';
import styles from './field.module.css';
import { typedText } from './typed-text.ts';

type TextFieldProps = FieldWords & {
  value: string;
  onChange: (text: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'>;

export function TextField({ label, help, error, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <input
          type="text"
          {...rest}
          {...control}
          className={styles.box}
          value={value}
          onChange={(event) => onChange(typedText(event))}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldWords & {
  value: string;
  onChange: (text: string) => void;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'id'>;

export function TextArea({ label, help, error, value, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          className={cx(styles.box, styles.area)}
          value={value}
          onChange={(event) => onChange(typedText(event))}
        />
      )}
    </Field>
  );
}
