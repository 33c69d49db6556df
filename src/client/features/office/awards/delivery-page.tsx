/** The register of certificates handed over: who takes which, when and where; printed to be signed. */
import { Printer } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { CellField, PickTable } from './pick-table.tsx';
import { RegisterSheet } from './register-sheet.tsx';
import { canGo, stepRecords } from './steps.ts';
import { usePicked } from './use-picked.ts';

const words = awardPapers.delivery;

interface Line {
  number?: string;
  receivedBy?: string;
}

export function DeliveryPage() {
  const { entries, act, at, canWrite } = useAwards();
  const waiting = entries.filter(({ award, isWaiting }) => !isWaiting && canGo(award, 'delivered'));
  const given = entries.filter(({ award }) => award.delivery !== undefined);
  const toArchive = given
    .filter(({ award, isWaiting }) => !isWaiting && canGo(award, 'archived'))
    .map((entry) => ({ id: entry.id, rev: entry.rev, value: entry.award }));
  const archive = (): void =>
    void act(
      fill(words.archiveLabel, { n: toArchive.length }),
      stepRecords(toArchive, 'archived', { at: at() }),
    );
  const archiveLook = waiting.length === 0 ? controls.mainButton : controls.button;
  return (
    <Frame
      title={words.title}
      explain={words.explain}
      ways={
        (waiting.length > 0 || given.length > 0) && (
          <>
            <button type="button" className={controls.button} onClick={() => window.print()}>
              <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
              {words.printIt}
            </button>
            {canWrite && toArchive.length > 0 && (
              <button type="button" className={archiveLook} onClick={archive}>
                {fill(words.archive, { n: toArchive.length })}
              </button>
            )}
          </>
        )
      }
    >
      {waiting.length === 0 && given.length === 0 && (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      )}
      {waiting.length > 0 && canWrite && (
        <Deliver key={waiting.length} waiting={waiting} first={given.length + 1} />
      )}
      {given.length > 0 && (
        <div className={styles.screenOnly}>
          <h2>{words.doneName}</h2>
          <PickTable
            name={words.doneName}
            entries={given}
            columns={[
              { head: awardForms.heads.certificate, cell: ({ award }) => award.delivery?.number },
              { head: awardForms.heads.receivedBy, cell: ({ award }) => award.delivery?.receivedBy },
              { head: awardForms.heads.date, cell: ({ award }) => dayWords(award.delivery?.date ?? '') },
            ]}
          />
        </div>
      )}
      <RegisterSheet waiting={waiting} given={given} />
    </Frame>
  );
}

function Deliver({ waiting, first }: { waiting: readonly AwardEntry[]; first: number }) {
  const { act, at, today } = useAwards();
  const picked = usePicked(waiting);
  const [date, setDate] = useState(today);
  const [place, setPlace] = useState<string>(words.placeDefault);
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const [isAsked, setAsked] = useState(false);
  const put = (id: string, part: Line): void => setLines({ ...lines, [id]: { ...lines[id], ...part } });
  const places = new Map(waiting.map(({ id }, index) => [id, String(first + index).padStart(2, '0')]));
  const numberOf = ({ id }: AwardEntry): string => lines[id]?.number ?? places.get(id) ?? '';
  const receiverOf = ({ id, name }: AwardEntry): string => lines[id]?.receivedBy ?? name;
  const n = picked.entries.length;
  const isDay = !Number.isNaN(noonOf(date));
  const isBlank = picked.entries.some(
    (entry) => numberOf(entry).trim() === '' || receiverOf(entry).trim() === '',
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (n === 0 || !isDay || isBlank) return;
    const when = at();
    const records = picked.entries.flatMap((entry) =>
      stepRecords([{ id: entry.id, rev: entry.rev, value: entry.award }], 'delivered', {
        at: when,
        partOf: () => ({
          delivery: {
            date,
            number: numberOf(entry).trim(),
            receivedBy: receiverOf(entry).trim(),
            place: place.trim(),
          },
        }),
      }),
    );
    void act(fill(words.label, { n }), records);
  };
  return (
    <form className={`${styles.form} ${styles.screenOnly}`} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <TextField
          label={words.date}
          type="date"
          value={date}
          error={isAsked && !isDay ? awardForms.badDay : undefined}
          onChange={setDate}
        />
        <TextField label={words.place} maxLength={400} value={place} onChange={setPlace} />
      </div>
      <PickTable
        name={words.tableName}
        entries={waiting}
        picked={picked.ids}
        onToggle={picked.toggle}
        columns={[
          {
            head: awardForms.heads.certificate,
            cell: (entry) => (
              <CellField
                label={fill(words.numberOf, { name: entry.name })}
                value={numberOf(entry)}
                onChange={(number) => put(entry.id, { number })}
              />
            ),
          },
          {
            head: awardForms.heads.receivedBy,
            cell: (entry) => (
              <CellField
                label={fill(words.receivedByOf, { name: entry.name })}
                value={receiverOf(entry)}
                onChange={(receivedBy) => put(entry.id, { receivedBy })}
              />
            ),
          },
        ]}
      />
      {isAsked && (n === 0 || isBlank) && (
        <p role="alert">{n === 0 ? awardForms.nobody : awardForms.needed}</p>
      )}
      <Button small kind="main" type="submit" className={styles.act}>
        {fill(words.save, { n })}
      </Button>
    </form>
  );
}
