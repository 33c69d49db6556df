/** One activity, written or changed. What is typed is kept on this phone at once, and sent only after *Lưu*. */
import { useEffect, useId, useRef, useState } from 'react';
import { activityKinds } from '#domain/activity-kinds.ts';
import { dayOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useKeptWords, type KeptWords } from '#client/form/kept-words.ts';
import { WarnId } from '#client/form/warn-id.tsx';
import { activityWords } from '#client/messages/activities.ts';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import {
  baseRevOf,
  draftOf,
  fieldsOf,
  isTouched,
  keptPrefix,
  kindIn,
  NEW,
  type ActivityFields,
  type DraftWords,
} from './activity-draft.ts';
import { longDayWords } from './activity-words.ts';
import { checkActivity, firstDay, type ActivityErrors } from './check-activity.ts';
import { EvidenceNote } from './evidence-note.tsx';
import { titlesOf, type ActivityRow, type ActivityRows } from './read-activities.ts';
import styles from './activities.module.css';

interface ActivityFormProps {
  rows: ActivityRows;
  /** The one being changed; absent for a new one. */
  row?: ActivityRow;
  home: string;
  list: string;
  onSaved: () => void;
  onRemove?: () => void;
}

const { fields, errors: problems } = activityWords;
const kindOptions = activityKinds.map((value) => ({ value, label: activityWords.kinds[value] }));
const TITLE_MAX = 200;
const NOTE_MAX = 1000;
const PEOPLE_MAX = 100_000;
const MINUTES_MAX = 1440;

function useKeep({ rows, row }: ActivityFormProps, onSaved: () => void) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const keep = async (fields: ActivityFields, baseRev: number): Promise<void> => {
    const { campaign, profile } = rows;
    const { binding } = profile;
    if (busy || campaign === undefined || (binding?.kind !== 'hamlet' && binding?.kind !== 'unit')) return;
    setBusy(true);
    try {
      const id = row?.id ?? workspace.newId();
      const owner = { id, campaignId: campaign.id, subjectKind: binding.kind, subjectId: binding.id };
      await workspace.putRecord('activity', id, { ...owner, ...fields }, baseRev);
      onSaved();
    } catch {
      // One transaction: nothing of it happened, and the words are still in the fields.
      setFailed(true);
      setBusy(false);
    }
  };
  return { keep, busy, failed };
}

export function ActivityForm(props: ActivityFormProps) {
  const { rows, row } = props;
  const first = draftOf(row, dayOf(useNow()));
  const kept = useKeptWords<DraftWords>(keptPrefix(rows) + (row?.id ?? NEW), first);
  return kept && <Written {...props} kept={kept} first={first} />;
}

function Written(props: ActivityFormProps & { kept: KeptWords<DraftWords>; first: DraftWords }) {
  const { rows, row, home, list, onSaved, onRemove, kept, first } = props;
  const { words, change, forget } = kept;
  const { date, title, note } = words;
  const kind = kindIn(words);
  const today = dayOf(useNow());
  const kindId = useId();
  const titlesId = useId();
  /** How often *Lưu* was pressed: from the first on, what is wrong is said. */
  const [tries, setTries] = useState(0);
  const close = (): void => {
    forget();
    onSaved();
  };
  const { keep, busy, failed } = useKeep(props, close);
  const fieldsBox = useRef<HTMLDivElement>(null);
  const wrong: ActivityErrors = checkActivity({ kind, date, title }, today);
  const said = tries > 0 ? wrong : {};
  /** A number that cannot be read is none to its field, and must not be lost in silence. */
  const firstInvalid = (): HTMLElement | null =>
    fieldsBox.current?.querySelector<HTMLElement>('[data-wrong] input, [aria-invalid="true"]') ?? null;
  useEffect(() => {
    if (tries > 0) firstInvalid()?.focus();
  }, [tries]);

  const press = (): void => {
    setTries(tries + 1);
    const fields = fieldsOf(words);
    if (fields === null || Object.keys(wrong).length > 0 || firstInvalid() !== null) return;
    void keep(fields, baseRevOf(words, row));
  };

  return (
    <Page
      head={
        <>
          <WarnId />
          <Bar title={row === undefined ? activityWords.newTitle : activityWords.editTitle} back={list} />
          <StateLine
            state="draft"
            word={activityWords.state.draft}
            sentence={activityWords.state.draftMore}
          />
        </>
      }
      foot={
        <Dock>
          {onRemove !== undefined && (
            <Button
              onClick={() => {
                forget();
                onRemove();
              }}
            >
              {activityWords.remove}
            </Button>
          )}
          <Button kind="main" aria-busy={busy} onClick={press}>
            {activityWords.save}
          </Button>
        </Dock>
      }
    >
      <div ref={fieldsBox} className={styles.fields}>
        <div className={styles.kinds} data-wrong={said.kind === undefined ? undefined : ''}>
          <h2 id={kindId}>{fields.kind}</h2>
          <ChoiceGroup
            labelledBy={kindId}
            options={kindOptions}
            value={kind}
            onChange={(next) => change({ kind: next })}
            small
          />
          {said.kind !== undefined && <FieldError text={said.kind} />}
        </div>
        <TextField
          label={fields.date}
          help={longDayWords(date)}
          type="date"
          min={firstDay(today)}
          max={today}
          value={date}
          onChange={(text) => change({ date: text })}
          error={said.date}
        />
        <TextField
          label={fields.title}
          help={fields.titleHelp}
          list={titlesId}
          maxLength={TITLE_MAX}
          autoComplete="off"
          value={title}
          onChange={(text) => change({ title: text })}
          error={said.title}
        />
        <datalist id={titlesId}>
          {titlesOf(rows.activities, kind).map((known) => (
            <option key={known}>{known}</option>
          ))}
        </datalist>
        <NumberField
          label={fields.people}
          unit={fields.peopleUnit}
          max={PEOPLE_MAX}
          value={words.people === '' ? null : Number(words.people)}
          onChange={(people) => change({ people: people === null ? '' : String(people) })}
        />
        <NumberField
          label={fields.minutes}
          unit={fields.minutesUnit}
          max={MINUTES_MAX}
          value={words.minutes === '' ? null : Number(words.minutes)}
          onChange={(minutes) => change({ minutes: minutes === null ? '' : String(minutes) })}
        />
        <TextArea
          label={fields.note}
          help={fields.noteHelp}
          rows={2}
          maxLength={NOTE_MAX}
          value={note}
          onChange={(text) => change({ note: text })}
        />
      </div>
      {isTouched(words, first) && (
        <Button kind="quiet" small onClick={close}>
          {row === undefined ? activityWords.drop : activityWords.dropChange}
        </Button>
      )}
      {row !== undefined && <EvidenceNote rows={rows} kind={kind} home={home} />}
      {failed && (
        <Notice tone="hand">
          <p role="alert">{problems.failed}</p>
        </Notice>
      )}
    </Page>
  );
}
