/** One paper or address being written: its fields under one another, in place of the buttons that opened it. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Evidence } from '#protocol/subject-records.ts';
import { useKeptWords } from '#client/form/kept-words.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { fieldsOf, noFields, readEvidence, type EvidenceFields, type FieldFaults } from './read-fields.ts';
import styles from './evidence.module.css';

type Written = Pick<Evidence, 'number' | 'date' | 'issuer' | 'extract' | 'url'>;

interface EvidenceFormProps {
  kind: Evidence['kind'];
  /** Being changed; absent for a new one. */
  before?: Evidence;
  /** What is half typed is kept under it. */
  keptAs: string;
  save: (written: Written) => Promise<void>;
  onDone: () => void;
}

const LINE_MAX = 200;
const URL_MAX = 1000;

/** The head of the form: the focus goes to it, so that it is read first. */
function FormHead({ id, title }: { id: string; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h4 ref={heading} tabIndex={-1} id={id}>
      {title}
    </h4>
  );
}

export function EvidenceForm({ kind, before, keptAs, save, onDone }: EvidenceFormProps) {
  const opened = useKeptWords<EvidenceFields>(keptAs, before === undefined ? noFields : fieldsOf(before));
  const [faults, setFaults] = useState<FieldFaults>({});
  const [hasFailed, setHasFailed] = useState(false);
  const id = useId();
  if (opened === null) return null;
  const kept = opened;
  const { words } = kept;
  const isLink = kind === 'link';
  const title = isLink
    ? before === undefined
      ? evidenceWords.newLink
      : evidenceWords.editLink
    : before === undefined
      ? evidenceWords.newDocument
      : evidenceWords.editDocument;
  const bind = (name: keyof EvidenceFields) => ({
    value: words[name],
    error: faults[name],
    maxLength: name === 'url' ? URL_MAX : LINE_MAX,
    onChange: (text: string) => {
      kept.change({ [name]: text });
      if (faults[name] !== undefined) setFaults({ ...faults, [name]: undefined });
    },
  });

  async function press(): Promise<void> {
    const read = readEvidence(kind, words);
    if (read.kind === 'amiss') return setFaults(read.faults);
    try {
      await save(read.written);
      kept.forget();
      onDone();
    } catch {
      // The words are still in the fields.
      setHasFailed(true);
    }
  }

  return (
    <section className={styles.form} aria-labelledby={id}>
      <FormHead id={id} title={title} />
      {isLink ? (
        <>
          <TextField label={evidenceWords.linkName} {...bind('extract')} />
          <TextField
            label={evidenceWords.url}
            help={evidenceWords.urlHelp}
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            {...bind('url')}
          />
        </>
      ) : (
        <>
          <TextField
            label={evidenceWords.number}
            help={evidenceWords.numberHelp}
            autoComplete="off"
            {...bind('number')}
          />
          <TextField label={evidenceWords.date} type="date" {...bind('date')} />
          <TextField label={evidenceWords.issuer} autoComplete="off" {...bind('issuer')} />
          <TextField label={evidenceWords.extract} help={evidenceWords.extractHelp} {...bind('extract')} />
        </>
      )}
      {hasFailed && <FieldError text={evidenceWords.failed} />}
      <div className={styles.ways}>
        <Button
          onClick={() => {
            kept.forget();
            onDone();
          }}
        >
          {evidenceWords.cancel}
        </Button>
        <Button onClick={() => void press()}>{evidenceWords.save}</Button>
      </div>
    </section>
  );
}
