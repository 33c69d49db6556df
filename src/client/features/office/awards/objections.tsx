/** What people said while a list hung out, and what the commune found. */
import { useState, type FormEvent } from 'react';
import { noonOf } from '#domain/day.ts';
import type { AwardNotice } from '#protocol/award-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { Button } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { StepDialog } from './step-dialog.tsx';
import { moveTo } from './steps.ts';

const words = awardForms.notice;
const LONG = 2000;
type Objection = AwardNotice['objections'][number];
const OUTCOMES = ['upheld', 'dismissed'] as const;

interface FormProps {
  onSave: (objection: Objection) => void;
  onClose: () => void;
}

function AddForm({ named, onSave, onClose }: FormProps & { named: readonly AwardEntry[] }) {
  const workspace = useWorkspace();
  const { today } = useAwards();
  const [awardId, setAwardId] = useState<string | null>(null);
  const [typed, setTyped] = useState({ from: '', text: '', date: today });
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const text = typed.text.trim();
    if (awardId === null || text === '' || Number.isNaN(noonOf(typed.date))) return;
    const { date, from } = typed;
    onSave({ id: workspace.newId(), awardId, date, from: from.trim(), text, outcome: 'open', answer: '' });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <SelectField
        label={words.about}
        none={words.aboutNone}
        value={awardId}
        error={isAsked && awardId === null ? awardForms.needed : undefined}
        options={named.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setAwardId}
      />
      <TextField
        label={words.objectionFrom}
        help={words.objectionFromHelp}
        maxLength={400}
        value={typed.from}
        onChange={(from) => setTyped({ ...typed, from })}
      />
      <TextField
        label={words.date}
        type="date"
        value={typed.date}
        error={isAsked && Number.isNaN(noonOf(typed.date)) ? awardForms.badDay : undefined}
        onChange={(date) => setTyped({ ...typed, date })}
      />
      <TextArea
        label={words.text}
        rows={4}
        maxLength={LONG}
        value={typed.text}
        error={isAsked && typed.text.trim() === '' ? awardForms.needed : undefined}
        onChange={(text) => setTyped({ ...typed, text })}
      />
      <div className={shared.ways}>
        <Button small kind="main" type="submit">
          {words.addObjection}
        </Button>
        <Button small onClick={onClose}>
          {awardWords.cancel}
        </Button>
      </div>
    </form>
  );
}

function ReplyForm({ objection, onSave, onClose }: FormProps & { objection: Objection }) {
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [answer, setAnswer] = useState(objection.answer);
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (outcome !== null && answer.trim() !== '') onSave({ ...objection, outcome, answer: answer.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.breakable}>{objection.text}</p>
      <ChoiceGroup
        small
        label={words.outcome}
        options={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
        value={outcome}
        onChange={setOutcome}
      />
      {isAsked && outcome === null && <p role="alert">{awardForms.needed}</p>}
      <TextArea
        label={words.answer}
        rows={4}
        maxLength={LONG}
        value={answer}
        error={isAsked && answer.trim() === '' ? words.answerNeeded : undefined}
        onChange={setAnswer}
      />
      <div className={shared.ways}>
        <Button small kind="main" type="submit">
          {words.reply}
        </Button>
        <Button small onClick={onClose}>
          {awardWords.cancel}
        </Button>
      </div>
    </form>
  );
}

interface ObjectionsProps {
  row: StoredRow<'awardNotice'>;
  named: readonly AwardEntry[];
}

export function Objections({ row, named }: ObjectionsProps) {
  const workspace = useWorkspace();
  const { byId, canWrite, put } = useAwards();
  const [asked, setAsked] = useState<'add' | Objection | null>(null);
  const [out, setOut] = useState<{ entry: AwardEntry; reason: string } | null>(null);
  const { value } = row;
  const save = (objection: Objection, done: string): void => {
    const isKnown = value.objections.some(({ id }) => id === objection.id);
    const objections = isKnown
      ? value.objections.map((each) => (each.id === objection.id ? objection : each))
      : [...value.objections, objection];
    void put(done, () => workspace.putRecord('awardNotice', row.id, { ...value, objections }, row.rev)).then(
      () => setAsked(null),
    );
  };
  return (
    <section className={shared.stack} aria-label={words.objections}>
      <h2>{words.objections}</h2>
      {value.objections.length === 0 && <p>{words.noObjections}</p>}
      <ul className={styles.papers}>
        {value.objections.map((objection) => {
          const entry = byId.get(objection.awardId);
          const isStillIn = entry !== undefined && moveTo(entry.award, 'rejected') !== undefined;
          return (
            <li key={objection.id} className={sheets.sheet}>
              <b>{entry?.name}</b>
              <span className={styles.breakable}>{objection.text}</span>
              <span className={sheets.note}>
                {[dayWords(objection.date), objection.from].filter((part) => part !== '').join(', ')}
              </span>
              <span>
                {words.outcomes[objection.outcome]}
                {objection.answer !== '' && `: ${objection.answer}`}
              </span>
              {canWrite && objection.outcome === 'open' && (
                <button type="button" className={controls.button} onClick={() => setAsked(objection)}>
                  {words.reply}
                </button>
              )}
              {canWrite && objection.outcome === 'upheld' && entry && isStillIn && (
                <button
                  type="button"
                  className={controls.button}
                  onClick={() =>
                    setOut({ entry, reason: fill(words.keepOutReason, { answer: objection.answer }) })
                  }
                >
                  {fill(words.keepOut, { name: entry.name })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {canWrite && (
        <button type="button" className={`${controls.button} ${styles.act}`} onClick={() => setAsked('add')}>
          {words.addObjection}
        </button>
      )}
      {asked !== null && (
        <Dialog
          open
          title={asked === 'add' ? words.addObjection : words.reply}
          onClose={() => setAsked(null)}
        >
          {asked === 'add' ? (
            <AddForm
              named={named}
              onSave={(objection) => save(objection, words.objectionSaved)}
              onClose={() => setAsked(null)}
            />
          ) : (
            <ReplyForm
              objection={asked}
              onSave={(objection) => save(objection, words.answerSaved)}
              onClose={() => setAsked(null)}
            />
          )}
        </Dialog>
      )}
      {out && (
        <StepDialog
          entries={[out.entry]}
          to="rejected"
          reason={out.reason}
          onClose={() => setOut(null)}
          onDone={() => setOut(null)}
        />
      )}
    </section>
  );
}
