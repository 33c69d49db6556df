/** What an authority above gave for the same achievement: its form, its author, its number and day. */
import { useState, type FormEvent } from 'react';
import { awardSteps } from '#domain/awards/workflow.ts';
import { noonOf } from '#domain/day.ts';
import type { Award } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { upwardWords as words } from '#client/messages/office-awards-upward.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import { faultIn } from './edit-dialog.tsx';
import type { AwardEntry } from './entries.ts';

const NAME_MAX = 200;
const LINE_MAX = 400;

export function AboveDialog({ entry, onClose }: { entry: AwardEntry; onClose: () => void }) {
  const { act, today } = useAwards();
  const { award, name, state } = entry;
  const [typed, setTyped] = useState(award.above ?? { form: '', authority: '', number: '', date: today });
  const [isAsked, setAsked] = useState(false);
  const faults = {
    form: faultIn(typed.form, NAME_MAX),
    authority: faultIn(typed.authority, NAME_MAX),
    number: faultIn(typed.number, LINE_MAX),
    date: Number.isNaN(noonOf(typed.date)) ? awardForms.badDay : undefined,
  };
  const shown = (field: keyof typeof faults): string | undefined => (isAsked ? faults[field] : undefined);
  const keep = (said: string, value: Award): void =>
    void act(fill(said, { name }), [{ entity: 'award', id: entry.id, value, baseRev: entry.rev }]).then(
      onClose,
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const { form, authority, number, date } = typed;
    const above = { form: form.trim(), authority: authority.trim(), number: number.trim(), date };
    keep(words.saved, { ...award, above });
  };
  const remove = (): void => {
    const { above: _above, ...without } = award;
    keep(words.removed, without);
  };
  // What is decided here already is given; only a step up to the decision is stopped.
  const isStopped = awardSteps.indexOf('decided') > awardSteps.findIndex((step) => step === state);
  const field = (key: 'form' | 'authority' | 'number', help?: string) => (
    <TextField
      label={words[key]}
      help={help}
      autoComplete="off"
      value={typed[key]}
      error={shown(key)}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
    />
  );
  return (
    <Dialog open title={fill(words.dialog, { name })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {field('form', words.formHelp)}
        {field('authority', words.authorityHelp)}
        {field('number')}
        <TextField
          label={words.date}
          type="date"
          value={typed.date}
          error={shown('date')}
          onChange={(date) => setTyped({ ...typed, date })}
        />
        {isStopped && <p>{words.stops}</p>}
        <div className={shared.ways}>
          <Button small kind="main" type="submit">
            {words.save}
          </Button>
          <Button small onClick={onClose}>
            {awardWords.cancel}
          </Button>
          {award.above && (
            <Button small onClick={remove}>
              {words.remove}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
