/** A line of a register: new, or put right. */
import { useState, type FormEvent } from 'react';
import { fill } from '#client/messages/fill.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import { officeStale } from '#client/messages/office-stale.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import { differencesIn } from '../stale-lines.ts';
import { entryFacts } from './entry-facts.ts';
import type { EntryKind, Registers } from './read-registers.ts';
import styles from './registers.module.css';

export type EntryValues = Pick<
  RegisterEntry,
  'date' | 'title' | 'place' | 'organiser' | 'people' | 'hamlets' | 'result'
>;

interface EntryFormProps {
  kind: EntryKind;
  /** Null: a new one. */
  before: RegisterEntry | null;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The same line as it stands now; undefined where it was taken out meanwhile. */
  live: RegisterEntry | undefined;
  registers: Pick<Registers, 'hamlets'>;
  onSave: (values: EntryValues) => Promise<void>;
  onClose: () => void;
}

const TITLE_MAX = 200;
const LINE_MAX = 400;
const RESULT_MAX = 2000;
const PEOPLE_MAX = 1_000_000;

type Faults = Partial<Record<'date' | 'title' | 'place' | 'organiser' | 'people' | 'result', string>>;
const long = (text: string, max: number): string | undefined =>
  text.length > max ? fill(words.tooLong, { max }) : undefined;

interface Typed {
  date: string;
  title: string;
  place: string;
  organiser: string;
  people: string;
  hamlets: readonly string[];
  result: string;
}

function readTyped(typed: Typed): { values: EntryValues; faults: Faults } {
  const title = typed.title.trim();
  const people = typed.people.replace(/[.\s]/gu, '');
  const isCount = people === '' || (/^\d{1,7}$/.test(people) && Number(people) <= PEOPLE_MAX);
  const found: Record<keyof Faults, string | undefined> = {
    date: /^\d{4}-\d{2}-\d{2}$/.test(typed.date) ? undefined : words.badDay,
    title: title === '' ? words.needed : long(title, TITLE_MAX),
    place: long(typed.place.trim(), LINE_MAX),
    organiser: long(typed.organiser.trim(), LINE_MAX),
    people: isCount ? undefined : words.badCount,
    result: long(typed.result.trim(), RESULT_MAX),
  };
  return {
    values: {
      date: typed.date,
      title,
      place: typed.place.trim(),
      organiser: typed.organiser.trim(),
      ...(people !== '' && { people: Number(people) }),
      hamlets: [...typed.hamlets],
      result: typed.result.trim(),
    },
    faults: Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined)),
  };
}

function Form({ kind, before, live, today, registers, onSave, onClose }: EntryFormProps) {
  const [typed, setTyped] = useState<Typed>(() => ({
    date: before?.date ?? today,
    title: before?.title ?? '',
    place: before?.place ?? '',
    organiser: before?.organiser ?? '',
    people: before?.people === undefined ? '' : String(before.people),
    hamlets: before?.hamlets ?? [],
    result: before?.result ?? '',
  }));
  const [faults, setFaults] = useState<Faults>({});
  const [hasFailed, setFailed] = useState(false);
  const set = (part: Partial<Typed>): void => setTyped((now) => ({ ...now, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { values, faults: found } = readTyped(typed);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    try {
      await onSave(values);
      onClose();
    } catch {
      setFailed(true);
    }
  };
  const { fields } = words;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={fields.date}
        type="date"
        error={faults.date}
        value={typed.date}
        onChange={(date) => set({ date })}
      />
      <TextField
        label={fields.title}
        help={fields.titleHelp}
        error={faults.title}
        autoComplete="off"
        value={typed.title}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={fields.place}
        error={faults.place}
        autoComplete="off"
        value={typed.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={fields.organiser[kind]}
        error={faults.organiser}
        autoComplete="off"
        value={typed.organiser}
        onChange={(organiser) => set({ organiser })}
      />
      {kind !== 'proposal' && (
        <TextField
          label={fields.people}
          help={fields.peopleHelp}
          error={faults.people}
          inputMode="numeric"
          autoComplete="off"
          value={typed.people}
          onChange={(people) => set({ people })}
        />
      )}
      <fieldset className={styles.hamlets}>
        <legend>{fields.hamlets}</legend>
        <p className={shared.soft}>{fields.hamletsHelp}</p>
        <div>
          {registers.hamlets.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={typed.hamlets.includes(id)}
                onChange={({ target }) =>
                  set({
                    hamlets: target.checked
                      ? [...typed.hamlets, id]
                      : typed.hamlets.filter((each) => each !== id),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        label={fields.result}
        error={faults.result}
        rows={3}
        value={typed.result}
        onChange={(result) => set({ result })}
      />
      {before !== null && <Meanwhile before={before} live={live} registers={registers} />}
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
      <div className={shared.ways}>
        <Button small onClick={onClose}>
          {words.cancel}
        </Button>
        <Button small kind="main" type="submit">
          {before === null ? words.save : words.saveEdit}
        </Button>
      </div>
    </form>
  );
}

/** Another machine wrote this line while it was open here: saving takes the place of what stands now. */
function Meanwhile({
  before,
  live,
  registers,
}: Pick<EntryFormProps, 'live' | 'registers'> & { before: RegisterEntry }) {
  if (live === undefined) return <Notice tone="hand">{words.meanwhileEnded}</Notice>;
  const changed = differencesIn(entryFacts(before, registers), entryFacts(live, registers));
  if (changed.length === 0) return null;
  return (
    <Notice tone="hand" title={words.meanwhile}>
      <ul>
        {changed.map(({ label, theirs }) => (
          <li key={label}>
            {label}: {theirs || officeStale.nothing}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export const EntryForm = ({ open, ...props }: EntryFormProps & { open: boolean }) => (
  <Dialog
    open={open}
    title={props.before === null ? words.add[props.kind] : `${words.edit}: ${props.before.title}`}
    onClose={props.onClose}
  >
    <Form {...props} />
  </Dialog>
);
