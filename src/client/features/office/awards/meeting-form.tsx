/** A session of the council: who was there, what each name was given, and what follows. */
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { quorumOf } from '#domain/awards/votes.ts';
import { noonOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { Button } from '#client/ui/button.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';
import { firstMembers, MembersTable, type Member } from './members-table.tsx';
import { AWARDS_PATH } from './paths.ts';
import { PickTable } from './pick-table.tsx';
import { stepRecords } from './steps.ts';
import { usePicked } from './use-picked.ts';
import { resultOf, voteColumns, votesOf, type TypedVotes } from './vote-cells.tsx';

const words = awardForms.meeting;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONG = 2000;
const PLACE: string = words.placeDefault;

/** The last day some of them hang out; '' = none hangs. */
const lastNotice = (
  entries: readonly AwardEntry[],
  notices: ReadonlyMap<string, { until: string }>,
): string =>
  entries.reduce((last, { award }) => {
    const until = notices.get(award.noticeId ?? '')?.until ?? '';
    return until > last ? until : last;
  }, '');

export function MeetingForm({ waiting }: { waiting: readonly AwardEntry[] }) {
  const workspace = useWorkspace();
  const { act, at, campaign, rules, rows, today } = useAwards();
  const [, navigate] = useLocation();
  const picked = usePicked(waiting);
  const [about, setAbout] = useState({
    date: today,
    begins: '08:00',
    ends: '',
    place: PLACE,
    conclusion: '',
  });
  const [members, setMembers] = useState<Member[]>(() => firstMembers(rows, today, workspace.newId));
  const [heads, setHeads] = useState<{ chair: string | null; secretary: string | null }>({
    chair: null,
    secretary: null,
  });
  const [typed, setTyped] = useState<TypedVotes>({});
  const [isAsked, setAsked] = useState(false);
  const named = members.filter(({ name }) => name.trim() !== '');
  const quorum = quorumOf({ members: named }, rules);
  const { present } = quorum;
  const results = new Map(
    picked.entries.map(({ id }) => [id, resultOf(votesOf(typed, id, present), present, rules)]),
  );
  const passed = picked.entries.filter(({ id }) => results.get(id) === 'passed').length;
  const last = lastNotice(picked.entries, new Map(rows.notices.map(({ value }) => [value.id, value])));
  const faults = {
    date: Number.isNaN(noonOf(about.date))
      ? awardForms.badDay
      : about.date <= last
        ? fill(words.tooEarly, { day: dayWords(last) })
        : undefined,
    begins: TIME.test(about.begins) ? undefined : words.badTime,
    ends:
      about.ends === '' || (TIME.test(about.ends) && about.ends >= about.begins) ? undefined : words.badTime,
    place: about.place.trim() === '' ? awardForms.needed : undefined,
    chair: heads.chair === null ? awardForms.needed : undefined,
    secretary: heads.secretary === null ? awardForms.needed : undefined,
    members: named.length === 0 ? words.noMembers : undefined,
  };
  const isBad =
    Object.values(faults).some((fault) => fault !== undefined) ||
    picked.entries.length === 0 ||
    !quorum.isMet ||
    [...results.values()].some((result) => result === 'bad' || result === 'tooMany');
  const shown = (name: keyof typeof faults): string | undefined => (isAsked ? faults[name] : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isBad) return;
    const id = workspace.newId();
    const when = at();
    const nameOf = (memberId: string | null): string =>
      named.find((member) => member.id === memberId)?.name.trim() ?? '';
    const votes = picked.entries.flatMap((entry) => {
      const cast = votesOf(typed, entry.id, present);
      return cast === null ? [] : [{ awardId: entry.id, ...cast }];
    });
    const value = {
      id,
      campaignId: campaign.id,
      date: about.date,
      begins: about.begins,
      ...(about.ends !== '' && { ends: about.ends }),
      place: about.place.trim(),
      chair: nameOf(heads.chair),
      secretary: nameOf(heads.secretary),
      members: named.map((member) => ({
        ...member,
        name: member.name.trim(),
        title: member.title.trim(),
      })),
      votes,
      conclusion: about.conclusion.trim(),
    };
    const steps = picked.entries.flatMap((entry) => {
      const isIn = results.get(entry.id) === 'passed';
      const agree = votes.find(({ awardId }) => awardId === entry.id)?.agree ?? 0;
      const reason = fill(words.reason, { date: dayWords(about.date), agree, present });
      return stepRecords(
        [{ id: entry.id, rev: entry.rev, value: entry.award }],
        isIn ? 'councilMeeting' : 'rejected',
        { at: when, ...(!isIn && { reason }), partOf: () => ({ meetingId: id }) },
      );
    });
    const label = fill(words.label, { n: steps.length });
    void act(label, [{ entity: 'councilMeeting', id, value, baseRev: 0 }, ...steps]).then(
      (isKept) => isKept && navigate(AWARDS_PATH),
    );
  };
  const text = (name: 'date' | 'begins' | 'ends' | 'place', more: { type?: string; help?: string } = {}) => (
    <TextField
      key={name}
      label={words[name]}
      value={about[name]}
      error={shown(name)}
      autoComplete="off"
      {...more}
      onChange={(next) => setAbout({ ...about, [name]: next })}
    />
  );
  const head = (name: 'chair' | 'secretary') => (
    <SelectField
      key={name}
      label={words[name]}
      none={words.pickMember}
      value={heads[name]}
      error={shown(name)}
      options={named.map((member) => ({ value: member.id, label: member.name }))}
      onChange={(id) => setHeads({ ...heads, [name]: id })}
    />
  );
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        {text('date', { type: 'date' })}
        {text('begins', { help: words.timeHelp })}
        {text('ends', { help: words.timeHelp })}
        {text('place')}
      </div>
      <MembersTable members={members} onChange={setMembers} error={shown('members')} />
      <p role="status" className={quorum.isMet ? styles.total : styles.fault}>
        {fill(quorum.isMet ? words.quorumMet : words.quorumNotMet, {
          present,
          members: quorum.members,
          needed: quorum.needed,
        })}
      </p>
      <div className={styles.fields}>
        {head('chair')}
        {head('secretary')}
      </div>
      <PickTable
        name={words.tableName}
        entries={waiting}
        picked={picked.ids}
        onToggle={picked.toggle}
        columns={voteColumns({ typed, present, rules, onType: setTyped })}
      />
      <p role="status" className={sheets.note}>
        {fill(words.passedOf, { n: passed, rest: picked.entries.length - passed })}
      </p>
      <TextArea
        label={words.conclusion}
        rows={3}
        maxLength={LONG}
        value={about.conclusion}
        onChange={(conclusion) => setAbout({ ...about, conclusion })}
      />
      {isAsked && isBad && (
        <p role="alert">{picked.entries.length === 0 ? awardForms.nobody : awardForms.needed}</p>
      )}
      <Button small kind="main" type="submit" className={styles.act}>
        {fill(words.save, { n: picked.entries.length })}
      </Button>
    </form>
  );
}
