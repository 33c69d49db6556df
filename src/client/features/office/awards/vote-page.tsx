/** The meeting of a hamlet: one form for all its families put forward. */
import { useState, type FormEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { Frame } from './frame.tsx';
import { AWARDS_PATH, voteOfHamletPath } from './paths.ts';
import { PickTable } from './pick-table.tsx';
import { canGo, stepRecords } from './steps.ts';
import { usePicked } from './use-picked.ts';
import { resultOf, voteColumns, votesOf, type TypedVotes } from './vote-cells.tsx';

const words = awardForms.vote;

export function VotePage() {
  const { entries, hamletName } = useAwards();
  const wanted = new URLSearchParams(useSearch()).get('xom');
  const [, navigate] = useLocation();
  const waiting = entries.filter(({ award, isWaiting }) => !isWaiting && canGo(award, 'villageVote'));
  const hamlets = [...new Set(waiting.map(({ hamletId }) => hamletId))];
  // The hamlet at hand stays while its families wait: one that is on its way to the commune may show up again for a moment.
  const [current, setCurrent] = useState<string>();
  const hamletId = hamlets.find((id) => id === wanted) ?? hamlets.find((id) => id === current) ?? hamlets[0];
  if (hamletId !== current) setCurrent(hamletId);
  return (
    <Frame title={words.title} explain={words.explain}>
      {hamletId === undefined ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <>
          <SelectField
            label={words.hamlet}
            none={words.hamlet}
            value={hamletId}
            options={hamlets.map((id) => ({
              value: id,
              label: fill(words.hamletOption, {
                name: hamletName(id),
                n: waiting.filter((entry) => entry.hamletId === id).length,
              }),
            }))}
            onChange={(id) => id !== null && navigate(voteOfHamletPath(id), { replace: true })}
          />
          <VoteForm
            key={hamletId}
            hamlet={hamletName(hamletId)}
            entries={waiting.filter((entry) => entry.hamletId === hamletId)}
            isLast={hamlets.length === 1}
          />
        </>
      )}
    </Frame>
  );
}

const COUNT = /^\d{1,5}$/;

interface VoteFormProps {
  hamlet: string;
  entries: readonly AwardEntry[];
  /** No other hamlet waits. */
  isLast: boolean;
}

function VoteForm({ hamlet, entries, isLast }: VoteFormProps) {
  const { act, at, rules, today } = useAwards();
  const [, navigate] = useLocation();
  const picked = usePicked(entries);
  const [about, setAbout] = useState({
    date: today,
    place: fill(words.placeDefault, { name: hamlet }),
    chair: '',
    secretary: '',
    households: '',
  });
  const [typed, setTyped] = useState<TypedVotes>({});
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  const [isAsked, setAsked] = useState(false);
  const present = COUNT.test(about.households.trim()) ? Number(about.households) : 0;
  const results = new Map(
    picked.entries.map(({ id }) => [id, resultOf(votesOf(typed, id, present), present, rules)]),
  );
  const faults = {
    date: Number.isNaN(noonOf(about.date)) ? awardForms.badDay : undefined,
    place: about.place.trim() === '' ? awardForms.needed : undefined,
    chair: about.chair.trim() === '' ? awardForms.needed : undefined,
    secretary: about.secretary.trim() === '' ? awardForms.needed : undefined,
    households: present === 0 ? awardForms.badCount : undefined,
  };
  const isBad =
    Object.values(faults).some((fault) => fault !== undefined) ||
    picked.entries.length === 0 ||
    [...results.values()].some((result) => result === 'bad' || result === 'tooMany');
  const field = (name: keyof typeof faults, type = 'text') => (
    <TextField
      key={name}
      label={words[name]}
      type={type}
      value={about[name]}
      error={isAsked ? faults[name] : undefined}
      inputMode={name === 'households' ? 'numeric' : undefined}
      autoComplete="off"
      onChange={(text) => setAbout({ ...about, [name]: text })}
    />
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isBad) return;
    const when = at();
    const voteOf = (id: string) => ({
      date: about.date,
      place: about.place.trim(),
      chair: about.chair.trim(),
      secretary: about.secretary.trim(),
      households: present,
      votes: votesOf(typed, id, present) ?? { agree: 0, disagree: 0, abstain: 0 },
    });
    const records = picked.entries.flatMap(({ id, rev, award }) => {
      const isIn = results.get(id) === 'passed';
      const { votes } = voteOf(id);
      const reason = fill(words.reason, { date: dayWords(about.date), agree: votes.agree, all: present });
      return stepRecords([{ id, rev, value: award }], isIn ? 'villageVote' : 'rejected', {
        at: when,
        ...(!isIn && { reason }),
        partOf: () => ({ villageVote: voteOf(id), namedPublicly: named.has(id) || award.namedPublicly }),
      });
    });
    const label = fill(words.label, { name: hamlet, n: records.length });
    void act(label, records).then((isKept) => isKept && isLast && navigate(AWARDS_PATH));
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {field('date', 'date')}
        {field('place')}
        {field('chair')}
        {field('secretary')}
        {field('households')}
      </div>
      <PickTable
        name={words.tableName}
        entries={entries}
        picked={picked.ids}
        onToggle={picked.toggle}
        columns={[
          ...voteColumns({ typed, present, rules, onType: setTyped }),
          {
            head: words.publicly,
            cell: ({ id, name, award }) => (
              <label>
                <input
                  aria-label={fill(words.publiclyOf, { name })}
                  type="checkbox"
                  checked={named.has(id) || award.namedPublicly}
                  disabled={award.namedPublicly}
                  onChange={() =>
                    setNamed((now) => {
                      const next = new Set(now);
                      if (!next.delete(id)) next.add(id);
                      return next;
                    })
                  }
                />
              </label>
            ),
          },
        ]}
      />
      {isAsked && isBad && (
        <p role="alert">{picked.entries.length === 0 ? awardForms.nobody : awardForms.needed}</p>
      )}
      <Button small kind="main" type="submit" className={styles.act}>
        {fill(words.save, { name: hamlet, n: picked.entries.length })}
      </Button>
    </form>
  );
}
