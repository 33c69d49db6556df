/** Visits to whoever sent a form, beside it while it is judged. */
import { Link } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import sheets from '../sheet.module.css';
import { visitPath } from './paths.ts';
import { isSeenMark, readVisitsOf } from './read-trust.ts';
import { findingsWords, visitDay } from './visit-words.ts';

const words = trustWords.visits;
const READ = ['rows', 'outbox'] as const;

/** Nothing while nobody has been there nor means to go. */
export function InspectionNotes({ subjectId }: { subjectId: string }) {
  const workspace = useWorkspace();
  const visits = useLive(() => readVisitsOf(workspace, subjectId), [workspace, subjectId], READ);
  const shown = visits?.filter((visit) => !isSeenMark(visit)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className={sheets.sheet} aria-labelledby="phuc-tra">
      <h3 id="phuc-tra">{words.beside}</h3>
      <ul>
        {shown.map(({ id, value }) => (
          <li key={id}>
            <Link href={visitPath(id)}>
              {fill(words.besideLine, {
                date: visitDay(value),
                by: value.inspectors,
                conclusion: words.conclusions[value.conclusion].toLowerCase(),
              })}
            </Link>
            <span className={sheets.why}>{findingsWords(value)}</span>
            {value.note !== '' && <p>{value.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
