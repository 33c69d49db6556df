/** Beside one form: what its family says of it. Nothing where it says nothing. */
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { officeFamily as words } from '#client/messages/office-family.ts';
import { useNow } from '#client/subject/use-now.ts';
import sheets from '../sheet.module.css';
import { AskCard } from './ask-card.tsx';
import { readFamilyAsks } from './read-family-asks.ts';
import styles from './family.module.css';

export function FamilyPanel({ assessmentId }: { assessmentId: string }) {
  const workspace = useWorkspace();
  const now = useNow();
  const asks = useLive(() => readFamilyAsks(workspace), [workspace]);
  const own = asks?.filter(({ value }) => value.assessmentId === assessmentId) ?? [];
  if (own.length === 0) return null;
  return (
    <section className={sheets.sheet}>
      <h2>{words.panel}</h2>
      <ul className={styles.cards}>
        {own.map((ask) => (
          <AskCard key={ask.value.id} ask={ask} now={now} />
        ))}
      </ul>
    </section>
  );
}
