/** One record's fields in a dialog: checked as an import would check them, written by one command. */
import { useState, type FormEvent, type ReactNode } from 'react';
import { readCell } from '#domain/import/read-cell.ts';
import type { FieldType } from '#domain/import/kinds.ts';
import { importWords } from '#client/messages/office-import.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import styles from './places.module.css';

export interface DialogField {
  id: string;
  label: string;
  help?: string;
  /** `words`: as long as `max`; several lines where that is long. */
  type: Extract<FieldType, 'text' | 'phone' | 'count' | 'order' | 'day'> | 'select' | 'words';
  required?: boolean;
  /** Most letters of a `words`. */
  max?: number;
  /** Of a `select`. */
  options?: readonly { value: string; label: string }[];
  none?: string;
}

/** As typed; a number where its field is one, nothing where it is empty. */
export type DialogValues = Readonly<Record<string, string | number | undefined>>;

interface RecordDialogProps {
  open: boolean;
  title: string;
  fields: readonly DialogField[];
  initial?: DialogValues;
  note?: string;
  /** Before the fields. */
  lead?: ReactNode;
  save?: string;
  /** Null when it is written; otherwise a field and what is wrong with it. */
  onSave: (values: DialogValues) => Promise<{ field: string; error: string } | null>;
  onClose: () => void;
}

/** Beyond so many letters one writes in several lines. */
const LINE_MAX = 400;

const LETTER = /^[A-Z]+\d+: /;

function readField(field: DialogField, text: string): { value?: string | number; error?: string } {
  if (text.trim() === '') return field.required ? { error: words.needed } : {};
  if (field.type === 'select') return { value: text };
  if (field.type === 'words')
    return text.trim().length > (field.max ?? Infinity)
      ? { error: fill(words.tooLong, { max: field.max ?? 0 }) }
      : { value: text.trim() };
  if (field.type === 'day')
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { error: words.badDay };
  const { value, errors } = readCell(field.type, text);
  const [fault] = errors;
  if (fault !== undefined)
    return { error: fill(importWords.found[fault], { cell: 'A1', text }).replace(LETTER, '') };
  return value === undefined ? { error: words.needed } : { value };
}

function Form({ fields, initial = {}, note, lead, save = words.save, onSave, onClose }: RecordDialogProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ id }) => [id, String(initial[id] ?? '')])),
  );
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const values: Record<string, string | number | undefined> = {};
    const found: Record<string, string> = {};
    for (const field of fields) {
      const { value, error } = readField(field, typed[field.id] ?? '');
      values[field.id] = value;
      if (error !== undefined) found[field.id] = error;
    }
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    try {
      const fault = await onSave(values);
      if (fault === null) onClose();
      else setErrors({ [fault.field]: fault.error });
    } catch {
      setFailed(true);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {lead}
      {fields.map((field) => {
        const shared = {
          label: field.label,
          ...(field.help === undefined ? {} : { help: field.help }),
          error: errors[field.id],
        };
        const change = (text: string): void => setTyped((now) => ({ ...now, [field.id]: text }));
        if (field.type === 'words' && (field.max ?? Infinity) > LINE_MAX)
          return (
            <TextArea key={field.id} {...shared} rows={4} value={typed[field.id] ?? ''} onChange={change} />
          );
        return field.type === 'select' ? (
          <SelectField
            key={field.id}
            {...shared}
            none={field.none ?? ''}
            options={field.options ?? []}
            value={typed[field.id] || null}
            onChange={(value) => change(value ?? '')}
          />
        ) : (
          <TextField
            key={field.id}
            {...shared}
            type={field.type === 'day' ? 'date' : field.type === 'phone' ? 'tel' : 'text'}
            inputMode={field.type === 'count' || field.type === 'order' ? 'numeric' : undefined}
            autoComplete="off"
            value={typed[field.id] ?? ''}
            onChange={change}
          />
        );
      })}
      {note !== undefined && <p className={shared.soft}>{note}</p>}
      {failed && <Notice tone="stop">{words.failed}</Notice>}
      <div className={styles.ways}>
        <Button small onClick={onClose}>
          {words.cancel}
        </Button>
        <Button small kind="main" type="submit">
          {save}
        </Button>
      </div>
    </form>
  );
}

export const RecordDialog = (props: RecordDialogProps) => (
  <Dialog open={props.open} title={props.title} onClose={props.onClose}>
    <Form {...props} />
  </Dialog>
);

/** Text of a field, or nothing. */
export const textOf = (values: DialogValues, field: string): string | undefined => {
  const value = values[field];
  return value === undefined ? undefined : String(value);
};
export const numberOf = (values: DialogValues, field: string): number | undefined => {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
};
