/** One activity, written or changed. Nothing goes to disk before *Lưu*, so that a half sentence is never sent. */
import { useEffect, useId, useRef, useState } from 'react';
import { activityKinds, type ActivityKind } from '#domain/activity-kinds.ts';
import { dayOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { Activity } from '#protocol/subject-records.ts';
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

type Words = Pick<Activity, 'kind' | 'date' | 'title' | 'people' | 'minutes' | 'note'>;

function useKeep({ rows, row, onSaved }: ActivityFormProps) {
  const workspace = useWorkspace();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const keep = async (words: Words): Promise<void> => {
    const { campaign, profile } = rows;
    const { binding } = profile;
    if (busy || campaign === undefined || (binding?.kind !== 'hamlet' && binding?.kind !== 'unit')) return;
    setBusy(true);
    try {
      const id = row?.id ?? workspace.newId();
      const owner = { id, campaignId: campaign.id, subjectKind: binding.kind, subjectId: binding.id };
      await workspace.putRecord('activity', id, { ...owner, ...words }, row?.rev ?? 0);
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
  const { rows, row, home, list, onRemove } = props;
  const before = row?.value;
  const today = dayOf(useNow());
  const kindId = useId();
  const titlesId = useId();
  const [kind, setKind] = useState<ActivityKind | null>(before?.kind ?? null);
  const [date, setDate] = useState(before?.date ?? today);
  const [title, setTitle] = useState(before?.title ?? '');
  const [people, setPeople] = useState<number | null>(before?.people ?? null);
  const [minutes, setMinutes] = useState<number | null>(before?.minutes ?? null);
  const [note, setNote] = useState(before?.note ?? '');
  /** How often *Lưu* was pressed: from the first on, what is wrong is said. */
  const [tries, setTries] = useState(0);
  const { keep, busy, failed } = useKeep(props);
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
    if (kind === null || Object.keys(wrong).length > 0 || firstInvalid() !== null) return;
    const more = note.trim();
    void keep({
      kind,
      date,
      title: title.trim(),
      ...(people !== null && { people }),
      ...(minutes !== null && { minutes }),
      ...(more !== '' && { note: more }),
    });
  };

  return (
    <Page
      head={
        <>
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
          {onRemove !== undefined && <Button onClick={onRemove}>{activityWords.remove}</Button>}
          <Button kind="main" aria-busy={busy} onClick={press}>
            {activityWords.save}
          </Button>
        </Dock>
      }
    >
      <div ref={fieldsBox} className={styles.fields}>
        <div className={styles.kinds} data-wrong={said.kind === undefined ? undefined : ''}>
          <h2 id={kindId}>{fields.kind}</h2>
          <ChoiceGroup labelledBy={kindId} options={kindOptions} value={kind} onChange={setKind} small />
          {said.kind !== undefined && <FieldError text={said.kind} />}
        </div>
        <TextField
          label={fields.date}
          help={longDayWords(date)}
          type="date"
          min={firstDay(today)}
          max={today}
          value={date}
          onChange={setDate}
          error={said.date}
        />
        <TextField
          label={fields.title}
          help={fields.titleHelp}
          list={titlesId}
          maxLength={TITLE_MAX}
          autoComplete="off"
          value={title}
          onChange={setTitle}
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
          value={people}
          onChange={setPeople}
        />
        <NumberField
          label={fields.minutes}
          unit={fields.minutesUnit}
          max={MINUTES_MAX}
          value={minutes}
          onChange={setMinutes}
        />
        <TextArea
          label={fields.note}
          help={fields.noteHelp}
          rows={2}
          maxLength={NOTE_MAX}
          value={note}
          onChange={setNote}
        />
      </div>
      {row !== undefined && <EvidenceNote rows={rows} kind={kind} home={home} />}
      {failed && (
        <Notice tone="hand">
          <p role="alert">{problems.failed}</p>
        </Notice>
      )}
    </Page>
  );
}
