/** Sessions of the council, and a new one. */
import { Link } from 'wouter';
import { isPassed, quorumOf } from '#domain/awards/votes.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { Frame } from './frame.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { readyForCouncil } from './next-thing.ts';
import { MEETINGS_PATH, papersOfPath } from './paths.ts';

const words = awardForms.meeting;

/** `id` 'moi': a new one. */
export function MeetingsPage({ id = '' }: { id?: string | undefined }) {
  const desk = useAwards();
  const { rows, rules, canWrite } = desk;
  if (id === 'moi') {
    const waiting = readyForCouncil(desk);
    return (
      <Frame title={words.make} explain={words.explain}>
        {waiting.length === 0 ? <EmptyState title={words.nothing} /> : <MeetingForm waiting={waiting} />}
      </Frame>
    );
  }
  const make = canWrite && (
    <Link className={controls.mainButton} href={`${MEETINGS_PATH}/moi`}>
      {words.make}
    </Link>
  );
  return (
    <Frame title={words.title} explain={words.explain} ways={rows.meetings.length > 0 && make}>
      {rows.meetings.length === 0 ? (
        <EmptyState title={words.none} action={make}>
          {words.noneText}
        </EmptyState>
      ) : (
        <ul className={styles.papers}>
          {rows.meetings.map((row) => {
            const { value } = row;
            const { present, members, needed, isMet } = quorumOf(value, rules);
            const passed = value.votes.filter((votes) => isPassed(votes, present, rules)).length;
            return (
              <li key={row.id} className={sheets.sheet}>
                <b>{fill(words.line, { date: dayWords(value.date), n: value.votes.length, passed })}</b>
                <span>
                  {fill(isMet ? words.quorumMet : words.quorumNotMet, { present, members, needed })}
                </span>
                {value.conclusion !== '' && <span className={styles.breakable}>{value.conclusion}</span>}
                <Link href={papersOfPath(row.id)}>{words.paper}</Link>
              </li>
            );
          })}
        </ul>
      )}
    </Frame>
  );
}
