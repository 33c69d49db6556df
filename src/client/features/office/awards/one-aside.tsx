/** One award beside the list: what it rests on, the steps it has gone, and what may follow. */
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Award } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { aboveWords, dayWords, doubleWords, glyphOf, groundWords } from './award-words.ts';
import styles from './awards.module.css';
import { EditDialog } from './edit-dialog.tsx';
import type { AwardEntry } from './entries.ts';
import { certificatesPath, decisionPath, papersOfPath, villageMinutesPath } from './paths.ts';
import { StepDialog } from './step-dialog.tsx';
import { commonMoves } from './steps.ts';

const words = awardWords.one;
const EXITS = ['returned', 'withdrawn', 'rejected', 'revoked'];

function Course({ award }: { award: Award }) {
  return (
    <ol className={styles.course} aria-label={words.course}>
      {award.course.map(({ to, at, skipped = [], reason }) => (
        <li key={`${to}${at}`}>
          {formatDate(at)}: {awardWords.states[to]}
          {skipped.length > 0 && (
            <>
              ,{' '}
              {fill(words.skipped, {
                steps: skipped.map((step) => awardWords.states[step].toLowerCase()).join(', '),
              })}
            </>
          )}
          {reason !== undefined && <span className={sheets.why}>{fill(words.reason, { reason })}</span>}
        </li>
      ))}
    </ol>
  );
}

/** What was voted, decided and handed over. */
function Facts({ entry }: { entry: AwardEntry }) {
  const { rows } = useAwards();
  const { award, decision } = entry;
  const { villageVote, meetingId, delivery } = award;
  const meeting = rows.meetings.find(({ id }) => id === meetingId)?.value;
  const votes = meeting?.votes.find(({ awardId }) => awardId === entry.id);
  return (
    <>
      {villageVote && (
        <p>
          {fill(words.vote, {
            date: dayWords(villageVote.date),
            agree: villageVote.votes.agree,
            all: villageVote.households,
          })}{' '}
          <Link href={villageMinutesPath(entry.id)}>{words.villageMinutes}</Link>
        </p>
      )}
      {meeting && votes && <p>{fill(words.council, { ...votes, date: dayWords(meeting.date) })}</p>}
      {decision && (
        <p>
          <Link href={decisionPath(decision.id)}>
            {fill(words.decision, { number: decision.value.number, date: dayWords(decision.value.date) })}
          </Link>
        </p>
      )}
      {award.above && <p>{aboveWords(award.above)}</p>}
      {delivery && (
        <p>
          {fill(words.delivered, {
            date: dayWords(delivery.date),
            number: delivery.number,
            by: delivery.receivedBy,
          })}
        </p>
      )}
      <p className={shared.ways}>
        <Link href={papersOfPath(entry.id)}>{words.papers}</Link>
        {decision && <Link href={certificatesPath(decision.id)}>{words.certificate}</Link>}
      </p>
    </>
  );
}

function Moves({ entry, onPick }: { entry: AwardEntry; onPick: (to: string) => void }) {
  const moves = commonMoves([{ id: entry.id, rev: entry.rev, value: entry.award }]);
  const isExit = (to: string): boolean => EXITS.includes(to);
  if (entry.isWaiting) return <p>{awardWords.list.waiting}</p>;
  if (moves.length === 0) return <p className={shared.soft}>{words.noMoves}</p>;
  return [false, true].map((exits) => {
    const some = moves.filter(({ to }) => isExit(to) === exits);
    return (
      some.length > 0 && (
        <div
          key={String(exits)}
          className={shared.ways}
          role="group"
          aria-label={exits ? words.exits : words.moves}
        >
          {some.map(({ to }) => (
            <button key={to} type="button" className={controls.button} onClick={() => onPick(to)}>
              {awardWords.moves[to]}
            </button>
          ))}
        </div>
      )
    );
  });
}

export function OneAside({ entry, onClose }: { entry: AwardEntry; onClose: () => void }) {
  const { act, canWrite, byId } = useAwards();
  const [asked, setAsked] = useState<{ kind: 'edit' } | { kind: 'step'; to: string } | null>(null);
  const { award, state, name } = entry;
  const double = doubleWords(entry, (id) => byId.get(id)?.name ?? '');
  const save = (part: Partial<Pick<Award, 'upward' | 'namedPublicly'>>): void =>
    void act(fill(words.saved, { name }), [
      { entity: 'award', id: entry.id, value: { ...award, ...part }, baseRev: entry.rev },
    ]);
  const tick = (label: string, field: 'upward' | 'namedPublicly') => (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={award[field]}
        disabled={!canWrite || entry.isWaiting}
        onChange={() => save({ [field]: !award[field] })}
      />
      {label}
    </label>
  );
  return (
    <aside className={`${shared.aside} ${sheets.sheet}`} aria-label={name}>
      <div className={shared.ways}>
        <h2 className={styles.breakable}>{name}</h2>
        <button type="button" className={controls.button} onClick={onClose}>
          {words.close}
        </button>
      </div>
      <p className={sheets.state}>
        <Glyph state={glyphOf(state)} />
        <b>{awardWords.states[state]}</b>
      </p>
      {double !== '' && <p className={styles.mark}>{double}</p>}
      <p>
        {groundWords(award)}
        {award.ground.kind === 'nomination' && <span className={sheets.why}>{award.ground.reason}</span>}
      </p>
      <p className={styles.breakable}>{award.achievement}</p>
      <p className={`${sheets.note} ${styles.breakable}`}>
        {award.summary === '' ? words.noSummary : award.summary}
      </p>
      <Facts entry={entry} />
      <Course award={award} />
      <div className={styles.checks}>
        {tick(words.publicly, 'namedPublicly')}
        {tick(words.upward, 'upward')}
      </div>
      {canWrite && (
        <>
          <Moves entry={entry} onPick={(to) => setAsked({ kind: 'step', to })} />
          {!entry.isWaiting && (
            <button type="button" className={controls.textButton} onClick={() => setAsked({ kind: 'edit' })}>
              {words.edit}
            </button>
          )}
        </>
      )}
      {asked?.kind === 'edit' && <EditDialog entry={entry} onClose={() => setAsked(null)} />}
      {asked?.kind === 'step' && (
        <StepDialog
          entries={[entry]}
          to={asked.to}
          onClose={() => setAsked(null)}
          onDone={() => setAsked(null)}
        />
      )}
    </aside>
  );
}
