/** Label above, help and error below; the error says what to do. */
import { useId, type ReactNode } from 'react';
import { Glyph } from './glyph.tsx';
import styles from './field.module.css';

/** What the control inside must carry. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

export interface FieldWords {
  label: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
}

interface FieldProps extends FieldWords {
  children: (control: FieldControl) => ReactNode;
}

export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const described = [help !== undefined && helpId, error !== undefined && errorId].filter(
    (part) => part !== false,
  );
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {help !== undefined && (
        <p id={helpId} className="soft">
          {help}
        </p>
      )}
      {error !== undefined && <FieldError id={errorId} text={error} />}
    </div>
  );
}

/** A remedy under a field, spoken when it appears. */
export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <p id={id} className={styles.error} role="alert">
      <Glyph state="unsaved" />
      <span>{text}</span>
    </p>
  );
}
