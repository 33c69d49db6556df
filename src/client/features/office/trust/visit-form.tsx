/** When, who went, what was found, and what it comes to. */
import { useState, type FormEvent } from 'react';
import type { SubjectKind } from '#domain/criteria.ts';
import type { Inspection } from '#protocol/office-records.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import { FindingsField, type Findings } from './findings-field.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import type { TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';

const words = trustWords.visits;
const NAME_MAX = 200;
const NOTE_MAX = 2000;
const conclusions = ['planned', 'confirmed', 'differs'] as const;

export interface VisitDraft extends Pick<
  Inspection,
  'subjectId' | 'date' | 'inspectors' | 'conclusion' | 'note'
> {
  kind: SubjectKind;
  findings: Findings;
}

interface VisitFormProps {
  seam: TrustSeam;
  first: VisitDraft;
  /** Whom it goes to is settled. */
  isFixed: boolean;
  canWrite: boolean;
  onSave: (draft: VisitDraft) => Promise<void>;
}

export function VisitForm({ seam, first, isFixed, canWrite, onSave }: VisitFormProps) {
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const put = (change: Partial<VisitDraft>): void => setDraft((known) => ({ ...known, ...change }));
  const needed = (text: string): string | undefined =>
    isTried && text.trim() === '' ? words.needed : undefined;
  const set = seam.subjects.setOf(draft.kind, draft.subjectId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const { subjectId, date, inspectors, note } = draft;
    if ([subjectId, date, inspectors].some((text) => text.trim() === '')) return;
    onSave({ ...draft, inspectors: inspectors.trim(), note: note.trim() }).catch(() => setFailed(true));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={`${styles.findings} ${shared.stack}`} disabled={!canWrite}>
        {!isFixed && (
          <SubjectPicker
            seam={seam}
            kind={draft.kind}
            subjectId={draft.subjectId}
            error={needed(draft.subjectId)}
            onChange={(kind, subjectId) => put({ kind, subjectId, findings: new Map() })}
          />
        )}
        <div className={styles.pairOfFields}>
          <TextField
            label={words.date}
            type="date"
            value={draft.date}
            error={needed(draft.date)}
            onChange={(date) => put({ date })}
          />
          <SelectField
            label={words.conclusion}
            none={words.conclusions.planned}
            options={conclusions.slice(1).map((value) => ({ value, label: words.conclusions[value] }))}
            value={draft.conclusion === 'planned' ? null : draft.conclusion}
            onChange={(value) => put({ conclusion: conclusions.find((each) => each === value) ?? 'planned' })}
          />
        </div>
        <TextField
          label={words.by}
          help={words.byHelp}
          maxLength={NAME_MAX}
          value={draft.inspectors}
          error={needed(draft.inspectors)}
          onChange={(inspectors) => put({ inspectors })}
        />
        <TextArea
          label={words.note}
          help={words.noteHelp}
          rows={3}
          maxLength={NOTE_MAX}
          value={draft.note}
          onChange={(note) => put({ note })}
        />
        {draft.subjectId !== '' &&
          (set ? (
            <FindingsField set={set} findings={draft.findings} onChange={(findings) => put({ findings })} />
          ) : (
            <p>{words.missingSet}</p>
          ))}
      </fieldset>
      {canWrite && (
        <div className={styles.save}>
          <button type="submit" className={controls.mainButton}>
            {words.save}
          </button>
          {isFailed && <p role="alert">{trustWords.failed}</p>}
        </div>
      )}
    </form>
  );
}
